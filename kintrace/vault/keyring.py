"""The keys of societies that this process has at hand, for 15 minutes each.

Only keys derived for one purpose are kept: the record key itself is wiped as soon as
they are made. What is forgotten is overwritten. Callers borrow a copy that is wiped
when they leave. Whether a caller may have a society's key is the reader's question
(reader.py); this module only remembers.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kintrace.names.remembering import forget as forget_names
from kintrace.vault import ciphers, lookups, root

if TYPE_CHECKING:
    from kintrace.vault.models import RecordKey

T = TypeVar("T")

HELD_SECONDS = 15 * 60
SLOTS, STAFF, TAGS, AUDIT = "slots", "staff", "tags", "audit"
PURPOSES = (SLOTS, STAFF, TAGS, AUDIT)


class KeyNotAtHand(Exception):
    """No reader, no slot, another society, altered or erased; never an empty value instead."""


class SocietyIsShut(KeyNotAtHand):
    """The root key over a society's record key is away: nothing of it opens, nothing is lost."""


@dataclass(repr=False)
class _Held:
    key: bytearray
    until: float
    older: list[bytearray] = field(default_factory=list)  # while a rotation is under way


@dataclass(repr=False)
class _Ring:
    held: dict[tuple[UUID, str], _Held] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    sweeper: threading.Timer | None = None


_ring = _Ring()


@contextmanager
def borrowed(society: UUID, purpose: str) -> Iterator[bytearray]:
    """Lend a society's key of one purpose; the copy is wiped on leaving. Raises KeyNotAtHand."""
    key = copy(society, purpose)
    try:
        yield key
    finally:
        ciphers.wipe(key)


def copy(society: UUID, purpose: str) -> bytearray:
    """Give a copy that the caller wipes. Raises KeyNotAtHand."""
    with _ring.lock:
        if (known := _ring.held.get((society, purpose))) and known.until > time.monotonic():
            return bytearray(known.key)
    return _remember(society, purpose)


@contextmanager
def every(society: UUID, purpose: str, *, anew: bool = False) -> Iterator[list[bytearray]]:
    """Lend the keys of one purpose, the newest first: two while a rotation is under way.

    anew: do not trust what this process remembers. Raises KeyNotAtHand.
    """
    if anew:
        forget(society)
    keys = [copy(society, purpose)]
    with _ring.lock:
        held = _ring.held.get((society, purpose))
        keys += [bytearray(key) for key in held.older] if held else []
    try:
        yield keys
    finally:
        for key in keys:
            ciphers.wipe(key)


def opened(society: UUID, purpose: str, attempt: Callable[[bytearray], T]) -> T:
    """Try the keys until one fits; a rotation may have begun since this process looked.

    Raises KeyNotAtHand; Altered when none fits.
    """
    for anew in (False, True):
        with every(society, purpose, anew=anew) as keys:
            for key in keys:
                with suppress(ciphers.Altered):
                    return attempt(key)
    raise ciphers.Altered


def aad_of_record_key(
    society: UUID, root_version: int, version: int = 1, provider: str = root.HOUSE
) -> bytes:
    """Bind a wrapped record key to its society, its root key, who keeps that, and its version."""
    first = f"record|{society}|{root_version}"
    whole = first if version == 1 else f"{first}|{version}"
    return (f"{whole}|{provider}" if provider else whole).encode()


def unwrap_record_key(society: UUID) -> bytearray:
    """Unwrap a society's newest record key; the caller wipes it. Raises KeyNotAtHand."""
    return unwrap(_rows(society)[0])


def unwrap(row: "RecordKey") -> bytearray:
    """Unwrap one version of a record key; the caller wipes it. Raises KeyNotAtHand."""
    try:
        with root.derived(row.root_version, "record keys", row.provider) as key:
            aad = aad_of_record_key(row.society_id, row.root_version, row.version, row.provider)
            return ciphers.unwrap(key, bytes(row.wrapped), aad=aad)
    except root.RootKeyMissing as problem:
        raise SocietyIsShut(f"the record key of society {row.society_id} is shut") from problem
    except ciphers.Altered as problem:
        raise KeyNotAtHand(f"the record key of society {row.society_id} is shut") from problem


