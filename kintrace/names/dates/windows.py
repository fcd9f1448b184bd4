"""A day as somebody told it: the Gregorian days between which it lies, and how it was told."""

from dataclasses import dataclass
from datetime import date

from kintrace.names.dates.reckonings import (
    ETHIOPIAN,
    GREGORIAN,
    RECKONINGS,
    SOLAR_HIJRI,
    Reckoning,
    born_between,
    span,
)
from kintrace.names.dates.written import numbers
from kintrace.names.remembering import remembered

# Years that a text may hold in some calendar: 1375 may be a Solar Hijri year left as it was.
FIRST, LAST = 1000, 2200
EXACT, MONTH, YEAR, AGE, BAND = "exact", "month", "year", "age_at_date", "band"


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Window:
    """The first and the last day on which it may have been, both in it, and how it was told:
    "exact", "month", "year", "age_at_date", "band", or "" where that is not known.

    `Window(date(1990, 1, 1), date(1990, 12, 31), "year")` is the bare year 1990.
    """

    start: date
    end: date
    precision: str = ""

    @property
    def days(self) -> int:
        """How many days it holds: one for a day that is known."""
        return (self.end - self.start).days + 1

    def __repr__(self) -> str:
        return f"<window {self.precision}>"


def window_of(text: str, calendar: str = "gregorian") -> Window | None:
    """What a cell of a file tells about a day; None where it tells nothing. Never raises for a
    text; an unknown `calendar` is a KeyError.

    Understands YYYY-MM-DD, YYYY-MM, YYYY, YYYY-YYYY and DD.MM.YYYY with digits of any script,
    and an era behind it ("1990 E.C."), which goes before `calendar`. A month or a day that the
    calendar does not have is as good as not told: "1990-02-31" is February 1990.
    `window_of("1375", "solar_hijri")` is 20 March 1996 to 20 March 1997.
    """
    default = RECKONINGS[calendar]
    found = numbers(text)
    if found is None:
        return None
    reckoning = RECKONINGS.get(found.calendar, default)
    first = _told(reckoning, found.year, found.month, found.day)
    if not found.year_to or first is None:
        return first
    last = _told(reckoning, found.year_to)
    return last and Window(min(first.start, last.start), max(first.end, last.end), BAND)


def _told(reckoning: Reckoning, year: int, month: int = 0, day: int = 0) -> Window | None:
    if not FIRST <= year <= LAST:
        return None
    if not 1 <= month <= reckoning.months:
        days, precision = span(reckoning, year), YEAR
    elif not 1 <= day <= reckoning.month_length(year, month):
        days, precision = span(reckoning, year, month), MONTH
    else:
        days, precision = span(reckoning, year, month, day), EXACT
    return Window(days[0] - reckoning.slack, days[1] + reckoning.slack, precision)


def born_at_age(age: int, on: date) -> Window:
    """The births of people who are `age` whole years old on a day.

    `born_at_age(20, date(2000, 6, 15))` is 16 June 1979 to 15 June 1980. Raises ValueError where
    no date of a calendar is that old.
    """
    return Window(*born_between(GREGORIAN, age, age, (on, on)), AGE)


def born_between_ages(youngest: int, oldest: int, on: date) -> Window:
    """The births of people between two ages in years on a day, in whatever order they are given.

    `born_between_ages(18, 25, date(2000, 6, 15))` is 16 June 1974 to 15 June 1982. Raises
    ValueError where no date of a calendar is that old.
    """
    first, last = sorted((youngest, oldest))
    return Window(*born_between(GREGORIAN, first, last, (on, on)), BAND)


@remembered
def year_for_default(day: date) -> Window | None:
    """The year that a day stands for where offices write it because only the year is known: 1
    January, 1 July, 31 December, 1 Meskerem, 1 Hamal. None for every other day.

    `year_for_default(date(1997, 9, 11))` is the Ethiopian year 1990. The list is that of
    shared/domain.md, section 8.
    """
    if (day.month, day.day) in {(1, 1), (7, 1), (12, 31)}:
        return _told(GREGORIAN, day.year)
    # The two new years fall in March and September: asking the equinox takes long.
    reckoning = {3: SOLAR_HIJRI, 9: ETHIOPIAN}.get(day.month)
    if reckoning is None:
        return None
    year, month, of_month = reckoning.from_day(day)
    return _told(reckoning, year) if (month, of_month) == (1, 1) else None
