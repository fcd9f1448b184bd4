"""What came of a search, for one person sought, and that the family heard it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.models.case import Sought
from kintrace.cases.outcomes import HowTold
from kintrace.vault.fields import Sealed, SealedText


class Outcome(Sealed):
    """Rows, the newest counts. Every outcome leaves the same plain columns, whatever it is."""

    sought = models.ForeignKey(Sought, on_delete=models.CASCADE, related_name="outcomes")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    outcome = SealedText()
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=12, choices=HowTold.choices, blank=True)
    told_by = models.ForeignKey(
        "network.Member", on_delete=models.PROTECT, related_name="+", null=True
    )
    told_words = SealedText(null=True)  # the words they heard

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on=None, told_by=None, told_how="", told_words__isnull=True)
                | (
                    Q(told_on__isnull=False, told_by__isnull=False, told_words__isnull=False)
                    & ~Q(told_how="")
                ),
                name="what_was_told_has_day_and_member",
            )
        ]
