"""The only door to the rows of the directory."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.directory.kinds import HOLDS, SOON, Kind, State, runs_out
from kintrace.directory.models import Confirmation, Listing, Place, Service
from kintrace.network.words import SocietyState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member

_WHOLE = ("phones", "openings", "service__costs", "service__spoken")


def _whole(rows: QuerySet[Listing]) -> QuerySet[Listing]:
    """With all that a page says of each."""
    return rows.select_related("service__organisation", "place").prefetch_related(*_WHOLE)


# --- what everybody may read ---


def places_with_help() -> list[Place]:
    """The places of every society in the network where somebody helps."""
    shown = Listing.objects.exclude(state=State.RETIRED).values("place")
    there = Place.objects.filter(society__state=SocietyState.ACTIVE, pk__in=shown)
    return list(there.select_related("society"))


def place_coded(code: str) -> Place:
    """The place with this code in its address, or 404."""
    there = Place.objects.filter(society__state=SocietyState.ACTIVE).select_related("society")
    return get_object_or_404(there, code=code)


def listings_at(place: Place) -> list[Listing]:
    """What stands at a place, what is closed for now as well; by kind, and by who helps."""
    return _in_order(_whole(place.listings.exclude(state=State.RETIRED)))


def printable_at(place: Place) -> list[Listing]:
    """What may be printed today: open, and confirmed within the last 90 days."""
    today = timezone.localdate()
    return [
        one for one in listings_at(place) if one.state == State.OPEN and not one.in_doubt(today)
    ]


def _in_order(rows: QuerySet[Listing]) -> list[Listing]:
    kinds = list(Kind)
    return sorted(
        rows,
        key=lambda one: (
            kinds.index(Kind(one.service.kind)),
            one.service.organisation.name.casefold(),
            one.pk,
        ),
    )


# --- of one's own society ---


@dataclass(frozen=True)
class Wanted:
    """Which listings a member looks at: words of an address; what is none of them says nothing."""

    kind: str = ""
    place: str = ""
    language: str = ""
    due: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Wanted:
        return cls(**{name: asked.get(name, "") for name in cls.__dataclass_fields__})

    def keeps(self, listing: Listing, today: date) -> bool:
        spoken = {one.code for one in listing.service.spoken.all()}
        return (
            self.kind in {"", listing.service.kind}
            and self.place in {"", str(listing.place_id)}
            and (not self.language or self.language in spoken)
            and (not self.due or falls_due(listing) <= today + SOON)
        )


def falls_due(listing: Listing) -> date:
    """By when somebody should ask there again."""
    return runs_out(listing.confirmed or timezone.localdate() - HOLDS)


def places(member: Member) -> list[Place]:
    """The places of the society, by the first of their names."""
    own = Place.objects.filter(society_id=member.society_id)
    return sorted(own, key=lambda place: [*place.names.values(), ""][0].casefold())


def place_for(member: Member, place_id: UUID) -> Place:
    """A place of the own society, or 404: the same for absent and for foreign."""
    own = Place.objects.filter(society_id=member.society_id).select_related("society")
    return get_object_or_404(own, pk=place_id)


def listings(member: Member, wanted: Wanted | None = None) -> list[Listing]:
    """The listings of the society that are shown, those in doubt first."""
    own = Listing.objects.filter(society_id=member.society_id).exclude(state=State.RETIRED)
    today = timezone.localdate()
    kept = [one for one in _in_order(_whole(own)) if (wanted or Wanted()).keeps(one, today)]
    return sorted(kept, key=lambda one: not one.in_doubt(today))


def listing_for(member: Member, listing_id: UUID) -> Listing:
    """A listing of the own society, or 404; one that is not shown any more, too."""
    return get_object_or_404(
        _whole(Listing.objects.filter(society_id=member.society_id)), pk=listing_id
    )


def elsewhere(listing: Listing) -> int:
    """At how many other places the same service is given."""
    return listing.service.listings.exclude(pk=listing.pk).exclude(state=State.RETIRED).count()


def last_confirmation(listing: Listing) -> Confirmation | None:
    """Who asked there last; nobody of ours where a file told it."""
    return listing.confirmations.select_related("by").first()


def due_by_place(member: Member) -> list[tuple[Place, int, date]]:
    """Where somebody should ask again: the place, at how many services, and the earliest day."""
    last = timezone.localdate() + SOON - HOLDS
    own = Listing.objects.filter(society_id=member.society_id).exclude(state=State.RETIRED)
    due = own.filter(Q(confirmed=None) | Q(confirmed__lte=last)).select_related("place")
    found: dict[Place, list[date]] = defaultdict(list)
    for listing in due:
        found[listing.place].append(falls_due(listing))
    return [(place, len(days), min(days)) for place, days in found.items()]


# --- for other systems ---


def every_listing(society: UUID) -> list[Listing]:
    """All listings of a society, those that are not shown any more as well."""
    own = Listing.objects.filter(society_id=society)
    return list(_whole(own).order_by("service", "pk"))


def service_or_none(society: UUID, service: UUID) -> Service | None:
    return Service.objects.filter(society_id=society, pk=service).first()


def listing_or_none(society: UUID, listing: UUID) -> Listing | None:
    return Listing.objects.filter(society_id=society, pk=listing).first()


def place_named(society: UUID, *, country: str, name: str) -> Place | None:
    """The society's place of that name in any language."""
    there = Place.objects.filter(society_id=society, country=country)
    wanted = name.casefold()
    return next(
        (one for one in there if wanted in {own.casefold() for own in one.names.values()}), None
    )
