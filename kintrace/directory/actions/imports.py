"""What a file of another system says, taken over: numbers stay, and what is older never wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds_listings import ListingDeed
from kintrace.directory import lookups
from kintrace.directory.actions import settle_place, take_confirmation, write_listing, write_service
from kintrace.directory.hsds.incoming import Unusable
from kintrace.directory.kinds import State
from kintrace.directory.models import Listing, Place, Service
from kintrace.directory.outcomes import Outcome

if TYPE_CHECKING:
    from kintrace.directory.hsds.incoming import Incoming, IncomingSite
    from kintrace.directory.told import Town
    from kintrace.network.models import Member


def take(incoming: Incoming, *, by: Member) -> Outcome:
    """Take a service over, whole or not at all. Raises Unusable."""
    try:
        return _take(incoming, by=by)
    except IntegrityError:
        raise Unusable(
            "id: another service has one of these numbers already, perhaps of another society. "
            "Give it numbers of its own."
        ) from None


@transaction.atomic
def _take(incoming: Incoming, *, by: Member) -> Outcome:
    known = lookups.service_or_none(by.society_id, incoming.id)
    if known and (incoming.changed is None or incoming.changed <= known.changed):
        return _confirmed_later(incoming, known, by=by)
    service = known or Service(pk=incoming.id, society_id=by.society_id)
    write_service(service, offer=incoming.offer, changed=incoming.changed)
    kept = [_take_site(service, one, by=by).pk for one in incoming.sites]
    # The newer file does not name these places any more.
    service.listings.exclude(pk__in=kept).update(state=State.RETIRED)
    record(ListingDeed.TOOK_SERVICE, about=service.pk, by=by)
    return Outcome.CHANGED if known else Outcome.NEW


def _take_site(service: Service, incoming: IncomingSite, *, by: Member) -> Listing:
    known = lookups.listing_or_none(by.society_id, incoming.id)
    listing = known or Listing(pk=incoming.id, society_id=by.society_id)
    listing.service = service
    write_listing(listing, place=_place(incoming.town, by=by), site=incoming.site)
    if incoming.confirmed:
        take_confirmation(listing, day=incoming.confirmed)
    return listing


def _place(town: Town, *, by: Member) -> Place:
    for name in town.names.values():
        if found := lookups.place_named(by.society_id, country=town.country, name=name):
            return found
    return settle_place(None, town=town, by=by)


def _confirmed_later(incoming: Incoming, known: Service, *, by: Member) -> Outcome:
    """Nothing is newer but that somebody asked there since."""
    later = [_took_confirmation(one, by=by) for one in incoming.sites]
    if any(later):
        record(ListingDeed.TOOK_SERVICE, about=known.pk, by=by)
        return Outcome.CONFIRMED
    if incoming.changed is None:
        return Outcome.UNDATED
    return Outcome.SAME if incoming.changed == known.changed else Outcome.OLDER


def _took_confirmation(incoming: IncomingSite, *, by: Member) -> bool:
    known = lookups.listing_or_none(by.society_id, incoming.id)
    return bool(known and incoming.confirmed and take_confirmation(known, day=incoming.confirmed))
