"""Rotation of keys, society by society: begun by an operator, finished by the worker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import Machine, record, record_rotation
from kintrace.audit.deeds import Deed
from kintrace.network import lookups
from kintrace.network.actions import reseal_factors
from kintrace.vault import actions as vault
from kintrace.vault import keyring
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True)
class Turn:
    """What a turn did. until: the old key stays until then; None when it is forgotten."""

    moved: int
    unreadable: int
    until: datetime | None


def to_newest_root(society: UUID) -> bool:
    """Put a society's record key under the newest root key; say whether that changed anything."""
    with transaction.atomic():
        changed = vault.rewrap_record_key(society)
        if changed:
            record(Deed.CHANGED_ROOT_KEY, about=society, by=Machine(society))
    return changed


def rotate(society: UUID) -> Turn:
    """Begin a rotation, or go on with the one that is under way."""
    if not _is_rotating(society):
        _begin(society)
    return _go_on(society)


def finish_rotations() -> None:
    """Go on with every rotation that is under way; done by the worker each hour."""
    under_way = [one.pk for one in lookups.societies_in_care() if _is_rotating(one.pk)]
    go_round((society, partial(_go_on, society)) for society in under_way)


def count(society: UUID) -> Turn:
    """What a rotation would move now, without writing anything."""
    total = vault.Moved()
    for moved in vault.rewrap(society, write=False):
        total += moved
    moving = total.values if _is_rotating(society) else total.looked_at
    return Turn(moving, total.unreadable, None)


def _begin(society: UUID) -> None:
    try:
        with transaction.atomic():
            if vault.begin_rotation(society):
                record_rotation(society)
    except BaseException:
        keyring.forget(society)  # of a key that never came to be
        raise


def _go_on(society: UUID) -> Turn:
    total = vault.Moved()
    for moved in vault.rewrap(society):
        total += moved
    unreadable = total.unreadable + reseal_factors(society)
    # Somebody may have written under the old key meanwhile: a whole round must find nothing.
    if not total.values and _end(society):
        return Turn(0, unreadable, None)
    with reading_as(society):
        return Turn(total.values, unreadable, vault.may_end(society))


def _end(society: UUID) -> bool:
    with transaction.atomic():
        over = vault.end_rotation(society)
        if over:
            record(Deed.FORGOT_OLD_KEY, about=society, by=Machine(society))
    return over


def _is_rotating(society: UUID) -> bool:
    with reading_as(society):
        return vault.is_rotating(society)
