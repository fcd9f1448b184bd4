"""What was taken from a member or a society outlives a backup: it is noted outside the database,
by id and code, and taken again when the backup comes back (docs/decisions/025)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.utils import timezone

from kintrace.network.actions.door import clear_sessions
from kintrace.network.models import Member, SharingAgreement, Society
from kintrace.vault import actions as vault
from kintrace.vault import jobs
from kintrace.vault.ledger import Said

if TYPE_CHECKING:
    from uuid import UUID


class Loss(StrEnum):
    """Codes of the ledger."""

    LEFT = "member_left"
    LESS = "may_less"  # a role with fewer rights, or out of a child's team
    FACTOR = "factor_lost"  # the second factor was forgotten: a phone is in other hands
    SOCIETY = "society_left"
    AGREEMENT = "agreement_ended"


def remember_loss(loss: Loss, *, of: Member | Society | SharingAgreement) -> None:
    """Note it, once the transaction around it is committed."""
    at = timezone.now().replace(microsecond=0)
    jobs.remember(Said(loss, _society_of(of), of.pk, at))


def _society_of(loser: Member | Society | SharingAgreement) -> UUID:
    match loser:
        case Society():
            return loser.pk
        case SharingAgreement():
            return loser.giver_id
        case Member():
            return loser.society_id


def shut_out(member: Member, *, for_good: bool) -> None:
    """No session, no second factor, no key and no box remains; the caller records the deed.

    for_good: the member left. Else they come back by an invitation.
    """
    member.state = Member.State.LEFT if for_good else Member.State.INVITED
    member.set_unusable_password()
    member.save(update_fields=["state", "password"])
    forget_factors(member)
    vault.drop_member_keys(member.pk, society=member.society_id, for_good=True)


def forget_factors(member: Member) -> None:
    """Every second factor is gone, and every session ended."""
    Authenticator.objects.filter(user=member).delete()
    member.sessions_ended += 1
    member.save(update_fields=["sessions_ended"])
    clear_sessions(member)
