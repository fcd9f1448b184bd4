"""A house that costs less: what lies where does not hang on what it cost to make.

Passwords and codes take next to nothing, and after a few cases that are told page by page the
others are opened by the actions behind those pages.
"""

from __future__ import annotations

from itertools import count

from kintrace.network.hashing import cost_little

BY_THE_PAGES = 3

_opened: count[int] | None = None


def live_cheaply() -> None:
    """For this process, until it ends."""
    global _opened  # noqa: PLW0603 the whole house lives so, or none of it
    cost_little()
    _opened = count()


def saw_enough_cases() -> bool:
    """Whether one more case need not be told page by page."""
    return _opened is not None and next(_opened) >= BY_THE_PAGES
