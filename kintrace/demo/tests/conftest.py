"""The demo's first society, made by the demo's own steps, and its files in a folder of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.demo import playing, steps
from kintrace.demo.network import societies
from kintrace.demo.network.houses import HOUSES
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.demo.network.houses import House


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.FACES = tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    network_compares(settings, tmp_path)


@pytest.fixture(autouse=True)
def nobody_is_seated() -> Iterator[None]:
    playing.leave()
    yield
    playing.leave()


@pytest.fixture
def northmark(db: None) -> House:
    return make(HOUSES[0])


def make(house: House) -> House:
    """Found a society as the demo does, step by step."""
    for step in societies.steps(house):
        steps.take(step)
    return house
