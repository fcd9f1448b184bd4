"""How often a kind of thing happened on a day. Nothing about who, where from or which face."""

from uuid import uuid4

from django.db import models


class DayCount(models.Model):
    """One row per day and kind, e.g. 2026-11-18, "wall", 412."""

    # The public role may not use a sequence: the key is made in Python.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    day = models.DateField()
    kind = models.CharField(max_length=30)
    count = models.PositiveBigIntegerField(default=0)

    DATA = {"id": "routing", "day": "routing", "kind": "routing", "count": "routing"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "kind"], name="visitors_daycount_once")
        ]

    def __str__(self) -> str:
        return f"day count {self.pk}"
