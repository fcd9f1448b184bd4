"""Letters with a link that works once: invitations, and a new password for who forgot theirs."""

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.letters.actions import send
from kintrace.network.access import Right, Role, has
from kintrace.network.actions.door import clear_sessions
from kintrace.network.actions.members import new_member, require_may_give
from kintrace.network.models import Member, OneTimeLink
from kintrace.network.words import LinkKind
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import actions as vault
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Society

GOOD_FOR = timedelta(hours=72)
Door = Callable[[str], str]  # from the token to the whole address that stands in the letter


class LinkIsOver(Refusal):
    """Used, too old, replaced by a newer one, or never ours: one answer for all."""

    def __init__(self) -> None:
        super().__init__(_("This link no longer works. Ask for a new letter."))


@transaction.atomic
def invite(
    society: "Society",
    *,
    sign_in: str,
    role: Role,
    name: str,
    email: str,
    phone: str = "",
    languages: Sequence[str] = ("en",),
    door: Door,
    by: Member,
) -> Member:
    """Make an account that nobody can use yet, and send its owner the letter to open it."""
    if society.pk != by.society_id and not has(by, Right.MANAGE_SOCIETIES):
        raise NoRight(_("You can invite members of your own society only."))
    require_may_give(role, by=by)
    with reading_as(society.pk, member=by.pk):
        member = new_member(society, sign_in, role, languages)
        member.name, member.email, member.phone = name, email, phone
        member.set_unusable_password()
        member.save()
        _send(member, LinkKind.INVITATION, door)
    record(Deed.INVITED_MEMBER, about=member.pk, by=by, also=[society.pk])
    return member


@transaction.atomic
def invite_again(member: Member, *, door: Door, by: Member) -> None:
    """Send the invitation once more; the earlier letter stops working."""
    if member.state != Member.State.INVITED:
        raise Refusal(_("This member has joined already. Ask them to choose a new password."))
    _send(member, LinkKind.INVITATION, door)
    record(Deed.INVITED_MEMBER, about=member.pk, by=by)


@transaction.atomic
def accept(token: str, *, password: str) -> str:
    """Join: the password opens the account, and the boxes once they are granted.

    Returns the member's recovery code, to be shown once; "" for who may hold no box.
    Raises LinkIsOver.
    """
    member = _use(token, LinkKind.INVITATION)
    member.state = Member.State.ACTIVE
    code = _start_anew(member, password)
    record(Deed.JOINED, about=member.pk, by=member)
    return code


@transaction.atomic
def send_reset(member: Member, *, door: Door) -> None:
    """Send the letter that leads to a new password, to the address the society knows."""
    with reading_as(member.society_id):
        if member.is_active and member.email:
            _send(member, LinkKind.RESET, door)
            record(Deed.ASKED_RESET, about=member.pk, by=Machine(member.society_id))


@transaction.atomic
def reset(token: str, *, password: str) -> str:
    """Choose a new password by letter. Every box is lost until it is granted again.

    Whoever reads the member's mail could do this; that is why it opens no box.
    Returns the new recovery code, to be shown once. Raises LinkIsOver.
    """
    member = _use(token, LinkKind.RESET)
    code = _start_anew(member, password)
    record(Deed.RESET_PASSWORD, about=member.pk, by=member)
    return code


def _start_anew(member: Member, password: str) -> str:
    member.set_password(password)
    member.sessions_ended += 1
    member.save(update_fields=["password", "state", "sessions_ended"])
    clear_sessions(member)
    vault.drop_member_keys(member.pk, society=member.society_id)
    if not has(member, Right.OPEN_BOXES):
        return ""
    return vault.make_member_keys(member.pk, society=member.society_id, opening_password=password)


def _send(member: Member, kind: LinkKind, door: Door) -> None:
    send(
        kind.value,
        to=member.email,
        language=member.language,
        facts={"link": door(new_link(member, kind))},
        society=member.society_id,
    )


def new_link(member: Member, kind: LinkKind) -> str:
    """The token of a link that works once; an earlier one of the member stops working."""
    _end_links(member)
    token = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(
        member=member, kind=kind, digest=digest_of(token), until=timezone.now() + GOOD_FOR
    )
    return token


def _use(token: str, kind: LinkKind) -> Member:
    links = OneTimeLink.objects.select_for_update(of=("self",)).select_related("member__society")
    link = links.filter(digest=digest_of(token), kind=kind, used=None).first()
    if link is None or not is_good(link):
        raise LinkIsOver
    _end_links(link.member)
    return link.member


def _end_links(member: Member) -> None:
    OneTimeLink.objects.filter(member=member, used=None).update(used=timezone.now())


def is_good(link: OneTimeLink) -> bool:
    """Whether the link is unused, in time, and still for what it was written for."""
    wanted = {
        LinkKind.INVITATION.value: Member.State.INVITED,
        LinkKind.RESET.value: Member.State.ACTIVE,
    }
    in_time = link.used is None and link.until > timezone.now()
    return in_time and link.member.state == wanted[link.kind]


def digest_of(token: str) -> str:
    """What is kept of a token: 256 random bits need no salt and no slow hash."""
    return sha256(token.encode()).hexdigest()
