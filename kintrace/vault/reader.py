"""The reader in force: for whom rows and keys are visible at this moment.

There is no reader for all. On PostgreSQL the reader also sets `app.society` and
`app.member`, on which the row policies of rows.py stand.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, transaction

from kintrace.vault import ciphers, keyring, lookups
from kintrace.vault.keyring import KeyNotAtHand

if TYPE_CHECKING:
    from kintrace.vault.boxes import OpenBoxes

__all__ = ["BoxIsShut", "KeyNotAtHand", "Reader", "reader_in_force", "reading_as"]


class BoxIsShut(KeyNotAtHand):
    """A box field was read, and the reader has not opened that box."""


def aad_of_slot(file: UUID, society: UUID) -> bytes:
    """Bind a wrapped file key to its file and society."""
    return f"slot|{file}|{society}".encode()


class Reader:
    """Opens what one society may read, and keeps the file keys it fetched until it forgets."""

    def __init__(
        self,
        society: UUID,
        *,
        member: UUID | None = None,
        boxes: "OpenBoxes | None" = None,
        outer: "Reader | None" = None,
    ) -> None:
        self.society = society
        self.member = member
        # Boxes of another society or member stay shut, whatever a session holds.
        fits = boxes is not None and boxes.society == society and member in {None, boxes.member}
        self.boxes = boxes if fits else None
        self.outer = outer
        self._keys: dict[UUID, bytearray] = {}
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<reader of society {self.society}>"

    def take(self, files: Iterable[UUID]) -> None:
        """Fetch the slots of many files in one query; files without a slot are left out."""
        missing = set(files) - self._keys.keys()
        if not missing:
            return
        slots = dict(lookups.slots(self.society, missing).values_list("file", "wrapped"))
        for file, key in zip(slots, self._unwrapped(slots), strict=True):
            self.put(file, key)

    def _unwrapped(self, slots: dict[UUID, bytes | memoryview]) -> Iterator[bytearray]:
        """The key in each slot. Most lie under the newest key, which is made ready once for all."""
        with keyring.borrowed(self.society, keyring.SLOTS) as newest:
            ready = ciphers.Unwrapper(newest)
            for file, wrapped in slots.items():
                sealed, aad = bytes(wrapped), aad_of_slot(file, self.society)
                try:
                    yield ready.unwrap(sealed, aad=aad)
                except ciphers.Altered:
                    yield self._under_another(file, sealed, aad)

    def _under_another(self, file: UUID, sealed: bytes, aad: bytes) -> bytearray:
        """A rotation may be under way, or have begun since this process looked."""
        attempt = partial(ciphers.unwrap, sealed=sealed, aad=aad)
        try:
            return keyring.opened(self.society, keyring.SLOTS, attempt)
        except ciphers.Altered:
            raise KeyNotAtHand(f"the slot of file {file} does not open") from None

    def file_key(self, file: UUID) -> bytearray:
        """Give the key of a file; it stays the reader's. Raises KeyNotAtHand."""
        if file not in self._keys:
            self.take([file])
        try:
            return self._keys[file]
        except KeyError:
            raise KeyNotAtHand(f"society {self.society} has no slot for file {file}") from None

    def put(self, file: UUID, key: bytearray) -> None:
        """Keep a file key that was just made or unwrapped; the reader will wipe it."""
        with self._lock:
            known = self._keys.get(file)
            if known is None:
                self._keys[file] = key
        if known is not None and known is not key:
            ciphers.wipe(key)

    def drop(self, file: UUID) -> None:
        """Forget one file, here and in the readers around this one: it was erased."""
        with self._lock:
            key = self._keys.pop(file, None)
        if key is not None:
            ciphers.wipe(key)
        if self.outer is not None:
            self.outer.drop(file)

    def forget(self) -> None:
        """Wipe every file key. Open boxes are wiped by whoever opened them."""
        with self._lock:
            keys, self._keys = list(self._keys.values()), {}
        for key in keys:
            ciphers.wipe(key)


_in_force: ContextVar[Reader | None] = ContextVar("reader", default=None)


def reader_in_force() -> Reader:
    """Give the reader in force. Raises KeyNotAtHand when there is none."""
    reader = _in_force.get()
    if reader is None:
        raise KeyNotAtHand("nobody is reading: use reading_as(society)")
    return reader


def reader_of(society: UUID) -> Reader:
    """Give the reader in force if it reads for this society. Raises KeyNotAtHand."""
    reader = reader_in_force()
    if reader.society != society:
        raise KeyNotAtHand(f"the reader in force does not read for society {society}")
    return reader


def outer_reader() -> Reader | None:
    """The reader in force, if there is one: the outer one of whoever comes next."""
    return _in_force.get()


@contextmanager
def in_force(reader: Reader) -> Iterator[None]:
    """Put a reader in force inside this block; of rows the database knows nothing by that."""
    token = _in_force.set(reader)
    try:
        yield
    finally:
        _in_force.reset(token)


@contextmanager
def reading_as(
    society: UUID, *, member: UUID | None = None, boxes: "OpenBoxes | None" = None
) -> Iterator[Reader]:
    """Make rows and keys of one society visible inside this block, in a transaction.

    Nesting is allowed: the inner society counts, and leaving restores the outer one.
    An exception that leaves the block takes its changes with it.
    """
    outer = _in_force.get()
    reader = Reader(society, member=member, boxes=boxes, outer=outer)
    nested = connection.in_atomic_block
    with transaction.atomic():
        _tell_database(society, member)
        with in_force(reader):
            try:
                yield reader
            finally:
                reader.forget()
        # A roll-back puts the old settings back by itself, and the end of the
        # outermost transaction drops them.
        if nested and not connection.needs_rollback:
            _tell_database(outer.society if outer else None, outer.member if outer else None)


def _tell_database(society: UUID | None, member: UUID | None) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.society', %s, true), set_config('app.member', %s, true)",
            [str(society or ""), str(member or "")],
        )
