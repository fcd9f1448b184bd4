"""What anybody who holds a certificate's code may learn: that it is valid, and of which month."""

from typing import ClassVar
from uuid import uuid4

from django.db import models


class Attestation(models.Model):
    """A certificate that is valid. One that was withdrawn or erased has no row: the public side
    cannot tell it from a code that never was (docs/decisions/034)."""

    DATA: ClassVar = {"id": "public", "society": "public", "lookup": "blind", "month": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    lookup = models.BinaryField(
        max_length=32, unique=True
    )  # made of the code, which is kept nowhere
    month = models.DateField()  # its first day

    def __str__(self) -> str:
        return f"attestation {self.pk}"
