"""What came of it: counts by month, costs, the words of a yearly report. Nothing of a person."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class MonthFigure(models.Model):
    """How often a kind of thing happened in a month at one society.

    Kept because what it counts is erased in its time. Every society's staff may read the rows of
    all, so that figures of the network can be made; a page shows none under five (impact.py).
    """

    class Kind(models.TextChoices):
        PUT_UP = "put_up"
        ENDED = "ended"
        MESSAGE = "message"
        # matched, by how long the face had hung
        MATCHED_1 = "matched_1"
        MATCHED_3 = "matched_3"
        MATCHED_6 = "matched_6"
        MATCHED_12 = "matched_12"
        MATCHED_MORE = "matched_more"

    DATA: ClassVar = dict.fromkeys(("id", "society", "month", "kind", "count"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()  # its first day
    kind = models.CharField(max_length=12, choices=Kind)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "month", "kind"], name="wall_monthfigure_once"
            ),
            models.CheckConstraint(condition=models.Q(month__day=1), name="wall_monthfigure_first"),
        ]

    def __str__(self) -> str:
        return f"month figure {self.pk}"


class Cost(models.Model):
    """What a society spent on this work in a month. No free words: a bill may name a person."""

    class For(models.TextChoices):
        PEOPLE = "people", _("People who work here")
        TRAVEL = "travel", _("Travel")
        LANGUAGE = "language", _("Interpreting and translating")
        PRINT = "print", _("Printing and posters")
        PHONE = "phone", _("Phone and internet")
        ROOM = "room", _("Rooms")
        MACHINES = "machines", _("Computers and programs")
        OTHER = "other", _("Other things")

    DATA: ClassVar = dict.fromkeys(
        ("id", "society", "month", "amount", "currency", "spent_on"), "routing"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    spent_on = models.CharField(max_length=10, choices=For)

    class Meta:
        ordering = ["month", "spent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="wall_cost_more_than_none"
            ),
            models.CheckConstraint(condition=models.Q(month__day=1), name="wall_cost_first"),
        ]

    def __str__(self) -> str:
        return f"cost {self.pk}"


class ReportText(models.Model):
    """What a society writes under one heading of a year's report, until it is printed and after."""

    class Heading(models.TextChoices):
        CONCEPT = "concept", _("Concept")
        IMPACT = "impact", _("Impact and reach")
        COST = "cost", _("Cost")
        ALIGNMENT = "alignment", _("Alignment")
        CHALLENGES = "challenges", _("Challenges")
        LESSONS = "lessons", _("Lessons")

    DATA: ClassVar = dict.fromkeys(("id", "society", "year", "heading", "text"), "public")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=10, choices=Heading)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "year", "heading"], name="wall_reporttext_once"
            )
        ]

    def __str__(self) -> str:
        return f"report text {self.pk}"
