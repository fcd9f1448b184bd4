"""What the pages of Red Cross Messages show: a list, and one message as far as it is known here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import children_rules, feared, lookups
from kintrace.cases.actions.red_cross_moves import deliverer, is_wanted
from kintrace.cases.forms_children import KIN
from kintrace.cases.holder_red_cross import clock_of
from kintrace.cases.red_cross import ARROWS, BY_SOCIETY, ON_ITS_WAY, REACH, Picture, State
from kintrace.cases.red_cross_asking import TITLES
from kintrace.cases.red_cross_words import FORBIDDEN, PERSON
from kintrace.cases.threads import sees_whom
from kintrace.network.access import Right, has
from kintrace.network.lookups import ceremony_was_held, every_society
from kintrace.people.told import Sex
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.paginator import Page
    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from kintrace.cases.lookups import Whom
    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member, Society

PAGE = 50
TABS: dict[str, _StrPromise] = {
    "mine": gettext_lazy("Written by me"),
    "check": gettext_lazy("To check"),
    "send": gettext_lazy("To send"),
    "deliver": gettext_lazy("To deliver here"),
    "replies": gettext_lazy("Answers to give"),
    "in": gettext_lazy("From other societies"),
    "all": gettext_lazy("All"),
}
KNOTS = (
    (State.WRITING, gettext_lazy("Written")),
    (State.COLLECTED, gettext_lazy("Checked")),
    (State.CHECKED, gettext_lazy("Sent")),
    (State.SENT, gettext_lazy("In delivery")),
    (State.IN_DELIVERY, gettext_lazy("Delivered")),
    (State.DELIVERED, gettext_lazy("Answer")),
)
DAYS = ("begun", "", "sent", "taken", "delivered", "replied")


@dataclass(frozen=True)
class Shown:
    """One message as a member of either society sees it."""

    message: RedCrossMessage
    by: Member

    @property
    def at_home(self) -> bool:
        return self.message.society_id == self.by.society_id

    @property
    def delivers(self) -> bool:
        return deliverer(self.message) == self.by.society_id

    @property
    def may_check(self) -> bool:
        wrote = self.message.written_by_id == self.by.pk
        alone = self.message.is_childs and not has(self.by, Right.PROTECT_CHILDREN)
        return not wrote and not alone and not self.message.parts.filter(by=self.by).exists()

    @property
    def gives_answer(self) -> bool:
        """Whether an answer waits at home to be given to who wrote; it is read once more then."""
        waits = self.message.state == State.REPLIED and self.message.reply_given is None
        return self.at_home and waits

    @property
    def typed_answer(self) -> bool:
        return lookups.typed_reply(self.message, self.by)

    @property
    def waits(self) -> bool:
        """Whether who delivers it is asked to wait: for a reason that only the home knows."""
        on_its_way = self.message.state in ON_ITS_WAY
        return self.delivers and not self.at_home and on_its_way and not is_wanted(self.message)

    @property
    def knots(self) -> list[tuple[_StrPromise, str, str]]:
        reached = reached_by(self.message)
        return [
            (label, "done" if place < reached else "now" if place == reached else "next", words)
            for (place, (_state, label)), words in zip(enumerate(KNOTS), self._words(), strict=True)
        ]

    def _words(self) -> Iterator[str]:
        """The day of a knot, and why the message went on from there."""
        reached, order = reached_by(self.message), [state for state, _label in KNOTS]
        for place, (name, after) in enumerate(zip(DAYS, [*order[1:], State.REPLIED], strict=True)):
            day = getattr(self.message, name) if name else None
            why = str(ARROWS[order[place], after].itself) if place < reached else ""
            yield " · ".join(filter(None, [date_format(day, "j F Y") if day else "", why]))


def reached_by(message: RedCrossMessage) -> int:
    """How many knots lie behind a message; one that ended stops where it was."""
    order = [state for state, _label in KNOTS]
    if message.state in order:
        return order.index(State(message.state))
    if message.state == State.REPLIED:
        return len(KNOTS)
    return 4 if message.taken else 3 if message.sent else 1


def listed(member: Member, which: str, number: str | None) -> dict[str, Any]:
    """The context of the list."""
    which = which if which in TABS else "all"
    page: Page[RedCrossMessage] = Paginator(_rows(member, which), PAGE).get_page(number)
    lines = lookups.red_cross_lines(list(page), by=member)
    # One id for one page of a list, so that the audit tells many pages from one page often.
    named = uuid5(NAMESPACE_URL, f"kintrace:red-cross:{which}:{page.number}")
    return {"which": which, "tabs": TABS.items(), "page": page, "lines": lines, "named": named}


def _rows(member: Member, which: str) -> QuerySet[RedCrossMessage]:
    every = lookups.red_cross_of(member)
    rows = {
        "mine": lambda: every.filter(written_by=member),
        "check": lambda: lookups.in_state(member, State.COLLECTED),
        "send": lambda: lookups.in_state(member, State.CHECKED),
        "deliver": lambda: lookups.still_to_deliver(member),
        "replies": lambda: lookups.replies_to_give(member),
        "in": lambda: lookups.comes_in(member),
    }
    return rows.get(which, lambda: every)()


def shown(message: RedCrossMessage, *, by: Member) -> dict[str, Any]:
    """The context of one message. Its words only while the box is open."""
    parts = lookups.parts_of(message)
    sender, addressee = lookups.names_on(message)
    return {
        "message": message,
        "shown": Shown(message, by),
        "sender": sender,
        "addressee": addressee,
        "parts": [
            _part(kind, parts[kind], home=message.society) for kind in TITLES if kind in parts
        ],
        "missing": [(kind, title) for kind, title in TITLES.items() if kind not in parts],
        "kept_from": _kept_from(message, by),
        "feared": feared.in_message(message, by=by),
        "reply": parts.get("reply"),
        "has_reply": "reply" in parts,
        "forbidden": FORBIDDEN,
        "whom": _whom(message, parts.get("addressee"), by),
        "called_since": lookups.called_since(message),
        "clocks": [clock_of(message)] if hasattr(message, "paper") else [],
    }


def _whom(message: RedCrossMessage, said: dict[str, Any] | None, by: Member) -> Whom | None:
    """Whom they found, for who brings a message on which no address stands, and may see that."""
    if (said or {}).get(REACH) != BY_SOCIETY or deliverer(message) != by.society_id:
        return None
    whom = lookups.written_to(message, by)
    return whom if whom is not None and sees_whom(by, whom) else None


def _kept_from(message: RedCrossMessage, by: Member) -> list[tuple[str, str]]:
    """From whom what is kept, for who checks a child's message at home."""
    at_home = message.is_childs and message.society_id == by.society_id
    child = lookups.child_known_as(message.subject) if at_home else None
    if child is None:
        return []
    rows = lookups.unless_shut(partial(children_rules.withheld, child)) or []
    return [(one.who or str(dict(KIN).get(one.relation, "")), one.what) for one in rows]


