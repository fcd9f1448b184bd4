"""When a door is open: days and times, which every language says for itself.

A line typed in one language would be read in six; so what is kept are days and a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from babel.dates import get_day_names
from django.utils.translation import get_language, get_language_bidi, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import time

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Line:
    """One line of hours as it is read: which days, and from when to when."""

    days: str  # empty for always
    times: str  # figures, from left to right in every language; empty for day and night


def in_order(days: Iterable[str]) -> str:
    """Days as they are kept: "MO,TU", each once, Monday first; what is no day is left out."""
    known = set(days)
    return ",".join(day for day in DAYS if day in known)


def day_choices() -> list[tuple[str, str]]:
    """The days of the week in the language in force, for a form."""
    names = _names(get_language() or "en")
    return [(day, names[number]) for number, day in enumerate(DAYS)]


def line(days: str, opens: time | None, closes: time | None) -> Line:
    """The line in the language in force. Without times it is open day and night."""
    if opens is None or closes is None:
        always = days == ",".join(DAYS)
        return Line("" if always else _named(days.split(",")), "")
    return Line(_named(days.split(",")), f"{opens:%H:%M}–{closes:%H:%M}")


def _named(days: list[str]) -> str:
    if len(days) == len(DAYS):
        return gettext("Every day")
    names = _names(get_language() or "en")
    runs = [list(run) for run in _runs([DAYS.index(day) for day in days])]
    return _between().join(
        names[run[0]] if len(run) == 1 else f"{names[run[0]]}–{names[run[-1]]}" for run in runs
    )


def _between() -> str:
    return "، " if get_language_bidi() else ", "


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """Days that follow each other; two alone are named one by one, three and more from–to."""
    breaks = [place for place, (one, two) in enumerate(pairwise(numbers), 1) if two != one + 1]
    for start, end in pairwise([0, *breaks, len(numbers)]):
        run = numbers[start:end]
        yield from [run] if len(run) > 2 else [[day] for day in run]


@cache
def _names(language: str) -> dict[int, str]:
    names = get_day_names("wide", context="stand-alone", locale=language.replace("-", "_"))
    return {number: str(names[number]) for number in range(len(DAYS))}
