"""All that changes what stands in the directory. People walk to what they read here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds_listings import ListingDeed
from kintrace.directory.kinds import State
from kintrace.directory.models import Confirmation, Listing, Organisation, Place, Service
from kintrace.directory.refusals import IsRetired
from kintrace.directory.texts import cleaned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from kintrace.directory.told import Body, Offer, Row, Site, Town
    from kintrace.network.models import Member


@transaction.atomic
def settle_place(place: Place | None, *, town: Town, by: Member) -> Place:
    """Begin a place, or call it otherwise."""
    settled = place or Place(society_id=by.society_id)
    settled.country, settled.names = town.country, cleaned(town.names)
    settled.save()
    record(ListingDeed.SETTLED_PLACE, about=settled.pk, by=by)
    return settled


@transaction.atomic
def add_listing(place: Place, *, offer: Offer, site: Site, by: Member) -> Listing:
    """Write down a service that a member has just asked about: it counts as confirmed today."""
    service = write_service(Service(society_id=by.society_id), offer=offer)
    listing = Listing(society_id=by.society_id, service=service)
    write_listing(listing, place=place, site=site)
    _confirm(listing, by=by)
    record(ListingDeed.WROTE_LISTING, about=listing.pk, by=by)
    return listing


@transaction.atomic
def change_listing(
    listing: Listing, *, place: Place, offer: Offer, site: Site, by: Member
) -> Listing:
    """Say anew what is true. What is said of the service holds at its other places, too.

    Who writes it down has just asked, so it is confirmed as well.
    """
    write_service(listing.service, offer=offer)
    write_listing(listing, place=place, site=site)
    _confirm(listing, by=by)
    record(ListingDeed.CHANGED_LISTING, about=listing.pk, by=by)
    return listing


@transaction.atomic
def confirm(listing: Listing, *, by: Member) -> None:
    """A member called or went there today, and all of it is still true. Raises IsRetired."""
    if listing.state == State.RETIRED:
        raise IsRetired
    _confirm(listing, by=by)
    record(ListingDeed.CONFIRMED_LISTING, about=listing.pk, by=by)


@transaction.atomic
def retire(listing: Listing, *, by: Member) -> None:
    """Nobody helps there any more. The row stays, so that no old file brings it back."""
    listing.state = State.RETIRED
    listing.save(update_fields=["state"])
    _touch(listing.service)
    record(ListingDeed.RETIRED_LISTING, about=listing.pk, by=by)


def _confirm(listing: Listing, *, by: Member) -> None:
    listing.confirmed = timezone.localdate()
    listing.save(update_fields=["confirmed"])
    Confirmation.objects.create(society_id=listing.society_id, listing=listing, by=by)


def _touch(service: Service) -> None:
    service.changed = timezone.now()
    service.save(update_fields=["changed"])


# --- rows, for these actions and for what a file brings (importing.py) ---


def write_service(service: Service, *, offer: Offer, changed: datetime | None = None) -> Service:
    """What holds of a service wherever it is given."""
    service.organisation = _organisation(offer.organisation, society=service.society_id)
    service.kind = offer.kind
    service.names, service.about = cleaned(offer.names), cleaned(offer.about)
    service.fees, service.changed = cleaned(offer.fees), changed or timezone.now()
    service.save()
    _settle(service.spoken, offer.spoken, society=service.society_id)
    _settle(service.costs, offer.costs, society=service.society_id)
    return service


def write_listing(listing: Listing, *, place: Place, site: Site) -> Listing:
    """What holds at one place."""
    listing.place, listing.address, listing.state = place, site.address, site.state
    listing.access = cleaned(site.access)
    listing.location = site.location or listing.location
    listing.save()
    _settle(listing.phones, site.phones, society=listing.society_id)
    _settle(listing.openings, site.openings, society=listing.society_id)
    return listing


def _organisation(body: Body, *, society: UUID) -> Organisation:
    """The society's own row of this name or number; made where there is none."""
    own = Organisation.objects.filter(society_id=society)
    wanted = {"pk": body.id} if body.id else {"name__iexact": body.name}
    found = own.filter(**wanted).first()
    organisation = found or Organisation(pk=body.id or uuid4(), society_id=society)
    organisation.name, organisation.about = body.name, body.about or organisation.about
    organisation.save()
    return organisation


def _settle(rows: Any, told: Sequence[Row], *, society: UUID) -> None:
    """The rows say what was told and no more; what was said before keeps its number."""
    left = list(told)
    for row in rows.all():
        said = next((one for one in left if one.is_said_by(row)), None)
        if said is None:
            row.delete()
        else:
            left.remove(said)
    for one in left:
        rows.create(pk=one.id or uuid4(), society_id=society, **one.facts())


def take_confirmation(listing: Listing, *, day: date) -> bool:
    """What another system says of when it was confirmed; whether that is later than ours."""
    if listing.confirmed is not None and day <= listing.confirmed:
        return False
    listing.confirmed = day
    listing.save(update_fields=["confirmed"])
    return True
