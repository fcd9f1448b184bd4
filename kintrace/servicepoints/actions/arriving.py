"""What tablets kept without network arrives: opened, taken once, or answered with a reason."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.servicepoints import lookups
from kintrace.servicepoints.kinds import Arrived, taker
from kintrace.servicepoints.models import Device, TakenRecord
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_from_device
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.network.models import Member


class NotTaken(Refusal):
    """A record cannot be taken as it is; it stays on its tablet with the reason."""


@transaction.atomic
def take_records(
    records: Iterable[tuple[UUID, bytes]], *, device: Device | None, by: Member
) -> dict[UUID, str]:
    """Take each record once; gives, for each, why it could not be taken, or nothing.

    device: where they come from, if the society still knows it. Whether the audit keeps a deed
    is the affair of the deed: with a network a record comes a moment after each tap (decision 066).
    """
    reasons = {number: _reason(number, sealed, by=by) for number, sealed in records}
    if device is not None:
        device.seen = timezone.now()
        device.save(update_fields=["seen"])
    return reasons


def _reason(number: UUID, sealed: bytes, *, by: Member) -> str:
    try:
        take_record(number, sealed, by=by)
    except Refusal as refusal:
        return refusal.sentence
    except IntegrityError:
        # Two pages of one tablet may send the same record at the same moment.
        if not lookups.was_taken(by.society_id, number):
            raise
    return ""


@transaction.atomic
def take_record(number: UUID, sealed: bytes, *, by: Member) -> None:
    """Open one record and do what it says, unless that was done. Raises Refusal: nothing is done
    then, and it may come again."""
    if lookups.was_taken(by.society_id, number):
        return
    kind, arrived = _opened(number, sealed, by=by)
    take = taker(kind)
    if take is None:
        raise NotTaken(_("This version of Kintrace does not know this kind of record."))
    TakenRecord.objects.create(society_id=by.society_id, record=number)
    take(arrived)


def _opened(number: UUID, sealed: bytes, *, by: Member) -> tuple[str, Arrived]:
    try:
        opened = open_from_device(sealed, record=number)
    except KeyNotAtHand:
        raise NotTaken(_("This record does not open with the key of your society.")) from None
    try:
        told = json.loads(opened)
        return str(told["kind"]), _arrived(number, told, by=by)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise NotTaken(_("This record is not whole. Write down anew what you remember.")) from None


def _arrived(number: UUID, told: Any, *, by: Member) -> Arrived:
    point = lookups.points_of(by).filter(pk=UUID(told["point"])).first()
    if point is None or not isinstance(told["fields"], dict):
        raise ValueError
    at = datetime.fromisoformat(told["at"])
    if timezone.is_naive(at):
        raise ValueError
    maker = UUID(told["by"]) if told.get("by") else None
    # A tablet whose clock is ahead does nothing in the future.
    return Arrived(number, min(at, timezone.now()), point, told["fields"], by, maker)


@transaction.atomic
def forget_taken(society: UUID, *, before: date) -> int:
    """Forget the numbers of records that cannot come again; gives how many."""
    return lookups.taken_before(society, before).delete()[0]
