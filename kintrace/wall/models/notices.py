"""The staff's record of a publication, and the paper that is laid before a partner society."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.vault.fields import BoxText, Sealed, SealedJSON
from kintrace.wall.terms import A_CHILDS_FACE_HANGS, Declined, Terms


def _member(**more: Any) -> Any:
    return models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+", **more)


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
    DATA: ClassVar = {"frame": "routing"}

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    told = SealedJSON()  # {"relations": [...], "sex": "woman", "age_band": "25"}
    frame = models.CharField(max_length=10)  # which of the fixed cut-outs of the photo
    terms = models.CharField(max_length=14, choices=Terms, default=Terms.ADULT)
    agreed = models.DateField(default=timezone.localdate)  # the day the person last agreed
    live_until = models.DateField()
    photo_by = _member(null=True)
    proposed_by = _member()
    signed_by = _member(null=True)  # the first of two who sign for a child; the other approves
    signed_because = BoxText(box="protection", null=True)
    approved_by = _member(null=True)  # may be a partner society's
    declined = models.CharField(max_length=10, choices=Declined, blank=True)
    approved_because = BoxText(box="protection", null=True)
    face = models.UUIDField(null=True, unique=True)  # a plain number: the Face goes, this stays
    made = models.DateTimeField(default=timezone.now)
    put_up = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["society", "state"], name="wall_notice_state"),
            models.Index(fields=["subject"], name="wall_notice_subject"),
        ]
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
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "live"], terms=Terms.UNSAID),
                name="wall_notice_age_was_judged",
            ),
            models.CheckConstraint(
                condition=models.Q(terms__in=[Terms.ADULT, Terms.UNSAID])
                | models.Q(live_until__lte=models.F("agreed") + A_CHILDS_FACE_HANGS),
                name="wall_notice_child_three_months",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "live"], terms=Terms.BEST_INTEREST)
                | models.Q(signed_by__isnull=False, photo_by__isnull=False),
                name="wall_notice_child_two_signed",
            ),
            models.CheckConstraint(
                condition=~models.Q(signed_by=models.F("approved_by"))
                & ~models.Q(signed_by=models.F("proposed_by"))
                & ~models.Q(signed_by=models.F("photo_by"))
                & ~models.Q(terms=Terms.BEST_INTEREST, approved_by=models.F("photo_by")),
                name="wall_notice_child_signed_by_others",
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


class Review(Sealed):
    """A proposed face laid before a partner society: a document of its own, with a key of its own.

    It holds what the second eye sees and nothing else, beside the picture kept in its file. It
    stands only while it waits: decided, recalled or over, the row goes with its key.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    notice = models.UUIDField(unique=True)  # a plain number: the partner cannot reach the notice
    told = SealedJSON()  # as the notice's
    asked_by = _member()
    asked = models.DateTimeField(default=timezone.now)
    until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(society=models.F("partner")), name="wall_review_by_another"
            )
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"
