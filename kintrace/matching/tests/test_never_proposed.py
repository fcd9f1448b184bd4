"""Whoever must not be found is no candidate: whatever stopped it, before or after the machine saw
them, in the own society and across."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from kintrace.cases.actions import moves
from kintrace.cases.lookups import still_sought
from kintrace.cases.states import State
from kintrace.cases.tests.conftest import build_scene
from kintrace.matching import network, standing
from kintrace.matching.models import Candidate
from kintrace.matching.tests.asked_of_us import kept_apart
from kintrace.matching.tests.conftest import HE, SHE, searched
from kintrace.network.access import Role
from kintrace.people.lookups import card_of
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose, WhyErased

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

    Stop = Callable[[Scene, Case], object]

TOLD = {"name": "Amal", "who": "Her brother"}


def _sought(case: Case) -> UUID:
    return still_sought(case)[0].subject


def _hold(subject: Callable[[Case], UUID]) -> Stop:
    return lambda here, case: protection.put_on_hold(
        subject(case), reason="Somebody asks after her.", by=here.alma
    )


def _withdraw(purpose: Purpose) -> Stop:
    return lambda here, case: protection.withdraw(case.subject, purpose=purpose, by=here.alma)


def _not_to_be_found(here: Scene, case: Case) -> None:
    protection.register_do_not_find(case.subject, told=TOLD, by=here.alma)


def _erase(here: Scene, case: Case) -> None:
    protection.erase(case.subject, why=WhyErased.ASKED, by=here.dora)


def _rest(here: Scene, case: Case) -> None:
    moves.move(case, to=State.SUSPENDED, why="wants_a_rest", by=here.alma)


ALWAYS: dict[str, Stop] = {
    "a hold on who searches": _hold(lambda case: case.subject),
    "the search taken back": _withdraw(Purpose.TRACE),
    "erased": _erase,
}
ACROSS: dict[str, Stop] = ALWAYS | {
    "comparing taken back": _withdraw(Purpose.COMPARE),
    "a search that rests": _rest,
}


def worked() -> None:
    while network.turn():
        pass


def subjects() -> set[UUID]:
    return {one for row in Candidate.objects.all() for one in (row.first, row.second)}


@pytest.mark.parametrize("stop", ACROSS.values(), ids=ACROSS.keys())
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_across_societies(here: Scene, there: Scene, stop: Stop, first: bool) -> None:
    hers = searched(here, SHE)
    searched(there, HE)
    if not first:
        worked()
        assert len(subjects()) == 4
    with here.acting(here.alma):
        stop(here, hers)
    worked()
    assert subjects() == set()


@pytest.mark.parametrize("stop", ALWAYS.values(), ids=ALWAYS.keys())
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_in_the_own_society(here: Scene, stop: Stop, first: bool) -> None:
    hers, _his = searched(here, SHE), searched(here, HE)
    with here.acting(here.alma):
        if not first:
            standing.search_new()
            assert len(subjects()) == 4
        stop(here, hers)
        standing.search_new()
    assert subjects() == set()


@pytest.mark.parametrize("feared", ["the society", "its country"])
def test_who_must_not_learn_whichever_way_they_were_named(
    here: Scene, there: Scene, feared: str
) -> None:
    hers = searched(here, SHE)
    searched(there, HE)
    worked()
    by_id = frozenset({there.society.pk}) if feared == "the society" else frozenset[UUID]()
    by_land = frozenset({there.society.country}) if feared == "its country" else frozenset[str]()
    with here.acting(here.alma):
        circle = NotWith(societies=by_id, countries=by_land)
        protection.change_not_with(hers.subject, not_with=circle, by=here.alma)
    worked()
    assert subjects() == set()


def test_who_does_not_want_to_be_found_is_proposed_to_nobody(here: Scene, there: Scene) -> None:
    hers = searched(here, SHE)
    searched(there, HE)
    worked()
    with here.acting(here.alma):
        _not_to_be_found(here, hers)
    worked()
    assert hers.subject not in subjects()


def test_who_is_kept_apart_in_silence_is_proposed_to_nobody_and_their_card_stays(
    db: None, there: Scene
) -> None:
    """A card that is gone would tell whoever works on the case (decision 059)."""
    here = build_scene("NM", carla=Role.CHILD_PROTECTION)
    hers = searched(here, SHE)
    searched(there, HE)
    worked()
    sought = kept_apart(here, hers)
    with here.acting(here.alma):
        assert card_of(sought) is not None
    worked()
    assert sought not in subjects()
    with here.acting(here.alma):
        standing.search_new()
    assert sought not in subjects()
