"""No sequence of allowed actions shows, searches for, shares or answers against the gates."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time
from hypothesis import settings as given
from hypothesis.stateful import run_state_machine_as_test

from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from tests.gates.counted import STEPS
from tests.gates.machine import Gates
from tests.gates.promises import FIRST_DAY
from tests.gates.stage import WAYS, a_house, agree_with_each_other

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

RUNS, LONG = 200, 30
# Each run by chance alone: the other engine goes through shortest runs first, and plays many once
# more with two steps made alike, which looks for little new here.
BY_CHANCE = "hypothesis-urandom"
# Hypothesis leaves some steps out of many runs: it goes on until each of them did something.
MORE, AT_MOST = 50, 400
ENOUGH = 100  # faces that stood in two hundred runs; else hardly anything was tried


@pytest.fixture
def gates(
    db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[type[Gates]]:
    """The four societies; two of them are in one country."""
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    monkeypatch.setattr(playing, "WAYS", WAYS)
    houses = [a_house(number, code) for number, code in enumerate(("AT", "BG", "BGX", "DK"))]
    office = houses[0].one(Role.NETWORK_ADMIN)
    with freeze_time(FIRST_DAY):
        agree_with_each_other(houses)
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
    Played.taken, Played.effects = Counter(), Counter()
    yield Played
    playing.leave()


def play(gates: type[Gates], *, runs: int, steps: int) -> None:
    how = given(max_examples=runs, stateful_step_count=steps, deadline=None, backend=BY_CHANCE)
    run_state_machine_as_test(gates, settings=how)


def test_no_sequence_of_allowed_actions_passes_a_gate(gates: type[Gates]) -> None:
    play(gates, runs=4, steps=15)
    assert gates.shown, "nobody ever came to the wall, so nothing was tried"


def never_done(gates: type[Gates]) -> set[str]:
    return {name for name in STEPS if not gates.effects[name]}


@pytest.mark.slow
def test_no_long_sequence_of_allowed_actions_passes_a_gate(
    gates: type[Gates], figure: Callable[[str, str, str], None]
) -> None:
    begun = time.monotonic()
    played = RUNS
    play(gates, runs=RUNS, steps=LONG)
    while never_done(gates) and played < AT_MOST:
        play(gates, runs=MORE, steps=LONG)
        played += MORE
    assert len(gates.shown) > ENOUGH
    assert never_done(gates) == set(), "steps that were never taken, or never did anything"
    rules = ", ".join(
        f"{name} {gates.effects[name]} of {gates.taken[name]}" for name in sorted(STEPS)
    )
    figure(
        "no sequence of allowed actions passes a gate",
        f"{played} runs of {LONG} steps, {gates.taken.total()} steps of {len(STEPS)} rules, "
        f"{len(gates.shown)} faces, 0 counterexamples, {time.monotonic() - begun:.0f} s; "
        f"done of tried: {rules}",
        "200 runs of 30 steps, every rule, 0 counterexamples",
    )
