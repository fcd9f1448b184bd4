"""What was counted, and which addresses many people share."""

import ipaddress
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Sum
from django.shortcuts import get_object_or_404

from kintrace.network import lookups as network
from kintrace.network.words import SocietyKind
from kintrace.visitors.models import DayCount, Feedback, Network

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society

Range = ipaddress.IPv4Network | ipaddress.IPv6Network


def counts(first: date, last: date) -> dict[tuple[date, str], int]:
    """Both days included: {(day, kind): how often}, in whichever language."""
    rows = DayCount.objects.filter(day__range=(first, last)).values_list("day", "kind")
    return {(day, kind): number for day, kind, number in rows.annotate(Sum("count"))}


def days_with(kind: str, first: date, last: date) -> list[date]:
    """The days, both included, on which this happened at all; in their order."""
    return sorted(day for day, counted in counts(first, last) if counted == kind)


def views(kinds: Collection[str], first: date, last: date) -> dict[str, dict[date, int]]:
    """Both days included: {language: {day: how often pages of these kinds were shown}}."""
    rows = DayCount.objects.filter(day__range=(first, last), kind__in=kinds)
    found: dict[str, dict[date, int]] = {}
    for day, language, number in rows.values_list("day", "language").annotate(Sum("count")):
        found.setdefault(language, {})[day] = number
    return found


def named_ranges() -> dict[Range, int]:
    """Every named range with its times; on the public side, which sees those of all societies."""
    named: dict[Range, int] = {}
    for addresses, times in Network.objects.order_by("times").values_list("addresses", "times"):
        named[ipaddress.ip_network(addresses)] = times
    return named


def networks(member: "Member") -> list[Network]:
    """The networks that desks of the member's society named."""
    own = Network.objects.filter(society_id=member.society_id)
    return list(own.select_related("desk").order_by("desk__name", "addresses"))


def network_for(member: "Member", network_id: UUID) -> Network:
    """One of them, or 404: the same for absent and for another society's."""
    return get_object_or_404(Network, pk=network_id, society_id=member.society_id)


def may_be_met() -> list["Society"]:
    """The societies that people meet somewhere, by name; the network's office is none."""
    every = (one for one in network.every_society() if one.kind != SocietyKind.NETWORK_OFFICE)
    return sorted(every, key=lambda one: one.name.casefold())


def feedback(member: "Member") -> list[Feedback]:
    """How people found the work of the member's society; the newest first."""
    return list(Feedback.objects.filter(society_id=member.society_id))
