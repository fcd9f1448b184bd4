"""What visitors write and read: sealed before it is written, and never read back by who took it."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.vault.fields import BoxJSON
from kintrace.wall import screening


class Message(models.Model):
    """What a visitor wrote, sealed to the society's box before it touches anything."""

    Kind = screening.Kind
    Channel = screening.Channel
    State = screening.State
    CLOSED = screening.CLOSED
    DATA: ClassVar = {
        "id": "routing",
        "society": "routing",
        "face": "routing",
        "kind": "routing",
        "channel": "routing",
        "flags": "routing",
        "state": "routing",
        "assigned_to": "routing",
        "arrived": "routing",
        "picked_up": "routing",
        "waiting_since": "routing",
        "alarmed": "routing",
        "closed": "routing",
        "reply_lookup": "blind",
        "reply_key": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    # A plain number: the Face goes, the message stays. Empty where no face was named.
    face = models.UUIDField(null=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.MESSAGE)
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.WALL)
    flags = models.CharField(max_length=40, blank=True, default="")  # codes of Flag, a space apart
    body = BoxJSON(box="inbox")
    # Empty for what is said with a wish to take a photo down: there no word is chosen.
    reply_lookup = models.BinaryField(max_length=16, null=True)
    reply_key = models.BinaryField(max_length=32, null=True)  # public half of code and word
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    assigned_to = models.ForeignKey(
        "network.Member", on_delete=models.SET_NULL, related_name="+", null=True
    )
    arrived = models.DateTimeField(default=timezone.now)
    picked_up = models.DateTimeField(null=True)
    # Since when nobody said what it is or answered; alarms count from here. A look is no deed:
    # who opened it and went home has not dealt with it.
    waiting_since = models.DateTimeField(null=True, default=timezone.now)
    alarmed = models.PositiveSmallIntegerField(default=0)  # after how many days, the last time
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ["arrived"]
        indexes = [
            models.Index(fields=["society", "state"], name="wall_message_state"),
            models.Index(fields=["face"], name="wall_message_face"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.state in self.CLOSED

    @property
    def flagged(self) -> list[screening.Flag]:
        return [screening.Flag(code) for code in self.flags.split()]

    @property
    def is_urgent(self) -> bool:
        """As lookups.inbox sorts it: what cannot wait for its turn."""
        waits = self.kind in screening.URGENT and self.state in screening.NOT_DEALT_WITH
        return waits or self.state in screening.PRESSING


class Reply(models.Model):
    """One piece of a conversation after the first message, found by what code and word give.

    `answer` is sealed to the key that code and word open. `body` is sealed to the society's box:
    what the visitor added, or the society's own copy of its answer. A receipt has neither.
    """

    class Direction(models.TextChoices):
        RECEIPT = "receipt", _("We have it")
        TO_VISITOR = "to_visitor", _("From the society")
        FROM_VISITOR = "from_visitor", _("From the visitor")

    DATA: ClassVar = {
        "id": "routing",
        "society": "routing",
        "lookup": "blind",
        "direction": "routing",
        "answer": "box",
        "at": "routing",
        "picked_up": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    lookup = models.BinaryField(max_length=16, db_index=True)
    direction = models.CharField(max_length=12, choices=Direction)
    answer = models.BinaryField(null=True)
    body = BoxJSON(box="inbox", null=True)
    at = models.DateTimeField(default=timezone.now)
    picked_up = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    @property
    def text(self) -> str:
        """What was said, with the inbox box open; nothing for a receipt. Raises BoxIsShut."""
        said: dict[str, str] = self.body or {}
        return said.get("text", "")
