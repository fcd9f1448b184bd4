"""How many were helped on a day: numbers, and never a row for a person."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from kintrace.servicepoints.counters import Band, Service, Whom
from kintrace.servicepoints.models.point import ServicePoint


class DailyCount(models.Model):
    """One number: of a point, a day, a service, a language and a band of sex and age."""

    DATA: ClassVar = dict.fromkeys(("language", "count"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ServicePoint, on_delete=models.PROTECT, related_name="counts")
    day = models.DateField()
    service = models.CharField(max_length=10, choices=Service.choices)
    language = models.CharField(max_length=10, blank=True)
    band = models.CharField(max_length=3, choices=Band.choices, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["service", "language", "band"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "day", "service", "language", "band"], name="one_count_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(service__in=list(Service)), name="service_known"
            ),
            models.CheckConstraint(condition=models.Q(band__in=["", *Band]), name="band_known"),
        ]
        indexes = [models.Index(fields=["society", "day"], name="servicepoint_count_day")]

    def __str__(self) -> str:
        return f"daily count {self.pk}"

    @property
    def whom(self) -> Whom:
        return Whom(self.language, self.band)


class UsedId(models.Model):
    """That a deed with this number arrived: sent once more it changes nothing. Gone after four
    days, when it would be refused for its age. It tells neither the deed nor who did it."""

    DATA: ClassVar = {"used": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    used = models.UUIDField()
    day = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["society", "day"], name="servicepoint_used_day")]
        constraints = [
            models.UniqueConstraint(fields=["society", "used"], name="a_deed_counts_once")
        ]

    def __str__(self) -> str:
        return f"used id {self.pk}"
