"""The arithmetic of a chain: what is sealed, and how. Knows no database."""

import hmac
from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import NamedTuple
from uuid import UUID

START = bytes(32)  # what the first entry follows
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# The deed comes last: all before it has a fixed length, so no two rows give the same bytes.
_FIXED = Struct(">10s16s16sQq16s16s32s")
_HEAD = Struct(">10s16sQ32s")
_BEGINNING = Struct(">10s16sQ32sqI")


class Deeded(NamedTuple):
    """The sealed columns of an entry; ids as their 16 bytes."""

    row: bytes
    seq: int
    at: datetime
    actor: bytes
    deed: str
    about: bytes
    prev: bytes


def entry_mac(key: bytearray, society: UUID, entry: Deeded) -> bytes:
    """HMAC-SHA-256 over every column of an entry, its predecessor's MAC included; 32 bytes."""
    fixed = _FIXED.pack(
        b"ktaudit-e1",
        entry.row,
        society.bytes,
        entry.seq,
        _microseconds(entry.at),
        entry.actor,
        entry.about,
        entry.prev,
    )
    return hmac.digest(key, fixed + entry.deed.encode(), "sha256")


def head_seal(key: bytearray, *, society: UUID, seq: int, mac: bytes) -> bytes:
    """What proves that the chain of `society` did end at `seq`; 32 bytes."""
    return hmac.digest(key, _HEAD.pack(b"ktaudit-h1", society.bytes, seq, mac), "sha256")


def beginning_seal(
    key: bytearray, *, society: UUID, seq: int, mac: bytes, at: datetime, changes: int
) -> bytes:
    """What proves up to where entries ended by their age; 32 bytes."""
    said = (b"ktaudit-b1", society.bytes, seq, mac, _microseconds(at), changes)
    return hmac.digest(key, _BEGINNING.pack(*said), "sha256")


def _microseconds(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def same(one: bytes, other: bytes) -> bool:
    """Compare two MACs in constant time."""
    return hmac.compare_digest(one, other)
