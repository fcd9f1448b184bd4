"""Where a case stands between the request and its end, as a picture, and where it may go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import lookups
from kintrace.cases.states import ARROWS, GOING_ON, State, ways_from
from kintrace.network.access import has

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kintrace.cases.models import Case
    from kintrace.cases.states import Arrow
    from kintrace.network.models import Member

KNOTS = (
    gettext_lazy("Handed in"),
    gettext_lazy("Accepted"),
    gettext_lazy("Taken up"),
    gettext_lazy("Being searched for"),
    gettext_lazy("The family was told"),
    gettext_lazy("Closed"),
)
# How many knots lie behind a case. A lead is part of the search, and a rest ends where it began.
REACHED = {
    State.SUBMITTED: 1,
    State.ACCEPTED: 2,
    State.OPEN: 3,
    State.SUSPENDED: 3,
    State.TRACING: 3,
    State.LEAD: 3,
    State.ANSWERED: 5,
    State.CLOSED: 6,
    State.REFUSED: 1,
}
SAYS = {
    State.SUBMITTED: gettext_lazy("Next: a member looks whether this search is ours."),
    State.REFUSED: gettext_lazy(
        "Next: the person is told why, and another member looks at the refusal."
    ),
    State.ACCEPTED: gettext_lazy("Next: somebody takes the case up."),
    State.OPEN: gettext_lazy("Next: begin to search, here or with another society."),
    State.TRACING: gettext_lazy("Next: follow every lead, and tell the family at each review."),
    State.LEAD: gettext_lazy("Next: find out whether the lead is right."),
    State.ANSWERED: gettext_lazy("Next: close the case, or go on where others are still sought."),
    State.SUSPENDED: gettext_lazy("The search rests. It is looked at again at the next review."),
    State.CLOSED: gettext_lazy("This case is closed."),
}
# What a press is called, and the sentence on its page.
PRESS = {
    State.TRACING: gettext_lazy("Go on searching"),
    State.LEAD: gettext_lazy("Follow a lead"),
    State.SUSPENDED: gettext_lazy("Let the search rest"),
    State.OPEN: gettext_lazy("Take the search up again"),
}
ASKS = {
    State.TRACING: gettext_lazy(
        "The search goes on in lists, with other societies and in the field."
    ),
    State.LEAD: gettext_lazy("Somebody told where the person sought may be. It is checked first."),
    State.SUSPENDED: gettext_lazy(
        "Nothing is done while a search rests. Its reviews go on, so that it is not forgotten."
    ),
    State.OPEN: gettext_lazy("The case is open again from now on."),
}

# Where somebody is detained it is otherwise (decision 038).
SAYS_OF_DETAINED = {
    State.OPEN: gettext_lazy(
        "Next: write a Red Cross Message, or refer the person to the ICRC. Nobody else is asked."
    ),
}
ASKS_OF_DETAINED = {
    State.TRACING: gettext_lazy(
        "Somebody was detained. To search means here to wait for the ICRC and for answers to Red "
        "Cross Messages. Nobody else is asked: it may harm the person."
    ),
}


@dataclass(frozen=True)
class Press:
    """A step that a member may take from here."""

    to: State
    label: _StrPromise


def knots(case: Case) -> list[tuple[_StrPromise | str, ...]]:
    """The thread of a case: knots behind it, the lamp where it stands, and what comes."""
    reached = REACHED[State(case.state)]
    return [(_label(case, at), _knot(case, at, reached)) for at, _name in enumerate(KNOTS)]


def _label(case: Case, at: int) -> _StrPromise | str:
    """A request that was not accepted, a lead and a rest stand at the knot where they are."""
    here = REACHED[State(case.state)] == at
    if here and case.state in (State.REFUSED, State.LEAD, State.SUSPENDED):
        return str(case.get_state_display())
    return KNOTS[at]


def _knot(case: Case, at: int, reached: int) -> str:
    if at < reached:
        return "done"
    if case.state == State.REFUSED:
        return "shut" if at == reached else "next"
    return "now" if at == reached else "next"


def says(case: Case) -> str:
    """What happens next, in a sentence."""
    if case.closed and case.state == State.CLOSED:
        words = _("Closed on %(day)s: %(why)s.")
        day = date_format(case.closed, "j F Y")
        return words % {"day": day, "why": case.get_closing_display()}
    otherwise = SAYS_OF_DETAINED if lookups.is_detained(case) else {}
    return str((SAYS | otherwise)[State(case.state)])


def presses(case: Case, *, by: Member) -> list[Press]:
    """The steps this member may take from where the case stands."""
    ways = ways_from(case.state)
    return [Press(to, PRESS[to]) for to, arrow in ways if has(by, arrow.right)]


def arrow_to(case: Case, to: str) -> tuple[State, Arrow]:
    """The arrow from where the case stands to a state named in an address, or 404."""
    if to not in GOING_ON:
        raise Http404
    arrow = ARROWS.get((State(case.state), State(to)))
    if arrow is None or arrow.own:
        raise Http404
    return State(to), arrow


def asks(case: Case, state: State) -> dict[str, str]:
    """Title and words of the page of a step."""
    otherwise = ASKS_OF_DETAINED if lookups.is_detained(case) else {}
    return {"title": str(PRESS[state]), "words": str((ASKS | otherwise)[state])}
