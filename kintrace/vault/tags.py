"""Marks: numbers that lead from one row to another only for who can open the first one's file.

A foreign key tells everybody who has the table what belongs together. A mark is made from the
file's key, so it needs no column beside it, survives a rotation of the society's keys, and leads
nowhere once the file is erased.
"""

from uuid import UUID

from kintrace.vault import ciphers
from kintrace.vault.reader import reader_in_force

_LENGTH = 16


def mark_of(row: UUID, *, file: UUID, purpose: str) -> UUID:
    """The mark of a row of this file for one purpose. Raises KeyNotAtHand."""
    return UUID(bytes=_mac(row.bytes, file=file, purpose=f"mark|{purpose}")[:_LENGTH])


def print_of(words: str, *, file: UUID, purpose: str) -> str:
    """Tells whether words changed, and not what they were, not even to who guesses them without
    this file's key. Raises KeyNotAtHand."""
    return _mac(words.encode(), file=file, purpose=f"print|{purpose}").hex()


def _mac(said: bytes, *, file: UUID, purpose: str) -> bytes:
    key = ciphers.derive(reader_in_force().file_key(file), purpose)
    try:
        return ciphers.mac(key, said)
    finally:
        ciphers.wipe(key)
