"""Where a child stands with its team, and which way it goes from there: one table of arrows.

A hold is no state: it lies over all of them. What a step waits for beside right and reason stands
in `children_rules`, for it lies in the box of the team.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed
from kintrace.network.access import Right

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ChildState(TextChoices):
    REGISTERED = "registered", _("Written down")
    TRACING = "tracing", _("The family is searched for")
    VERIFIED = "verified", _("It is the family")
    REUNIFIED = "reunified", _("With the family again")
    CARE = "care", _("In another home")
    CLOSED = "closed", _("Ended")


# While the family is searched for, here and by other societies.
SEARCHED = frozenset({ChildState.TRACING, ChildState.VERIFIED})


class ChildWhy(TextChoices):
    """The reasons that an arrow may ask for."""

    CHILD_NO = "child_no", _("The child does not want it any more")
    NOBODY = "nobody", _("Nobody of the family was found")
    FAILED = "failed", _("The person was not the family, or cannot look after the child")
    NOT_GOOD = "not_good", _("It would not be good for the child")
    NEW_FACT = "new_fact", _("There is a new fact")
    WENT_WRONG = "went_wrong", _("It is not good for the child to stay there")
    SETTLED = "settled", _("The child is well, and nothing is left to do")
    OF_AGE = "of_age", _("The child is 18 now")
    ELSEWHERE = "elsewhere", _("Another service looks after the child")
    GROUND_OVER = "ground_over", _("What the search stood on was taken back, or its time is over")
    MISTAKE = "mistake", _("It was no child, or somebody was written down twice")


class Asks(Enum):
    """What an arrow waits for in the box of the team; `children_rules` says what lacks."""

    ASSENT = auto()  # the child’s yes, as it stands now
    TRACING = auto()  # safety, two talks, and that searching is good for the child
    FAMILY = auto()  # somebody was found to be the family, who may learn of the child
    HOME = auto()  # that living there is good for the child, weighed after everything else


@dataclass(frozen=True)
class Arrow:
    """Which right it takes, what the audit calls it, between which reasons they choose, and what
    it waits for.

    itself: the reason that lies in the step, where nobody chooses one.
    searches: somebody searches or tells behind it, so the one question is asked before.
    own: it has an action of its own, which alone takes it.
    """

    right: Right
    deed: Deed
    whys: tuple[ChildWhy, ...] = ()
    itself: Promise | str = ""
    asks: tuple[Asks, ...] = ()
    searches: bool = False
    own: bool = False


_TEAM, _OFFICER = Right.LOOK_AFTER_CHILDREN, Right.PROTECT_CHILDREN
_W, _S = ChildWhy, ChildState
_YES, _TRACE = (Asks.ASSENT,), (Asks.ASSENT, Asks.TRACING)
# Back to where nobody searches, which waits for nothing.
_STOP = Arrow(_TEAM, Deed.STOPPED_TRACING_CHILD, (_W.NOT_GOOD, _W.CHILD_NO))
_CARE = Arrow(
    _OFFICER, Deed.CHILD_IN_CARE, (_W.NOBODY, _W.FAILED, _W.NOT_GOOD, _W.CHILD_NO)
)  # fmt: skip
_END = Arrow(_OFFICER, Deed.CLOSED_CHILD, (_W.SETTLED, _W.OF_AGE, _W.ELSEWHERE))
_END_EARLY = Arrow(_OFFICER, Deed.CLOSED_CHILD, (_W.OF_AGE, _W.ELSEWHERE, _W.MISTAKE))

ARROWS: dict[tuple[ChildState, ChildState], Arrow] = {
    (_S.REGISTERED, _S.TRACING): Arrow(
        _TEAM,
        Deed.TRACES_CHILD,
        itself=_("The child wants it, and it was weighed to be good for the child"),
        asks=_TRACE,
        searches=True,
    ),
    (_S.TRACING, _S.REGISTERED): _STOP,
    (_S.TRACING, _S.VERIFIED): Arrow(
        _OFFICER,
        Deed.VERIFIED_CHILD,
        itself=_("The child and the person were asked apart, and what they said fits"),
        asks=(*_TRACE, Asks.FAMILY),
        searches=True,
        own=True,
    ),
    (_S.VERIFIED, _S.REGISTERED): _STOP,
    # The search goes on, so only while the child wants it.
    (_S.VERIFIED, _S.TRACING): Arrow(_TEAM, Deed.STOPPED_TRACING_CHILD, (_W.FAILED,), asks=_YES),
    # Two members of the team: one proposes, another agrees.
    (_S.VERIFIED, _S.REUNIFIED): Arrow(
        _TEAM,
        Deed.REUNITED_CHILD,
        itself=_("The child wants to go there, and two members looked at everything"),
        asks=(*_YES, Asks.FAMILY, Asks.HOME),
        searches=True,
        own=True,
    ),
    (_S.REGISTERED, _S.CARE): _CARE,
    (_S.TRACING, _S.CARE): _CARE,
    (_S.VERIFIED, _S.CARE): _CARE,
    (_S.REUNIFIED, _S.CARE): Arrow(_OFFICER, Deed.CHILD_IN_CARE, (_W.WENT_WRONG,)),
    (_S.CARE, _S.TRACING): Arrow(
        _TEAM, Deed.TRACES_CHILD, (_W.NEW_FACT,), asks=_TRACE, searches=True
    ),
    (_S.REUNIFIED, _S.CLOSED): _END,
    (_S.CARE, _S.CLOSED): _END,
    (_S.REGISTERED, _S.CLOSED): _END_EARLY,
    (_S.TRACING, _S.CLOSED): _END_EARLY,
}


@dataclass(frozen=True)
class Press:
    """What the button of a way says, and what happens then."""

    does: Promise
    then: Promise


PRESSES: dict[ChildState, Press] = {
    _S.TRACING: Press(
        _("Begin to search for the family"),
        _("Now other societies may be asked for the child, and it may write to its family."),
    ),
    _S.REGISTERED: Press(
        _("Stop the search"),
        _(
            "Nobody searches for the family any more. What other societies search for the child is "
            "taken back, and what it wrote is called off."
        ),
    ),
    _S.CARE: Press(
        _("Leave the child in another home"),
        _(
            "Nobody searches for the family any more. How the child is cared for is still looked "
            "at again and again."
        ),
    ),
    _S.CLOSED: Press(
        _("End the work for the child"),
        _(
            "Nobody looks after it here any more. Its page says until which day everything is "
            "kept; then it is deleted."
        ),
    ),
}


def ways_from(state: str) -> list[tuple[ChildState, Arrow]]:
    """Where a child may go by a press on its page, in the order of the table."""
    return [
        (after, arrow)
        for (before, after), arrow in ARROWS.items()
        if before == state and not arrow.own
    ]
