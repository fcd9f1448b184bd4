"""What everybody may see: a face, and nothing private."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.functional import Promise

from kintrace.wall import relations
from kintrace.wall.relations import AgeBand, Sex


class Face(models.Model):
    """What everybody may see of somebody who searches: publishing inserts it, take-down deletes."""

    DATA: ClassVar = {
        "id": "public",
        "society": "public",
        "box": "public",
        "relations": "public",
        "seeker_sex": "public",
        "age_band": "public",
        "name": "public",
        "live_until": "public",
        "posters_until": "public",
        "removal_lookup": "blind",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    box = models.CharField(max_length=20, default="inbox")  # which box messages are sealed to
    relations: models.JSONField[list[str], list[str]] = models.JSONField()
    seeker_sex = models.CharField(max_length=10, choices=Sex)
    age_band = models.CharField(max_length=5, choices=AgeBand)
    name = models.CharField(max_length=32, unique=True)  # of its picture files
    live_until = models.DateField()
    # Until when other societies, too, may print it; never rendered (docs/decisions/011).
    posters_until = models.DateField(null=True)
    removal_lookup = models.BinaryField(max_length=16, unique=True)

    class Meta:
        indexes = [models.Index(fields=["live_until"], name="wall_face_until")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"^[0-9a-f]{32}$"), name="wall_face_name_random"
            ),
            models.CheckConstraint(
                condition=models.Q(age_band__in=AgeBand.values), name="wall_face_age_known"
            ),
            models.CheckConstraint(
                condition=models.Q(seeker_sex__in=Sex.values), name="wall_face_sex_known"
            ),
        ]

    def __str__(self) -> str:
        return f"face {self.pk}"

    @property
    def sentences(self) -> list[Promise]:
        """ "I am looking for my brother.", one whole sentence per relation."""
        return [relations.SEEKS[code] for code in self.relations]
