"""The one line that every member reads while something that concerns them is broken."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kintrace.operations import standing

if TYPE_CHECKING:
    from django.utils.functional import Promise

CONCERNS_ALL = (standing.WORKER, "mail")
REMEMBERED = 30.0  # seconds in which a process does not ask again: every page shows this

_said: tuple[float, list[Promise | str]] | None = None


def lines() -> list[Promise | str]:
    """What to say; nearly always nothing."""
    global _said  # noqa: PLW0603 - one memory for the process
    if _said is None or time.monotonic() - _said[0] > REMEMBERED:
        found = standing.broken(*CONCERNS_ALL)[:1]  # without a worker letters are late anyway
        _said = (time.monotonic(), [part.meanwhile for part in found])
    return _said[1]


def forget() -> None:
    """Look anew at the next page."""
    global _said  # noqa: PLW0603 - one memory for the process
    _said = None
