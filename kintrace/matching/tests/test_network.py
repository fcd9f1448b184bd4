"""The matching worker: two societies, one family, and nothing that it may not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import moves
from kintrace.cases.states import State
from kintrace.matching import lookups, network
from kintrace.matching.models import Candidate
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, everybody_in, searched
from kintrace.people.lookups import about_how_many, network_cards
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose
from kintrace.vault.matching_pair import NoMatchingPair
from kintrace.vault.network import reading_as_network
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene


def pairs() -> list[tuple[str, str]]:
    return [(str(one.first), str(one.second)) for one in Candidate.objects.all()]


def worked() -> None:
    """The worker works until nothing is left."""
    for _ in range(10):
        if not network.turn():
            return
    raise AssertionError("the worker finds no end")


def test_a_family_that_searches_from_both_ends_is_proposed_to_both_and_to_nobody_else(
    here: Scene, there: Scene
) -> None:
    hers, his = searched(here, SHE), searched(there, HE)
    searched(there, STRANGER)
    worked()
    one, other = everybody_in(here, hers), everybody_in(there, his)
    assert {frozenset(pair) for pair in pairs()} == {
        frozenset((one[0], other[1])),
        frozenset((one[1], other[0])),
    }


def test_each_side_reads_coarse_facts_of_the_other_and_no_name(here: Scene, there: Scene) -> None:
    searched(here, SHE)
    searched(there, HE)
    worked()
    row = Candidate.objects.first()
    assert row is not None
    with here.acting(here.alma):
        side = lookups.other_side(row)
    assert side.society == there.society.pk
    assert not side.is_more
    assert side.facts["sex"] in {"female", "male"}
    assert not any(word in str(side.facts) for word in ("Samir", "Amal", "سمير", "Homs"))


def test_what_is_sealed_for_one_society_opens_for_no_other(here: Scene, there: Scene) -> None:
    searched(here, SHE)
    searched(there, HE)
    worked()
    row = Candidate.objects.first()
    assert row is not None
    row.facts_for_first, row.facts_for_second = row.facts_for_second, row.facts_for_first
    for scene in (here, there):
        with scene.acting(scene.alma), pytest.raises(KeyNotAtHand):
            lookups.other_side(row)


def test_without_the_yes_of_who_searches_nothing_of_the_case_is_there_for_the_worker(
    here: Scene, there: Scene
) -> None:
    searched(here, SHE, compared=False)
    searched(there, HE)
    worked()
    assert pairs() == []
    with reading_as_network():
        assert {card.society_id for card in network_cards()} == {there.society.pk}


@pytest.mark.database_bound
def test_how_many_cards_there_are_may_be_estimated_before_anything_was_counted(
    here: Scene,
) -> None:
    del here
    with reading_as_network():
        assert about_how_many() == 0


def test_who_must_not_learn_is_never_proposed(here: Scene, there: Scene) -> None:
    hers = searched(here, SHE)
    with here.acting(here.alma):
        feared = NotWith(countries=frozenset({there.society.country}))
        protection.change_not_with(hers.subject, not_with=feared, by=here.alma)
    searched(there, HE)
    worked()
    assert pairs() == []


def test_a_pair_that_nobody_judged_goes_with_the_permission(here: Scene, there: Scene) -> None:
    hers = searched(here, SHE)
    searched(there, HE)
    worked()
    assert len(pairs()) == 2
    with here.acting(here.alma):
        protection.withdraw(hers.subject, purpose=Purpose.COMPARE, by=here.alma)
    assert pairs() == []
    worked()
    assert pairs() == []


def test_a_hold_withdraws_the_pairs_of_everybody_in_the_case(here: Scene, there: Scene) -> None:
    hers = searched(here, SHE)
    searched(there, HE)
    worked()
    with here.acting(here.alma):
        protection.put_on_hold(hers.subject, reason="Somebody asks after her.", by=here.alma)
    assert pairs() == []


def test_a_search_that_rests_is_compared_no_more(here: Scene, there: Scene) -> None:
    hers = searched(here, SHE)
    with here.acting(here.alma):
        moves.move(hers, to=State.SUSPENDED, why="lost_touch", by=here.alma)
    searched(there, HE)
    worked()
    assert pairs() == []


def test_a_worker_without_the_private_half_reads_nothing(
    here: Scene, settings: Settings, tmp_path: Path
) -> None:
    searched(here, SHE)
    settings.MATCHING_KEY = tmp_path / "another.key"
    with pytest.raises(NoMatchingPair):
        network.turn()
