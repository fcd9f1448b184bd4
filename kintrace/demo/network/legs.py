"""How a case without a photo goes: along the arrows of its states, by those whose turn it is.

The steps that a case has taken are written in it, so a course that died half-way goes on where it
was. Nobody is given up as lost here: that takes a year, and time is not moved.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import accepting, moves, opening
from kintrace.cases.circumstances import Closing, Way
from kintrace.cases.criteria import NotOurs
from kintrace.cases.outcomes import Result
from kintrace.cases.states import Clue, State, Why
from kintrace.demo import playing
from kintrace.demo.network import deaths, meetings
from kintrace.demo.network.courses import Course, Play
from kintrace.demo.network.states import actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import made
from kintrace.network.access import Role
from kintrace.protection.actions import withdraw
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.demo.network.searches import Search

    Act = Callable[[Play], object]


def receive(search: Search) -> str:
    """Somebody comes to the desk, and a volunteer hands the request in. Answers the case's id."""
    with seated(actor(search, Role.VOLUNTEER)) as volunteer:
        case = playing.open_a_case(search.person, others=search.others, by=volunteer)
        return str(case.pk)


def play(search: Search) -> None:
    """Go on from where the case stands to where its course ends."""
    with seated(actor(search, Role.CASEWORKER)) as by:
        this = Play(search, lookups.case_for(by, UUID(made()[search.case_key])))
        taken = len(lookups.moves_of(this.case)) - 1  # the first row is handing in
    for leg in LEGS.get(search.course, ())[taken:]:
        leg(_as_it_stands(this))
    for act in BESIDE.get(search.course, ()):
        act(_as_it_stands(this))


def _as_it_stands(this: Play) -> Play:
    with seated(this.member(Role.CASEWORKER)) as by:
        return Play(this.search, lookups.case_for(by, this.case.pk))


# --- steps along an arrow: each leaves one row ---


def _accept(this: Play) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        accepting.accept(this.case, by=by)


def _take_up(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        accepting.take_up(this.case, by=by)


def _refuse(this: Play) -> None:
    why = REFUSED_FOR[this.search.number % len(REFUSED_FOR)]
    note = "The request is about something else than a family that was parted."
    with seated(this.member(Role.CASEWORKER)) as by:
        accepting.refuse(this.case, criterion=why, note=note, by=by)


def _put_back(this: Play) -> None:
    """What the second look leaves: the request is handed in again."""
    _explain(this)
    _review(this, agreed=False)


def _move(to: State, why: str, this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        moves.move(this.case, to=to, why=why, by=by)


def _close(closing: Closing, this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        opening.close_case(this.case, closing=closing, by=by)


def _reopen(this: Play) -> None:
    fact = "A cousin wrote that somebody of this name asked for the family in the port."
    with seated(this.member(Role.OFFICER)) as by:
        accepting.reopen(this.case, fact=fact, by=by)


def _tell(result: Result, how: str, this: Play) -> None:
    """Of everybody who is sought: the last one told answers the family."""
    meetings.tell_of_all(this, result=result, how=how)


# --- what leaves no row of its own, and looks first ---


def _explain(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        refusal = lookups.refusal_of(this.case)
        if refusal.told is None and this.case.state == State.REFUSED:
            language = this.search.person.language
            told = accepting.Explained(timezone.localdate(), Way.DESK, language)
            accepting.explain(refusal, explained=told, by=by)


def _review(this: Play, *, agreed: bool) -> None:
    with seated(this.member(Role.OFFICER)) as by:
        refusal = lookups.refusal_of(this.case)
        if refusal.reviewed is None:
            accepting.review(refusal, agreed=agreed, by=by)


def _ask_to_stop(this: Play) -> None:
    with seated(this.member(Role.CASEWORKER)) as by:
        if bases_in_force(this.case.subject, Purpose.TRACE).exists():
            withdraw(this.case.subject, purpose=Purpose.TRACE, by=by)


REFUSED_FOR = (NotOurs.GENEALOGY, NotOurs.FRIENDS, NotOurs.INHERITANCE, NotOurs.THIRD_PARTY)
_UP = (_accept, _take_up)
_SEARCH = (*_UP, partial(_move, State.TRACING, ""))
_FOLLOW = (*_SEARCH, partial(_move, State.LEAD, Clue.SOCIETY))
_REST = (*_SEARCH, partial(_move, State.SUSPENDED, Why.WANTS_A_REST))
_NOTHING_TO_SAY = partial(_tell, Result.NOT_FOUND, "by_phone")
# Arrow by arrow, from handed in on.
LEGS: dict[Course, tuple[Act, ...]] = {
    Course.ACCEPTED: (_accept,),
    Course.REFUSED: (_refuse,),
    Course.EXPLAINED: (_refuse,),
    Course.UPHELD: (_refuse,),
    Course.OVERTURNED: (_refuse, _put_back, *_UP),
    Course.OPEN: _UP,
    Course.TRACING: _SEARCH,
    Course.LEAD: _FOLLOW,
    Course.LED_NOWHERE: (*_FOLLOW, partial(_move, State.TRACING, Why.NOT_THEM)),
    Course.SUSPENDED: _REST,
    Course.RESUMED: (*_REST, partial(_move, State.OPEN, Why.BACK_IN_TOUCH)),
    Course.ANSWERED: (*_SEARCH, _NOTHING_TO_SAY),
    Course.DEATH_TOLD: (*_SEARCH, *deaths.SURE, partial(_tell, Result.DEAD, "in_person")),
    Course.OTHER_NEWS: (
        *_SEARCH,
        _NOTHING_TO_SAY,
        partial(_move, State.TRACING, Why.NEW_FACT),
    ),
    Course.REOPENED: (*_SEARCH, partial(_close, Closing.WITHDRAWN), _reopen),
    Course.ASKED_TO_STOP: _SEARCH,
    Course.SELF_SOLVED: (*_SEARCH, partial(_close, Closing.SELF_SOLVED)),
    Course.WITHDRAWN: (*_UP, partial(_close, Closing.WITHDRAWN)),
    Course.DUPLICATE: (*_UP, partial(_close, Closing.DUPLICATE)),
    Course.NOT_OURS: (_accept, partial(_close, Closing.NOT_OURS)),
    Course.PASSED_ON: (*_SEARCH, partial(_close, Closing.PASSED_ON)),
    Course.TOLD_ALL: (*_SEARCH, _NOTHING_TO_SAY, partial(_close, Closing.TOLD)),
    Course.IN_TOUCH: (
        *_SEARCH,
        partial(_tell, Result.SELF_SOLVED, "by_phone"),
        partial(_close, Closing.FOUND),
    ),
    **dict.fromkeys(meetings.STOPS, _SEARCH),
}
# After that, what the courses of found persons do is in meetings.py.
BESIDE: dict[Course, tuple[Act, ...]] = {
    Course.EXPLAINED: (_explain,),
    Course.UPHELD: (_explain, partial(_review, agreed=True)),
    Course.ASKED_TO_STOP: (_ask_to_stop,),
    **meetings.STOPS,
}
