"""Who may open what: one table of roles and rights, one declaration per view, undeclared = shut.

A view says who it is for and nothing more; `gate.Gate` enforces it before the view runs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar

from django.db import models
from django.http import HttpResponseBase
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member is to the society. One member, one role."""

    VOLUNTEER = "volunteer", _("Volunteer")
    CASEWORKER = "caseworker", _("Caseworker")
    OFFICER = "officer", _("RFL officer")
    CHILD_PROTECTION = "child_protection", _("Child-protection officer")
    DATA_PROTECTION = "data_protection", _("Data-protection officer")
    SOCIETY_ADMIN = "society_admin", _("Society administrator")
    NETWORK_ADMIN = "network_admin", _("Network administrator")
    AUDITOR = "auditor", _("Auditor")


class Right(Enum):
    """One thing a member may be allowed to do."""

    SEE_DESK = auto()
    OPEN_CASES = auto()
    READ_CASES = auto()
    CHANGE_CASES = auto()
    ACCEPT_CASES = auto()
    REVIEW_REFUSALS = auto()
    REOPEN_CASES = auto()
    SET_CRITERIA = auto()
    APPROVE_FACES = auto()
    TAKE_DOWN_FACES = auto()
    READ_INBOX = auto()
    ANSWER_MESSAGES = auto()
    HOLD = auto()
    LIFT_HOLD = auto()
    SEE_REGISTER = auto()
    KEEP_APART = auto()
    MANAGE_MEMBERS = auto()
    MANAGE_DESKS = auto()
    HOLD_KEY_CEREMONY = auto()
    APPROVE_NOTICES = auto()
    SEE_AUDIT = auto()
    ERASE = auto()
    SEE_FIGURES = auto()
    REPORT = auto()
    MANAGE_SOCIETIES = auto()
    OPEN_BOXES = auto()
    MAKE_POSTERS = auto()
    SIGN_AGREEMENTS = auto()
    NAME_NETWORKS = auto()
    ANSWER_RIGHTS = auto()
    GUARD_RIGHTS = auto()
    ANSWER_AUTHORITIES = auto()
    SET_RETENTION = auto()
    KEEP_LONGER = auto()
    KEEP_WATCH = auto()
    ISSUE_CERTIFICATES = auto()
    RELEASE_CONTACT = auto()
    ESTABLISH_FATE = auto()
    SEARCH_CARDS = auto()
    JUDGE_PAIRS = auto()
    LOOK_AFTER_CHILDREN = auto()
    PROTECT_CHILDREN = auto()
    RUN_POINT = auto()
    SET_UP_POINTS = auto()
    SEE_POINT_REPORTS = auto()
    FOLLOW_UP = auto()
    CONFIRM_LISTINGS = auto()
    KEEP_LISTINGS = auto()
    SEE_STATUS = auto()
    MEND_JOBS = auto()


_VOLUNTEER = frozenset(
    {
        Right.SEE_DESK,
        Right.OPEN_CASES,
        Right.RUN_POINT,
        Right.FOLLOW_UP,
        Right.CONFIRM_LISTINGS,
    }
)
_CASEWORKER = _VOLUNTEER | {
    Right.READ_CASES,
    Right.CHANGE_CASES,
    Right.ACCEPT_CASES,
    Right.READ_INBOX,
    Right.ANSWER_MESSAGES,
    Right.TAKE_DOWN_FACES,
    Right.HOLD,
    Right.OPEN_BOXES,
    Right.MAKE_POSTERS,
    Right.SEARCH_CARDS,
    Right.JUDGE_PAIRS,
    Right.KEEP_LISTINGS,
    # Opens the list of the member’s own teams; a child shows to nobody but its team.
    Right.LOOK_AFTER_CHILDREN,
}
_SECOND_EYE = _CASEWORKER | {
    Right.APPROVE_FACES,
    Right.REVIEW_REFUSALS,
    Right.REOPEN_CASES,
    Right.RELEASE_CONTACT,
}

