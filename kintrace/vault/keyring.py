"""The keys of societies that this process has at hand, for 15 minutes each.

Only keys derived for one purpose are kept: the record key itself is wiped as soon as
they are made. What is forgotten is overwritten. Callers borrow a copy that is wiped
when they leave. Whether a caller may have a society's key is the reader's question
(reader.py); this module only remembers.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from kintrace.vault import ciphers, lookups, root

HELD_SECONDS = 15 * 60
SLOTS, STAFF, TAGS, AUDIT = "slots", "staff", "tags", "audit"
PURPOSES = (SLOTS, STAFF, TAGS, AUDIT)


class KeyNotAtHand(Exception):
    """No reader, no slot, another society, altered or erased; never an empty value instead."""


@dataclass(repr=False)
class _Held:
    key: bytearray
    until: float


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


def aad_of_record_key(society: UUID, version: int) -> bytes:
    """Bind a wrapped record key to its society and its root key."""
    return f"record|{society}|{version}".encode()


def unwrap_record_key(society: UUID) -> bytearray:
    """Unwrap a society's record key; the caller wipes it. Raises KeyNotAtHand."""
    row = lookups.record_key(society)
    if row is None:
        raise KeyNotAtHand(f"society {society} has no record key in sight")
    try:
        with root.derived(row.root_version, "record keys") as key:
            aad = aad_of_record_key(society, row.root_version)
            return ciphers.unwrap(key, bytes(row.wrapped), aad=aad)
    except (ciphers.Altered, root.RootKeyMissing) as problem:
        raise KeyNotAtHand(f"the record key of society {society} does not open") from problem


def _remember(society: UUID, wanted: str) -> bytearray:
    record = unwrap_record_key(society)
    until = time.monotonic() + HELD_SECONDS
    with _ring.lock:
        for purpose in PURPOSES:
            _drop((society, purpose))
            key = ciphers.derive(record, f"record|{purpose}")
            _ring.held[society, purpose] = _Held(key, until)
        if _ring.sweeper is None:
            _start_sweeper()
        ciphers.wipe(record)
        return bytearray(_ring.held[society, wanted].key)


def forget(society: UUID) -> None:
    """Wipe the keys of one society now."""
    with _ring.lock:
        for purpose in PURPOSES:
            _drop((society, purpose))


def forget_all() -> None:
    """Wipe every key now."""
    with _ring.lock:
        for place in list(_ring.held):
            _drop(place)


def forget_due(now: float | None = None) -> None:
    """Wipe what has been held for its 15 minutes."""
    now = time.monotonic() if now is None else now
    with _ring.lock:
        for place in [place for place, held in _ring.held.items() if held.until <= now]:
            _drop(place)


def _drop(place: tuple[UUID, str]) -> None:
    if held := _ring.held.pop(place, None):
        ciphers.wipe(held.key)


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
