"""Who helps near two places: written down by a member, and one of them from another system."""

from __future__ import annotations

import tomllib
from datetime import time, timedelta
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.directory import actions, importing, lookups
from kintrace.directory.hsds.attributes import kind, number, texts
from kintrace.directory.kinds import State
from kintrace.directory.told import Body, Hours, Number, Offer, Price, Site, Tongue, Town
from kintrace.network.access import Role

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.directory.models import Place
    from kintrace.network.models import Member


@cache
def _places() -> tuple[dict[str, Any], ...]:
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["place"])


def steps(house: House) -> tuple[Step, ...]:
    """The places of a society and the services near each; none where nobody wrote any."""
    return tuple(
        Step(f"{house.code} services {place['names']['en']}", partial(_write_down, house, place))
        for place in _places()
        if place["house"] == house.code
    )


def _write_down(house: House, told: dict[str, Any]) -> None:
    with seated(named(house.of(Role.CASEWORKER)[0])) as by:
        place = _place(told, by=by)
        known = {one.service.organisation.name for one in lookups.listings_at(place)}
        new = [one for one in told["service"] if one["organisation"] not in known]
        for one in new:
            if "from_a_file" not in one:
                actions.add_listing(place, offer=_offer(one), site=_site(one), by=by)
        from_a_file = [_as_hsds(one, told) for one in new if "from_a_file" in one]
        list(importing.take(from_a_file, language="en", by=by))


def _place(told: dict[str, Any], *, by: Member) -> Place:
    known = lookups.place_named(by.society_id, country=told["country"], name=told["names"]["en"])
    town = Town(country=told["country"], names=told["names"])
    return known or actions.settle_place(None, town=town, by=by)


def _offer(one: dict[str, Any]) -> Offer:
    price = Price(amount=Decimal(one.get("amount", "0")), currency=one.get("currency", ""))
    return Offer(
        organisation=Body(name=one["organisation"]),
        kind=one["kind"],
        names=one["names"],
        about=one.get("about", {}),
        fees=one.get("fees", {}),
        spoken=[Tongue(code=code) for code in one["languages"]],
        costs=[price],
    )


def _site(one: dict[str, Any]) -> Site:
    return Site(
        address=one.get("address", ""),
        access=one.get("access", {}),
        state=State.OPEN,
        phones=[Number(number=phone) for phone in one.get("phones", ())],
        openings=[
            Hours(days=days, opens=_clock(opens), closes=_clock(closes))
            for days, opens, closes in one["hours"]
        ],
    )


def _clock(told: str) -> time | None:
    return time.fromisoformat(told) if told else None


def _as_hsds(one: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    """The same as another system writes it, which asked there long ago."""
    asked = timezone.now() - timedelta(days=one["from_a_file"])
    pk = number("demo", one["organisation"])
    return {
        "id": pk,
        "name": one["names"]["en"],
        "status": "active",
        "assured_date": asked.date().isoformat(),
        "last_modified": asked.isoformat(),
        "organization": {"id": number(pk, "organisation"), "name": one["organisation"]},
        "attributes": [
            kind(UUID(pk), one["kind"]),
            *texts("service", UUID(pk), "names", one["names"]),
        ],
        "languages": [{"id": number(pk, code), "code": code} for code in one["languages"]],
        "cost_options": [{"id": number(pk, "cost"), "amount": 0}],
        "phones": [{"id": number(pk, phone), "number": phone} for phone in one["phones"]],
        "schedules": [
            {"id": number(pk, days), "byday": days, "opens_at": opens, "closes_at": closes}
            for days, opens, closes in one["hours"]
        ],
        "service_at_locations": [{"id": number(pk, "here"), "location": _house(pk, one, place)}],
    }


def _house(pk: str, one: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    address = {
        "id": number(pk, "address"),
        "address_1": one["address"],
        "city": place["names"]["en"],
        "country": place["country"],
    }
    where = {"id": number(pk, "location"), "location_type": "physical"}
    return where | {"addresses": [address]}
