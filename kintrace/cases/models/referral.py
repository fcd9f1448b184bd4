"""A person passed on to somebody else who helps."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.referral_words import Standing
from kintrace.vault.fields import BoxText, Sealed, SealedJSON


class Referral(Sealed):
    """Of an enquirer, or of somebody found under the number that leads to no search.

    Lies in the person's own file and goes with it. Who helps, and with what, is sealed.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(db_index=True)
    told = SealedJSON()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.REFERRED)
    result = BoxText(box="inbox", null=True)
    ask_on = models.DateField(null=True)  # when we ask what came of it; None at the end
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["society", "ask_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=["referred", "accepted"], ask_on__isnull=False)
                | (~Q(standing__in=["referred", "accepted"]) & Q(ask_on=None)),
                name="a_referral_is_asked_about_until_it_ends",
            )
        ]
