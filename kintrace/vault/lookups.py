"""The only door to the vault's rows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from kintrace.vault.models import BoxKey, RecordKey, Slot


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
