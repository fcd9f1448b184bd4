"""Four ways of counting days, and what each makes of a year, a month or a day.

Plain arithmetic: what people are told about a date that cannot be stands with who asks them.
Sources: convertdate (coptic, islamic, persian), and for Solar Hijri the equinox it computes.
"""

import calendar as gregorian
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from convertdate import coptic, islamic, persian

DAY = timedelta(days=1)
# The Ethiopian and the Coptic calendar share their days; only the count of years differs.
COPTIC_YEARS = 276
# 1898 to 2124, where counting by thirty-three years and the equinox agree on every year.
_BY_RULE = range(1277, 1503)
_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)
_NOWRUZ_1375 = date(1996, 3, 20)

Days: TypeAlias = tuple[date, date]
"""The first and the last day of a window, both in it."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A calendar as arithmetic: `to_day(year, month, day)` gives the Gregorian day, `from_day`
    the three numbers back, `month_length(year, month)` days; there are `months` in a year.

    `slack` is how far a day may lie off either way, as where a month begins with a moon that is
    seen. `ETHIOPIAN.to_day(1990, 1, 1)` is 11 September 1997.
    """

    to_day: Callable[[int, int, int], date]
    from_day: Callable[[date], tuple[int, int, int]]
    month_length: Callable[[int, int], int]
    months: int
    slack: timedelta = timedelta(0)


@lru_cache(maxsize=512)
def _nowruz(year: int) -> date:
    """The first day of a Solar Hijri year: it hangs on the equinox, which takes long to compute."""
    if year not in _BY_RULE:
        return date(*persian.to_gregorian(year, 1, 1))
    return _NOWRUZ_1375 + timedelta(days=365 * (year - 1375) + _leaps(year) - _leaps(1375))


def _leaps(year: int) -> int:
    """How many leap years lie before a year by the rule of thirty-three years."""
    rounds, of_round = divmod(year, 33)
    return rounds * len(_LEAP) + sum(leap < of_round for leap in _LEAP)


def _solar_hijri(year: int, month: int, day: int) -> date:
    # Six months of 31 days, then of 30.
    before = (month - 1) * 31 if month <= 7 else (month - 1) * 30 + 6
    return _nowruz(year) + timedelta(days=before + day - 1)


def _from_solar_hijri(day: date) -> tuple[int, int, int]:
    year = day.year - 621
    year -= day < _nowruz(year)
    of_year = (day - _nowruz(year)).days
    month, of_month = divmod(of_year, 31) if of_year < 186 else divmod(of_year - 6, 30)
    return year, month + 1, of_month + 1


def _solar_hijri_month(year: int, month: int) -> int:
    if month < 12:
        return 31 if month <= 6 else 30
    return (_nowruz(year + 1) - _solar_hijri(year, 12, 1)).days


def _ethiopian(year: int, month: int, day: int) -> date:
    return date(*coptic.to_gregorian(year - COPTIC_YEARS, month, day))


def _from_ethiopian(day: date) -> tuple[int, int, int]:
    year, month, of_month = coptic.from_gregorian(day.year, day.month, day.day)
    return year + COPTIC_YEARS, month, of_month


def _hijri(year: int, month: int, day: int) -> date:
    return date(*islamic.to_gregorian(year, month, day))


GREGORIAN = Reckoning(
    date,
    lambda day: (day.year, day.month, day.day),
    lambda year, month: gregorian.monthrange(year, month)[1],
    12,
)
SOLAR_HIJRI = Reckoning(_solar_hijri, _from_solar_hijri, _solar_hijri_month, 12)
ETHIOPIAN = Reckoning(
    _ethiopian,
    _from_ethiopian,
    lambda year, month: coptic.month_length(year - COPTIC_YEARS, month),
    13,
)
# Months begin when the new moon is seen: the tables may be a day off either way.
HIJRI = Reckoning(
    _hijri,
    lambda day: islamic.from_gregorian(day.year, day.month, day.day),
    islamic.month_length,
    12,
    DAY,
)
RECKONINGS = {
    "gregorian": GREGORIAN,
    "solar_hijri": SOLAR_HIJRI,
    "ethiopian": ETHIOPIAN,
    "hijri": HIJRI,
}


def span(reckoning: Reckoning, year: int, month: int | None = None, day: int | None = None) -> Days:
    """The first and the last Gregorian day of a year, of a month or of a day of a calendar.

    `span(SOLAR_HIJRI, 1376)` is 21 March 1997 to 20 March 1998. Numbers that are in no calendar
    (a 14th month) are the caller's to refuse; `slack` is not added.
    """
    if month is None:
        last = reckoning.months
        length = reckoning.month_length(year, last)
        return reckoning.to_day(year, 1, 1), reckoning.to_day(year, last, length)
    if day is None:
        length = reckoning.month_length(year, month)
        return reckoning.to_day(year, month, 1), reckoning.to_day(year, month, length)
    return reckoning.to_day(year, month, day), reckoning.to_day(year, month, day)


def years_before(reckoning: Reckoning, day: date, years: int) -> date:
    """The same day of the calendar so many of its own years earlier, or the last day of a month
    that is shorter: 29 February 2020 is 28 February 2019 a year before."""
    year, month, of_month = reckoning.from_day(day)
    length = reckoning.month_length(year - years, month)
    return reckoning.to_day(year - years, month, min(of_month, length))


def born_between(reckoning: Reckoning, youngest: int, oldest: int, when: Days) -> Days:
    """The days on which somebody was born who was between two ages at some day of `when`.

    Who is 20 on 15 June 2000 was born from 16 June 1979 to 15 June 1980.
    """
    first, last = when
    start = years_before(reckoning, first, oldest + 1) + DAY
    return start, years_before(reckoning, last, youngest)
