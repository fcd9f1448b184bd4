"""Views of the list of cases that a member named for themselves."""

from uuid import uuid4

from django.db import models
from django.utils import timezone

from kintrace.vault.fields import StaffText


class SavedView(models.Model):
    """Filters of the list that one member finds again as a tab; nobody else sees it.

    The filters are codes of our own handling. The name is typed, and may say anything.
    """

    DATA = {"query": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    member = models.ForeignKey("network.Member", on_delete=models.CASCADE)
    name = StaffText()
    query = models.CharField(max_length=200)
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "query"], name="one_view_of_the_same_filters")
        ]

    def __str__(self) -> str:
        return f"saved view {self.pk}"