# Administrators manage people and read no case: a stolen administrator's session opens nothing.
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VOLUNTEER: _VOLUNTEER,
    Role.CASEWORKER: _CASEWORKER,
    Role.OFFICER: _SECOND_EYE
    | {
        Right.HOLD_KEY_CEREMONY,
        Right.APPROVE_NOTICES,
        Right.SEE_FIGURES,
        Right.SIGN_AGREEMENTS,
        Right.NAME_NETWORKS,
        Right.ANSWER_RIGHTS,
        Right.KEEP_LONGER,
        Right.SET_CRITERIA,
        Right.ISSUE_CERTIFICATES,
        Right.ESTABLISH_FATE,
        Right.SET_UP_POINTS,
        Right.SEE_POINT_REPORTS,
    },
    # A hold is lifted by who reads why it was set: by holders of the protection box.
    Role.CHILD_PROTECTION: _SECOND_EYE
    | {Right.LIFT_HOLD, Right.SEE_REGISTER, Right.KEEP_APART, Right.PROTECT_CHILDREN},
    Role.DATA_PROTECTION: frozenset(
        {
            Right.SEE_DESK,
            Right.SEE_AUDIT,
            Right.ERASE,
            Right.HOLD,
            Right.LIFT_HOLD,
            Right.SEE_REGISTER,
            Right.APPROVE_NOTICES,
            Right.OPEN_BOXES,
            Right.SEE_FIGURES,
            Right.ANSWER_RIGHTS,
            Right.GUARD_RIGHTS,
            Right.ANSWER_AUTHORITIES,
            Right.SET_RETENTION,
            Right.KEEP_WATCH,
            Right.SEE_POINT_REPORTS,
        }
    ),
    Role.SOCIETY_ADMIN: frozenset(
        {
            Right.SEE_DESK,
            Right.MANAGE_MEMBERS,
            Right.MANAGE_DESKS,
            Right.CONFIRM_LISTINGS,
            Right.KEEP_LISTINGS,
            Right.SEE_FIGURES,
            Right.REPORT,
            Right.NAME_NETWORKS,
            Right.SET_RETENTION,
            Right.SET_UP_POINTS,
            Right.SEE_POINT_REPORTS,
        }
    ),
    Role.NETWORK_ADMIN: frozenset(
        {
            Right.SEE_DESK,
            Right.MANAGE_SOCIETIES,
            Right.SEE_STATUS,
            Right.MEND_JOBS,
            Right.SEE_FIGURES,
            Right.SIGN_AGREEMENTS,
            Right.SEE_POINT_REPORTS,
        }
    ),
    Role.AUDITOR: frozenset({Right.SEE_DESK, Right.SEE_AUDIT, Right.SEE_FIGURES, Right.SEE_STATUS}),
}

# Who can have somebody named where a society has nobody for a thing.
NAME_SOMEBODY = (Role.OFFICER, Role.SOCIETY_ADMIN)


def roles_with(right: Right) -> tuple[Role, ...]:
    """The roles that hold a right, in the order of the table."""
    return tuple(role for role in RIGHTS if right in RIGHTS[role])


# Which roles hold which box of the society (design: who may open what is sealed to it).
BOXES: dict[str, frozenset[Role]] = {
    "inbox": frozenset({Role.CASEWORKER, Role.OFFICER, Role.CHILD_PROTECTION}),
    "protection": frozenset({Role.CHILD_PROTECTION, Role.DATA_PROTECTION}),
}

# Who may be in a child's team, by name; each team has a box of its own.
TEAM_ROLES: frozenset[Role] = BOXES["inbox"]


def has(member: Any, right: Right) -> bool:
    """Whether this member holds the right. Nobody signed in, or not active: no."""
    if not getattr(member, "is_active", False) or getattr(member, "role", None) is None:
        return False
    return right in RIGHTS[Role(member.role)]


class May:
    """`request.may(Right.X)` in views, `{% if request.may.READ_CASES %}` in templates."""

    do_not_call_in_templates = True

    def __init__(self, whose: Callable[[], Any]) -> None:
        self._whose = whose

    def __call__(self, right: Right) -> bool:
        return has(self._whose(), right)

    def __getitem__(self, name: str) -> bool:
        return self(Right[name])


class Who(Enum):
    """For whom a view is."""

    EVERYONE = auto()  # visitors, and the pages before signing in
    ARRIVING = auto()  # the password was right, the second factor is still to be set up
    SIGNED_IN = auto()  # password and second factor, any role
    STAFF = auto()  # signed in and holding a right


@dataclass(frozen=True)
class Access:
    """What a view declared."""

    who: Who
    right: Right | None = None
    step_up: bool = field(default=False)
    box: bool = field(default=False)


View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def for_staff(right: Right, *, step_up: bool = False, box: bool = False) -> Callable[[View], View]:
    """Members holding the right. step_up: proved who they are in the last five minutes.

    box: the society's box is open; who has not opened it is led to the opening step and back.
    """
    return _declare(Access(Who.STAFF, right, step_up=step_up, box=box))


def for_signed_in(view: View) -> View:
    """Every signed-in member, whatever the role."""
    return _declare(Access(Who.SIGNED_IN))(view)


def for_signed_in_again(view: View) -> View:
    """Every signed-in member who proved in the last five minutes that it is them."""
    return _declare(Access(Who.SIGNED_IN, step_up=True))(view)


def for_arriving(view: View) -> View:
    """Signed-in members, also those who still have to set up their second factor."""
    return _declare(Access(Who.ARRIVING))(view)


def for_everyone(view: View) -> View:
    """Anybody: visitors, and who is not signed in yet."""
    return _declare(Access(Who.EVERYONE))(view)


def _declare(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return mark


# Views that are not ours and cannot carry a declaration, by the name of their address.
BORROWED: dict[str, Access] = {
    "mfa_index": Access(Who.SIGNED_IN),
    "mfa_view_recovery_codes": Access(Who.SIGNED_IN),
}


def declared(view: Callable[..., Any], url_name: str | None) -> Access | None:
    """What was declared for this view; None means that nobody may open it."""
    own = getattr(view, "access", None)
    if isinstance(own, Access):
        return own
    return BORROWED.get(url_name or "")
