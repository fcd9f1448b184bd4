"""What an instance holds for a sealed field: never printed, pickled or compared by content."""

from dataclasses import dataclass
from typing import Any, Never

from django.db import models


class Opaque:
    """A value that shows nothing of itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "sealed"

    def __reduce__(self) -> Never:
        raise TypeError("a sealed value is not pickled")


class Ciphertext(Opaque):
    """What a column holds; all that values() and deferred loading ever show."""

    __slots__ = ("_row", "_sealed")

    def __init__(self, sealed: bytes, row: Any = None) -> None:
        self._sealed = sealed
        self._row = row  # the key of the row it was sealed for in this process, if it was

    def __bytes__(self) -> bytes:
        return self._sealed

    def may_go_into(self, row: models.Model, *, add: bool) -> bool:
        """Say whether it belongs to the row: ciphertext cannot be copied to a new one."""
        return not add or self._row == row.pk


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Given(Opaque):
    """Plaintext set on the instance and not yet sealed."""

    value: Any


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Read(Opaque):
    """A mutable value that was read: sealed anew on saving if it was changed."""

    ciphertext: Ciphertext
    plaintext: bytes
    value: Any


class ForTheColumn(bytes):
    """Bytes that pre_save made; nothing else goes into the database."""

    __slots__ = ()
