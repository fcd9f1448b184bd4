"""What visitors write and read: sealed before it is written, and never read back by who took it."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.vault.fields import BoxJSON


class Message(models.Model):
    """What a visitor wrote, sealed to the society's box before it touches anything."""

    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        PLAUSIBLE = "plausible", _("Plausible")
        SPAM = "spam", _("Spam")
        DEMAND = "demand", _("Demand for money")
        THREAT = "threat", _("Threat")
        CONTACTED = "contacted", _("Contacted")
        MATCH = "match", _("Verified match")
        NOT_RELATED = "not_related", _("Not related")
        UNREACHABLE = "unreachable", _("Unreachable")
        ABUSE = "abuse", _("Abuse")

    CLOSED = (State.SPAM, State.MATCH, State.NOT_RELATED, State.UNREACHABLE, State.ABUSE)
    DATA: ClassVar = {
        "id": "routing",
        "society": "routing",
        "face": "routing",
        "state": "routing",
        "arrived": "routing",
        "picked_up": "routing",
        "closed": "routing",
        "reply_lookup": "blind",
        "reply_key": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    face = models.UUIDField()  # a plain number: the Face goes, the message stays
    body = BoxJSON(box="inbox")
    # Empty for what is said with a wish to take a photo down: there no word is chosen.
    reply_lookup = models.BinaryField(max_length=16, null=True)
    reply_key = models.BinaryField(max_length=32, null=True)  # public half of code and word
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    arrived = models.DateTimeField(default=timezone.now)
    picked_up = models.DateTimeField(null=True)
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
