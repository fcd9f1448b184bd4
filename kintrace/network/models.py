"""Societies, their desks and their members.

Society and Desk hold only what anyone may read: the public side selects from both. A society's
private settings are a table of their own, behind row security. Member stands outside that wall,
because signing in comes before knowing the society: it holds a sign-in name, a password hash,
routing and sealed fields, and nothing else.
"""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Upper
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kintrace.network.access import Role
from kintrace.network.words import (
    LinkKind,
    MemberState,
    SharingPurpose,
    SocietyKind,
    SocietyState,
    is_code,
    is_country,
    is_sign_in_name,
)
from kintrace.vault.fields import StaffText


class Society(models.Model):
    """A National Society, a delegation or the network's office. Everything here is public."""

    Kind = SocietyKind
    State = SocietyState

    DATA: ClassVar = dict.fromkeys(
        ("id", "code", "name", "kind", "country", "languages", "phone", "state", "left"), "public"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.CharField(max_length=8, unique=True, validators=[is_code])
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NATIONAL_SOCIETY)
    country = models.CharField(max_length=2, validators=[is_country])
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    phone = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    left = models.DateField(null=True, blank=True)  # the network; its keys stay for a while

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code=Upper("code")), name="society_code_in_capitals"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["active", "left"]), name="society_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"society {self.pk}"


class Desk(models.Model):
    """An office or service point where people are received. Everything here is public."""

    DATA: ClassVar = dict.fromkeys(
        ("id", "society", "country", "name", "address", "hours", "phone", "languages", "checked"),
        "public",
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="desks")
    name = models.CharField(max_length=120)
    address = models.TextField(blank=True)
    hours = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    # Empty where the society is: a delegation may receive people in several countries.
    country = models.CharField(max_length=2, blank=True)
    checked = models.DateField(null=True)  # when the society last said that all this is so

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"desk {self.pk}"


class SocietySettings(models.Model):
    """What a society settles for itself and shows to nobody outside."""

    DATA: ClassVar = dict.fromkeys(("id", "society", "language", "retention"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.OneToOneField(Society, on_delete=models.PROTECT, related_name="settings")
    language = models.CharField(max_length=10, default="en")
    mailbox = StaffText()  # where "a message waits" goes; never a person's own address
    # {kind: {"days": 365, "before": 730, "since": "2026-03-01"}}, as protection/retention.py reads
    retention: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"society settings {self.pk}"


class Member(AbstractBaseUser):
    """A staff account: one person, one society, one role."""

    State = MemberState

    DATA: ClassVar = {
        "id": "routing",
        "sign_in": "staff",
        "password": "staff",
        "last_login": "routing",
        "society": "routing",
        "role": "routing",
        "state": "routing",
        "languages": "routing",
        "sessions_ended": "routing",
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sign_in = models.CharField(max_length=40, unique=True, validators=[is_sign_in_name])
    society = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="members")
    role = models.CharField(max_length=20, choices=Role)
    state = models.CharField(max_length=10, choices=State, default=State.INVITED)
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    sessions_ended = models.PositiveIntegerField(default=0)
    name = StaffText()
    email = StaffText()
    phone = StaffText()

    USERNAME_FIELD = "sign_in"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    class Meta:
        ordering = ["sign_in"]
        indexes = [models.Index(fields=["society", "state"], name="member_society_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sign_in=Lower("sign_in")), name="member_sign_in_in_small_letters"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=list(Role)), name="member_role_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["invited", "active", "left"]),
                name="member_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.pk}"

    def __repr__(self) -> str:
        return f"<member {self.pk}>"

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether the member may sign in at all."""
        return self.state == self.State.ACTIVE

    @property
    def language(self) -> str:
        """The language letters to this member are written in: the first that the desk speaks."""
        spoken = (code for code in self.languages if code in settings.STAFF_LANGUAGES)
        return next(spoken, settings.LANGUAGE_CODE)

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        # A session lives only as long as everything that was true when it began: a new password,
        # role or state, or "end all sessions", makes every session of the member worthless at
        # once, whatever table still holds its row.
        standing = f"{self.password}|{self.role}|{self.state}|{self.sessions_ended}"
        return salted_hmac(
            "kintrace.network.session", standing, secret=secret, algorithm="sha256"
        ).hexdigest()


class OneTimeLink(models.Model):
    """A link in an invitation or a reset letter, good once; only its digest is kept."""

    Kind = LinkKind

    DATA: ClassVar = dict.fromkeys(
        ("id", "member", "kind", "digest", "made", "until", "used"), "routing"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["invitation", "reset"]), name="link_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"one-time link {self.pk}"


class SharingAgreement(models.Model):
    """What one society may show another, and for what; nothing else ever crosses between them."""

    Purpose = SharingPurpose

    DATA: ClassVar = {"purposes": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    giver = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="+")
    purposes: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True)
    signed_by = models.UUIDField()
    signed = models.DateTimeField(default=timezone.now)
    ended_by = models.UUIDField(null=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering = ["signed"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("taker")), name="agreement_between_two"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="agreement_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(ended=None, ended_by=None)
                | models.Q(ended__isnull=False, ended_by__isnull=False),
                name="agreement_is_ended_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["giver", "taker"],
                condition=models.Q(ended=None),
                name="agreement_one_a_direction",
            ),
        ]

    def __str__(self) -> str:
        return f"sharing agreement {self.pk}"


class Team(models.Model):
    """The few who look after one child, by name: what they are told lies in a box of their own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="+")
    name = StaffText()  # a word they agreed on, never the child's name
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made"]

    def __str__(self) -> str:
        return f"team {self.pk}"

    @property
    def box(self) -> str:
        """The name of the team's box in the vault."""
        return f"team-{self.pk.hex}"


class TeamMember(models.Model):
    """One of a team. Whether they can open the box is in the vault: two officers grant it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey(Society, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "member"], name="team_member_once"),
        ]

    def __str__(self) -> str:
        return f"team member {self.pk}"