def _part(kind: str, said: dict[str, Any] | None, *, home: Society) -> dict[str, Any]:
    return {
        "kind": kind,
        "title": TITLES[kind],
        "open": said is not None,
        "rows": list(rows_of(said or {}, home=home)) if kind in {"sender", "addressee"} else [],
        "text": (said or {}).get("text", ""),
        "what": Picture(said["what"]).label if said and kind == "picture" else "",
    }


def rows_of(said: dict[str, Any], *, home: Society) -> Iterator[tuple[_StrPromise | str, str]]:
    """Label and value of what stands on the sheet of a person.

    The desk of the home is called by its name, for who delivers the message reads it, too.
    """
    for name, label in PERSON.items():
        if value := in_words(name, said.get(name, "")):
            yield label, value
    if said.get(REACH) == BY_SOCIETY:
        yield _("How it reaches this person"), _("Through the society that found them")
    if said.get("reply_to") == "society":
        yield _("Where the answer comes to"), _("To a desk of %(society)s") % {"society": home.name}
    if language := dict(settings.LANGUAGES).get(said.get("language", "")):
        yield _("Language of the sheet"), str(language)


def in_words(name: str, value: str) -> str:
    """A code as its words; what is not known is left out."""
    if name == "sex":
        return str(Sex(value).label) if value in {Sex.FEMALE, Sex.MALE} else ""
    if name == "relation":
        return str(Relation(value).label) if value else ""
    return value


def may_deliver(message: RedCrossMessage) -> tuple[bool, list[Society]]:
    """Whether we could deliver it, and who else: every other society of the network whose box has
    a key; or, where no address stands on it, who found the addressee. Needs the box."""
    others = (one for one in every_society() if one.pk != message.society_id)
    reachable = [one for one in others if ceremony_was_held(one.pk)]
    if not lookups.goes_by_society(message):
        return True, reachable
    finder = lookups.found_by(message.addressee)
    return finder == message.society_id, [one for one in reachable if one.pk == finder]
