"""A family comes together: a dossier beside who was found, and what a society settled for it.

The rows hang on `Located`, from which nothing leads to the search (docs/decisions/032, 039); where
another society found the person, on a mark (docs/decisions/055).
"""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.models.found import Located
from kintrace.vault.fields import BoxText, Sealed, SealedJSON


class AfterContact(models.Model):
    """Where a society speaks with families in confidence, and when it asks how they are; without
    a row, what `reunion.AfterContact` says."""

    DATA = {"settled": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.OneToOneField("network.Society", on_delete=models.PROTECT, related_name="+")
    # {"places": [desk, …], "days": [7, 30, 91]}
    settled: models.JSONField[dict[str, object], dict[str, object]] = models.JSONField(default=dict)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"after contact {self.pk}"


class Reunion(Sealed):
    """The dossier of a family that wants to come together: when and how each side agreed, where
    talks are held, and what was looked at for safety.

    Beside who was found; where another society found them, under a mark made from the key of the
    case's file.
    """

    located = models.ForeignKey(
        Located, null=True, on_delete=models.CASCADE, related_name="reunions"
    )
    mark = models.UUIDField(null=True, db_index=True)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    said_yes = SealedJSON()  # {"seeker": …, "found": …, "place": …}, and "sought" under a mark
    looked = BoxText(box="inbox")
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)

    DATA = {"mark": "blind"}

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["society", "ended"])]
        constraints = [
            models.UniqueConstraint(
                fields=["located"], condition=Q(ended=None), name="one_reunion_goes_on"
            ),
            models.UniqueConstraint(
                fields=["mark"], condition=Q(ended=None), name="one_reunion_goes_on_under_a_mark"
            ),
            models.CheckConstraint(
                condition=Q(located__isnull=True, mark__isnull=False)
                | Q(located__isnull=False, mark__isnull=True),
                name="a_reunion_stands_beside_who_was_found_or_under_a_mark",
            ),
        ]


class ReunionStep(Sealed):
    """One step of a dossier along the arrows of `reunion.ARROWS`, and its reason."""

    reunion = models.ForeignKey(Reunion, on_delete=models.CASCADE, related_name="steps")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    step = SealedJSON()
    note = BoxText(box="inbox", null=True)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class ReunionSheet(Sealed):
    """One thing that an office asks of the family: what, whose, whether it is there, until when."""

    reunion = models.ForeignKey(Reunion, on_delete=models.CASCADE, related_name="sheets")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    told = SealedJSON()
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
