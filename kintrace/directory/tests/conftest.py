"""A browser of a visitor; a society with its caseworker, and one with services to exchange."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.test import Client

from kintrace.directory import actions
from kintrace.directory.kinds import Kind
from kintrace.directory.tests.cast import a_house, a_listing, a_place, last_asked, site
from kintrace.directory.told import Price
from kintrace.network.models import Member, Society
from kintrace.vault.reader import reading_as

House = tuple[Society, Member]


@pytest.fixture
def visitor() -> Client:
    """A browser that would send CSRF failures back, as a real one is treated."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def kept_house(db: None) -> tuple[Society, Member]:
    return a_house()


@pytest.fixture
def at_work(kept_house: House) -> Iterator[House]:
    """Alma at the desk, and two towns with three services, one of them retired."""
    society, alma = kept_house
    with reading_as(society.pk, member=alma.pk):
        east, ferry = a_place(by=alma, ar="إيستبورت"), a_place("Upper Ferry", by=alma)
        a_listing(east, by=alma)
        paid = [Price(amount=None, currency=""), Price(option="Adults", amount=Decimal("2.50"))]
        law = {"kind": Kind.LEGAL, "fees": {"fr": "Demandez"}, "costs": paid}
        only_called = site(address="", access={}, openings=[])
        last_asked(a_listing(ferry, at=only_called, by=alma, **law), days_ago=100)
        actions.retire(a_listing(ferry, kind=Kind.CASH, by=alma), by=alma)
        yield society, alma
