"""What a told day may stand for: its year alone, or a date that nobody converted."""

from dataclasses import dataclass

from kintrace.names.dates.reckonings import RECKONINGS
from kintrace.names.dates.windows import EXACT, MONTH, YEAR, Window, window_of, year_for_default
from kintrace.names.remembering import remembered

UNCONVERTED = ("ethiopian", "solar_hijri", "hijri")
"""Calendars whose years people leave as they are, in the order in which they are thought of."""
_BY_CALENDAR = frozenset({EXACT, MONTH, YEAR})
_A_YEAR_AND_SLACK = 368  # days
# Births that families ask about; a calendar is thought of only where it leads into these years.
_LIVES = range(1850, 2125)
_BEHIND = {"ethiopian": 8, "solar_hijri": 622, "hijri": 580}  # years, about


@dataclass(frozen=True, slots=True)
class Reading:
    """`told` is the window, or the whole year of a day that stands for one. `is_day`: a single day
    that says so much. `is_narrow`: told by a calendar, not by an age. `raw`: the year as it was
    typed, 0 where two years hold the window (it was converted then, or is wide).

    By calendar: `years` in which it lies there, and what it would be if it was `left` unconverted.
    """

    told: Window
    is_day: bool
    is_narrow: bool
    raw: int
    years: dict[str, range]
    left: dict[str, Window]


@remembered
def reading_of(window: Window) -> Reading:
    """Everything about one window that a comparison asks for, worked out once (about 0.1 ms).

    `reading_of(window_of("1990-01-01")).told` is the whole of 1990.
    """
    told = _as_told(window)
    is_narrow = told.precision in _BY_CALENDAR and told.days <= _A_YEAR_AND_SLACK
    raw = told.start.year if is_narrow and told.start.year == told.end.year else 0
    return Reading(
        told=told,
        is_day=told.precision == EXACT and told.start == told.end,
        is_narrow=is_narrow,
        raw=raw,
        years=_years(told) if is_narrow else {},
        left=_left(told) if raw else {},
    )


def _as_told(window: Window) -> Window:
    if window.precision != EXACT or window.start != window.end:
        return window
    return year_for_default(window.start) or window


def _years(window: Window) -> dict[str, range]:
    if window.start.year not in _LIVES:
        return {}
    return {name: _years_in(name, window) for name in UNCONVERTED}


def _years_in(calendar: str, window: Window) -> range:
    """The years of another calendar in which the window lies; a moon may have been seen later."""
    reckoning = RECKONINGS[calendar]
    first, _, _ = reckoning.from_day(window.start - reckoning.slack)
    last, _, _ = reckoning.from_day(window.end + reckoning.slack)
    return range(first, last + 1)


def _left(window: Window) -> dict[str, Window]:
    """The same numbers read by each other calendar."""
    typed = window.start.isoformat() if window.precision == EXACT else f"{window.start.year:04}"
    thought_of = (name for name in UNCONVERTED if window.start.year + _BEHIND[name] in _LIVES)
    found = {name: window_of(typed, name) for name in thought_of}
    return {name: each for name, each in found.items() if each}
