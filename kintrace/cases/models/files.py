"""A paper or a recording that belongs to a case."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.file_words import SOUND, FileKind, Media
from kintrace.cases.models.case import Case, Sought
from kintrace.vault.fields import BoxJSON, Sealed


class CaseFile(Sealed):
    """Of the whole case, or of one person sought. Its bytes lie beside the database.

    They are sealed under a key of their own and a lock; the lock stands in `told`, in the box.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="files")
    sought = models.ForeignKey(Sought, null=True, on_delete=models.CASCADE, related_name="files")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=FileKind.choices)
    media = models.CharField(max_length=8, choices=Media.choices)
    size = models.PositiveIntegerField()
    agreed = models.DateField(null=True)  # when they said yes to being recorded
    told = BoxJSON(box="inbox")  # {"note": …, "lock": …}
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    DATA = {"size": "routing"}

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(media__in=sorted(SOUND), kind="recording", agreed__isnull=False)
                | (~Q(media__in=sorted(SOUND)) & ~Q(kind="recording") & Q(agreed=None)),
                name="nobody_is_recorded_without_a_yes",
            )
        ]
