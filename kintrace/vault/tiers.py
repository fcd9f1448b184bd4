"""Where a sealed field's key comes from: the file, the society's staff, or a box."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model

from kintrace.vault import ciphers, keyring
from kintrace.vault.boxes import seal_to_box
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand, reader_in_force, reader_of


class Tier(Protocol):
    """Seals and opens one value of one row; `place` names table, column, row and version."""

    data_class: str
    needs: str  # the attribute a model must have

    def seal(self, row: Model, plaintext: bytes, place: str) -> bytes:
        """Pad and seal. Raises KeyNotAtHand."""

    def open(self, row: Model, sealed: bytes, place: str) -> bytes:
        """Give the plaintext back. Raises KeyNotAtHand; Altered when it was changed or moved."""


def _of(row: Model, attribute: str) -> UUID:
    value = getattr(row, attribute)
    if not isinstance(value, UUID):
        raise KeyNotAtHand(f"{row} has no {attribute}")
    return value


class FileTier:
    """Under the key of the row's file; the reader's society needs a slot for it."""

    data_class = "personal"
    needs = "file"

    def seal(self, row: Model, plaintext: bytes, place: str) -> bytes:
        """Seal under the file's key."""
        key = reader_in_force().file_key(_of(row, "file"))
        return ciphers.seal(key, ciphers.pad(plaintext), aad=place.encode())

    def open(self, row: Model, sealed: bytes, place: str) -> bytes:
        """Open with the file's key."""
        key = reader_in_force().file_key(_of(row, "file"))
        return ciphers.unpad(ciphers.unseal(key, sealed, aad=place.encode()))


class StaffTier:
    """Under a key derived from the society's record key."""

    data_class = "staff"
    needs = "society_id"

    def seal(self, row: Model, plaintext: bytes, place: str) -> bytes:
        """Seal for the society that the row belongs to and the reader reads for."""
        society = reader_of(_of(row, "society_id")).society
        with keyring.borrowed(society, keyring.STAFF) as key:
            return ciphers.seal(key, ciphers.pad(plaintext), aad=place.encode())

    def open(self, row: Model, sealed: bytes, place: str) -> bytes:
        """Open for the society that the row belongs to and the reader reads for."""
        society = reader_of(_of(row, "society_id")).society
        unseal = partial(ciphers.unseal, sealed=sealed, aad=place.encode())
        return ciphers.unpad(keyring.opened(society, keyring.STAFF, unseal))


class BoxTier:
    """To the public half of a society's box: anyone may seal, only an open box reads."""

    data_class = "box"
    needs = "society_id"

    def __init__(self, box: str | Callable[[Any], str]) -> None:
        self.box = box

    def seal(self, row: Model, plaintext: bytes, place: str) -> bytes:
        """Seal to the box of the row's society. Raises BoxNotTrusted."""
        society = _of(row, "society_id")
        return seal_to_box(society, box=self._box(row), plaintext=plaintext, label=place)

    def open(self, row: Model, sealed: bytes, place: str) -> bytes:
        """Open with the reader's open box. Raises BoxIsShut."""
        boxes = reader_in_force().boxes
        society, box = _of(row, "society_id"), self._box(row)
        if boxes is None or boxes.society != society:
            raise BoxIsShut(f"box {box} of society {society} is shut")
        return boxes.open(box, sealed, label=place)

    def _box(self, row: Model) -> str:
        return self.box(row) if callable(self.box) else self.box
