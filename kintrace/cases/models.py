"""One enquirer's search, what was told about it, and the drafts it grows from."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from kintrace.cases.afterwards import AgeThen, KeptFor, Kin
from kintrace.cases.circumstances import Closing, Outcome, Partner, Way
from kintrace.cases.replies import Topic
from kintrace.vault.fields import BoxJSON, BoxText, Sealed, SealedJSON, SealedText
from kintrace.wall.relations import Relation


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
    keep_until = models.DateField(null=True)  # an officer kept it once, for this long
    kept_for = models.CharField(max_length=12, choices=KeptFor.choices, blank=True)
    has_photo = models.BooleanField(default=False)
    photo_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    circumstances = SealedJSON()

    DATA = {"reference": "routing", "closing": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "state", "next_review"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed=None) | Q(state="closed", closed__isnull=False),
                name="a_closed_case_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(keep_until=None, kept_for="")
                | (Q(keep_until__isnull=False) & ~Q(kept_for="")),
                name="a_case_is_kept_longer_for_a_reason",
            ),
        ]


class PastCases(models.Model):
    """How many ended cases were alike: all that stays of a closed case after its time.

    A row is a cell of a table and no case: nothing in it is finer than a year, and nothing leads
    back. A page shows no cell under five.
    """

    DATA = dict.fromkeys(("opened", "closed", "count"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    opened = models.PositiveSmallIntegerField()  # years
    closed = models.PositiveSmallIntegerField()
    closing = models.CharField(max_length=12, choices=Closing.choices)
    kin = models.CharField(max_length=10, choices=Kin.choices)
    age = models.CharField(max_length=10, choices=AgeThen.choices)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "opened", "closed", "closing", "kin", "age"],
                name="past_cases_one_cell",
            )
        ]

    def __str__(self) -> str:
        return f"cell {self.pk}"


class Sought(Sealed):
    """A person sought in a case, as a subject of `people`, and who that is to the enquirer.

    Whoever was erased alone leaves the bare row, without a word, so that the case goes on.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sought")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(unique=True)
    place = models.PositiveSmallIntegerField()
    relation = SealedText(null=True)
    last_news = SealedJSON(null=True)

    DATA = {"place": "routing"}

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="one_sought_person_a_place")
        ]

    @property
    def relation_label(self) -> str:
        """Who this is to the enquirer, in words; "" for who was erased alone."""
        return str(Relation(self.relation).label) if self.relation else ""


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

    The message goes when its time is over; the lead stays with the case and ends with it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="leads")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    message = models.UUIDField()  # a plain number
    by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    told = BoxJSON(box="inbox")

    class Meta:
        ordering = ["at"]


class Sentence(models.Model):
    """One version of a sentence that a society answers visitors with, in one language."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("In use")
        REPLACED = "replaced", _("Replaced")

    DATA = dict.fromkeys(("topic", "language", "version", "state"), "routing") | {"text": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    topic = models.CharField(max_length=12, choices=Topic.choices)
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    text = models.TextField()
    drafted_by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "network.Member", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["language", "topic", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["society", "topic", "language", "version"], name="one_sentence_a_version"
            ),
            models.UniqueConstraint(
                fields=["society", "topic", "language"],
                condition=Q(state="approved"),
                name="one_sentence_in_use",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", approved_by=None)
                | (
                    Q(state__in=["approved", "replaced"], approved_by__isnull=False)
                    & ~Q(approved_by=F("drafted_by"))
                ),
                name="a_sentence_in_use_had_a_second_eye",
            ),
        ]

    def __str__(self) -> str:
        return f"sentence {self.pk}"

    @property
    def language_name(self) -> str:
        """The language in its own words."""
        return str(get_language_info(self.language)["name_local"])

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


class Contact(models.Model):
    """That somebody spoke with the person about the photo, or tried to. Only this renews a face."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts")
    day = models.DateField()
    way = models.CharField(max_length=10, choices=Way.choices)
    partner = models.CharField(max_length=10, choices=Partner.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    until = models.DateField(null=True)
    note = BoxText(box="inbox", null=True)
    logged_by = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL)
    logged = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "logged"]
        indexes = [models.Index(fields=["society", "case", "day"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    outcome="wants", until__isnull=False, partner__in=["person", "guardian"]
                )
                | (~Q(outcome="wants") & Q(until=None)),
                name="only_the_person_says_how_much_longer",
            )
        ]

    def __str__(self) -> str:
        return f"contact {self.pk}"
