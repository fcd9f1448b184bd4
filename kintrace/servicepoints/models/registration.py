"""People whom a point sees again: as little of each as it takes to know them, for 90 days."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.servicepoints.people_words import Came
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON


class Registration(Sealed):
    """One person to see again, under a file of its own.

    What is told lies in `told`, or, of a child or where a sign of trafficking was seen, in
    `guarded` alone, which only the protection team opens. No name of a family stands in either.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(
        "servicepoints.ServicePoint", on_delete=models.PROTECT, related_name="+"
    )
    subject = models.UUIDField(unique=True)
    is_guarded = models.BooleanField(default=False)
    told = SealedJSON(null=True)  # telling.Told
    guarded = BoxJSON(box="protection", null=True)  # the same
    next_on = models.DateField(null=True)
    next_at = models.ForeignKey(
        "servicepoints.ServicePoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    hand_over = models.UUIDField(null=True)  # a plain number: nothing leads back from there
    taken_at = models.DateTimeField(null=True)  # when one of the protection team took it on
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    until = models.DateField()

    class Meta:
        ordering = ["next_on", "made", "pk"]
        indexes = [
            models.Index(fields=["society", "next_on"], name="points_reg_next"),
            models.Index(fields=["society", "until"], name="points_reg_until"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_guarded=False, guarded__isnull=True)
                | Q(is_guarded=True, told__isnull=True),
                name="what_is_guarded_lies_in_the_box_alone",
            )
        ]


class Meeting(models.Model):
    """That a person was expected on a day, and how it went. Nothing of what was said."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="meetings"
    )
    came = models.CharField(max_length=8, choices=Came.choices)
    day = models.DateField()
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"meeting {self.pk}"
