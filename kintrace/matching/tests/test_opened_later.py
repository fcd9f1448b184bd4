"""Who agreed to be compared before the network compared is compared from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups as cases
from kintrace.cases.actions import moves
from kintrace.cases.safe_words import Look
from kintrace.cases.states import State
from kintrace.matching import jobs
from kintrace.matching.tests.conftest import SHE, searched
from kintrace.matching.tests.test_safe import well
from kintrace.people.lookups import cards_of_network
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene


@pytest.fixture
def begins(settings: Settings, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Nothing is compared in the network until this is called."""
    public = settings.MATCHING_PUBLIC
    settings.MATCHING_PUBLIC = tmp_path / "nothing"

    def begin() -> None:
        jobs.open_cards.call()
        settings.MATCHING_PUBLIC = public
        jobs.open_cards.call()

    yield begin
    settings.MATCHING_PUBLIC = public


def compared(scene: Scene, *subjects: UUID) -> int:
    with reading_as(scene.society.pk):
        return cards_of_network(subjects).count()


def everybody(scene: Scene, case: Case) -> list[UUID]:
    with scene.acting(scene.alma):
        return [case.subject, *(one.subject for one in cases.still_sought(case))]


def test_everybody_in_an_earlier_case_is_compared(here: Scene, begins: Callable[[], None]) -> None:
    both = everybody(here, searched(here, SHE))
    assert compared(here, *both) == 0
    begins()
    assert compared(here, *both) == 2
    begins()
    assert compared(here, *both) == 2


def test_who_said_earlier_that_they_are_safe_is_compared_if_they_agreed_to_it(
    here: Scene, begins: Callable[[], None]
) -> None:
    yes, no = well(here, Look.ACROSS), well(here, Look.HERE)
    begins()
    assert compared(here, yes.subject) == 1
    assert compared(here, no.subject) == 0


STOPS: dict[str, Callable[[Scene, Case], object]] = {
    "rests": lambda here, case: moves.move(
        case, to=State.SUSPENDED, why="wants_a_rest", by=here.alma
    ),
    "is held": lambda here, case: protection.put_on_hold(
        case.subject, reason="A call.", by=here.alma
    ),
    "took it back": lambda here, case: protection.withdraw(
        case.subject, purpose=Purpose.COMPARE, by=here.alma
    ),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS.keys())
def test_who_may_not_be_compared_now_is_not(
    here: Scene, begins: Callable[[], None], stop: Callable[[Scene, Case], object]
) -> None:
    case = searched(here, SHE)
    with here.acting(here.alma):
        stop(here, case)
    begins()
    assert compared(here, *everybody(here, case)) == 0


def test_who_was_not_asked_is_not_compared(here: Scene, begins: Callable[[], None]) -> None:
    case = searched(here, SHE, compared=False)
    begins()
    assert compared(here, *everybody(here, case)) == 0
