"""What may be known of a society's points outside the society."""

from typing import ClassVar
from uuid import uuid4

from django.db import models


class MonthOutside(models.Model):
    """A number of a month of all points of a society, written fourteen days after it ended.

    Every society's staff may read the rows of all; so there are rows of nothing but what is shown
    (suppression.py): what is held back has none. cut: services, languages, bands, or all.
    """

    DATA: ClassVar = dict.fromkeys(("cut", "cell", "count"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    cut = models.CharField(max_length=10)
    cell = models.CharField(max_length=10, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "month", "cut", "cell"], name="one_number_outside"
            )
        ]

    def __str__(self) -> str:
        return f"figure of a month {self.pk}"
