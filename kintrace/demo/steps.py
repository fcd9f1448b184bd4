"""The network is made in small steps. Each is written down when it is done, and then left alone.

A step killed half-way is taken again. What it had done by then does no harm: it looks first at
what stands, and a case that was opened and not written down stays at its desk as an open case.
"""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = "-"


@dataclass(frozen=True)
class Step:
    """One thing to do. What it answers is remembered under its key: an id, a code, or nothing."""

    key: str
    do: Callable[[], str | None]


def made() -> dict[str, str]:
    """What is done, by key. A line that was cut off counts for nothing."""
    try:
        text = _journal().read_text("utf-8")
    except FileNotFoundError:
        return {}
    # A whole line has an end of its own, and the next one a beginning of its own.
    lines = (line.split("\t") for line in text.splitlines() if line.endswith("\t"))
    return {key: word for key, word, _end in lines}


def take(step: Step) -> None:
    """Do a step and write it down, unless another process did: one step is taken at a time.

    A demo whose parent was killed may still be making its first steps when the next one starts.
    """
    with _journal().open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # let go with the file, or with the process
        if step.key in made():
            return
        word = step.do() or NOTHING
        file.write(f"\n{step.key}\t{word}\t")
        file.flush()
        os.fsync(file.fileno())


def _journal() -> Path:
    return Path(settings.DATA) / "made"
