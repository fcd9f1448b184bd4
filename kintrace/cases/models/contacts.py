"""Talks with the person."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.circumstances import Outcome, Partner, Way
from kintrace.cases.models.case import Case
from kintrace.vault.fields import BoxText


class Contact(models.Model):
    """That somebody spoke with the person about the photo, or tried to. Only this renews a face."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts")
    day = models.DateField()
    way = models.CharField(max_length=10, choices=Way.choices)
    partner = models.CharField(max_length=10, choices=Partner.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    until = models.DateField(null=True)
    note = BoxText(box="inbox", null=True)
    logged_by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL)
    logged = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "logged"]
        indexes = [models.Index(fields=["society", "case", "day"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    outcome="wants", until__isnull=False, partner__in=["person", "guardian"]
                )
                | (~Q(outcome="wants") & Q(until=None)),
                name="only_the_person_says_how_much_longer",
            )
        ]

    def __str__(self) -> str:
        return f"contact {self.pk}"
