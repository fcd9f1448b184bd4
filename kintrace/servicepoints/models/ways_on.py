"""Slips and bookings: the way from a point to somebody who helps, without a name."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.servicepoints.people_words import Booked, Help
from kintrace.ui.tongues import own_name
from kintrace.vault.fields import Sealed, SealedText


class Slip(models.Model):
    """A paper that shows the way, counted. Who carries it and to which door is not kept here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(
        "servicepoints.ServicePoint", on_delete=models.PROTECT, related_name="+"
    )
    help = models.CharField(max_length=10, choices=Help.choices)
    code = models.CharField(max_length=9)
    made_on = models.DateField(default=timezone.localdate)
    came_on = models.DateField(null=True)

    DATA = {"code": "routing"}

    class Meta:
        ordering = ["-made_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["society", "code"], name="one_slip_a_code"),
        ]

    def __str__(self) -> str:
        return f"slip {self.pk}"


class Booking(Sealed):
    """A talk at a desk where nobody listens: day, time, language and a sign to be known by."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey("network.Desk", null=True, on_delete=models.SET_NULL, related_name="+")
    day = models.DateField()
    time = models.TimeField()
    language = models.CharField(max_length=12)
    sign = SealedText(null=True)  # gone when the talk took place or is called off
    state = models.CharField(max_length=10, choices=Booked.choices, default=Booked.OPEN)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")

    DATA = {"time": "routing", "language": "routing"}

    class Meta:
        ordering = ["day", "time", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "day", "time"],
                condition=Q(state="open"),
                name="one_talk_at_a_time",
            ),
        ]

    @property
    def tongue(self) -> str:
        """The language by its own name."""
        return own_name(self.language)
