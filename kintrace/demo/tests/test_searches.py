"""Requests to search go as far as was planned, however often their steps are taken."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.states import State
from kintrace.demo import playing, steps
from kintrace.demo.network import plan, searches, settled
from kintrace.demo.network.asks import End, asks, found_for
from kintrace.demo.network.courses import Course
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import lots
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.names.scripts import script_of
from kintrace.network.access import Role
from tests.turns import in_turns

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.searches import Search

C, S = Course, State
# Where else it is being searched for.
RESTS_IN = {
    C.SUBMITTED: S.SUBMITTED,
    C.ACCEPTED: S.ACCEPTED,
    **dict.fromkeys((C.REFUSED, C.EXPLAINED, C.UPHELD), S.REFUSED),
    **dict.fromkeys((C.OVERTURNED, C.OPEN, C.RESUMED, C.REOPENED), S.OPEN),
    C.LEAD: S.LEAD,
    C.SUSPENDED: S.SUSPENDED,
    **dict.fromkeys((C.ANSWERED, C.DEATH_TOLD, C.CHOSE_NOTHING, C.TOLD), S.ANSWERED),
    **dict.fromkeys((C.SELF_SOLVED, C.WITHDRAWN, C.DUPLICATE, C.NOT_OURS), S.CLOSED),
    **dict.fromkeys((C.PASSED_ON, C.IN_TOUCH, C.TOLD_ALL), S.CLOSED),
}
# What a found person wants; whether it is verified, agreed by a second, passed on.
FOUND_AT = {
    C.INFORMED: (None, False, False, False),
    C.CHOSE_MESSAGE: ("message", False, False, False),
    C.CHOSE_ALIVE: ("alive", False, False, False),
    C.CHOSE_NOTHING: ("nothing", False, False, False),
    C.CHOSE_LATER: ("later", False, False, False),
    C.TAKEN_BACK: ("taken_back", False, False, False),
    C.VERIFIED: ("contact", True, False, False),
    C.SIGNED: ("contact", True, True, False),
    C.RELEASED: ("contact", True, True, True),
    C.TOLD: ("contact", True, True, True),
}
PARTS = 6


def first_of(course: Course) -> Search:
    return next(one for one in searches.at(HOUSES[0]) if one.course is course)


def come(search: Search) -> Case:
    """All that is done for this request, and the second half of it twice."""
    [receive, play] = [
        step
        for step in searches.steps(search.house)
        if step.key in {search.case_key, search.course_key}
    ]
    for step in (receive, play):
        steps.take(step)
    play.do()
    return case_of(search)


def case_of(search: Search) -> Case:
    with seated(actor(search, Role.CASEWORKER)) as by:
        return lookups.case_for(by, UUID(steps.made()[search.case_key]))


def test_the_plan_promises_300_cases_in_every_state_and_40_transfers_wherever_they_can_stand() -> (
    None
):
    cases = [lot for lot in lots() if lot.fate is not Fate.DRAFT]
    assert len(cases) + len(searches.searches()) >= 300
    assert {RESTS_IN.get(one.course, S.TRACING) for one in searches.searches()} == set(State)
    assert {one.course for one in searches.at(HOUSES[0])} == set(Course)
    assert len(asks()) >= 40
    assert {ask.end for ask in asks()} == set(End)
    keys = Counter(step.key for step in plan())
    planned = [search.course_key for search in searches.searches()] + [ask.key for ask in asks()]
    assert all(keys[key] == 1 for key in planned)


def test_what_a_desk_does_stands_at_the_first_one_before_another_society_does() -> None:
    keys = [step.key for step in plan()]
    before = keys[: keys.index(f"{HOUSES[1].code} society")]
    for noun in ("course", "family news", "event", "looked for", "certificate", "well"):
        assert [key for key in before if key.startswith(f"{HOUSES[0].code} {noun} ")], noun


def test_nobody_asks_or_tells_anything_of_a_person_of_whom_another_society_has_the_search() -> None:
    found = found_for(HOUSES[0], HOUSES[2])
    asked = [ask.lot.case_key for ask in (*asks(), found)]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("part", in_turns(map(str, range(PARTS)), turns=PARTS))
def test_every_case_comes_to_where_it_was_meant_to_be_and_stays(
    northmark: House, part: str
) -> None:
    for step in settled.steps(northmark):
        step.do()
    for course in list(Course)[int(part) :: PARTS]:
        search = first_of(course)
        case = come(search)
        assert case.state == RESTS_IN.get(course, S.TRACING), course
        with seated(actor(search, Role.CASEWORKER)):
            found = [lookups.finding_of(one) for one in lookups.still_sought(case)]
            assert len(found) == 1 + len(search.others)
            assert [as_found(one) for one in found if one.located] == (
                [FOUND_AT[course]] if course in FOUND_AT else []
            ), course


def as_found(one: Finding) -> tuple[str | None, bool, bool, bool]:
    return one.wish, one.is_verified, bool(one.signature), bool(one.release)


def test_who_looks_for_several_names_each_in_two_scripts(northmark: House) -> None:
    search = next(one for one in searches.at(northmark) if len(one.others) == 2)
    with seated(actor(search, Role.VOLUNTEER)) as by:
        case = playing.open_a_case(search.person, others=search.others, by=by)
        told = [lookups.told_of(one.subject) for one in lookups.still_sought(case)]
    assert len(told) == 3
    for one in told:
        assert len({script_of(part.text) for name in one.names for part in name}) == 2


def test_a_case_is_due_today_that_was_reopened_or_whose_search_was_taken_back(
    northmark: House,
) -> None:
    for course in (C.REOPENED, C.ASKED_TO_STOP):
        assert come(first_of(course)).next_review == timezone.localdate(), course
