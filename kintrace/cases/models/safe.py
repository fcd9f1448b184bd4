"""Safe and well: that somebody is alive, in ready sentences, for who knows them well enough."""

from uuid import uuid4

from django.db import models
from django.utils import timezone

from kintrace.cases.safe_words import State
from kintrace.vault.fields import Sealed, SealedJSON


class SafeAndWell(Sealed):
    """What one person lets be told. No place stands in it. Over, the row stays without a word
    with its case, and is gone where there is none."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    case = models.UUIDField(db_index=True, null=True)  # who searches for nobody has none
    subject = models.UUIDField(db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    told = SealedJSON(null=True)
    day = models.DateField(default=timezone.localdate)
    until = models.DateField()
    written_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["society", "state", "until"])]


class SafeTag(models.Model):
    """A mark by which an entry is found by who knows the whole name and one thing more.

    Made with the society's key of marks; in no backup, and made anew by the daily run.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(SafeAndWell, on_delete=models.CASCADE, related_name="tags")
    tag = models.CharField(max_length=64)

    DATA = {"tag": "blind"}

    class Meta:
        indexes = [models.Index(fields=["society", "tag"])]

    def __str__(self) -> str:
        return f"tag {self.pk}"
