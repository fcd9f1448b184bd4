"""Words that only somebody with the box open can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kintrace.vault.reader import BoxIsShut

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")


def unless_shut(read: Callable[[], Read]) -> Read | None:
    """What is read; None while the box is shut."""
    try:
        return read()
    except BoxIsShut:
        return None
