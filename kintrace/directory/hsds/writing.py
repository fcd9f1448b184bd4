"""Listings written as HSDS 3.0: nothing that is kept is left out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from kintrace.directory.hsds.attributes import YES, fact, kind, number, texts
from kintrace.directory.kinds import Kind, State
from kintrace.directory.texts import said
from kintrace.ui import tongues

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import time

    from kintrace.directory.models import Cost, Listing, Opening, Service

Written = dict[str, Any]
# In HSDS a service is open or not wherever it is given: it is, where it is open anywhere.
STATUS = {State.OPEN: "active", State.CLOSED: "temporarily closed", State.RETIRED: "defunct"}
DAY_BEGINS, DAY_ENDS = "00:00", "24:00"


def services(listings: Iterable[Listing]) -> list[Written]:
    """Whole services, each with those of its listings that were given."""
    together = sorted(listings, key=lambda one: (str(one.service_id), str(one.pk)))
    found = groupby(together, lambda one: one.service_id)
    return [_service(own[0].service, own) for own in (list(rows) for _pk, rows in found)]


def _service(service: Service, listings: Sequence[Listing]) -> Written:
    states = {State(one.state) for one in listings}
    confirmed = [one.confirmed for one in listings if one.confirmed]
    written = {
        "id": str(service.pk),
        "organization_id": str(service.organisation_id),
        "name": words(service.names),
        "description": words(service.about),
        "status": STATUS[min(states, key=list(State).index)],
        "fees_description": words(service.fees),
        "assured_date": min(confirmed).isoformat() if confirmed else "",
        "last_modified": service.changed.isoformat(),
        "languages": [_language(one.pk, one.code) for one in service.spoken.all()],
        "cost_options": [_cost(one) for one in service.costs.all()],
        "attributes": _of_service(service),
        "organization": _organisation(service),
        "service_at_locations": [_at_location(one) for one in listings],
    }
    return _without_empty(written)


def words(said_of_it: Mapping[str, str]) -> str:
    """What a system reads that knows one language only."""
    found = said(said_of_it, "en")
    return found.words if found else ""


def _of_service(service: Service) -> list[Written]:
    return [
        kind(service.pk, service.kind),
        *texts("service", service.pk, "names", service.names),
        *texts("service", service.pk, "about", service.about),
        *texts("service", service.pk, "fees", service.fees),
    ]


def _organisation(service: Service) -> Written:
    """HSDS asks for a description; where nobody wrote one, the name is all that is known."""
    one = service.organisation
    return {"id": str(one.pk), "name": one.name, "description": one.about or one.name}


def _language(pk: object, code: str) -> Written:
    return {"id": str(pk), "code": code, "name": tongues.own_name(code)}


def _cost(cost: Cost) -> Written:
    amount = None if cost.amount is None else float(cost.amount)
    written = {"option": cost.option, "currency": cost.currency, "amount": amount}
    return {"id": str(cost.pk)} | _without_empty(written)


def _at_location(listing: Listing) -> Written:
    about = [fact("service_at_location", listing.pk, "state", listing.state)]
    if listing.confirmed:
        day = listing.confirmed.isoformat()
        about.append(fact("service_at_location", listing.pk, "confirmed", day))
    if listing.service.kind == Kind.SAFE_SPACE and listing.address:
        about.append(fact("service_at_location", listing.pk, "known", YES))
    about += texts("service_at_location", listing.pk, "access", listing.access)
    written = {
        "id": str(listing.pk),
        "service_id": str(listing.service_id),
        "location_id": str(listing.location),
        "phones": [{"id": str(one.pk), "number": one.number} for one in listing.phones.all()],
        "schedules": [_schedule(one) for one in listing.openings.all()],
        "attributes": about,
        "location": _location(listing),
    }
    return _without_empty(written)


def _schedule(opening: Opening) -> Written:
    return {
        "id": str(opening.pk),
        "freq": "WEEKLY",
        "byday": opening.days,
        "opens_at": _clock(opening.opens) or DAY_BEGINS,
        "closes_at": _clock(opening.closes) or DAY_ENDS,
    }


def _clock(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _location(listing: Listing) -> Written:
    """A house, or only a phone: then it is in no place that one could walk to."""
    sort = "physical" if listing.address else "virtual"
    address = {
        "id": number("address", listing.location),
        "location_id": str(listing.location),
        "address_1": listing.address,
        "city": words(listing.place.names),
        "state_province": "",
        "postal_code": "",
        "country": listing.place.country,
        "address_type": sort,
    }
    written = {
        "id": str(listing.location),
        "location_type": sort,
        "addresses": [address],
        "accessibility": _accessibility(listing),
        "attributes": texts("location", listing.location, "place", listing.place.names),
    }
    return _without_empty(written)


def _accessibility(listing: Listing) -> list[Written]:
    about = words(listing.access)
    pk = number("accessibility", listing.pk)
    return [{"id": pk, "description": about}] if about else []


def _without_empty(written: Written) -> Written:
    """HSDS leaves out what is not known; an amount of nothing is known."""
    return {name: value for name, value in written.items() if value not in ("", None, [])}
