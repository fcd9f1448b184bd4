"""A house that costs less: what lies where does not hang on what it cost to make.

Passwords and codes take next to nothing, and after a few cases that are told page by page the
others are opened by the actions behind those pages.
"""

from __future__ import annotations

from itertools import count

from kintrace.network import hashing
from kintrace.vault import ciphers

COST = ciphers.Cost(64, 1)  # KiB and passes
BY_THE_PAGES = 3

_opened: count[int] | None = None


def live_cheaply() -> None:
    """For this process, until it ends."""
    global _opened  # noqa: PLW0603 the whole house lives so, or none of it
    ciphers.PASSWORD_COST = ciphers.CODE_COST = COST
    hashing._MEMORY_KIB, hashing._PASSES = COST  # noqa: SLF001 the hasher's own numbers
    hashing._COST = f"argon2id$v=19$m={COST.memory},t={COST.passes},p=1$"  # noqa: SLF001
    _opened = count()


def saw_enough_cases() -> bool:
    """Whether one more case need not be told page by page."""
    return _opened is not None and next(_opened) >= BY_THE_PAGES
