"""Wishes that a face be hidden."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class Removal(models.Model):
    """A wish that a face be hidden. The public side hides it at once, the worker carries it out."""

    class Kind(models.TextChoices):
        PROVEN = "proven", _("With the removal code")
        PRESSED = "pressed", _("Asked without a code")
        DANGER = "danger", _("In danger")

    DATA: ClassVar = {
        "id": "routing",
        "society": "routing",
        "face": "routing",
        "kind": "routing",
        "day": "routing",
        "address_tag": "blind",
        "seen": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    face = models.UUIDField()
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    # HMAC of the address for this face and day, under a key that dies with the process; empty for
    # a removal with the code, which needs no counting.
    address_tag = models.BinaryField(max_length=16, default=b"")
    seen = models.BooleanField(default=False)  # the worker told the society

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["face", "kind", "day", "address_tag"], name="wall_removal_once"
            )
        ]

    def __str__(self) -> str:
        return f"removal {self.pk}"
