"""Founding a society."""

from collections.abc import Mapping, Sequence
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Actor, Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.actions.agreements import close_agreement
from kintrace.network.actions.door import clear_sessions
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.network.lookups.versions import version_of_retention
from kintrace.network.models import (
    Member,
    OneTimeLink,
    SharingAgreement,
    Society,
    SocietySettings,
)
from kintrace.network.seen import changed_elsewhere
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import make_record_key
from kintrace.vault.reader import reading_as


class CodeTaken(Refusal):
    """Another society has this code."""

    def __init__(self) -> None:
        super().__init__(_("Another society has this code. Choose a different one."))


@transaction.atomic
def found_society(
    code: str,
    *,
    name: str,
    country: str,
    languages: Sequence[str],
    kind: str = Society.Kind.NATIONAL_SOCIETY,
    phone: str = "",
    mailbox: str = "",
    by: "Member | None" = None,
) -> Society:
    """A new society with its record key and settings.

    code: 2-8 letters. country: two letters. languages: the first is that of its own letters.
    by: None only when the house itself founds it (demo, set-up, tests).
    """
    society = Society(code=code.upper(), name=name, kind=kind, country=country.upper(), phone=phone)
    society.languages = list(languages)
    society.clean_fields()
    if Society.objects.filter(code=society.code).exists():
        raise CodeTaken
    society.save()
    make_record_key(society.pk)
    with reading_as(society.pk):
        own = SocietySettings(society=society, language=languages[0])
        own.mailbox = mailbox
        own.save()
    actor = by or Machine(society.pk)
    record(Deed.FOUNDED_SOCIETY, about=society.pk, by=actor, also=[society.pk])
    return society


@transaction.atomic
def settle_retention(*, settled: Mapping[str, Any], seen: str | None = None, by: Member) -> None:
    """Keep how long the member's society keeps things; `protection` knows what is allowed. `seen`
    is the version the page showed, where a page did. Raises ChangedElsewhere."""
    own = SocietySettings.objects.select_for_update().get(society_id=by.society_id)
    if seen is not None and seen != version_of_retention(own.retention):
        raise changed_elsewhere()
    own.retention = dict(settled)
    own.save(update_fields=["retention"])
    record(Deed.CHANGED_SETTINGS, about=by.society_id, by=by)


class OwnSociety(Refusal):
    """Who presses the button would lock themselves out before it is done."""

    def __init__(self) -> None:
        super().__init__(_("Your own society cannot be taken out of the network from here."))


@transaction.atomic
def leave_network(society: Society, *, by: Member) -> None:
    """A society leaves: its members are signed out and its agreements ended, all at once.

    What people told it stays sealed for it for a while; `protection` takes its photos off the
    wall and forgets its keys in the end. Doing it again changes nothing. Raises OwnSociety.
    """
    if society.pk == by.society_id:
        raise OwnSociety
    if society.state != Society.State.LEFT:
        leave(society, by=by)
        remember_loss(Loss.SOCIETY, of=society)


def leave(society: Society, *, by: Actor) -> None:
    """A society left: whoever found that out records it. Part of `leave_network`."""
    society.state, society.left = Society.State.LEFT, timezone.localdate()
    society.save(update_fields=["state", "left"])
    OneTimeLink.objects.filter(member__society=society, used=None).update(used=timezone.now())
    for member in society.members.all():
        clear_sessions(member)
    _end_agreements(society, by)
    record(Deed.LEFT_NETWORK, about=society.pk, by=by, also=[society.pk])


def _end_agreements(society: Society, by: Actor) -> None:
    with reading_as(society.pk):
        either = Q(giver=society) | Q(taker=society)
        standing = list(SharingAgreement.objects.filter(either, ended=None))
    for agreement in standing:
        close_agreement(agreement, by=by)


@transaction.atomic
def forget_members(society: Society) -> None:
    """Nothing that names a member of a society whose keys are going remains."""
    for member in society.members.all():
        Authenticator.objects.filter(user=member).delete()
        member.sign_in, member.state = f"gone-{member.pk.hex}", Member.State.LEFT
        member.set_unusable_password()
        member.save(update_fields=["sign_in", "state", "password"])
