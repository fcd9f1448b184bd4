"""Files of services: ours, and one as another system writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kintrace.directory import importing, lookups
from kintrace.directory.hsds import writing
from kintrace.directory.models import Listing, Organisation, Place, Service

if TYPE_CHECKING:
    from kintrace.directory.outcomes import Outcome
    from kintrace.network.models import Member, Society


def export(society: Society) -> list[dict[str, Any]]:
    written = writing.services(lookups.every_listing(society.pk))
    read: list[dict[str, Any]] = json.loads(json.dumps(written))
    return read


def take(services: list[Any], *, by: Member) -> list[Outcome]:
    return [row.outcome for row in importing.take(services, language="en", by=by)]


def forget_all() -> None:
    for model in (Listing, Service, Organisation, Place):
        model.objects.all().delete()


def new() -> str:
    return str(uuid4())


def foreign() -> dict[str, Any]:
    """A service with people in it and words in one language."""
    return {
        "id": new(),
        "name": "Legal aid at the port",
        "description": "Advice for everybody.",
        "status": "active",
        "email": "office@example.org",
        "last_modified": "2026-01-02T10:00:00Z",
        "organization": {"id": new(), "name": "Port Law", "description": "Lawyers"},
        "contacts": [{"id": new(), "name": "Ann Persona"}],
        "languages": [{"id": new(), "code": "eng"}, {"id": new(), "code": "tir"}],
        "attributes": [{"id": new(), "taxonomy_term": {"id": new(), "name": "Legal advice"}}],
        "phones": [{"id": new(), "number": "+44 1234 234567"}],
        "schedules": [
            {"id": new(), "byday": "MO,TU", "opens_at": "10:00:00Z", "closes_at": "18:00:00Z"},
            {"id": new(), "freq": "MONTHLY", "byday": "1MO"},
        ],
        "service_at_locations": [{"id": new(), "location": _house()}],
    }


def _house() -> dict[str, Any]:
    address = {"id": new(), "address_1": "Quay 1", "city": "Eastport", "country": "at"}
    return {
        "id": new(),
        "location_type": "physical",
        "addresses": [address],
        "accessibility": [{"id": new(), "description": "A lift"}],
    }


def spoiled(**other: Any) -> dict[str, Any]:
    return foreign() | other


def at_place(**other: Any) -> dict[str, Any]:
    given = foreign()
    given["service_at_locations"][0]["location"]["addresses"][0] |= other
    return given
