"""A tablet that works at the service point of a society, for tests of the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.network.access import Role
from kintrace.servicepoints import actions, lookups
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from tests.town import Town


def keep_a_tablet(town: Town) -> None:
    """Ready to work without network."""
    officer = town[Role.OFFICER]
    with reading_as(town.society.pk, member=officer.pk):
        point = lookups.point_for(officer, town.things["point"])
        device = actions.make_ready(point, name="The green one", by=officer)
    town.things["device"] = device.pk
