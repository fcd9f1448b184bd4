"""What was done in a case: it was looked at again with the family, or something was tried."""

from django.db import models
from django.utils import timezone

from kintrace.cases.models.case import Case
from kintrace.cases.review_words import Reach
from kintrace.vault.fields import BoxJSON, Sealed


class CaseReview(Sealed):
    """That somebody looked at an open case again, and how the family heard of it, or did not."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    way = models.CharField(max_length=12, choices=Reach.choices)
    told = BoxJSON(box="inbox", null=True)  # {"said": …, "comes": …}; None where nothing is added
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "at"]


class Tried(Sealed):
    """What was tried in the search: a visit, a register, somebody who was asked. Where it was and
    what came of it lies in the box."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tries")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    told = BoxJSON(box="inbox")  # {"place": …, "words": …}
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "at"]
