"""A person as told to us, sealed; found by subject only, never by a value."""

from django.db import models
from django.utils import timezone

from kintrace.vault.fields import Sealed, SealedJSON


class Person(Sealed):
    """Every telling about one subject, oldest first: a correction is added, nothing is replaced."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(unique=True)
    told = SealedJSON()  # [{"told": Told.to_json(), "at": ISO time, "by": member's UUID}, …]
    written = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["society", "file"])]
