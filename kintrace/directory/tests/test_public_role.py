"""What the public role reads of the directory, and what it cannot; PostgreSQL only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import pytest
from django.db import ProgrammingError, connection, transaction

from kintrace.directory.models import Confirmation, Listing
from kintrace.directory.tests.cast import a_house, a_listing, a_place
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.database_bound
AsPublic = Callable[[], AbstractContextManager[Any]]
CHANGES = (
    "UPDATE directory_listing SET address = 'elsewhere'",
    "DELETE FROM directory_phone",
    "UPDATE directory_place SET code = '00000000'",
)


def test_the_public_side_reads_every_listing_and_neither_who_asked_nor_writes(
    as_public_role: AsPublic, visitor: Client
) -> None:
    society, alma = a_house()
    with reading_as(society.pk):
        place = a_place(by=alma)
        a_listing(place, by=alma)
    with as_public_role():
        assert "Eastport" in visitor.get("/en/places-that-help/").content.decode()
        page = visitor.get(f"/en/places-that-help/{place.code}/").content.decode()
        assert "Station clinic" in page
        assert visitor.get(f"/places-that-help/{place.code}.json").status_code == 200
        with pytest.raises(ProgrammingError), transaction.atomic():
            Confirmation.objects.count()
        for change in CHANGES:
            with (
                pytest.raises(ProgrammingError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(change)


def test_a_society_writes_no_row_of_another(postgres: None, db: None) -> None:
    society, alma = a_house()
    other, _boris = a_house("BG")
    with reading_as(society.pk):
        listing = a_listing(a_place(by=alma), by=alma)
    with reading_as(other.pk):
        assert not Listing.objects.exists()
        assert Listing.objects.filter(pk=listing.pk).update(address="a trap") == 0
    with reading_as(society.pk):
        listing.refresh_from_db()
        assert listing.address != "a trap"
