"""Rotation of a society's record key: a new version takes over all that hangs under the old one.

Both versions open while it lasts, and each step is a transaction of its own: it may be stopped at
any point and gone on with. What hangs under the record key: slots, staff values, members' keys
and the audit key, which is carried along so that older entries are still verified.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from kintrace.vault import ciphers, keyring, lookups, root
from kintrace.vault.actions.files import wrap_record_key
from kintrace.vault.held import ForTheColumn
from kintrace.vault.members import PASSWORD, RECOVERY, aad_of_halves
from kintrace.vault.models import MemberKey, RecordKey, Slot
from kintrace.vault.reader import aad_of_slot, reading_as
from kintrace.vault.sealing import SealedField
from kintrace.vault.tiers import StaffTier

BATCH = 500
# Another process may hold the old key for 15 minutes and be in the middle of a request.
GRACE = timedelta(seconds=keyring.HELD_SECONDS) + timedelta(minutes=10)


@dataclass
class Moved:
    """How many values were put under the new key, how many open with neither, of how many."""

    values: int = 0
    unreadable: int = 0
    looked_at: int = 0

    def __iadd__(self, other: "Moved") -> "Moved":
        self.values += other.values
        self.unreadable += other.unreadable
        self.looked_at += other.looked_at
        return self


@transaction.atomic
def begin_rotation(society: UUID) -> bool:
    """Make the next version of a record key; False when a rotation is under way already.

    In one transaction with `audit.actions.record_rotation`. Whoever rolls it back forgets the
    society's keys (`keyring.forget`): this process may have learnt one that never came to be.
    """
    with reading_as(society):
        rows = list(lookups.record_keys(society).select_for_update())
        if len(rows) != 1:
            return False
        _next_version(rows[0]).save(force_insert=True)
    keyring.forget(society)
    return True


def _next_version(old: RecordKey) -> RecordKey:
    provider = root.provider_of(old.society_id)
    row = RecordKey(society_id=old.society_id, version=old.version + 1, provider=provider)
    row.root_version = root.newest(provider)
    before, record = keyring.unwrap(old), ciphers.new_key()
    carried = keyring.earlier(old, before) + ciphers.derive(before, f"record|{keyring.AUDIT}")
    row.wrapped = wrap_record_key(row, record, root_key=row.root_version)
    key = ciphers.derive(record, "record|earlier")
    row.earlier = ciphers.seal(key, carried, aad=keyring.aad_of_earlier(row))
    for secret in (before, record, carried, key):
        ciphers.wipe(secret)
    return row


def is_rotating(society: UUID) -> bool:
    """Say whether an old version is still here; only inside `reading_as(society)`."""
    return lookups.record_keys(society).count() > 1


def rewrap(society: UUID, *, write: bool = True) -> Iterator[Moved]:
    """Put batch after batch under the newest key, each in a transaction of its own.

    write: False only counts what would be done.
    """
    yield from _batches(Slot, society, partial(_slot, write=write))
    yield from _batches(MemberKey, society, partial(_member, write=write))
    for model, fields in staff_columns():
        yield from _batches(model, society, partial(_row, fields=fields, write=write))


def may_end(society: UUID) -> datetime:
    """Say from when on nobody can hold the old key any more; only inside `reading_as`."""
    newest = lookups.record_key(society)
    return (newest.made_at if newest else timezone.now()) + GRACE


@transaction.atomic
def end_rotation(society: UUID) -> bool:
    """Forget older versions once a whole round moved nothing; False while it is too early."""
    with reading_as(society):
        newest, *older = list(lookups.record_keys(society).select_for_update())
        if not older or timezone.now() < may_end(society):
            return False
        lookups.record_keys(society).filter(version__lt=newest.version).delete()
    keyring.forget(society)
    return True


def staff_columns() -> list[tuple[type[models.Model], list[SealedField[Any, Any]]]]:
    """Name every table with values under a society's record key, and its columns."""
    found = []
    for model in apps.get_models():
        fields = [one for one in model._meta.concrete_fields if isinstance(one, SealedField)]
        of_staff = [one for one in fields if isinstance(one.tier, StaffTier)]
        if of_staff:
            found.append((model, of_staff))
    return found


# --- batches ---


def _batches(
    model: type[models.Model], society: UUID, move: Callable[[Any], Moved]
) -> Iterator[Moved]:
    after = None
    while True:
        with reading_as(society):
            rows: models.QuerySet[Any] = (
                models.QuerySet(model).filter(society_id=society).order_by("pk")
            )
            rows = rows.filter(pk__gt=after) if after else rows
            batch, moved = list(rows.select_for_update()[:BATCH]), Moved()
            for row in batch:
                moved += move(row)
        yield moved
        if len(batch) < BATCH:
            return
        after = batch[-1].pk


def _slot(row: Slot, *, write: bool) -> Moved:
    place = aad_of_slot(row.file, row.society_id)
    sealed, moved = _moved(row.society_id, keyring.SLOTS, bytes(row.wrapped), place)
    if sealed and write:
        row.wrapped = sealed
        row.save(update_fields=["wrapped"])
    return moved


def _member(row: MemberKey, *, write: bool) -> Moved:
    total = Moved()
    for way, column in ((PASSWORD, "wrapped"), (RECOVERY, "recovery_wrapped")):
        place = aad_of_halves(row.member_id, row.society_id, way)
        sealed, moved = _moved(row.society_id, keyring.STAFF, bytes(getattr(row, column)), place)
        total += moved
        if sealed and write:
            setattr(row, column, sealed)
            row.save(update_fields=[column])
    return total


def _row(row: Any, *, fields: list[SealedField[Any, Any]], write: bool) -> Moved:
    total, changed = Moved(), {}
    for field in fields:
        held = getattr(row, field.attname)
        if held is None:
            continue
        place = field.place(row).encode()
        sealed, moved = _moved(row.society_id, keyring.STAFF, bytes(held), place)
        total += moved
        if sealed:
            changed[field.name] = ForTheColumn(sealed)
    if changed and write:
        models.QuerySet(type(row)).filter(pk=row.pk).update(**changed)
    return total


def _moved(society: UUID, purpose: str, sealed: bytes, place: bytes) -> tuple[bytes, Moved]:
    """The value under the newest key, if it lay under an older one; else nothing to write."""
    with keyring.every(society, purpose) as (newest, *older):
        for key in (newest, *older):
            with suppress(ciphers.Altered):
                plain = ciphers.unwrap(key, sealed, aad=place)
                again = b"" if key is newest else ciphers.seal(newest, plain, aad=place)
                ciphers.wipe(plain)
                return again, Moved(values=bool(again), looked_at=1)
    return b"", Moved(unreadable=1, looked_at=1)
