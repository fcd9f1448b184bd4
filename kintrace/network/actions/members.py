"""Taking members in, changing what they are, and letting them go."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.access import BOXES, RIGHTS, TEAM_ROLES, Right, Role, has
from kintrace.network.actions.door import clear_sessions
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.network.actions.shutting import forget_factors, shut_out
from kintrace.network.actions.teams import leave_teams
from kintrace.network.lookups.versions import version_of_member
from kintrace.network.models import Member
from kintrace.network.seen import changed_elsewhere
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import actions as vault
from kintrace.vault.reader import reading_as
from kintrace.vault.refusals import NoKeyYet, WrongOpeningPassword

if TYPE_CHECKING:
    from kintrace.network.models import Society

_SEALED = {"name", "email", "phone", "password"}


class SignInNameTaken(Refusal):
    """Somebody, in whichever society, has this sign-in name."""

    def __init__(self) -> None:
        super().__init__(_("This sign-in name is taken. Choose a different one."))


class NotYourself(Refusal):
    """Nobody changes their own role or lets themselves go: a second administrator does."""

    def __init__(self) -> None:
        super().__init__(_("Ask another administrator: nobody changes this about themselves."))


@transaction.atomic
def enlist(
    society: "Society",
    *,
    sign_in: str,
    role: Role,
    password: str | None = None,
    name: str = "",
    email: str = "",
    phone: str = "",
    languages: Sequence[str] = ("en",),
    by: Member | None = None,
) -> Member:
    """Make a member who may sign in at once; how the first ones of a society come to be.

    Later ones are invited. by: None only when the house itself does it (demo, set-up, tests).
    """
    with reading_as(society.pk):
        member = new_member(society, sign_in, role, languages)
        member.state = Member.State.ACTIVE
        member.name, member.email, member.phone = name, email, phone
        member.set_password(password)
        member.save()
    record(Deed.JOINED, about=member.pk, by=by or Machine(society.pk))
    return member


def new_member(society: "Society", sign_in: str, role: Role, languages: Sequence[str]) -> Member:
    """A member not yet saved, with a sign-in name nobody else has. Raises SignInNameTaken."""
    member = Member(sign_in=sign_in.strip().casefold(), society=society, role=role)
    member.languages = list(languages)
    member.clean_fields(exclude=_SEALED)
    if Member.objects.filter(sign_in=member.sign_in).exists():
        raise SignInNameTaken
    return member


def require_may_give(role: Role | str, *, by: Member) -> None:
    """Refuse a role that this member cannot hand out: the network's own comes from its office."""
    if Role(role) is Role.NETWORK_ADMIN and not has(by, Right.MANAGE_SOCIETIES):
        raise NoRight(_("Only the network's office makes network administrators."))


@transaction.atomic
def change_role(member: Member, *, role: Role, by: Member) -> None:
    """Give another role. The member's sessions end, and boxes the role does not hold are taken."""
    if member.pk == by.pk:
        raise NotYourself
    require_may_give(role, by=by)
    require_may_give(member.role, by=by)
    if RIGHTS[Role(member.role)] - RIGHTS[Role(role)]:
        remember_loss(Loss.LESS, of=member)
    member.role = role
    member.save(update_fields=["role"])
    clear_sessions(member)
    with reading_as(member.society_id, member=by.pk):
        for box in [box for box, roles in BOXES.items() if role not in roles]:
            vault.revoke_grants(member.pk, box=box)
        if role not in TEAM_ROLES:
            leave_teams(member)
    record(Deed.CHANGED_MEMBER, about=member.pk, by=by)


@transaction.atomic
def correct(
    member: Member,
    *,
    name: str,
    email: str,
    phone: str,
    languages: Sequence[str],
    seen: str | None = None,
    by: Member,
) -> None:
    """Correct what is known of a member. `seen` is the version the page showed, where a page did:
    what somebody wrote since stays. Raises ChangedElsewhere."""
    now = Member.objects.select_for_update().get(pk=member.pk)
    said = (name, email, phone, list(languages))
    is_new = seen is not None and seen != version_of_member(now)
    if is_new and said != (now.name, now.email, now.phone, now.languages):
        raise changed_elsewhere()
    member.name, member.email, member.phone, member.languages = said
    member.save(update_fields=["name", "email", "phone", "languages"])
    record(Deed.CHANGED_MEMBER, about=member.pk, by=by)


@transaction.atomic
def forget_second_factor(member: Member, *, by: Member) -> None:
    """Let a member who lost phone and codes set up a new second factor at the next sign-in."""
    if member.pk == by.pk:
        raise NotYourself
    require_may_give(member.role, by=by)
    forget_factors(member)
    remember_loss(Loss.FACTOR, of=member)
    record(Deed.REMOVED_SECOND_FACTOR, about=member.pk, by=by)


@transaction.atomic
def let_go(member: Member, *, by: Member) -> None:
    """The member left: no session, no second factor, no key and no box remains."""
    if member.pk == by.pk:
        raise NotYourself
    require_may_give(member.role, by=by)
    with reading_as(member.society_id, member=by.pk):
        leave_teams(member)
    shut_out(member, for_good=True)
    remember_loss(Loss.LEFT, of=member)
    record(Deed.MEMBER_LEFT, about=member.pk, by=by)


@transaction.atomic
def change_password(member: Member, *, old: str, new: str) -> None:
    """Choose a new password; it opens the boxes, too, if the old one did.

    A member who set an opening password of its own keeps that one. Every session of the member
    ends; the page that asked goes on by `sessions.stay_as_the_only_one`.
    """
    member.set_password(new)
    member.sessions_ended += 1
    member.save(update_fields=["password", "sessions_ended"])
    clear_sessions(member)
    with suppress(NoKeyYet, WrongOpeningPassword):
        vault.rewrap_member_keys(member.pk, society=member.society_id, old=old, new=new)
    record(Deed.CHANGED_PASSWORD, about=member.pk, by=member)
