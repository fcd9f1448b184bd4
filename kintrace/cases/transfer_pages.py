"""What the pages of transfers show: the thread, the copy, the words, and the block on the case."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import enquiry_pages, lookups, neighbours, transfer_parts
from kintrace.cases.holder_transfers import clock_of_transfer
from kintrace.cases.states import AT_WORK as CASE_AT_WORK
from kintrace.cases.threads import sees_search, sees_whom, way_rows
from kintrace.cases.timeline import Happening, because
from kintrace.cases.transfers import AT_WORK, BOXED, Part, Stand, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.utils.functional import _StrPromise

    from kintrace.cases.lookups import Afar
    from kintrace.cases.models import Case, Incoming, Transfer
    from kintrace.network.models import Member

TO_ANSWER = timedelta(days=14)  # what the form proposes as the last day to answer
RESULT_WITHIN = timedelta(days=60)  # both sides are reminded after that
LOOK_BEFORE = timedelta(days=30)  # so long before its last day both sides hear of it
KNOTS = (
    gettext_lazy("Prepared"),
    gettext_lazy("Ground"),
    gettext_lazy("Sent"),
    gettext_lazy("Accepted"),
    gettext_lazy("Result"),
)
REACHED = {
    Stand.DRAFTED: 1,
    Stand.CHECKED: 2,
    Stand.SENT: 3,
    Stand.ACCEPTED: 4,
    Stand.RETURNED: 5,
    Stand.DELETED: 5,
}
SAYS = {
    Stand.DRAFTED: gettext_lazy("Nothing was sent yet. Go on where you stopped."),
    Stand.CHECKED: gettext_lazy("Nothing was sent yet. Look at it once more and send it."),
    Stand.RECALLED: gettext_lazy(
        "It was taken back. The other society opens nothing of it. What was read or printed "
        "there cannot be called back."
    ),
    Stand.DECLINED: gettext_lazy(
        "The other society does not take it on. It has nothing of it any more."
    ),
    Stand.EXPIRED: gettext_lazy(
        "Nobody answered by the last day. The other society has nothing of it any more."
    ),
    Stand.DELETED: gettext_lazy("It is over, and the other society’s copy is deleted."),
}
# What the society that was asked reads of an end that came from outside.
ENDED = {
    Stand.DECLINED: gettext_lazy("You declined it. Nothing of it is here any more."),
    Stand.EXPIRED: gettext_lazy("Its last day is over. Nothing of it is here any more."),
    Stand.DELETED: gettext_lazy("The result was given, and the copy is deleted."),
}
# Where it stands, at the society that was asked; the other states read the same on both sides.
HERE = {
    Stand.SENT: gettext_lazy("Waits for your answer"),
    Stand.ACCEPTED: gettext_lazy("You search for them"),
    Stand.RETURNED: gettext_lazy("You gave the result"),
    Stand.EXPIRED: gettext_lazy("Its last day is over"),
}
TAKEN_BACK = gettext_lazy(
    "The other society took it back. Nothing of it opens any more. Stop the search, and destroy "
    "what you printed or wrote down."
)


def knots(transfer: Transfer) -> list[tuple[_StrPromise | str, ...]]:
    """Where a transfer stands, as a thread."""
    reached = REACHED.get(Stand(transfer.state), _reached_before_it_ended(transfer))
    shut = transfer.state in {Stand.DECLINED, Stand.EXPIRED, Stand.RECALLED}
    days = (transfer.made, transfer.checked, transfer.sent, transfer.accepted, transfer.returned)
    return [
        (label, _state(place, reached, shut=shut), _day(days[place]) if place < reached else "")
        for place, label in enumerate(KNOTS)
    ]


def _reached_before_it_ended(transfer: Transfer) -> int:
    days = (transfer.made, transfer.checked, transfer.sent, transfer.accepted, transfer.returned)
    return sum(1 for day in days if day)


def _state(place: int, reached: int, *, shut: bool) -> str:
    if place < reached:
        return "done"
    if place == reached:
        return "shut" if shut else "now"
    return "next"


def _day(at: datetime | None) -> str:
    return date_format(at, "j F") if at else ""


def says(transfer: Transfer) -> str:
    """What happens next, in a sentence."""
    day = {"day": date_format(transfer.last_day, "j F Y")}
    if transfer.state == Stand.SENT:
        return _("The other society sees the card alone. It answers by %(day)s.") % day
    if transfer.state == Stand.ACCEPTED:
        words = _(
            "The other society searches until %(day)s, and sees what you sent. Whenever you write "
            "to it, it has twelve months again."
        )
        return words % day
    if transfer.state == Stand.RETURNED:
        words = _("The result has come. The other society’s copy is deleted after %(day)s.")
        return words % {"day": _ends_after(transfer)}
    if transfer.state == Stand.EXPIRED and transfer.accepted:
        return _("The search there ended with its last day. The other society has nothing of it.")
    return str(SAYS[Stand(transfer.state)])


def _ends_after(transfer: Transfer) -> str:
    """The day after which its copy is deleted, as it stands now."""
    until = clock_of_transfer(transfer).until
    return date_format(until, "j F Y") if until else ""


def shown(transfer: Transfer, *, by: Member) -> dict[str, Any]:
    """A transfer for the society that asks; what came of it is for who works on the search."""
    return {
        "transfer": transfer,
        "knots": knots(transfer),
        "says": says(transfer),
        "sent_parts": [Part(one).label for one in transfer.parts],
        "may_write": transfer.state in AT_WORK,
        "sees_fate": sees_search(by, transfer),
        **(_passed(transfer) if sees_search(by, transfer) else {}),
        **_copy(transfer),
        **_words(transfer.pk),
    }


def _passed(transfer: Transfer) -> dict[str, Any]:
    """What came over of somebody found; with the page on which the outcome is written down."""
    passed = lookups.passed_to_us(transfer)
    sought = lookups.sought_of(transfer) if transfer.case_id else None
    rows = way_rows(passed.ways) if passed and passed.has_ways else None
    return {"passed": passed, "passed_rows": rows, "sought": sought}


def preview(transfer: Transfer, *, by: Member) -> dict[str, Any]:
    """Exactly what the other society will see: before it accepts, and after. Needs the box open
    where sealed words were chosen."""
    chosen = set(BOXED) & set(transfer.parts) if transfer.child is None else ()
    boxed = transfer_parts.boxed(transfer) if chosen else {}
    sealed = [_opened(str(Text(kind).label), told) for kind, told in boxed.items()]
    return shown(transfer, by=by) | {"boxed": sealed}


def received(incoming: Incoming, *, by: Member) -> dict[str, Any]:
    """What another society asks of us: its card, what it sent once we accepted, and our words."""
    before = lookups.sent_before(by, incoming)
    base = {"incoming": incoming, "transfer": None, "ended": ended(incoming), "before": before}
    try:
        transfer = lookups.received(incoming)
    except Http404:
        return base
    searching, whom = transfer.state in AT_WORK, lookups.Afar(incoming, transfer)
    return base | {
        "transfer": transfer,
        "knots": knots(transfer)[2:],
        "searching": searching,
        "ends": _ends_after(transfer),
        "may_write": searching,
        "sees_found": searching and sees_whom(by, whom),
        "sees_fate": sees_whom(by, whom),
        "panel": enquiry_pages.panel_afar(whom, by=by) if searching else None,
        "beside": _beside(whom, by) if transfer.state == Stand.ACCEPTED else [],
        **_copy(transfer, whole=searching),
        **_words(transfer.pk),
    }


def is_asked(incoming: Incoming, form: str) -> bool:
    """Whether the page of a search has this form, as it stands now."""
    try:
        stand = Stand(lookups.received(incoming).state)
    except Http404:
        return False
    if form == "declining":
        return stand != Stand.RETURNED
    return stand == Stand.ACCEPTED if form == "returning" else stand in AT_WORK


def _beside(whom: Afar, by: Member) -> list[tuple[str, dict[str, object]]]:
    """What folders above know of whom we search for, each with its template."""
    shown = ((one.template, one.context(whom, by=by)) for one in neighbours.request_panels)
    return [(template, context) for template, context in shown if context is not None]


def persons_in(case: Case | None) -> list[tuple[str, str]]:
    """Between whom somebody says which one it is about; nobody where one alone is sought."""
    persons = lookups.still_sought(case) if case else []
    return [(str(one.pk), name) for one, name in lookups.with_names(persons) if len(persons) > 1]


def ended(incoming: Incoming) -> str:
    """Why nothing is here any more. Whatever came from outside reads alike (decision 024)."""
    return str(ENDED.get(Stand(incoming.state), TAKEN_BACK))


def _copy(transfer: Transfer, *, whole: bool = True) -> dict[str, Any]:
    card = getattr(transfer, "card", None)
    copy = lookups.copy_of(transfer) if whole else None
    rows = transfer_parts.boxed_rows({"rows": copy.rows}) if copy else []
    more = [(str(Part.MORE.label), rows)] if rows else []
    return {
        "card": transfer_parts.card_rows(card.told) if card else [],
        "question": copy.question if copy else None,
        "parts": [*(transfer_parts.shown(copy.parts) if copy else []), *more],
        "copy_is_shut": whole and copy is None and transfer.child_id is not None and bool(card),
    }


def _words(transfer_id: Any) -> dict[str, Any]:
    """Sealed words, by what they are."""
    said = lookups.texts_of(transfer_id)
    thread = (Text.MESSAGE, Text.RESULT)
    return {
        "boxed": [_opened(one.title, one.told) for one in said if one.kind in BOXED],
        "talk": [one for one in said if one.kind in thread],
        "notes": [one for one in said if one.kind == Text.NOTE],
        "shut": any(one.words is None for one in said),
    }


def happened(case: Case, _by: Member) -> Iterator[Happening]:
    """What other societies were asked and did, for the case's own story."""
    for one in lookups.transfers_of(case):
        name = {"society": one.chosen.name}
        if one.sent:
            yield Happening(one.sent, _("%(society)s was asked to search.") % name)
        if one.accepted:
            yield Happening(one.accepted, _("%(society)s took the search on.") % name)
        if one.returned:
            words = _("%(society)s gave a result. It lies in the box.")
            yield Happening(one.returned, words % name)
        if one.ended and one.sent and one.state != Stand.DELETED:
            yield Happening(one.ended, _ended_how(one, name))


def _ended_how(transfer: Transfer, name: dict[str, str]) -> str:
    if transfer.state == Stand.EXPIRED and transfer.accepted:
        return _("The search at %(society)s ended with its last day.") % name
    how = name | {"how": transfer.get_state_display()}
    ended = _("The request to %(society)s ended: %(how)s") % how
    return because(ended, transfer.ended_because)


def _opened(title: str, told: dict[str, Any] | None) -> dict[str, Any]:
    """Sealed words for a page: their title, the words and rows, or that the box is shut."""
    rows = transfer_parts.boxed_rows(told or {})
    return {"title": title, "shut": told is None, "text": (told or {}).get("text"), "rows": rows}


class Panel:
    """On the case page: what other societies were asked, and where each of it stands."""

    template = "cases/transfers/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        every, detained = lookups.transfers_of(case), lookups.is_detained(case)
        can_ask = not detained or bool(lookups.societies_for(case))
        return {
            "case": case,
            "lines": [(one, knots(one), says(one)) for one in every],
            "came": lookups.linked_to(case),
            "may_ask": case.state in CASE_AT_WORK and can_ask,
            "detained": detained,
            "search_still": lookups.asked_though_detained(case),
        }
