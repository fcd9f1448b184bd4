"""How we ask a family how it is, after contact."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.models.found import Located
from kintrace.vault.fields import BoxText, Sealed, SealedJSON


class ContactPlan(Sealed):
    """Of one of the two, in which way they agreed to be asked; beside who was found, like a
    dossier, and in a file of its own."""

    located = models.ForeignKey(Located, on_delete=models.CASCADE, related_name="plans")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    said_yes = SealedJSON()  # {"side": …, "way": …, "how": …}
    sentence = BoxText(box="inbox")  # what is safe to say, whoever hears it
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["society", "ended"])]


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
