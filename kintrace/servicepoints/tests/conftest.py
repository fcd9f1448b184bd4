"""A society with its service point, and who works there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan
from kintrace.servicepoints.tests.people import Harbour, build_harbour
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.network.models import Member, Society
    from kintrace.servicepoints.models import ServicePoint


@dataclass(frozen=True)
class Shore:
    """A society, its point at the harbour, an officer who plans it and a volunteer."""

    society: Society
    point: ServicePoint
    omar: Member
    chidi: Member


def settle_shore(code: str) -> Shore:
    """The same in any society."""
    society = found(code)
    omar, chidi = enlist(society, Role.OFFICER), enlist(society, Role.VOLUNTEER)
    with reading_as(society.pk, member=omar.pk):
        point = actions.set_up_point(
            Plan("Harbour Street", "fixed", "Behind the fish market", slots=4), by=omar
        )
    return Shore(society, point, omar, chidi)


@pytest.fixture
def shore(db: None) -> Iterator[Shore]:
    """The reader in force is the society."""
    there = settle_shore("AT")
    with reading_as(there.society.pk, member=there.chidi.pk):
        yield there


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> None:
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.PINS = tmp_path / "pins.json"


@pytest.fixture
def harbour(db: None) -> Harbour:
    """With boxes and an approved notice; nobody reads until a test says who."""
    return build_harbour("AT")


@pytest.fixture
def elsewhere(db: None) -> Harbour:
    """A point of another society further on."""
    return build_harbour("BG")


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    """The first of March 2026, noon, until a test moves it."""
    with freeze_time("2026-03-01 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock
