"""Alarms, reasons, canaries, hours of work, how far the patrol went. No row names a person."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.vault.fields import StaffJSON, StaffText
from kintrace.watch.table import Rule


class Row(models.Model):
    """A row of this folder: of one society, under no file's key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Alarm(Row):
    """That something was odd: which rule, whose reading, from when to when, how much."""

    rule = models.CharField(max_length=20, choices=Rule)
    member = models.UUIDField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField()
    count = models.PositiveIntegerField()
    rang = models.DateTimeField(default=timezone.now)
    answered = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    note = StaffText(null=True)

    DATA = {"count": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "rang"], name="watch_alarm_rang")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered=None, answered_by=None)
                | Q(answered__isnull=False, answered_by__isnull=False),
                name="an_alarm_is_answered_by_somebody",
            )
        ]


class Reason(Row):
    """Why a member had to read more than the limit."""

    member = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)
    words = StaffText()

    class Meta:
        indexes = [models.Index(fields=["society", "member", "at"], name="watch_reason_member")]


class Canary(Row):
    """An invented case. What it is lies sealed, so that the database does not tell it from others.

    told: `ids` of the case and of the persons in it, its code, and a note of who knows.
    """

    planted = models.DateTimeField(default=timezone.now)
    told = StaffJSON()


class Hours(models.Model):
    """When a society works. Outside of them a night's reading rings sooner."""

    society = models.OneToOneField(
        "network.Society", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    zone = models.CharField(max_length=60)
    days: models.JSONField[list[int], list[int]] = models.JSONField()  # 0 is Monday
    opens = models.TimeField()
    closes = models.TimeField()

    DATA = dict.fromkeys(("zone", "days", "opens", "closes"), "routing")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__lt=models.F("closes")), name="hours_open_before_they_close"
            )
        ]

    def __str__(self) -> str:
        return f"hours of {self.pk}"


class Patrol(models.Model):
    """How far the patrol went through a society's chain, and how far it found it whole.

    again: up to where it was proved anew, part after part.
    """

    society = models.OneToOneField(
        "network.Society", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    seq = models.PositiveBigIntegerField()
    proved_seq = models.PositiveBigIntegerField(default=0)
    proved_mac = models.BinaryField(max_length=32, null=True)
    again_seq = models.PositiveBigIntegerField(default=0)
    again_mac = models.BinaryField(max_length=32, null=True)
    looked_back = models.DateField(null=True)  # when slow reading was looked for

    DATA = dict.fromkeys(("seq", "proved_seq", "proved_mac", "again_seq", "again_mac"), "routing")

    def __str__(self) -> str:
        return f"patrol of {self.pk}"