def audit_keys(society: UUID) -> list[bytearray]:
    """Give every key the chain was written with, the oldest first; the caller wipes them.

    Raises KeyNotAtHand.
    """
    newest = _rows(society)[0]
    record = unwrap(newest)
    before = earlier(newest, record)
    keys = [before[at : at + ciphers.KEY] for at in range(0, len(before), ciphers.KEY)]
    keys.append(ciphers.derive(record, f"record|{AUDIT}"))
    for secret in (record, before):
        ciphers.wipe(secret)
    return keys


def earlier(row: "RecordKey", record: bytearray) -> bytearray:
    """Give the audit keys before this version, end to end. Raises KeyNotAtHand."""
    if row.earlier is None:
        return bytearray()
    key = ciphers.derive(record, "record|earlier")
    try:
        return ciphers.unwrap(key, bytes(row.earlier), aad=aad_of_earlier(row))
    except ciphers.Altered as problem:
        raise KeyNotAtHand(f"earlier keys of society {row.society_id} are shut") from problem
    finally:
        ciphers.wipe(key)


def aad_of_earlier(row: "RecordKey") -> bytes:
    """Bind the earlier audit keys to the version that carries them."""
    return f"earlier|{row.society_id}|{row.version}".encode()


def _rows(society: UUID) -> "list[RecordKey]":
    rows = list(lookups.record_keys(society))
    if not rows:
        raise KeyNotAtHand(f"society {society} has no record key in sight")
    return rows


def _unwrapped(society: UUID) -> list[bytearray]:
    """Every version. A root key may be retired between reading the rows and asking for it."""
    rows = _rows(society)
    try:
        return [unwrap(row) for row in rows]
    except KeyNotAtHand:
        again = _rows(society)
        if [bytes(row.wrapped) for row in again] == [bytes(row.wrapped) for row in rows]:
            raise
        return [unwrap(row) for row in again]


def _remember(society: UUID, wanted: str) -> bytearray:
    records = _unwrapped(society)
    until = time.monotonic() + HELD_SECONDS
    with _ring.lock:
        for purpose in PURPOSES:
            _drop((society, purpose))
            newest, *older = (ciphers.derive(record, f"record|{purpose}") for record in records)
            _ring.held[society, purpose] = _Held(newest, until, older)
        if _ring.sweeper is None:
            _start_sweeper()
        for record in records:
            ciphers.wipe(record)
        return bytearray(_ring.held[society, wanted].key)


def forget(society: UUID) -> None:
    """Wipe the keys of one society now."""
    with _ring.lock:
        for purpose in PURPOSES:
            _drop((society, purpose))


def forget_all() -> None:
    """Wipe every key now, and whatever was worked out of names that it opened."""
    with _ring.lock:
        for place in list(_ring.held):
            _drop(place)
    forget_names()


def forget_due(now: float | None = None) -> None:
    """Wipe what has been held for its 15 minutes, and what was worked out of names meanwhile."""
    now = time.monotonic() if now is None else now
    with _ring.lock:
        due = [place for place, held in _ring.held.items() if held.until <= now]
        for place in due:
            _drop(place)
    if due:
        forget_names()


def _drop(place: tuple[UUID, str]) -> None:
    if held := _ring.held.pop(place, None):
        for key in (held.key, *held.older):
            ciphers.wipe(key)


def _start_sweeper() -> None:
    # A process that nobody asks anything must forget, too.
    soonest = min(held.until for held in _ring.held.values())
    _ring.sweeper = threading.Timer(max(soonest - time.monotonic(), 0.01), _sweep)
    _ring.sweeper.daemon = True
    _ring.sweeper.start()


def _sweep() -> None:
    forget_due()
    with _ring.lock:
        _ring.sweeper = None
        if _ring.held:
            _start_sweeper()


def _after_fork() -> None:
    # The child has no sweeper thread: it starts without keys and without a held lock.
    _ring.lock, _ring.sweeper = threading.Lock(), None
    forget_all()


os.register_at_fork(after_in_child=_after_fork)
