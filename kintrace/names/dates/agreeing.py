"""Two tellings of a day, most often of a birth, weighed against each other.

A wrong year is no proof: years are estimated, rounded, swapped, mistyped and left in the calendar
of the country. Every such way is a level of its own (`evidence.DATES`).
"""

from collections.abc import Collection
from math import ceil

from kintrace.names.dates.readings import UNCONVERTED, Reading, reading_of
from kintrace.names.dates.windows import EXACT, YEAR, Window
from kintrace.names.evidence import AT_HOME, DATES, Agreement, DateLevel, bits

A_YEAR = 366  # days
LIFETIMES = 48 * 365  # days: two invented births share a year as often as if spread evenly so far
HELD = 0.8  # counted on invented births: how often a band of five years holds who told it twice
WIDEST = 20  # years: a wider window would be in every second bucket and find nobody
_YEARS_APART = {0: DateLevel.SAME_YEAR, 1: DateLevel.ONE_YEAR, 2: DateLevel.TWO_YEARS}
_LEFT_IN = {
    "ethiopian": DateLevel.ETHIOPIAN_YEAR,
    "solar_hijri": DateLevel.SOLAR_HIJRI_YEAR,
    "hijri": DateLevel.HIJRI_YEAR,
}


def agreement(
    a: Window | None, b: Window | None, *, calendars: Collection[str] = UNCONVERTED
) -> Agreement[DateLevel]:
    """How far two tellings of a day agree, whichever comes first; None is neutral.

    1990-03-12 beside 1991 is ONE_YEAR, "born one year apart", and worth a bit; 1990 beside 5 March
    1998 is ETHIOPIAN_YEAR: 1990 may have been left in that calendar. `calendars` names those that
    may have been left so; one alone says that both come from where people count by it. A day that
    offices write where only the year is known says the year.
    """
    if a is None or b is None:
        return _weighed(DateLevel.UNKNOWN, calendars)
    early, late = sorted((a, b))
    first, second = reading_of(early), reading_of(late)
    level = (
        _to_the_day(early, late)
        or _across_days(first, second, calendars)
        or _by_year(first, second, calendars)
    )
    if level is DateLevel.OVERLAP:
        return Agreement(level, DATES[level].reason, _overlap_bits(early, late))
    return _weighed(level, calendars)


def keys(
    window: Window | None, *, reach: int = 2, calendars: Collection[str] = UNCONVERTED
) -> list[str]:
    """Years under which somebody born in this window is looked for, as YYYY in order.

    Every year of the window, `reach` years to either side, and the years that it may be where one
    of `calendars` was left unconverted, here or there. A record is kept under
    `keys(window, reach=0, calendars=())` and found under `keys(window)`: 1998 is found from 1996 to
    2000, under 1990 and 1991, 2005 and 2006 (Ethiopian) and so on. A default day counts as its
    year. A window wider than 20 years has no key.
    """
    if window is None or window.days > WIDEST * A_YEAR:
        return []
    reading = reading_of(window)
    told = reading.told
    years = set(range(told.start.year - reach, told.end.year + reach + 1))
    for calendar in calendars:
        years.update(reading.years.get(calendar, ()))
        if left := reading.left.get(calendar):
            years.update((left.start.year, left.end.year))
    return [f"{year:04}" for year in sorted(years)]


def day_key(window: Window | None) -> str:
    """The full day as YYYY-MM-DD where it says more than the year, else "": 1990-03-12 is a key,
    1 January and a bare year are none."""
    if window is None or not reading_of(window).is_day:
        return ""
    return window.start.isoformat()


def _weighed(level: DateLevel, calendars: Collection[str]) -> Agreement[DateLevel]:
    worth = DATES[level] if len(calendars) > 1 else AT_HOME.get(level, DATES[level])
    return Agreement(level, worth.reason, worth.bits)


def _to_the_day(a: Window, b: Window) -> DateLevel | None:
    if not (a.precision == b.precision == EXACT and _meet(a, b)):
        return None
    is_default = YEAR in (reading_of(a).told.precision, reading_of(b).told.precision)
    return DateLevel.SAME_DEFAULT_DAY if is_default else DateLevel.SAME_DAY


def _across_days(early: Reading, late: Reading, calendars: Collection[str]) -> DateLevel | None:
    """Two days, or months, that are one and the same behind a habit or a slip."""
    if early.is_day and late.is_day:
        if _are_swapped(early.told, late.told):
            return DateLevel.SWAPPED
        if any(_meet(early.left[name], late.told) for name in calendars if name in early.left):
            return DateLevel.SAME_DAY_UNCONVERTED
        if _are_anniversaries(early, late, calendars):
            return DateLevel.ANNIVERSARY
    return DateLevel.SAME_MONTH if _in_one_month(early, late) else None


def _by_year(early: Reading, late: Reading, calendars: Collection[str]) -> DateLevel:
    apart = _years_apart(early.told, late.told)
    is_narrow = early.is_narrow and late.is_narrow
    if apart == 0 and not is_narrow:
        return DateLevel.OVERLAP
    if apart in _YEARS_APART:
        return _YEARS_APART[apart]
    return _slip(early, late, calendars) or DateLevel.APART


def _slip(early: Reading, late: Reading, calendars: Collection[str]) -> DateLevel | None:
    """Years that are far apart for a reason that desks know."""
    for calendar in calendars:
        if early.raw and early.raw in late.years.get(calendar, ()):
            return _LEFT_IN[calendar]
    is_slip = early.raw and late.raw and _is_one_slip(str(early.raw), str(late.raw))
    return DateLevel.MISTYPED if is_slip else None


def _meet(a: Window, b: Window) -> bool:
    return a.start <= b.end and b.start <= a.end


def _are_swapped(a: Window, b: Window) -> bool:
    x, y = a.start, b.start
    return x.year == y.year and (x.day, x.month) == (y.month, y.day)


def _in_one_month(a: Reading, b: Reading) -> bool:
    if YEAR in (a.told.precision, b.told.precision) or not (a.is_narrow and b.is_narrow):
        return False
    x, y = a.told.start, b.told.start
    return _meet(a.told, b.told) or (x.year, x.month) == (y.year, y.month)


def _are_anniversaries(early: Reading, late: Reading, calendars: Collection[str]) -> bool:
    x, y = early.told.start, late.told.start
    if (x.month, x.day) != (y.month, y.day):
        return False
    return y.year - x.year <= 2 or _slip(early, late, calendars) is not None


def _years_apart(early: Window, late: Window) -> int:
    """Whole years between two windows; 0 where they meet or one Gregorian year holds both."""
    if _meet(early, late):
        return 0
    if early.start.year == early.end.year and late.start.year == late.end.year:
        return late.start.year - early.end.year
    return ceil((late.start - early.end).days / A_YEAR)


def _is_one_slip(one: str, other: str) -> bool:
    """One digit is another, or two that follow each other changed places."""
    wrong = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and one[first] + one[second] == other[second] + other[first]
    return len(wrong) == 1


def _overlap_bits(a: Window, b: Window) -> float:
    """Wide windows meet by chance: the wider, the less it says."""
    by_chance = min(HELD, (a.days + b.days) / LIFETIMES)
    return min(bits(HELD, by_chance), DATES[DateLevel.SAME_YEAR].bits)
