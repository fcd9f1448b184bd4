"""The outbox: letters until they are sent, and for 30 days the fact that they were."""

from django.db import models

from kintrace.vault.fields import Sealed, SealedJSON, SealedText


class Outgoing(Sealed):
    """One letter to one address. Address and facts are gone once it has ended."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        REFUSED = "refused"
        EXPIRED = "expired"

    society = models.UUIDField(db_column="society_id")
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    to = SealedText(null=True)
    facts = SealedJSON(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    DATA = {"kind": "routing", "language": "routing", "tries": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "state"], name="letters_outgoing_state")]
