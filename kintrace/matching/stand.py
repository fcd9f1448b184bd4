"""Where a pair stands for one member: what was said here and there, and what comes next.

What the other side said is shown after our own word, so that each judges for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.matching import lookups
from kintrace.matching.words import State, Verdict, Why

if TYPE_CHECKING:
    from datetime import datetime

    from kintrace.matching.models import Candidate, Judgement
    from kintrace.network.models import Member, Society

Knot = tuple[str, str, str]


@dataclass(frozen=True, repr=False)
class Stand:
    """`ours`: what this side says now; of a pair of one society, what this member says.
    `theirs`: what the other society says, or a colleague."""

    row: Candidate
    other: Society
    across: bool
    ours: Judgement | None
    theirs: Judgement | None
    we_agreed: datetime | None
    they_agreed: datetime | None
    is_open: bool

    @property
    def title(self) -> str:
        """What the page asks, or what was said."""
        if self.row.state == State.CONFIRMED:
            return _("This is held to be one person")
        if self.row.state == State.DISMISSED:
            return _("These are held to be two people")
        return _("Could this be one person?")

    @property
    def shows_theirs(self) -> bool:
        return self.theirs is not None and (self.ours is not None or not self.is_open)

    @property
    def why_ours(self) -> str:
        return why_words(self.ours.verdict, self.ours.why) if self.ours else ""

    @property
    def why_theirs(self) -> str:
        return why_words(self.theirs.verdict, self.theirs.why) if self.theirs else ""

    @property
    def both_agreed(self) -> bool:
        return bool(self.we_agreed and self.they_agreed)


def why_words(verdict: str, why: str) -> str:
    """The reason as the page says it: one reason stands for two verdicts."""
    if (verdict, why) == (Verdict.NO, Why.FAMILY_SAYS):
        return _("The family says that it is somebody else")
    return str(Why(why).label) if why else ""


def stand_of(row: Candidate, *, by: Member) -> Stand:
    """Where it stands for this member."""
    across, first = lookups.is_across(row), row.first_society_id == by.society_id
    said = lookups.newest_of_each(row)
    side = by.society_id if across else by.pk
    ours = said.pop(side, None)
    agreed = (row.first_opens, row.second_opens)
    return Stand(
        row=row,
        other=row.second_society if first else row.first_society,
        across=across,
        ours=ours,
        theirs=max(said.values(), key=lambda one: one.at, default=None),
        we_agreed=agreed[0] if first else agreed[1],
        they_agreed=agreed[1] if first else agreed[0],
        is_open=row.state == State.OPEN,
    )


def knots(stand: Stand, *, is_more: bool) -> list[Knot]:
    """The thread: (label, state, words after it). Reading more is no condition of a verdict."""
    steps = [*_way(stand, is_more=is_more)]
    done = [place for place, (_label, words) in enumerate(steps) if words]
    now = max(done, default=-1) + 1
    return [
        (label, "done" if words else "now" if place == now else "next", words)
        for place, (label, words) in enumerate(steps)
    ]


def _way(stand: Stand, *, is_more: bool) -> list[tuple[str, str]]:
    row, theirs = stand.row, stand.theirs if stand.shows_theirs else None
    more = [(_("Both read more"), _on(stand.we_agreed) if is_more else "")] if stand.across else []
    there = stand.other.name if stand.across else _("A colleague")
    end = _("Two people") if row.state == State.DISMISSED else _("One person")
    return [
        (_("Proposed"), _on(row.found)),
        *more,
        (_("We say") if stand.across else _("You say"), _said(stand.ours)),
        (there, _said(theirs)),
        (end, _on(row.settled)),
    ]


def _said(one: Judgement | None) -> str:
    return str(Verdict(one.verdict).label) if one else ""


def _on(moment: datetime | None) -> str:
    return date_format(timezone.localdate(moment), "j F Y") if moment else ""


def next_words(stand: Stand, *, is_safe: bool = False) -> str:
    """What happens next, in one sentence or two. is_safe: one of the two is safe and well, and with
    that person nobody is to speak."""
    name = {"society": stand.other.name}
    if stand.row.state == State.DISMISSED:
        return _("It is held to be two people. It comes again only when a new fact is told.")
    if stand.row.state == State.CONFIRMED:
        return (_only_sentences(stand) if is_safe else _confirmed(stand)) % name
    if stand.ours is None:
        return _to_say(stand) % name
    return _waits(stand) % name


def _confirmed(stand: Stand) -> str:
    if stand.across:
        return _(
            "Both societies say that it is one person. No family was told: agree with "
            "%(society)s who speaks with whom first."
        )
    return _("Two members say that it is one person. No family was told: decide who speaks first.")


def _only_sentences(stand: Stand) -> str:
    if stand.across:
        return _(
            "Both societies say that it is one person. No family was told: below stands what may "
            "be told, and who begins."
        )
    return _(
        "Two members say that it is one person. No family was told: below stands what may be told."
    )


def _to_say(stand: Stand) -> str:
    if stand.across:
        return _(
            "Say what you think. %(society)s does the same; each reads the other’s word "
            "after its own."
        )
    return _("Say what you think. Another member does the same; nobody decides this alone.")


def _waits(stand: Stand) -> str:
    if stand.theirs is None and stand.across:
        return _("We have said it. %(society)s finds it in its work list and says it, too.")
    if stand.theirs is None:
        return _("You have said it. It waits for a second member.")
    return _("Both have spoken and it stays open. Ask the families for more, then say it anew.")
