"""How a case went from state to state, and why a request was not accepted."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.circumstances import Way
from kintrace.cases.criteria import NotOurs
from kintrace.cases.models.case import Case
from kintrace.cases.states import ARROWS, State
from kintrace.vault.fields import BoxText


class Move(models.Model):
    """One step of a case along the arrows of `states.ARROWS`: who, when, and for what reason."""

    DATA = dict.fromkeys(("before", "after", "why"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="moves")
    before = models.CharField(max_length=12, choices=State.choices, blank=True)  # "" at the start
    after = models.CharField(max_length=12, choices=State.choices)
    # A code of those between which its arrow lets a member choose: `reason` says it in words.
    why = models.CharField(max_length=16, blank=True)
    note = BoxText(box="inbox", null=True)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["case", "at"])]

    def __str__(self) -> str:
        return f"move {self.pk}"

    @property
    def reason(self) -> str:
        """In words; "" for a request that was handed in."""
        arrow = ARROWS.get((State(self.before), State(self.after))) if self.before else None
        return arrow.reason(self.why) if arrow else ""


class NotAccepted(models.Model):
    """That a request was not accepted: why, how the person was told, what a second member said."""

    DATA = dict.fromkeys(("criterion", "told_language", "agreed"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="refusals")
    criterion = models.CharField(max_length=12, choices=NotOurs.choices)
    note = BoxText(box="inbox", null=True)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    told = models.DateField(null=True)
    told_how = models.CharField(max_length=10, choices=Way.choices, blank=True)
    told_language = models.CharField(max_length=12, blank=True)
    reviewed_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)  # what the second member said; None until then

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed=None, agreed=None)
                | Q(reviewed__isnull=False, agreed__isnull=False),
                name="a_refusal_is_reviewed_with_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(told=None, told_how="", told_language="")
                | (Q(told__isnull=False) & ~Q(told_how="") & ~Q(told_language="")),
                name="a_refusal_is_told_in_a_language",
            ),
        ]

    def __str__(self) -> str:
        return f"refusal {self.pk}"


class Criteria(models.Model):
    """Which requests a society accepts; without a row, what `criteria.USUAL` says."""

    DATA = {"settled": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.OneToOneField("network.Society", on_delete=models.PROTECT, related_name="+")
    # as criteria.Settled says
    settled: models.JSONField[dict[str, object], dict[str, object]] = models.JSONField(default=dict)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"criteria {self.pk}"
