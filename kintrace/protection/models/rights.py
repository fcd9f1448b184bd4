"""Who asked for what: people about their own data, and authorities about somebody's."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.protection.models.row import Row
from kintrace.protection.rights import Authority, Came, Decision, Kind
from kintrace.vault.fields import BoxJSON, BoxText


def _is_said(row: models.Model, name: str) -> bool:
    """Whether a sealed column holds anything; asks no key."""
    return getattr(row, f"{name}_sealed") is not None


class RightsRequest(Row):
    """A person asks for what the law gives them. It outlives an erasure, then without words."""

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        REFUSED = "refused"

    subject = models.UUIDField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    came = models.CharField(max_length=10, choices=Came.choices)
    received = models.DateField()
    due = models.DateField()
    told_on = models.DateField(null=True)  # the day the person heard that it takes longer
    longer_because = BoxText(box="protection", null=True)
    identity = BoxText(box="protection", null=True)  # how we know that it is the person
    suspicious = models.BooleanField(default=False)  # perhaps an offender: for the DPO alone
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    handler = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_by = models.UUIDField()
    written = models.DateTimeField(default=timezone.now)
    answered = models.DateTimeField(null=True)
    outcome = BoxText(box="protection", null=True)
    rang = models.PositiveSmallIntegerField(default=0)  # the last protection.ringing.Ring that rang
    # Of a copy: the lines that lay in the inbox box, until it is made and the request answered.
    boxed = BoxJSON(box="protection", null=True)

    DATA = {"rang": "routing"}

    class Meta:
        indexes = [
            models.Index(fields=["society", "subject"]),
            models.Index(fields=["society", "state", "due"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", answered=None)
                | Q(state__in=["answered", "refused"], answered__isnull=False, boxed__isnull=True),
                name="an_answered_request_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(due__gt=F("received")), name="a_request_is_due_after_it_came"
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(told_on__gte=F("received")),
                name="who_waits_longer_was_told",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due < timezone.localdate()

    @property
    def is_identified(self) -> bool:
        """Whether anybody wrote down how we know that it is the person."""
        return _is_said(self, "identity")

    @property
    def has_boxed(self) -> bool:
        return _is_said(self, "boxed")


class AuthorityRequest(Row):
    """An authority asked about a person. It names nobody: no subject, no case, no member."""

    kind = models.CharField(max_length=12, choices=Authority.choices)
    country = models.CharField(max_length=2)
    received = models.DateField()
    asked = BoxText(box="protection")  # what was asked in general
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.REFUSED)
    ground = BoxText(box="protection", null=True)  # the law that binds us
    advice = BoxText(box="protection", null=True)  # which office or role advised, no name
    answered = models.DateField(null=True)
    written = models.DateTimeField(default=timezone.now)

    DATA = {"country": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "received"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="refused") | Q(decision="bound", answered__isnull=False),
                name="whoever_was_bound_answered",
            ),
            models.CheckConstraint(
                condition=Q(answered=None) | Q(answered__gte=F("received")),
                name="an_answer_comes_after_the_question",
            ),
        ]
