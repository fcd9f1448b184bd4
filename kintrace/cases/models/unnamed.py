"""A body or grave that nobody could name."""

from django.db import models
from django.utils import timezone

from kintrace.cases.models.events import Event
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON


class Unnamed(Sealed):
    """A card, sealed, for the specialists of a society. It has no picture, and no column for one.

    It is of nobody we know: no row leads from it to a search.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="unnamed")
    told = SealedJSON()  # sex, ages, place, day, who holds it (unnamed.py)
    words = BoxJSON(box="inbox")  # marks and clothes, which institution and its number
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    looked = models.DateField(default=timezone.localdate)  # when somebody last found it needed

    class Meta:
        ordering = ["-at", "pk"]
        indexes = [models.Index(fields=["society", "looked"])]
