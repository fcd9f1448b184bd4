"""A backup comes back: what was taken from members since is taken from them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.actions.agreements import close_agreement
from kintrace.network.actions.losses import Loss, forget_factors, shut_out
from kintrace.network.actions.societies import leave
from kintrace.network.actions.teams import leave_teams
from kintrace.network.models import Member, SharingAgreement, Society

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.audit.actors import Actor


def take_again(society: Society, lost: Mapping[UUID, set[Loss]], *, by: Actor) -> int:
    """Take from a society and its members what they lost since the backup; inside its reader.

    Which right it was is not known any more, so whoever had one taken comes back by an invitation
    alone. Returns how many were shut out. Safe to run twice.
    """
    if Loss.SOCIETY in lost.get(society.pk, ()):
        leave(society, by=by)
    for agreement in SharingAgreement.objects.filter(giver=society, pk__in=lost):
        close_agreement(agreement, by=by)
    known = list(society.members.filter(pk__in=lost, state=Member.State.ACTIVE))
    for member in known:
        _take(member, lost[member.pk], by=by)
    return sum(member.state != Member.State.ACTIVE for member in known)


def _take(member: Member, losses: set[Loss], *, by: Actor) -> None:
    if losses == {Loss.FACTOR}:
        forget_factors(member)
        record(Deed.REMOVED_SECOND_FACTOR, about=member.pk, by=by)
        return
    left = Loss.LEFT in losses
    leave_teams(member)
    shut_out(member, for_good=left)
    record(Deed.MEMBER_LEFT if left else Deed.CHANGED_MEMBER, about=member.pk, by=by)
