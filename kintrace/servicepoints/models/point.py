"""Where a society meets people on the move."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone

from kintrace.servicepoints.words import MOST_SLOTS, PointKind, PointState
from kintrace.vault.fields import StaffText


class ServicePoint(models.Model):
    """A service point of one society. Unlike a desk it is on no public page."""

    DATA: ClassVar = dict.fromkeys(("name", "hours", "languages", "equipment", "slots"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=PointKind.choices)
    # The desk that stands behind it, where there is one.
    desk = models.ForeignKey("network.Desk", null=True, on_delete=models.SET_NULL, related_name="+")
    # Where it is, or which way it goes: where people are met is nobody else's business.
    place = StaffText()
    hours = models.CharField(max_length=200, blank=True)
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    equipment: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    slots = models.PositiveSmallIntegerField(default=0)  # places on the charging board
    state = models.CharField(max_length=10, choices=PointState.choices, default=PointState.ACTIVE)
    since = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["society", "state"], name="servicepoint_society_state")]
        constraints = [
            models.UniqueConstraint(fields=["society", "name"], name="a_point_is_named_once"),
            models.CheckConstraint(
                condition=models.Q(slots__lte=MOST_SLOTS), name="a_board_has_an_end"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=list(PointKind)), name="point_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=list(PointState)), name="point_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"service point {self.pk}"
