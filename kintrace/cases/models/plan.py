"""How we ask a family how it is, after contact."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.models.found import Located
from kintrace.vault.fields import BoxText, Sealed, SealedJSON


class ContactPlan(Sealed):
    """Of one of the two, in which way they agreed to be asked; in a file of its own.

    Beside who was found, like a dossier. Where another society found them the plan of our own
    enquirer has a mark, made from the key of the case's file as for who was found
    (docs/decisions/047).
    """

    located = models.ForeignKey(Located, null=True, on_delete=models.CASCADE, related_name="plans")
    mark = models.UUIDField(null=True, db_index=True)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    said_yes = SealedJSON()  # {"side": …, "way": …, "how": …}, and "sought" under a mark
    sentence = BoxText(box="inbox")  # what is safe to say, whoever hears it
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)

    DATA = {"mark": "blind"}

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["society", "ended"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(located__isnull=True, mark__isnull=False)
                | Q(located__isnull=False, mark__isnull=True),
                name="a_plan_stands_beside_who_was_found_or_under_a_mark",
            )
        ]


class PlannedTalk(Sealed):
    """One planned day, and what came of it."""

    plan = models.ForeignKey(ContactPlan, on_delete=models.CASCADE, related_name="talks")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    came = SealedJSON(null=True)  # {"outcome": …, "way": …}
    note = BoxText(box="inbox", null=True)
    by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    settled = models.DateTimeField(null=True)

    class Meta:
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["society", "settled", "day"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(came__isnull=True, settled=None)
                | Q(came__isnull=False, settled__isnull=False),
                name="a_planned_talk_is_settled_with_what_came",
            )
        ]
