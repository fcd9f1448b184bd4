"""The only door to the vault's rows."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kintrace.vault.models import (
    BoxGrant,
    BoxKey,
    DeviceKey,
    FormerHolder,
    IntakeKey,
    MatchKey,
    MemberKey,
    NetworkSlot,
    RecordKey,
    SigningList,
    Slot,
)


def record_key(society: UUID) -> RecordKey | None:
    """Give the wrapped record key of a society, the newest version."""
    return record_keys(society).first()


def record_keys(society: UUID) -> QuerySet[RecordKey]:
    """Give every version of a society's record key, the newest first."""
    return RecordKey.objects.filter(society_id=society).order_by("-version")


def slots(society: UUID, files: Iterable[UUID]) -> QuerySet[Slot]:
    """Give a society's slots for these files."""
    return Slot.objects.filter(society_id=society, file__in=files)


def slots_of(society: UUID) -> QuerySet[Slot]:
    """Give every slot a society has."""
    return Slot.objects.filter(society_id=society)


def slots_in_reach(society: UUID, file: UUID) -> QuerySet[Slot]:
    """Give the slots of a file that this society may take away: its own, or all if it opened it."""
    return Slot.objects.filter(Q(owner_id=society) | Q(society_id=society), file=file)


def match_key(society: UUID) -> MatchKey | None:
    """Give what opens a society's cards to the matching worker, if it was made."""
    return MatchKey.objects.filter(society_id=society).first()


def intake_key(society: UUID) -> IntakeKey | None:
    """Give a society's intake pair, the private half wrapped."""
    return IntakeKey.objects.filter(society_id=society).first()


def device_key(society: UUID) -> DeviceKey | None:
    """Give the pair to which a society's tablets seal, the private half wrapped."""
    return DeviceKey.objects.filter(society_id=society).first()


def network_slots(society: UUID, files: Iterable[UUID]) -> QuerySet[NetworkSlot]:
    """Give the matching worker's slots for files of a society."""
    return NetworkSlot.objects.filter(society_id=society, file__in=files)


def network_slots_in(society: UUID) -> QuerySet[NetworkSlot]:
    """Give every slot that a society gave the matching worker."""
    return NetworkSlot.objects.filter(society_id=society)


def every_network_slot() -> QuerySet[NetworkSlot]:
    """Give the slots of all societies, to the matching worker."""
    return NetworkSlot.objects.all()


def network_slots_of(files: Iterable[UUID]) -> QuerySet[NetworkSlot]:
    """Give the matching worker's slots for files of whatever society."""
    return NetworkSlot.objects.filter(file__in=files)


def newest_box_key(society: UUID, box: str) -> BoxKey | None:
    """Give the key that is sealed to from now on."""
    return BoxKey.objects.filter(society_id=society, box=box).order_by("-version").first()


def member_key(member: UUID, society: UUID) -> MemberKey | None:
    """Give a member's wrapped keys."""
    return MemberKey.objects.filter(member_id=member, society_id=society).first()


def has_keys(member: UUID, society: UUID) -> bool:
    """Say whether a member has set an opening password."""
    return MemberKey.objects.filter(member_id=member, society_id=society).exists()


def members_with_keys(society: UUID) -> set[UUID]:
    """Give everyone who has set an opening password; the safe is one of them."""
    rows = MemberKey.objects.filter(society_id=society)
    return set(rows.values_list("member_id", flat=True))


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


def boxes_to_renew(society: UUID) -> list[FormerHolder]:
    """Give who may have kept the private half that is still sealed to, the longest gone first."""
    newest = {key.box: key.version for key in box_keys(society)}
    gone = FormerHolder.objects.filter(society_id=society, gone__isnull=False).order_by("gone")
    return [one for one in gone if one.version == newest.get(one.box)]


def taken_back(society: UUID, box: str) -> set[UUID]:
    """Give the members from whom a box was taken and who were not granted it again."""
    rows = FormerHolder.objects.filter(society_id=society, box=box, gone__isnull=False)
    return set(rows.values_list("member_id", flat=True))


def signers(society: UUID) -> set[UUID]:
    """Give the society's own members whose signature counts: on the newest list, key unchanged."""
    newest = signing_lists(society).first()
    listed = bytes(newest.body).decode().split("\n")[3:] if newest else []
    keys = MemberKey.objects.filter(society_id=society)
    return {one.member_id for one in keys if bytes(one.signing_public).hex() in listed}
