"""What the audit does by itself."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from kintrace.audit import anchors, lookups
from kintrace.vault.reader import reading_as


def sign_heads(societies: Iterable[UUID]) -> int:
    """Sign where each chain ends now, every hour; gives how many chains there were.

    Safe to run twice: a second anchor for the same head says the same.
    """
    return sum(_sign_head(society) for society in societies)


def sign_restored_heads(societies: Iterable[UUID]) -> None:
    """Sign where each chain goes on from, after a backup was brought back and before any deed."""
    for society in societies:
        _sign_head(society, restored=True)


def _sign_head(society: UUID, *, restored: bool = False) -> bool:
    with reading_as(society):
        head = lookups.head(society)
    if head is not None:
        now, mac = timezone.now().isoformat(), bytes(head.mac).hex()
        anchors.append(anchors.Anchor(str(society), head.seq, mac, now, restored))
    return head is not None
