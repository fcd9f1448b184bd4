"""What was told about a search and is sealed: the draft it grows from, its words, its leads."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.models.case import Case
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON


class Draft(Sealed):
    """What was typed so far, kept from the notice until the case is opened; never a case."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    member = models.ForeignKey("network.Member", on_delete=models.CASCADE)
    subject = models.UUIDField(unique=True)
    language = models.CharField(max_length=12)
    told = SealedJSON()
    begun = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)

    DATA = {"language": "routing"}


class Words(Sealed):
    """A box answer: contact ways or the story in the person's words, sealed as it was sent.

    It belongs to a draft first and to the case afterwards. The row stays the same, since its
    seal is bound to it and a member without the box cannot seal it anew.
    """

    draft = models.ForeignKey(Draft, null=True, on_delete=models.CASCADE, related_name="words")
    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="words")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    kind = models.CharField(max_length=12)
    lines = models.PositiveSmallIntegerField()
    words = BoxJSON(box="inbox")

    DATA = {"kind": "routing", "lines": "routing"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False, case=None) | Q(draft=None, case__isnull=False),
                name="words_belong_to_a_draft_or_a_case",
            ),
            models.UniqueConstraint(fields=["draft", "kind"], name="one_box_answer_a_draft"),
            models.UniqueConstraint(fields=["case", "kind"], name="one_box_answer_a_case"),
        ]


class Lead(Sealed):
    """What a member learned from a message and wrote down for the search, sealed to the box.

    The message goes when its time is over; the lead stays with the case and ends with it, or with
    the one person sought whom it is about: `mark` leads from them to it for who has the case's key
    and no open box, and is empty where it may be about more than one.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="leads")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    message = models.UUIDField()  # a plain number
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    told = BoxJSON(box="inbox")
    mark = models.UUIDField(null=True)

    DATA = {"mark": "blind"}

    class Meta:
        ordering = ["at"]
