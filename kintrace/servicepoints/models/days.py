"""A day of a service point: who opened and closed it, and what was looked after."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kintrace.servicepoints.models.point import ServicePoint


class PointDay(models.Model):
    """looked_at, left_ready: codes of checklists.py that somebody ticked."""

    DATA: ClassVar = dict.fromkeys(("looked_at", "left_ready"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ServicePoint, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    opened = models.DateTimeField()
    opened_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    looked_at: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    closed = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    left_ready: models.JSONField[list[str], list[str]] = models.JSONField(default=list)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["point", "day"], name="a_point_has_one_day_a_day"),
            models.CheckConstraint(
                condition=Q(closed=None) | Q(closed__gte=models.F("opened")),
                name="a_day_closes_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return f"day {self.pk}"
