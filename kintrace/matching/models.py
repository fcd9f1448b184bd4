"""Pairs that a machine proposed, and what people said of them."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.matching.words import State, Verdict, Why
from kintrace.vault.fields import StaffText


class Candidate(models.Model):
    """Two people of two cards who may be one, of one society or of two.

    first, second: their subjects, in numeric order. weight: bits that speak for it, reasons: codes
    with theirs. facts_for_…: what that society reads of the other side, sealed to its intake pair;
    more_for_…: more of it, once both agreed. …_number: of the card that was compared.
    """

    DATA = {
        "weight": "routing",
        "reasons": "routing",
        "first_number": "routing",
        "second_number": "routing",
        **dict.fromkeys(
            ("facts_for_first", "facts_for_second", "more_for_first", "more_for_second"),
            "personal",
        ),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    first = models.UUIDField(db_index=True)
    second = models.UUIDField(db_index=True)
    first_society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    second_society = models.ForeignKey(
        "network.Society", on_delete=models.PROTECT, related_name="+"
    )
    weight = models.FloatField()
    reasons = models.JSONField()
    first_number = models.BigIntegerField()
    second_number = models.BigIntegerField()
    facts_for_first = models.BinaryField(null=True)
    facts_for_second = models.BinaryField(null=True)
    more_for_first = models.BinaryField(null=True)
    more_for_second = models.BinaryField(null=True)
    first_opens = models.DateTimeField(null=True)
    second_opens = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found = models.DateTimeField(default=timezone.now)
    settled = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-weight", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_candidate_a_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="a_pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["first_society", "state"]),
            models.Index(fields=["second_society", "state"]),
        ]

    def __str__(self) -> str:
        return f"candidate {self.pk}"


class Judgement(models.Model):
    """What a member said of a pair. The newest of each side counts; none is written over.

    other_society: the other side of the pair, which reads that and what was judged, not the note.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Not along with it: the matching worker deletes pairs, and may delete nothing that was said.
    candidate = models.ForeignKey(Candidate, on_delete=models.DO_NOTHING, related_name="judgements")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    other_society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    why = models.CharField(max_length=20, choices=Why.choices, blank=True)
    note = StaffText(null=True)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"judgement {self.pk}"


class Proposed(models.Model):
    """How many pairs were proposed on a day to two societies, of which `society` laid the newer
    card. The matching worker counts; pairs that went since are counted, too."""

    DATA = {"day": "routing", "number": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    other_society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "other_society"], name="one_count_for_two_societies"
            )
        ]

    def __str__(self) -> str:
        return f"count of pairs {self.pk}"


class Held(models.Model):
    """When whom another society seeks was last held beside our own people. Without `at` it has its
    turn again."""

    incoming = models.OneToOneField(
        "cases.Incoming", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"held {self.pk}"


class Meant(models.Model):
    """Somebody of ours who may be whom another society seeks: for the work list of our own members,
    and never told to the society that asks.

    number: of our card when it was held beside it. is_not: a member said that it is somebody else.
    """

    DATA = {"number": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    incoming = models.ForeignKey("cases.Incoming", on_delete=models.CASCADE, related_name="+")
    subject = models.UUIDField(db_index=True)
    number = models.BigIntegerField()
    is_not = models.BooleanField(default=False)
    found = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incoming", "subject"], name="meant_once_a_request")
        ]

    def __str__(self) -> str:
        return f"meant {self.pk}"
