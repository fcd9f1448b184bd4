"""The only door to the vault's rows."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kintrace.vault.models import BoxGrant, BoxKey, MemberKey, RecordKey, SigningList, Slot


def record_key(society: UUID) -> RecordKey | None:
    """Give the wrapped record key of a society."""
    return RecordKey.objects.filter(society_id=society).first()


def slots(society: UUID, files: Iterable[UUID]) -> QuerySet[Slot]:
    """Give a society's slots for these files."""
    return Slot.objects.filter(society_id=society, file__in=files)


def slots_in_reach(society: UUID, file: UUID) -> QuerySet[Slot]:
    """Give the slots of a file that this society may take away: its own, or all if it opened it."""
    return Slot.objects.filter(Q(owner_id=society) | Q(society_id=society), file=file)


def newest_box_key(society: UUID, box: str) -> BoxKey | None:
    """Give the key that is sealed to from now on."""
    return BoxKey.objects.filter(society_id=society, box=box).order_by("-version").first()


def member_key(member: UUID, society: UUID) -> MemberKey | None:
    """Give a member's wrapped keys."""
    return MemberKey.objects.filter(member_id=member, society_id=society).first()


def has_keys(member: UUID, society: UUID) -> bool:
    """Say whether a member has set an opening password."""
    return MemberKey.objects.filter(member_id=member, society_id=society).exists()


def grants(member: UUID, society: UUID) -> QuerySet[BoxGrant]:
    """Give the boxes that were granted to a member."""
    return BoxGrant.objects.filter(member_id=member, society_id=society)


def holders(society: UUID, box: str) -> dict[UUID, datetime]:
    """Map each member who was granted a box to the time of the newest grant.

    Every holder is shown this list: nobody is let in unseen. The safe is one of them.
    """
    rows = BoxGrant.objects.filter(society_id=society, box=box).order_by("made_at")
    return dict(rows.values_list("member_id", "made_at"))


def signing_lists(society: UUID) -> QuerySet[SigningList]:
    """Give a society's signing lists, the newest first."""
    return SigningList.objects.filter(society_id=society).order_by("-number")


def box_keys(society: UUID) -> QuerySet[BoxKey]:
    """Give every version of every box key of a society."""
    return BoxKey.objects.filter(society_id=society).order_by("box", "version")


def ceremony_was_held(society: UUID) -> bool:
    """Say whether a society has boxes at all; readable on both sides."""
    return BoxKey.objects.filter(society_id=society).exists()
