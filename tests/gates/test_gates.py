"""No sequence of allowed actions shows, searches for or shares anybody against the gates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as given
from hypothesis.stateful import run_state_machine_as_test

from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from tests.gates.machine import Gates
from tests.gates.stage import a_house

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

ENOUGH = 100  # faces that stood in two hundred runs; else hardly anything was tried


@pytest.fixture
def gates(db: None, settings: Settings, tmp_path: Path) -> Iterator[type[Gates]]:
    """The four societies."""
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    houses = [a_house(code) for code in ("AT", "BG", "CY", "DK")]
    office = houses[0].members[list(Role).index(Role.NETWORK_ADMIN)]
    with reading_as(office.society_id):
        region = wall.settle_region(
            None,
            name="Everywhere",
            scope="Over the sea.",
            criteria="",
            societies=[str(house.society.pk) for house in houses],
            languages=["en"],
            by=office,
        )

    class Played(Gates):
        pass

    Played.houses, Played.region, Played.shown = houses, region, set()
    yield Played
    playing.leave()


def test_no_sequence_of_allowed_actions_passes_a_gate(gates: type[Gates]) -> None:
    run_state_machine_as_test(
        gates, settings=given(max_examples=6, stateful_step_count=15, deadline=None)
    )
    assert gates.shown, "nobody ever came to the wall, so nothing was tried"


@pytest.mark.slow
def test_no_long_sequence_of_allowed_actions_passes_a_gate(gates: type[Gates]) -> None:
    run_state_machine_as_test(
        gates, settings=given(max_examples=200, stateful_step_count=30, deadline=None)
    )
    assert len(gates.shown) > ENOUGH
