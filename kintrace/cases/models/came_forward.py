"""Somebody who told us who they are, so that their family may be found."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.came_forward import Ended, State
from kintrace.vault.fields import Sealed, SealedJSON


class CameForward(Sealed):
    """A lead of its own: who described themself in a message, as a member wrote it down.

    It belongs to no case. `message` is a plain number: the message goes, this stays for its time.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    subject = models.UUIDField(unique=True)
    message = models.UUIDField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    across_societies = models.BooleanField(default=False)  # what the person said, never a member
    told = SealedJSON()  # came_forward.Beside
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    searched = models.DateTimeField(null=True)
    looked_on = models.DateField(null=True)  # when somebody looked at who is likely
    ended = models.DateTimeField(null=True)
    closing = models.CharField(max_length=12, choices=Ended.choices, blank=True)
    until = models.DateField()

    DATA = dict.fromkeys(("reference", "across_societies", "closing"), "routing")

    class Meta:
        ordering = ["-made", "pk"]
        indexes = [models.Index(fields=["society", "state", "until"], name="cases_forward_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["message"], condition=Q(state="open"), name="came_forward_once_a_message"
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended=None, closing="")
                | (Q(state="closed", ended__isnull=False) & ~Q(closing="")),
                name="came_forward_ends_for_a_reason",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN
