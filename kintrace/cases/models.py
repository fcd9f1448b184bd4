"""One enquirer's search, what was told about it, and the drafts it grows from."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.circumstances import Closing
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON, SealedText


class State(models.TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Case(Sealed):
    """The search of one enquirer; the enquirer is the subject of notice, basis and hold."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    subject = models.UUIDField(unique=True)
    handler = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL)
    opened = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True)
    closing = models.CharField(max_length=12, choices=Closing.choices, blank=True)
    next_review = models.DateField()
    has_photo = models.BooleanField(default=False)
    circumstances = SealedJSON()

    DATA = {"reference": "routing", "closing": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "state", "next_review"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed=None) | Q(state="closed", closed__isnull=False),
                name="a_closed_case_has_its_day",
            )
        ]


class Sought(Sealed):
    """A person sought in a case, as a subject of `people`, and who that is to the enquirer."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sought")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(unique=True)
    place = models.PositiveSmallIntegerField()
    relation = SealedText()
    last_news = SealedJSON()

    DATA = {"place": "routing"}

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="one_sought_person_a_place")
        ]


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
