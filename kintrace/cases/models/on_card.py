"""What members typed onto index cards, out of what lies in the box."""

from django.db import models

from kintrace.cases.models.case import Case
from kintrace.vault.fields import Sealed, SealedText


class OnCard(Sealed):
    """Of somebody in a case, who searches or is sought: the mother's name. It lies in the file of
    the case, and goes with the person."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="on_cards")
    subject = models.UUIDField(unique=True)
    mother = SealedText()
