"""How often a kind of thing happened on a day, and in which language the page was. Nothing about
who, where from or which face."""

from uuid import uuid4

from django.db import models


class DayCount(models.Model):
    """One row per day, kind and language, e.g. 2026-11-18, "wall", "ar", 412."""

    # The public role may not use a sequence: the key is made in Python.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    day = models.DateField()
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=10, default="")  # "": counted before we asked
    count = models.PositiveBigIntegerField(default=0)

    DATA = dict.fromkeys(("id", "day", "kind", "language", "count"), "routing")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind", "language"], name="visitors_daycount_once_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"day count {self.pk}"
