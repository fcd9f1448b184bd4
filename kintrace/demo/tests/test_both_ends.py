"""Families of the demo that search from both ends are brought together by its own worker."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups as cases
from kintrace.cases.states import State
from kintrace.demo import filling, steps
from kintrace.demo.network import both_ends, comparing, people
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import made
from kintrace.demo.tests.conftest import make
from kintrace.matching import held, lookups
from kintrace.matching.words import State as PairState
from kintrace.matching.worklist_asked import requests_to_look_at
from kintrace.network.access import Role
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytest_django import Settings

    from kintrace.demo.network.houses import House
    from kintrace.matching.models import Candidate


def test_each_family_is_proposed_to_both_and_one_side_has_said_what_it_is(northmark: House) -> None:
    tresvale = make(HOUSES[2])
    for step in both_ends.steps(northmark, tresvale):
        steps.take(step)
        steps.take(step)  # killed half-way, and taken again
    for number in range(1, len(both_ends.FAMILIES) + 1):
        for house in (northmark, tresvale):
            assert pairs_of(house, number), (house.code, number)
    with seated(named("alma")) as alma:
        said = [row for row in lookups.candidates_for(alma) if lookups.said_of(row)]
        assert [row.state for row in said] == [PairState.OPEN]
        assert lookups.more_is_asked_for(alma).count() == 1
    assert is_in_the_work_list(tresvale), "one asked the other to search for who comes there"


def is_in_the_work_list(house: House) -> bool:
    names = house.of(Role.CASEWORKER)
    with seated(named(names[both_ends.LAST % len(names)])) as by:
        while held.hold_requests():
            pass
        return any(requests_to_look_at(by))


def pairs_of(house: House, number: int) -> list[Candidate]:
    with seated(named(house.of(Role.CASEWORKER)[0])) as by:
        case = cases.case_for(by, UUID(made()[both_ends.key(house, number)]))
        return lookups.pairs_about(by, [case.subject])


def test_of_every_two_people_one_is_compared_and_searched_for(northmark: House) -> None:
    live = [lot for lot in people.at(northmark) if lot.fate is Fate.LIVE][:4]
    wanted = {lot.case_key for lot in live} | {f"{lot.case_key} compared" for lot in live}
    for step in (*people.steps(northmark), *comparing.early(northmark)):
        if step.key in wanted:
            steps.take(step)
    for lot in live:
        with seated(actor(lot, Role.CASEWORKER)) as by:
            case = cases.case_for(by, UUID(made()[lot.case_key]))
            compared = bases_in_force(case.subject, Purpose.COMPARE).exists()
        assert compared is (lot.number % 2 == 0)
        assert case.state == (State.TRACING if compared else State.OPEN)


def test_the_demos_worker_matches_when_nothing_is_left_to_make(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "plan", tuple)
    assert not filling.go_on_or_match()
    monkeypatch.setattr("kintrace.matching.network.turn", lambda: 3)
    assert filling.go_on_or_match()


def test_a_demo_without_a_matching_pair_goes_on(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    monkeypatch.setattr(filling, "plan", tuple)
    settings.MATCHING_KEY = tmp_path / "nothing"
    assert not filling.go_on_or_match()
