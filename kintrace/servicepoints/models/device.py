"""Tablets that work without network, and which of their records were taken."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone

from kintrace.vault.fields import StaffText

SHARES = 4  # into which a charging board is parted; one of them is for who has network


class Device(models.Model):
    """A tablet or telephone made ready to work without network. It is known by a random number
    that it was given and nothing of its own: the number is gone when it is emptied.

    share: which part of the numbers on the charging board it gives out before all others, so that
    two tablets that do not hear of each other do not give one number twice; 0 is none.
    """

    DATA: ClassVar = {"share": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(
        "servicepoints.ServicePoint", on_delete=models.CASCADE, related_name="+"
    )
    name = StaffText()
    share = models.PositiveSmallIntegerField()
    made_by = models.UUIDField()
    made = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(default=timezone.now)
    # Somebody said that it is to empty itself, and when it was told so.
    to_empty = models.DateTimeField(null=True)
    emptied = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-seen", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "share"],
                condition=models.Q(share__gt=0),
                name="a_share_of_the_board_is_one_devices",
            ),
            models.CheckConstraint(condition=models.Q(share__lt=SHARES), name="a_board_has_shares"),
            models.CheckConstraint(
                condition=models.Q(emptied=None) | models.Q(to_empty__isnull=False),
                name="a_device_is_emptied_when_it_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"device {self.pk}"

    @property
    def is_to_empty(self) -> bool:
        """Whether somebody asked for it and the tablet does not know yet."""
        return self.to_empty is not None and self.emptied is None

    @property
    def numbers(self) -> range:
        """The numbers on the board that are its own; none where the board is parted already."""
        slots = self.point.slots if self.share else 0
        return range(self.share * slots // SHARES + 1, (self.share + 1) * slots // SHARES + 1)


class TakenRecord(models.Model):
    """That a record of a tablet was taken, under its own number: so it is taken once, however
    often an answer is lost on the way. The day alone is kept: minutes of deeds would be a list of
    who came when (decision 066)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    record = models.UUIDField()
    day = models.DateField(default=timezone.localdate)

    class Meta:
        indexes = [models.Index(fields=["society", "day"], name="servicepoint_taken_day")]
        constraints = [
            models.UniqueConstraint(fields=["society", "record"], name="a_record_is_taken_once"),
        ]

    def __str__(self) -> str:
        return f"taken record {self.pk}"
