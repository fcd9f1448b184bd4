"""Places and services as tests say them; inside `reading_as` the society of who writes them."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.directory import actions
from kintrace.directory.kinds import Kind, State
from kintrace.directory.told import Body, Hours, Number, Offer, Price, Site, Tongue, Town
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.directory.models import Listing, Place
    from kintrace.network.models import Member, Society

NAMES = {"en": "Station clinic", "ar": "عيادة المحطة", "ti": "ክሊኒክ መዕረፊ"}
ABOUT = {"en": "For everybody, without papers.", "fr": "Pour tous, sans papiers."}
PHONE = "+00 010 555 0161"


def a_house(code: str = "AT") -> tuple[Society, Member]:
    """A society and its caseworker."""
    society = found(code)
    return society, enlist(society, Role.CASEWORKER)


def a_place(name: str = "Eastport", *, by: Member, **names: str) -> Place:
    town = Town(country="AT", names={"en": name} | names)
    return actions.settle_place(None, town=town, by=by)


def offer(**other: Any) -> Offer:
    """A free clinic in three languages."""
    plan: dict[str, Any] = {
        "organisation": Body(name="Doctors of the Harbour"),
        "kind": Kind.HEALTH.value,
        "names": NAMES,
        "about": ABOUT,
        "fees": {},
        "spoken": [Tongue(code="ar"), Tongue(code="ti")],
        "costs": [Price(amount=Decimal(0))],
    }
    return Offer(**plan | other)


def site(**other: Any) -> Site:
    plan: dict[str, Any] = {
        "address": "Station Square 1\nbehind the clock",
        "access": {"en": "No steps."},
        "state": State.OPEN.value,
        "phones": [Number(number=PHONE)],
        "openings": [
            Hours(days="MO,TU,WE,TH,FR", opens=time(8), closes=time(20)),
            Hours(days="SA,SU", opens=time(10), closes=time(14)),
        ],
    }
    return Site(**plan | other)


def a_listing(place: Place, *, by: Member, at: Site | None = None, **other: Any) -> Listing:
    return actions.add_listing(place, offer=offer(**other), site=at or site(), by=by)


def last_asked(listing: Listing, *, days_ago: int) -> None:
    """Nobody confirmed it since so many days."""
    listing.confirmed = timezone.localdate() - timedelta(days=days_ago)
    with reading_as(listing.society_id):
        listing.save()
