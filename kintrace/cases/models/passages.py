"""What goes over between two societies about somebody found, while a search is shared.

No row names a transfer, a case or a person: `mark` is made from the key of the transfer's copy
(vault.tags), so it leads there only for the two societies that hold that key.
"""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.cases.transfers import INBOX
from kintrace.vault.fields import BoxJSON


def _named_box(row: Any) -> str:
    return str(row.box)


class Passage(models.Model):
    """Of the society that asked (`society`): all of it is sealed to that society's box by `giver`.

    asked: questions for who searches, by the number of their proof. passed: how the found person is
    reached; once, and never the other way round.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    giver = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    mark = models.UUIDField(unique=True)
    box = models.CharField(max_length=40, default=INBOX)  # or that of a child's team
    asked = BoxJSON(box=_named_box, null=True)
    passed = BoxJSON(box=_named_box, null=True)
    at = models.DateTimeField(default=timezone.now)

    DATA = {"mark": "blind", "box": "routing"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(society=F("giver")), name="a_passage_goes_to_another"
            )
        ]

    def __str__(self) -> str:
        return f"passage {self.pk}"
