"""The sweep over the whole network, through the linking of whole files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.matching.linked import hands, run
from kintrace.matching.models import Candidate
from kintrace.matching.sweep import row_of, sweep
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, everybody_in, searched
from kintrace.people.lookups import network_cards_of
from kintrace.vault.network import reading_as_network

if TYPE_CHECKING:
    import pytest

    from kintrace.cases.tests.conftest import Scene


def quiet(_sentence: str) -> None:
    """Nobody looks on."""


def test_a_sweep_proposes_the_family_that_nobody_held_beside_each_other(
    here: Scene, there: Scene
) -> None:
    hers, his = searched(here, SHE), searched(there, HE)
    searched(there, STRANGER)
    assert sweep(quiet) >= 2
    one, other = everybody_in(here, hers), everybody_in(there, his)
    found = {frozenset((str(row.first), str(row.second))) for row in Candidate.objects.all()}
    assert found == {frozenset((one[0], other[1])), frozenset((one[1], other[0]))}
    before = set(Candidate.objects.values_list("pk", flat=True))
    sweep(quiet)
    assert set(Candidate.objects.values_list("pk", flat=True)) == before, "nothing anew"


def test_several_processes_leave_the_database_as_it_is(
    here: Scene, there: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched(here, SHE), searched(there, HE)
    monkeypatch.setattr(hands, "hands", lambda: 2)
    monkeypatch.setattr(hands, "LARGE", 1)
    monkeypatch.setattr(hands, "WORDS", 1)
    monkeypatch.setattr(run, "HEAP", 1)
    assert sweep(quiet) >= 2
    assert Candidate.objects.count() == 2


def test_a_card_is_swept_as_it_was_told(here: Scene) -> None:
    hers = searched(here, SHE)
    with reading_as_network():
        [card] = network_cards_of([hers.subject])
        row = row_of(card)
    assert (row["given"], row["father_name"], row["gender"]) == ("أمل", "خليل", "f")
    assert (row["dob"], row["birth_place"]) == ("1992", "حمص")


def test_without_cards_there_is_nothing_to_sweep(db: None) -> None:
    assert sweep(quiet) == 0
