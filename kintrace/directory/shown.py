"""A listing as it is read, in the language in force: on a phone, at the desk and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kintrace.directory import hours
from kintrace.directory.kinds import ICONS, Kind, State
from kintrace.directory.texts import said
from kintrace.ui import countries, tongues

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kintrace.directory.hours import Line
    from kintrace.directory.models import Listing, Place
    from kintrace.directory.texts import Said


@dataclass(frozen=True)
class Card:
    """What a reader is told of one service at one place."""

    listing: Listing
    name: Said | None
    about: Said | None
    organisation: str
    address: str
    access: Said | None
    phones: Sequence[str]
    hours: Sequence[Line]
    languages: Sequence[str]  # by their own names
    fee: str
    fees: Said | None
    closed: bool
    confirmed: date | None
    in_doubt: bool  # nobody confirmed it for 90 days


@dataclass(frozen=True)
class Group:
    """All that helps with one thing."""

    kind: Kind
    icon: str
    cards: Sequence[Card]


def groups(listings: Iterable[Listing]) -> list[Group]:
    """Listings in the order of the lookups, those of one kind together."""
    return [
        Group(Kind(kind), ICONS[kind], [card(one) for one in own])
        for kind, own in groupby(listings, lambda one: one.service.kind)
    ]


def card(listing: Listing) -> Card:
    service, language = listing.service, get_language() or "en"
    return Card(
        listing=listing,
        name=said(service.names, language),
        about=said(service.about, language),
        organisation=service.organisation.name,
        address=listing.address,
        access=said(listing.access, language),
        phones=[one.number for one in listing.phones.all()],
        hours=[hours.line(one.days, one.opens, one.closes) for one in listing.openings.all()],
        languages=[tongues.own_name(one.code) for one in service.spoken.all()],
        fee=_fee(listing),
        fees=said(service.fees, language),
        closed=listing.state == State.CLOSED,
        confirmed=listing.confirmed,
        in_doubt=listing.in_doubt(timezone.localdate()),
    )


def _fee(listing: Listing) -> str:
    """What it costs, in a word or two; nothing where nobody said."""
    costs = list(listing.service.costs.all())
    if not costs:
        return ""
    if listing.service.is_free:
        return _("Free")
    priced = [f"{one.amount:f} {one.currency}".strip() for one in costs if one.amount]
    if priced:
        return _("It costs %(price)s.") % {"price": f"\u2066{', '.join(priced)}\u2069"}
    return _("It costs something. Ask first how much.")


def name_of(place: Place) -> Said | None:
    """A place by its name in the reader's language."""
    return said(place.names, get_language() or "en")


def named(places: Iterable[Place]) -> list[tuple[str, str]]:
    """Places for the choices of a form, by name."""
    pairs = [(str(place.pk), words_of(place)) for place in places]
    return sorted(pairs, key=lambda pair: pair[1].casefold())


def words_of(place: Place) -> str:
    name = name_of(place)
    return name.words if name else ""


def by_country(places: Iterable[Place]) -> list[tuple[str, list[Place]]]:
    """Pairs of a country's name and its places, in the order of the names."""
    known = dict(countries.countries())
    found: dict[str, list[Place]] = {}
    for place in places:
        # Countries of a training system are invented: there the society's name says where.
        country = known.get(place.country, place.society.name)
        found.setdefault(country, []).append(place)
    return [
        (country, sorted(found[country], key=lambda one: words_of(one).casefold()))
        for country in sorted(found, key=str.casefold)
    ]
