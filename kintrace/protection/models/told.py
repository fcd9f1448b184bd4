"""Notices, lawful bases, risk answers, holds and erasures, all by subject.

A subject is a UUID allotted before anything of the person is kept, so that notice and basis can
come first. No row here holds a name.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language_info

from kintrace.protection.models.row import Row
from kintrace.protection.purposes import BasisKind, Channel, How, Purpose, TextKind, WhyErased
from kintrace.vault.fields import BoxJSON, BoxText, Sealed, SealedJSON


class NoticeText(Row):
    """What a society says before it asks something: one version of a kind in one language.

    The public side reads this table, so nothing here says who wrote or approved it: the audit
    does.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        APPROVED = "approved"
        REPLACED = "replaced"

    kind = models.CharField(max_length=10, choices=TextKind.choices, default=TextKind.NOTICE)
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=120)
    pictures: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)
    short = models.TextField()
    full = models.TextField()
    drafted = models.DateTimeField(default=timezone.now)
    approved = models.DateTimeField(null=True)

    DATA = dict.fromkeys(
        ("kind", "language", "version", "state", "drafted", "approved"), "routing"
    ) | (dict.fromkeys(("title", "pictures", "short", "full"), "public"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "kind", "language", "version"],
                name="one_notice_text_a_version",
            ),
            models.UniqueConstraint(
                fields=["society", "kind", "language"],
                condition=Q(state="approved"),
                name="one_notice_text_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", approved=None)
                | Q(state__in=["approved", "replaced"], approved__isnull=False),
                name="a_notice_text_in_force_was_approved",
            ),
        ]

    @property
    def language_name(self) -> str:
        """The language in its own words."""
        return str(get_language_info(self.language)["name_local"])

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


class NoticeGiven(Row):
    """That a person was informed: with which text, how, by whom, when."""

    subject = models.UUIDField()
    text = models.ForeignKey(NoticeText, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=12, choices=Channel.choices)
    interpreter = models.BooleanField(default=False)
    given_by = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)

    DATA = {"channel": "routing", "interpreter": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "subject"])]


class Basis(Sealed):
    """Why one thing may be done with what a person told, how far, and until when."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField()
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    kind = models.CharField(max_length=20, choices=BasisKind.choices)
    scope: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    how = models.CharField(max_length=10, choices=How.choices)
    notice = models.ForeignKey(NoticeGiven, null=True, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(NoticeText, null=True, on_delete=models.PROTECT, related_name="+")
    given_by = models.UUIDField()
    told_by = models.UUIDField(null=True)  # the subject who told us of a person we cannot ask
    given = models.DateTimeField(default=timezone.now)
    until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # when what stood on it was stopped, after `until`
    not_with = SealedJSON()

    DATA = dict.fromkeys(("purpose", "kind", "scope", "how"), "routing")

    class Meta:
        indexes = [
            models.Index(fields=["society", "subject", "purpose"]),
            models.Index(fields=["society", "until"]),
            models.Index(
                fields=["society", "told_by"],
                condition=Q(told_by__isnull=False),
                name="protection_basis_told_by",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(purpose="publish") | Q(kind="consent", until__isnull=False),
                name="publishing_rests_on_consent_with_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(kind="consent") | Q(notice__isnull=False),
                name="consent_is_informed",
            ),
        ]


class RiskAnswers(Row):
    """One round of risk questions. Whether there was a concern, only the sealed answers say."""

    class About(models.TextChoices):
        SEARCH = "search"  # the questions of risk.QUESTIONS
        WALL = "wall"  # who may recognise the person in a photo that everybody sees

    subject = models.UUIDField()
    about = models.CharField(max_length=10, choices=About.choices, default=About.SEARCH)
    words = models.ForeignKey(NoticeText, null=True, on_delete=models.PROTECT, related_name="+")
    answers = BoxJSON(box="protection")
    given_by = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["society", "subject"])]


class Hold(Row):
    """The safeguarding hold: while one is in force, nothing is searched, shown, shared or sent."""

    subject = models.UUIDField()
    since = models.DateTimeField(default=timezone.now)
    set_by = models.UUIDField()
    reason = BoxText(box="protection")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)
    lifted_because = BoxText(box="protection", null=True)
    told_at = models.DateTimeField(null=True)  # who decides has a letter of it
    reminded_at = models.DateTimeField(null=True)  # and another, once

    class Meta:
        indexes = [models.Index(fields=["society", "subject"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_by=F("set_by"))),
                name="a_hold_is_lifted_by_another",
            )
        ]


class DoNotFind(Row):
    """Somebody does not want to be found: by a person they name, or by anybody.

    Who they are and by whom is sealed to the protection box. Once they are erased the words are
    gone and the row stays, so that what it stops does not begin again.
    """

    subject = models.UUIDField()
    told = BoxJSON(box="protection", null=True)
    registered_by = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_because = BoxText(box="protection", null=True)

    class Meta:
        indexes = [models.Index(fields=["society", "subject"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | (
                    Q(ended_at__isnull=False, ended_by__isnull=False)
                    & ~Q(ended_by=F("registered_by"))
                ),
                name="a_wish_not_to_be_found_is_ended_by_another",
            )
        ]


class Compared(Row):
    """The protection team held a person sought beside the register; `apart` when it is one of it.

    Nothing else in the house says so: for everybody else the search goes on and finds nothing.
    """

    subject = models.UUIDField()
    apart = models.ForeignKey(DoNotFind, null=True, on_delete=models.PROTECT, related_name="+")
    compared_by = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["society", "subject"])]


class Erasure(Row):
    """That a subject was erased, and which files: the ledger says so outside the database too."""

    subject = models.UUIDField(unique=True)
    why = models.CharField(max_length=10, choices=WhyErased.choices)
    files: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    asked_by = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True)

    DATA = {"why": "routing", "files": "routing"}
