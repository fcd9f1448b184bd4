"""Places that a society may ask, and the questions that went to them."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.enquiries import SourceKind
from kintrace.cases.models.case import Sought
from kintrace.cases.models.transfers import Incoming
from kintrace.vault.fields import BoxText, Sealed, SealedJSON, StaffText


class Source(models.Model):
    """A hospital, a register, a delegation: one of the society's contacts, and how it is asked."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    country = models.CharField(max_length=2, blank=True)
    name = StaffText()
    how = StaffText()
    ended = models.DateField(null=True)  # since when nobody is asked there any more

    DATA = {"country": "routing"}

    class Meta:
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return f"source {self.pk}"


class Enquiry(Sealed):
    """A question to one of them about a person sought. Lies in the file of the case; in a search
    for another society in one of our own, which goes when the copy goes.

    Plain are days alone: which place it was, what it was told and what it said is sealed. The
    society that asked us cannot open it (decision 051).
    """

    sought = models.ForeignKey(
        Sought, null=True, on_delete=models.CASCADE, related_name="enquiries"
    )
    incoming = models.ForeignKey(
        Incoming, null=True, on_delete=models.CASCADE, related_name="enquiries"
    )
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    asked = SealedJSON()  # which place, on which ground, which parts
    day = models.DateField()
    due = models.DateField()
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    answered = models.DateField(null=True)
    ended = models.DateField(null=True)  # since when nobody waits for an answer any more
    result = SealedJSON(null=True)
    said = BoxText(box="inbox", null=True)

    class Meta:
        ordering = ["-day", "-at"]
        indexes = [models.Index(fields=["society", "answered", "due"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered=None, result__isnull=True)
                | Q(answered__isnull=False, result__isnull=False),
                name="an_answer_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(sought=None, incoming__isnull=False)
                | Q(sought__isnull=False, incoming=None),
                name="a_place_is_asked_in_one_search",
            ),
        ]
