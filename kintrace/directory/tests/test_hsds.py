"""Listings as HSDS 3.0 and back: nothing is lost, numbers stay, and what is older never wins."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.utils import timezone

from kintrace.directory import actions, importing, lookups
from kintrace.directory.kinds import Kind, State
from kintrace.directory.models import Listing, Service
from kintrace.directory.outcomes import Outcome
from kintrace.directory.tests.cast import a_house, last_asked, offer, site
from kintrace.directory.tests.files import export, forget_all, new, take
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member, Society

House = tuple["Society", "Member"]
pytestmark = pytest.mark.database_bound
# What HSDS 3.0 requires of each table, as its schemas say.
REQUIRED = {
    "service": ("id", "name", "status"),
    "organization": ("id", "name", "description"),
    "service_at_locations": ("id",),
    "location": ("id", "location_type"),
    "addresses": (
        *("id", "address_1", "city", "state_province", "postal_code", "country"),
        "address_type",
    ),
    "phones": ("id", "number"),
    "schedules": ("id",),
    "languages": ("id",),
    "cost_options": ("id",),
    "accessibility": ("id",),
    "attributes": ("id",),
    "taxonomy_term": ("id", "name", "description"),
}


def tables(name: str, given: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a file with the name of its table."""
    if isinstance(given, list):
        for one in given:
            yield from tables(name, one)
    elif isinstance(given, dict):
        yield name, given
        for key, value in given.items():
            yield from tables(key, value)


def test_every_table_has_what_hsds_requires(at_work: House) -> None:
    society, _alma = at_work
    seen = set()
    for name, given in tables("service", export(society)):
        seen.add(name)
        assert set(REQUIRED[name]) <= given.keys(), name
        UUID(given["id"])
    assert seen == REQUIRED.keys()
    assert {one["status"] for one in export(society)} == {"active", "defunct"}


def test_what_was_exported_comes_back_whole(at_work: House) -> None:
    society, alma = at_work
    before = export(society)
    forget_all()
    assert take(before, by=alma) == [Outcome.NEW] * 3
    assert export(society) == before
    assert take(before, by=alma) == [Outcome.SAME] * 3
    assert export(society) == before


def test_a_service_at_two_places_keeps_both(at_work: House) -> None:
    society, alma = at_work
    [given] = [one for one in export(society) if one["status"] == "active" and _free(one)]
    second = copy.deepcopy(given["service_at_locations"][0])
    for _name, one in tables("service_at_locations", second):
        one["id"] = new()
    second["location"]["addresses"][0]["city"] = "Upper Ferry"
    second["location"].pop("attributes")
    given["service_at_locations"].append(second)
    given["last_modified"] = timezone.now().isoformat()
    assert take([given], by=alma) == [Outcome.CHANGED]
    found = Service.objects.get(pk=given["id"])
    assert {one.place.names["en"] for one in found.listings.all()} == {"Eastport", "Upper Ferry"}
    [again] = [one for one in export(society) if one["id"] == given["id"]]
    assert len(again["service_at_locations"]) == 2
    given["service_at_locations"].pop()
    given["last_modified"] = timezone.now().isoformat()
    assert take([given], by=alma) == [Outcome.CHANGED]
    assert found.listings.get(pk=second["id"]).state == State.RETIRED


def _free(given: dict[str, Any]) -> bool:
    return [one.get("amount") for one in given["cost_options"]] == [0]


def test_what_is_older_never_wins_and_what_says_no_day_does_not_either(at_work: House) -> None:
    society, alma = at_work
    old = export(society)
    [one, *_rest] = [row for row in lookups.listings(alma) if row.service.is_free]
    [at_first] = [given for given in old if given["id"] == str(one.service_id)]
    other = offer(names={"en": "Another name"})
    actions.change_listing(one, place=one.place, offer=other, site=site(), by=alma)
    assert take([at_first], by=alma) == [Outcome.OLDER]
    at_first.pop("last_modified")
    assert take([at_first], by=alma) == [Outcome.UNDATED]
    assert Service.objects.get(pk=one.service_id).names == {"en": "Another name"}


def test_a_later_confirmation_is_taken_even_where_nothing_else_is_newer(at_work: House) -> None:
    society, alma = at_work
    today = timezone.localdate()
    given = export(society)
    for listing in Listing.objects.all():
        last_asked(listing, days_ago=50)
    assert Outcome.CONFIRMED in take(given, by=alma)
    taken = [one.confirmed for one in Listing.objects.filter(service__kind=Kind.HEALTH)]
    assert taken == [today]
    [law] = Listing.objects.filter(service__kind=Kind.LEGAL)
    assert law.confirmed == today - timedelta(days=50)  # the file knew an earlier one


def test_a_number_of_another_society_is_never_written_over(at_work: House) -> None:
    society, alma = at_work
    given = export(society)
    before = copy.deepcopy(given)
    other, boris = a_house("BG")
    with reading_as(other.pk, member=boris.pk):
        rows = list(importing.take(given, language="en", by=boris))
        assert {row.outcome for row in rows} == {Outcome.BAD}
        assert "perhaps of another society" in rows[0].words
        assert lookups.every_listing(other.pk) == []
    with reading_as(society.pk, member=alma.pk):
        assert export(society) == before
