"""What happened to many at once: a boat, a border, a camp, a day; and the cases it joins."""

from django.db import models
from django.utils import timezone

from kintrace.cases.event_words import EventKind
from kintrace.cases.models.case import Case
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON, SealedText


class Event(Sealed):
    """A lead to work from, and never a public page. It is of nobody: no person is named in it."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    kind = models.CharField(max_length=10, choices=EventKind.choices)
    told = SealedJSON()  # what it is called, when and where, the vessel (happened.py)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    alone_since = models.DateField(null=True)  # since when no case is joined to it

    class Meta:
        ordering = ["-made"]
        indexes = [models.Index(fields=["society", "made"])]


class Joined(Sealed):
    """That a case belongs to an event. Lies in the file of the case, and ends with it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="joined")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    why = SealedText()
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "case"], name="a_case_is_joined_once")
        ]


class Count(Sealed):
    """A figure that somebody told, with who told it and of which day. It carries no name."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="counts")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    told = SealedJSON()  # of whom, how many, who says so, of which day
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Account(Sealed):
    """What somebody who was there tells, in their words. The subject is who told it: the enquirer
    of a case, or a person of whom nothing else is kept. It ends with them, and with the event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="accounts")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(db_index=True)
    words = BoxJSON(box="inbox")
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    read = models.DateTimeField(null=True)
    read_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["society", "read"])]
