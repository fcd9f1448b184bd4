"""Where a case may stand, and which way it may go from there: one table of arrows.

That somebody was found, and what they chose, is no state: both are sealed, and a case that was
answered looks the same whatever was answered (decision 030). A hold is no state either; it lies
over all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed
from kintrace.cases.circumstances import TO_CHOOSE
from kintrace.cases.criteria import NotOurs
from kintrace.network.access import Right

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import Promise


class State(TextChoices):
    SUBMITTED = "submitted", _("Handed in")
    REFUSED = "refused", _("Not accepted")
    ACCEPTED = "accepted", _("Accepted")
    OPEN = "open", _("Open")
    TRACING = "tracing", _("Being searched for")
    LEAD = "lead", _("Following a lead")
    ANSWERED = "answered", _("The family was told")
    SUSPENDED = "suspended", _("Resting")
    CLOSED = "closed", _("Closed")


# The search is under way: something may be done for the family.
AT_WORK = frozenset({State.OPEN, State.TRACING, State.LEAD, State.ANSWERED})
ENDED = frozenset({State.REFUSED, State.CLOSED})
GOING_ON = frozenset(State) - ENDED


class Why(TextChoices):
    """The reasons that an arrow may ask for."""

    LOST_TOUCH = "lost_touch", _("The person who searches cannot be reached for now")
    WANTS_A_REST = "wants_a_rest", _("The person who searches asked us to wait")
    NO_WAY_NOW = "no_way_now", _("Where the search goes on, nobody can work for now")
    BACK_IN_TOUCH = "back_in_touch", _("The person is in touch again, or wants to go on")
    WAY_IS_FREE = "way_is_free", _("The search can go on there again")
    NOT_THEM = "not_them", _("It was somebody else")
    NOTHING_THERE = "nothing_there", _("The lead led nowhere")
    NEW_FACT = "new_fact", _("There is a new fact")
    REVIEWED = "reviewed", _("A second member looked at the refusal and decided otherwise")


class Ours(TextChoices):
    """Why a request is accepted."""

    FITS = "fits", _("It is a search that this society takes on")
    DESPITE = "despite", _("A criterion is not met; why it is accepted is written with it")


class Clue(TextChoices):
    """Where a lead comes from."""

    MESSAGE = "message", _("Somebody wrote to us, called us or came to us")
    SOCIETY = "society", _("Another society or organisation told us")
    FAMILY = "family", _("The family heard something")
    SEARCH = "search", _("We came upon it in a list or where we asked")


REST = (Why.LOST_TOUCH, Why.WANTS_A_REST, Why.NO_WAY_NOW)
GO_ON = (Why.BACK_IN_TOUCH, Why.WAY_IS_FREE)
LED_NOWHERE = (Why.NOT_THEM, Why.NOTHING_THERE)


@dataclass(frozen=True)
class Arrow:
    """Who may go this way, what the audit calls it, and between which reasons they choose.

    itself: the reason that lies in the step, where nobody chooses one.
    searches: searching goes on behind it, so the one question is asked before.
    own: it has an action of its own, which alone takes it.
    """

    right: Right
    deed: Deed
    whys: tuple[TextChoices, ...] = ()
    itself: Promise | str = ""
    searches: bool = False
    own: bool = False

    def reason(self, why: str) -> str:
        """The reason of a step that was taken, in words; "" where none was asked for then."""
        chosen = (one.label for one in self.whys if one.value == why)
        return str(next(chosen, self.itself))


_SEARCH = Arrow(
    Right.CHANGE_CASES,
    Deed.SEARCHES_ON,
    itself=_("Notice, ground and safety were looked at, and nothing stands against it"),
    searches=True,
)
_REST = Arrow(Right.CHANGE_CASES, Deed.SUSPENDED_CASE, REST)
_CLOSE = Arrow(Right.CHANGE_CASES, Deed.CLOSED_CASE, tuple(TO_CHOOSE), own=True)
# Only by telling an outcome, which asks for the approved sentence and how it was said. Which one
# it was stands nowhere in the open (decision 030).
_ANSWER = Arrow(
    Right.CHANGE_CASES,
    Deed.TOLD_FAMILY,
    itself=_("The family heard of everybody whom it seeks"),
    own=True,
)

ARROWS: dict[tuple[State, State], Arrow] = {
    (State.SUBMITTED, State.ACCEPTED): Arrow(
        Right.ACCEPT_CASES, Deed.ACCEPTED_CASE, tuple(Ours), own=True
    ),
    (State.SUBMITTED, State.REFUSED): Arrow(
        Right.ACCEPT_CASES, Deed.REFUSED_CASE, tuple(NotOurs), own=True
    ),
    (State.REFUSED, State.SUBMITTED): Arrow(
        Right.REVIEW_REFUSALS, Deed.OVERTURNED_REFUSAL, (Why.REVIEWED,), own=True
    ),
    (State.ACCEPTED, State.OPEN): Arrow(
        Right.CHANGE_CASES, Deed.OPENED_CASE, itself=_("A member goes on with it"), own=True
    ),
    (State.OPEN, State.TRACING): _SEARCH,
    (State.TRACING, State.LEAD): Arrow(
        Right.CHANGE_CASES, Deed.FOLLOWS_LEAD, tuple(Clue), searches=True
    ),
    (State.LEAD, State.TRACING): Arrow(
        Right.CHANGE_CASES, Deed.SEARCHES_ON, LED_NOWHERE, searches=True
    ),
    # A lead is part of the search. Where none began the family is told why not, and the case ends.
    (State.TRACING, State.ANSWERED): _ANSWER,
    (State.LEAD, State.ANSWERED): _ANSWER,
    # Somebody is found, and others are sought still; or the answer is not the last word.
    (State.ANSWERED, State.TRACING): Arrow(
        Right.CHANGE_CASES, Deed.SEARCHES_ON, (Why.NEW_FACT,), searches=True
    ),
    (State.OPEN, State.SUSPENDED): _REST,
    (State.TRACING, State.SUSPENDED): _REST,
    (State.LEAD, State.SUSPENDED): _REST,
    (State.SUSPENDED, State.OPEN): Arrow(Right.CHANGE_CASES, Deed.RESUMED_CASE, GO_ON),
    **{(state, State.CLOSED): _CLOSE for state in State if state in GOING_ON},
    (State.CLOSED, State.OPEN): Arrow(
        Right.REOPEN_CASES, Deed.REOPENED_CASE, (Why.NEW_FACT,), own=True
    ),
}


def ways_from(state: str) -> Iterable[tuple[State, Arrow]]:
    """Where a case may go by a press on its page, in the order of the table."""
    return [
        (after, arrow)
        for (before, after), arrow in ARROWS.items()
        if before == state and not arrow.own
    ]
