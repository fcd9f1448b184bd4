"""A backup comes back: what was taken from members since is taken from them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.actions.agreements import close_agreement
from kintrace.network.actions.losses import Loss
from kintrace.network.actions.shutting import shut_out
from kintrace.network.actions.societies import leave
from kintrace.network.actions.teams import leave_teams
from kintrace.network.models import Member, OneTimeLink, SharingAgreement, Society

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.audit.actors import Actor


def take_again(society: Society, lost: Mapping[UUID, set[Loss]], *, by: Actor) -> int:
    """Take from a society and its members what they lost since the backup; inside its reader.

    What it was is not known any more, so whoever lost anything comes back by an invitation alone.
    No link of a letter works: it may have been used or taken back since. Returns how many members
    were shut out. Safe to run twice.
    """
    if Loss.SOCIETY in lost.get(society.pk, ()) and society.state != Society.State.LEFT:
        leave(society, by=by)
    links = OneTimeLink.objects.filter(member__society=society, used=None)
    links.update(used=timezone.now())
    for agreement in SharingAgreement.objects.filter(giver=society, pk__in=lost):
        close_agreement(agreement, by=by)
    known = society.members.filter(pk__in=lost).exclude(state=Member.State.LEFT)
    for member in known:
        _take(member, lost[member.pk], by=by)
    return len(known)


def _take(member: Member, losses: set[Loss], *, by: Actor) -> None:
    left = Loss.LEFT in losses
    if Loss.LESS in losses:  # to which role is not known: the one that may least
        member.role = Role.VOLUNTEER
        member.save(update_fields=["role"])
    leave_teams(member)
    shut_out(member, for_good=left)
    record(Deed.MEMBER_LEFT if left else Deed.CHANGED_MEMBER, about=member.pk, by=by)
