"""What was taken from a member or a society outlives a backup: it is noted outside the database,
by id and code, and taken again when the backup comes back (docs/decisions/025)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.network.models import Member, SharingAgreement, Society
from kintrace.vault import jobs
from kintrace.vault.ledger import Said

if TYPE_CHECKING:
    from uuid import UUID


class Loss(StrEnum):
    """Codes of the ledger."""

    LEFT = "member_left"
    LESS = "may_less"  # a role with fewer rights, a box taken back, out of a child's team
    FACTOR = "factor_lost"  # a second factor or passkey went: perhaps it is in other hands
    SOCIETY = "network_left"
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
