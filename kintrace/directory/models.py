"""Who helps near a place, with what, where and when. All of it is public and names no person.

The shape is that of Open Referral's HSDS: an organisation gives a service, the service is given at
places (a listing), and each has phones and hours. Who confirmed a listing is a table of its own,
which the public side does not read.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.directory.kinds import Kind, State, runs_out

if TYPE_CHECKING:
    from datetime import date

_Texts = models.JSONField[dict[str, str], dict[str, str]]


def new_code() -> str:
    """What stands in the address of a place: short for a square on paper, and no town's name."""
    return secrets.token_hex(4)


def _public(*names: str) -> dict[str, str]:
    return dict.fromkeys(("id", "society", *names), "public")


class Place(models.Model):
    """A town, or a part of one, as a society calls it."""

    DATA: ClassVar = _public("code", "country", "names")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, unique=True, default=new_code)
    country = models.CharField(max_length=2)
    names: _Texts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(("code__regex", r"^[0-9a-f]{8}$")), name="directory_place_code_random"
            )
        ]

    def __str__(self) -> str:
        return f"place {self.pk}"


class Organisation(models.Model):
    """Who helps."""

    DATA: ClassVar = _public("name", "about")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"organisation {self.pk}"


class Service(models.Model):
    """With what an organisation helps, wherever it does."""

    DATA: ClassVar = _public("organisation", "kind", "names", "about", "fees", "changed")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    names: _Texts = models.JSONField(default=dict)
    about: _Texts = models.JSONField(default=dict)
    fees: _Texts = models.JSONField(default=dict)
    # Of all that is said of it, its listings included: a file that is older never wins.
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="directory_service_kind_known"
            )
        ]

    def __str__(self) -> str:
        return f"service {self.pk}"

    @property
    def is_free(self) -> bool:
        """Whether somebody said that it costs nothing; nobody said anything: no."""
        prices = [cost.amount for cost in self.costs.all()]
        return bool(prices) and all(amount == 0 for amount in prices)


class Spoken(models.Model):
    """A language in which people are received there."""

    DATA: ClassVar = _public("service", "code")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="spoken")
    code = models.CharField(max_length=10)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["service", "code"], name="directory_spoken_once")
        ]

    def __str__(self) -> str:
        return f"language of service {self.service_id}"


class Cost(models.Model):
    """What one pays. An amount of nothing says that it is free."""

    DATA: ClassVar = _public("service", "option", "amount", "currency")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="costs")
    option = models.CharField(max_length=120, blank=True)  # for whom, or for what
    amount: models.DecimalField[Any, Any] = models.DecimalField(
        max_digits=10, decimal_places=2, null=True
    )
    currency = models.CharField(max_length=3, blank=True)

    class Meta:
        ordering = ["amount", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0), name="directory_cost_not_below_nothing"
            )
        ]

    def __str__(self) -> str:
        return f"cost of service {self.service_id}"


class Listing(models.Model):
    """A service at a place: what somebody finds there, and when that was last asked."""

    DATA: ClassVar = _public(
        "service", "place", "location", "address", "access", "state", "confirmed"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="listings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="listings")
    location = models.UUIDField(default=uuid4)  # how other systems number the house it is in
    address = models.TextField(blank=True)
    access: _Texts = models.JSONField(default=dict)  # steps, lifts, signs: how one gets in
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    confirmed = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["society", "state"], name="directory_listing_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="directory_listing_state_known"
            )
        ]

    def __str__(self) -> str:
        return f"listing {self.pk}"

    def in_doubt(self, today: date) -> bool:
        """Whether nobody confirmed it for so long that it may be wrong."""
        return self.confirmed is None or runs_out(self.confirmed) < today


class Phone(models.Model):
    DATA: ClassVar = _public("listing", "number")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(max_length=40)

    class Meta:
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        return f"phone of listing {self.listing_id}"


class Opening(models.Model):
    """On these days, from when to when; without times day and night."""

    DATA: ClassVar = _public("listing", "days", "opens", "closes")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="openings")
    days = models.CharField(max_length=20)  # "MO,TU"
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)

    class Meta:
        ordering = ["opens", "days", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__isnull=False, closes__isnull=False),
                name="directory_opening_has_both_ends",
            ),
            models.CheckConstraint(condition=~Q(days=""), name="directory_opening_has_a_day"),
        ]

    def __str__(self) -> str:
        return f"hours of listing {self.listing_id}"


class Confirmation(models.Model):
    """Who asked whether a listing is still true, and when. For the staff alone."""

    DATA: ClassVar = dict.fromkeys(("id", "society", "listing", "by", "at"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="confirmations")
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"confirmation {self.pk}"
