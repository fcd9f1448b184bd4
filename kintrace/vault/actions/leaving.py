"""Taking boxes from members, and remembering which box needs a new key because of it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kintrace.vault import lookups
from kintrace.vault.models import BoxGrant, FormerHolder, MemberKey
from kintrace.vault.reader import reader_in_force, reading_as


@transaction.atomic
def drop_member_keys(member: UUID, *, society: UUID, for_good: bool = False) -> None:
    """Delete a member's keys and grants: a reset without the password loses the boxes.

    for_good: the member left, so that every box they ever had needs a new key.
    """
    with reading_as(society):
        _take(lookups.grants(member, society), gone=timezone.now() if for_good else None)
        if for_good:
            _gone(member, society)
        MemberKey.objects.filter(member_id=member, society_id=society).delete()


@transaction.atomic
def revoke_grants(member: UUID, *, box: str | None = None) -> int:
    """Take boxes (or one box) of the reader's society from a member; returns how many grants.

    Their open sessions are the caller's affair. Who once had a box open may have kept it:
    `lookups.boxes_to_renew` names it until two officers made a new key (renew_box).
    """
    society = reader_in_force().society
    rows = lookups.grants(member, society)
    taken = _take(rows.filter(box=box) if box else rows, gone=timezone.now())
    _gone(member, society, box=box)
    return taken


def holds_again(member: UUID, *, society: UUID, box: str) -> None:
    """The member was granted the box once more: nothing was lost."""
    FormerHolder.objects.filter(society_id=society, member_id=member, box=box).delete()


def _take(grants: Iterable[BoxGrant], *, gone: datetime | None) -> int:
    rows = sorted(grants, key=lambda grant: grant.version)
    for grant in rows:
        FormerHolder.objects.update_or_create(
            society_id=grant.society_id,
            member_id=grant.member_id,
            box=grant.box,
            defaults={"version": grant.version, "gone": gone},
        )
        grant.delete()
    return len(rows)


def _gone(member: UUID, society: UUID, *, box: str | None = None) -> None:
    """Who reset their password before they left had the box all the same."""
    waiting = FormerHolder.objects.filter(society_id=society, member_id=member, gone=None)
    (waiting.filter(box=box) if box else waiting).update(gone=timezone.now())
