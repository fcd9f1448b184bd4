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
        "may_rest": "routing",
        "seen": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    face = models.UUIDField()
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    # HMAC of the address for this face and day, under a key that is gone with the day
    # (visitors/daykey.py); empty for a removal with the code, which needs no counting.
    address_tag = models.BinaryField(max_length=16, default=b"")
    # Whether the face may be hidden by this before anybody looked: not while too many rest. It is
    # part of what is said once, so that saying it again helps when there is room again.
    may_rest = models.BooleanField(default=True)
    seen = models.BooleanField(default=False)  # the worker told the society

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["face", "kind", "day", "address_tag", "may_rest"],
                name="wall_removal_once",
            )
        ]

    def __str__(self) -> str:
        return f"removal {self.pk}"
