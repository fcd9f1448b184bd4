"""A society with its service point, and who works there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

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
