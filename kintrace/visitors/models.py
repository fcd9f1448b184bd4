"""What public forms need kept: day counts, used passes, addresses that many people share, and how
people found our work.

Nothing here tells who came, where from or which face was looked at.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone

from kintrace.vault.fields import BoxText
from kintrace.visitors.moods import Mood
from kintrace.visitors.said_by import SaidBy


class DayCount(models.Model):
    """One row per day, kind and language, e.g. 2026-11-18, "wall", "ar", 412."""

    # The public role may not use a sequence: the key is made in Python.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    day = models.DateField()
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=10, default="")  # "": counted before we asked
    count = models.PositiveBigIntegerField(default=0)

    DATA = dict.fromkeys(("id", "day", "kind", "language", "count"), "routing")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind", "language"], name="visitors_daycount_once_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"day count {self.pk}"


class Challenge(models.Model):
    """A pass that was used; its key is a digest of the pass, and using it again finds this row."""

    id = models.UUIDField(primary_key=True, editable=False)
    until = models.DateTimeField()  # the full hour after which the pass is too old anyway

    DATA: ClassVar = {"id": "routing", "until": "routing"}

    def __str__(self) -> str:
        return f"challenge {self.pk}"


class Network(models.Model):
    """Addresses of a camp, a desk or a service point, which many people share; never of a person.

    It is the one address the database holds.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey("network.Desk", on_delete=models.CASCADE, related_name="+")
    addresses = models.CharField(max_length=49)  # 198.51.100.0/28, 2001:db8:77::/48
    times = models.PositiveSmallIntegerField(default=10)  # the usual limits
    named = models.DateField(default=timezone.localdate)

    DATA: ClassVar = {"addresses": "routing", "times": "routing"}

    class Meta:
        ordering = ["addresses"]
        constraints = [
            models.UniqueConstraint(fields=["society", "addresses"], name="visitors_network_once"),
            models.CheckConstraint(
                condition=models.Q(times__range=(2, 10)), name="visitors_network_times"
            ),
        ]

    def __str__(self) -> str:
        return f"network {self.pk}"


class Feedback(models.Model):
    """How somebody found our work: one of three faces and at most a sentence, sealed to the box of
    the society they chose. No name is asked, no answer can be given. Gone after 90 days."""

    DATA: ClassVar = {"language": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=6, choices=SaidBy.choices)
    mood = models.CharField(max_length=4, choices=Mood.choices)
    words = BoxText(box="inbox")
    language = models.CharField(max_length=10)
    day = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["-day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mood__in=list(Mood)), name="visitors_feedback_mood"
            ),
        ]
        indexes = [models.Index(fields=["society", "day"], name="visitors_feedback_day")]

    def __str__(self) -> str:
        return f"feedback {self.pk}"
