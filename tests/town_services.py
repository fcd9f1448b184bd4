"""A service near a place of the town, for tests of the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.directory.tests.cast import a_listing, a_place
from kintrace.network.access import Role
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from tests.town import Town


def help_nearby(town: Town) -> None:
    """A caseworker names a place and writes down a clinic there."""
    alma = town[Role.CASEWORKER]
    with reading_as(town.society.pk, member=alma.pk):
        place = a_place(by=alma)
        listing = a_listing(place, by=alma)
    town.things.update({"place": place.pk, "place code": place.code, "listing": listing.pk})
