"""The staff's record of one publication; never public."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.vault.fields import Sealed, SealedJSON


class Notice(Sealed):
    """The staff's record of one publication, from the proposal to its end."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        CONSENTED = "consented", _("Consent recorded")
        CLEARED = "cleared", _("Risks cleared")
        APPROVED = "approved", _("Approved by a second member")
        LIVE = "live", _("On the wall")
        MATCHED = "matched", _("Family found")
        EXPIRED = "expired", _("Time is over")
        WITHDRAWN = "withdrawn", _("Withdrawn by the person")
        TAKEN_DOWN = "taken_down", _("Taken down")

    UNDER_WAY = (State.PROPOSED, State.CONSENTED, State.CLEARED, State.APPROVED, State.LIVE)
    ENDED = (State.MATCHED, State.EXPIRED, State.WITHDRAWN, State.TAKEN_DOWN)
    DATA: ClassVar = {
        "id": "routing",
        "file": "routing",
        "society": "routing",
        "subject": "routing",
        "state": "routing",
        "frame": "routing",
        "live_until": "routing",
        "proposed_by": "routing",
        "approved_by": "routing",
        "face": "routing",
        "made": "routing",
        "put_up": "routing",
        "ended": "routing",
    }

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    told = SealedJSON()  # {"relations": [...], "sex": "woman", "age_band": "25"}
    frame = models.CharField(max_length=10)  # which of the fixed cut-outs of the photo
    live_until = models.DateField()
    proposed_by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "network.Member", on_delete=models.PROTECT, related_name="+", null=True
    )
    face = models.UUIDField(null=True, unique=True)  # a plain number: the Face goes, this stays
    made = models.DateTimeField(default=timezone.now)
    put_up = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["society", "state"], name="wall_notice_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["subject"],
                condition=models.Q(
                    state__in=["proposed", "consented", "cleared", "approved", "live"]
                ),
                name="wall_notice_one_under_way",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("proposed_by")),
                name="wall_notice_second_eye",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "live"])
                | models.Q(approved_by__isnull=False),
                name="wall_notice_live_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

    @property
    def is_live(self) -> bool:
        return self.state == self.State.LIVE

    @property
    def is_ended(self) -> bool:
        return self.state in self.ENDED
