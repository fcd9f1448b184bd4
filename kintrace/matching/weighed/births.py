"""Births beside each other: the levels of `names.dates.agreement`, of many pairs in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kintrace.matching.weighed.each import one_by_one
from kintrace.names.dates.agreeing import HELD, LIFETIMES
from kintrace.names.dates.readings import UNCONVERTED, reading_of
from kintrace.names.dates.windows import EXACT, YEAR
from kintrace.names.evidence import AT_HOME, DATES, MOST, DateLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kintrace.matching.weighed.each import Each
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.names.dates import Window
    from kintrace.names.sounds import Floats

    Bools = NDArray[np.bool_]

LEVELS = tuple(DateLevel)
NUMBER = {level: number for number, level in enumerate(LEVELS)}
BITS = np.array([DATES[level].bits for level in LEVELS], dtype=np.float32)
BITS_AT_HOME = np.array(
    [AT_HOME.get(level, DATES[level]).bits for level in LEVELS], dtype=np.float32
)
_LEFT_IN = {
    "ethiopian": DateLevel.ETHIOPIAN_YEAR,
    "solar_hijri": DateLevel.SOLAR_HIJRI_YEAR,
    "hijri": DateLevel.HIJRI_YEAR,
}
_YEARS = (DateLevel.SAME_YEAR, DateLevel.ONE_YEAR, DateLevel.TWO_YEARS)


@dataclass(slots=True)
class Readings:
    """What `reading_of` says of each window, column by column; days are ordinals.

    `left`, `left_end`, `first`, `last` have a column for each calendar of UNCONVERTED.
    """

    start: Ints
    end: Ints
    precision: Ints
    is_exact: Bools
    told: Ints
    told_end: Ints
    day: Ints  # year, month, day of the first day told: (windows, 3)
    end_year: Ints
    is_year: Bools
    is_day: Bools
    is_narrow: Bools
    raw: Ints
    left: Ints
    left_end: Ints
    first: Ints
    last: Ints

    def of(self, windows: Ints) -> Readings:
        """The same of these windows, in this order."""
        names = Readings.__slots__
        return Readings(*(getattr(self, name)[windows] for name in names))


def readings(windows: Sequence[Window], each: Each = one_by_one) -> Readings:
    """All that comparing asks of windows, each worked out once."""
    read = each(reading_of, windows)
    words = sorted({window.precision for window in windows})
    days = [(each.told.start.year, each.told.start.month, each.told.start.day) for each in read]
    lefts = [[each.left.get(name) for name in UNCONVERTED] for each in read]
    years = [[each.years.get(name, range(0)) for name in UNCONVERTED] for each in read]
    return Readings(
        start=_ints([window.start.toordinal() for window in windows]),
        end=_ints([window.end.toordinal() for window in windows]),
        precision=_ints([words.index(window.precision) for window in windows]),
        is_exact=np.array([window.precision == EXACT for window in windows], dtype=np.bool_),
        told=_ints([each.told.start.toordinal() for each in read]),
        told_end=_ints([each.told.end.toordinal() for each in read]),
        day=_ints(days, 3),
        end_year=_ints([each.told.end.year for each in read]),
        is_year=np.array([each.told.precision == YEAR for each in read], dtype=np.bool_),
        is_day=np.array([each.is_day for each in read], dtype=np.bool_),
        is_narrow=np.array([each.is_narrow for each in read], dtype=np.bool_),
        raw=_ints([each.raw for each in read]),
        left=_ints([[one.start.toordinal() if one else -1 for one in row] for row in lefts], 3),
        left_end=_ints([[one.end.toordinal() if one else -2 for one in row] for row in lefts], 3),
        first=_ints([[one.start if one else 0 for one in row] for row in years], 3),
        last=_ints([[one.stop - 1 if one else -1 for one in row] for row in years], 3),
    )


def _ints(rows: Sequence[object], wide: int = 0) -> Ints:
    found = np.array(rows, dtype=np.int64)
    return found.reshape(-1, wide) if wide else found


def agreements(told: Readings, a: Ints, b: Ints, calendars: Bools) -> tuple[Ints, Floats]:
    """Levels, as numbers of LEVELS, and bits of window a[i] beside window b[i].

    `calendars` (pairs, 3): which of UNCONVERTED may have been left so.
    """
    early, late = told.of(a), told.of(b)
    turned = _is_later(early, late)
    early, late = told.of(np.where(turned, b, a)), told.of(np.where(turned, a, b))
    cases = _cases(early, late, calendars)
    level = np.full(len(a), NUMBER[DateLevel.APART])
    for name, is_so in reversed(cases):
        level[is_so] = NUMBER[name]
    bits = np.where(calendars.sum(axis=1) == 1, BITS_AT_HOME[level], BITS[level])
    overlap = level == NUMBER[DateLevel.OVERLAP]
    return level, np.where(overlap, _overlap(early, late), bits)


def _is_later(a: Readings, b: Readings) -> Bools:
    same = a.start == b.start
    after = same & (a.end > b.end)
    more = same & (a.end == b.end) & (a.precision > b.precision)
    later: Bools = (a.start > b.start) | after | more
    return later


def _cases(early: Readings, late: Readings, calendars: Bools) -> list[tuple[DateLevel, Bools]]:
    """What may be, the first that is so before all others, as `names.dates` asks it."""
    meet = (early.start <= late.end) & (late.start <= early.end)
    to_the_day = early.is_exact & late.is_exact & meet
    default = early.is_year | late.is_year
    days = early.is_day & late.is_day
    slips = _slips(early, late, calendars)
    apart = _years_apart(early, late)
    wide = ~(early.is_narrow & late.is_narrow)
    return [
        (DateLevel.SAME_DEFAULT_DAY, to_the_day & default),
        (DateLevel.SAME_DAY, to_the_day),
        (DateLevel.SWAPPED, days & _swapped(early, late)),
        (DateLevel.SAME_DAY_UNCONVERTED, days & _unconverted(early, late, calendars)),
        (DateLevel.ANNIVERSARY, days & _anniversary(early, late, slips)),
        (DateLevel.SAME_MONTH, _in_one_month(early, late)),
        (DateLevel.OVERLAP, (apart == 0) & wide),
        *((level, apart == years) for years, level in enumerate(_YEARS)),
        *slips,
    ]


def _swapped(early: Readings, late: Readings) -> Bools:
    x, y = early.day.T, late.day.T
    swapped: Bools = (x[0] == y[0]) & (x[1] == y[2]) & (x[2] == y[1])
    return swapped


def _unconverted(early: Readings, late: Readings, calendars: Bools) -> Bools:
    meet = (early.left <= late.told_end[:, None]) & (late.told[:, None] <= early.left_end)
    return np.asarray((meet & calendars).any(axis=1))


def _anniversary(early: Readings, late: Readings, slips: list[tuple[DateLevel, Bools]]) -> Bools:
    x, y = early.day.T, late.day.T
    same = (x[1] == y[1]) & (x[2] == y[2])
    near = np.any([y[0] - x[0] <= 2, *(is_so for _, is_so in slips)], axis=0)
    anniversary: Bools = same & near
    return anniversary


def _in_one_month(a: Readings, b: Readings) -> Bools:
    x, y = a.day.T, b.day.T
    narrow = a.is_narrow & b.is_narrow & ~a.is_year & ~b.is_year
    meet = (a.told <= b.told_end) & (b.told <= a.told_end)
    within: Bools = narrow & (meet | ((x[0] == y[0]) & (x[1] == y[1])))
    return within


def _years_apart(early: Readings, late: Readings) -> Ints:
    """Whole years between what is told; 0 where the two meet or one year holds both."""
    meet = (early.told <= late.told_end) & (late.told <= early.told_end)
    x, y = early.day[:, 0], late.day[:, 0]
    single = (x == early.end_year) & (y == late.end_year)
    days = late.told - early.told_end
    apart = np.where(single, y - early.end_year, -(-days // 366))
    return np.where(meet, 0, apart)


def _slips(early: Readings, late: Readings, calendars: Bools) -> list[tuple[DateLevel, Bools]]:
    """Years that are far apart for a reason that desks know."""
    raw = early.raw[:, None]
    within = (raw > 0) & (late.first <= raw) & (raw <= late.last) & calendars
    mistyped = (early.raw > 0) & (late.raw > 0) & _one_slip(early.raw, late.raw)
    cases = [(_LEFT_IN[name], within[:, at]) for at, name in enumerate(UNCONVERTED)]
    return [*cases, (DateLevel.MISTYPED, mistyped)]


def _one_slip(one: Ints, other: Ints) -> Bools:
    """One digit is another, or two that follow each other changed places."""
    powers = np.array([1000, 100, 10, 1])
    x, y = one[:, None] // powers % 10, other[:, None] // powers % 10
    differ = x != y
    wrong = differ.sum(axis=1)
    swapped = (x[:, :-1] == y[:, 1:]) & (x[:, 1:] == y[:, :-1]) & differ[:, :-1] & differ[:, 1:]
    slip: Bools = (wrong == 1) | ((wrong == 2) & swapped.any(axis=1))
    return slip


def _overlap(a: Readings, b: Readings) -> Floats:
    """Wide windows meet by chance: the wider, the less it says."""
    days = (a.end - a.start + 1) + (b.end - b.start + 1)
    by_chance = np.minimum(HELD, days / LIFETIMES)
    bits = np.round(np.minimum(MOST, np.log2(HELD / by_chance)), 1)
    capped: Floats = np.minimum(bits, DATES[DateLevel.SAME_YEAR].bits).astype(np.float32)
    return capped
