"""What became of a person sought, and how the family is told.

As with who was found (docs/decisions/032), no row here names a case or a person sought:
`Fate.mark` is made from the key of the case's file, and every row lies in a file of its own. Who
has the tables and not the keys cannot tell in which search a death was spoken of.
"""

from django.db import models
from django.utils import timezone

from kintrace.vault.fields import BoxJSON, BoxText, Sealed, SealedJSON


class Fate(Sealed):
    """That something was told of somebody's fate. is_over: nothing of it waits any more."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    mark = models.UUIDField(unique=True)
    whose = SealedJSON()  # the row of the person sought
    is_over = models.BooleanField(default=False)

    DATA = {"mark": "blind"}

    class Meta:
        indexes = [models.Index(fields=["society", "is_over"])]


class FateWord(Sealed):
    """One step: alleged, corroborated, confirmed, not so. The newest counts, none is written
    over."""

    fate = models.ForeignKey(Fate, on_delete=models.CASCADE, related_name="words")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    step = SealedJSON()  # how sure it is, who says so, which authority, which day
    words = BoxJSON(box="inbox")  # what was said, and the reference of an authority
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Telling(Sealed):
    """A plan how a family is told, that they were told, and the talk afterwards."""

    fate = models.ForeignKey(Fate, on_delete=models.CASCADE, related_name="tellings")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    plan = SealedJSON()  # the days, the language, whether it was done
    words = BoxJSON(box="inbox")  # who tells, who else is there, where, what supports them
    after = BoxText(box="inbox", null=True)  # what was spoken of afterwards
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
