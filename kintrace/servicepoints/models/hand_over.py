"""What a person carries on to the next point: found by a code and a word, and by nothing else."""

from uuid import uuid4

from django.db import models


class HandOver(models.Model):
    """A copy sealed to code and word. It names no society, no point and no registration.

    Outside the wall of the societies, for it is opened at a point of any of them; without code and
    word there is nothing to open it with.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lookup = models.BinaryField(max_length=16, unique=True)
    sealed = models.BinaryField()
    opened = models.PositiveSmallIntegerField(default=0)  # how often
    until = models.DateField()

    DATA = {"lookup": "blind", "sealed": "box", "opened": "routing"}

    def __str__(self) -> str:
        return f"hand-over {self.pk}"
