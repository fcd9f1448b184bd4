"""A Red Cross Message: that it goes, the names on it, and what is sealed of it for each society."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.cases.red_cross import Cancelled, Returned, SentBack, State
from kintrace.cases.transfers import INBOX
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON


def _box_of(row: Any) -> str:
    """At home the box of a child's team, where the message is a child's; else an inbox."""
    message: RedCrossMessage = row.message
    return message.box if row.society_id == message.society_id else INBOX


class RedCrossMessage(models.Model):
    """That a message goes, and its days: all of it that stays with the case. It holds no word.

    Case and persons are plain numbers, which the society that delivers cannot reach. `box` is where
    its words lie at home: the inbox, or that of the team of a child, whose number is the case then.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        "network.Society", null=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.UUIDField(db_index=True)
    box = models.CharField(max_length=40, default=INBOX)
    subject = models.UUIDField(db_index=True)  # who sends it
    addressee = models.UUIDField(db_index=True)
    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WRITING)
    why = models.CharField(
        max_length=12,
        blank=True,
        choices=[*Returned.choices, *Cancelled.choices, *SentBack.choices],
    )
    written_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    begun = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)
    sent = models.DateField(null=True)
    taken = models.DateField(null=True)
    delivered = models.DateField(null=True)
    replied = models.DateField(null=True)
    reply_given = models.DateField(null=True)
    ended = models.DateField(null=True)

    DATA = {"reference": "routing", "box": "routing"}

    class Meta:
        ordering = ["begun", "pk"]
        indexes = [models.Index(fields=["society", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(society=F("partner")), name="red_cross_message_to_another"
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("written_by")),
                name="who_wrote_a_message_does_not_check_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["returned", "cancelled"])
                | (~Q(why="") & Q(ended__isnull=False)),
                name="a_message_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"red cross message {self.pk}"

    @property
    def is_childs(self) -> bool:
        """Whether a child sends it, whose team alone knows of it at home."""
        return self.box != INBOX


class RedCrossPaper(Sealed):
    """Whose message it is, for the lists of the two societies: a document with a key of its own.

    Handed over, the key has a slot for either. It is gone with the text.
    """

    message = models.OneToOneField(RedCrossMessage, on_delete=models.CASCADE, related_name="paper")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        "network.Society", null=True, on_delete=models.PROTECT, related_name="+"
    )
    names = SealedJSON()


class RedCrossPart(models.Model):
    """One part of a message, sealed to the box of one society: sender, addressee, text, picture or
    reply. Handed over, each part is sealed a second time, to the box of the other one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message = models.ForeignKey(RedCrossMessage, on_delete=models.CASCADE, related_name="parts")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    version = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    said = BoxJSON(box=_box_of)

    DATA = {"kind": "routing", "version": "routing"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "society", "kind"], name="one_part_of_a_message_a_society"
            )
        ]

    def __str__(self) -> str:
        return f"part {self.pk}"
