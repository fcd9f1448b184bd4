"""From a date as people say it, in their calendar, to a window of days in the Gregorian one.

What was said is kept beside the window: the window is for comparing, never for showing alone.
"""

import calendar as gregorian
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from convertdate import coptic, islamic, persian
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.ui.refusals import Refusal

DAY = timedelta(days=1)
EARLIEST = date(1850, 1, 1)  # older than anyone whose family still asks for news
OLDEST = 130
# The Ethiopian and the Coptic calendar share their days; only the count of years differs.
COPTIC_YEARS = 276

Days: TypeAlias = tuple[date, date]
"""The first and the last day of a window, both in it."""


class DateNotUnderstood(Refusal):
    """What was said is no date, or lies where no birth can lie; the sentence says what to do."""


class Calendar(TextChoices):
    # Visitors read this.
    GREGORIAN = "gregorian", gettext_lazy("Gregorian (January, February …)")
    # Visitors read this.
    SOLAR_HIJRI = "solar_hijri", gettext_lazy("Solar Hijri (Hamal or Farvardin …)")
    # Visitors read this.
    ETHIOPIAN = "ethiopian", gettext_lazy("Ethiopian (Meskerem, Tikimt …)")
    # Visitors read this.
    HIJRI = "hijri", gettext_lazy("Hijri, by the moon (Muharram, Safar …)")


class Precision(TextChoices):
    # Visitors read this.
    EXACT = "exact", gettext_lazy("The day is known")
    # Visitors read this.
    MONTH = "month", gettext_lazy("The month is known")
    # Visitors read this.
    YEAR = "year", gettext_lazy("The year is known")
    # Visitors read this.
    AGE_AT_DATE = "age_at_date", gettext_lazy("An age, now or at a date")
    # Visitors read this.
    BAND = "band", gettext_lazy("Between two years or two ages")


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """The numbers of a date as said. With an age, year, month and day tell when it was true;
    without them it is true today."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_to: int | None = None
    age: int | None = None
    age_to: int | None = None


@dataclass(frozen=True, slots=True)
class _Reckoning:
    to_day: Callable[[int, int, int], date]
    from_day: Callable[[date], tuple[int, int, int]]
    month_length: Callable[[int, int], int]
    months: int
    slack: timedelta


@lru_cache(maxsize=512)
def _nowruz(year: int) -> date:
    """The first day of a Solar Hijri year; it hangs on the equinox and takes long to compute."""
    return date(*persian.to_gregorian(year, 1, 1))


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


RECKONINGS = {
    Calendar.GREGORIAN: _Reckoning(
        date,
        lambda day: (day.year, day.month, day.day),
        lambda year, month: gregorian.monthrange(year, month)[1],
        12,
        timedelta(0),
    ),
    Calendar.SOLAR_HIJRI: _Reckoning(
        _solar_hijri,
        _from_solar_hijri,
        _solar_hijri_month,
        12,
        timedelta(0),
    ),
    Calendar.ETHIOPIAN: _Reckoning(
        _ethiopian,
        _from_ethiopian,
        lambda year, month: coptic.month_length(year - COPTIC_YEARS, month),
        13,
        timedelta(0),
    ),
    # Months begin when the new moon is seen: the tables may be a day off either way.
    Calendar.HIJRI: _Reckoning(
        _hijri,
        lambda day: islamic.from_gregorian(day.year, day.month, day.day),
        islamic.month_length,
        12,
        DAY,
    ),
}


def window(
    said: Said, *, calendar: Calendar, precision: Precision, today: date | None = None
) -> Days:
    """The Gregorian days on which the birth may lie, first and last included.

    Raises DateNotUnderstood with a sentence for the person at the desk.
    """
    today = today or timezone.localdate()
    reckoning = RECKONINGS[calendar]
    start, end = _READINGS[precision](said, reckoning, today)
    return _plausible(start - reckoning.slack, end + reckoning.slack, today)


def _exact(said: Said, reckoning: _Reckoning, today: date) -> Days:
    if said.month is None or said.day is None:
        raise DateNotUnderstood(_("Write the day and the month, or choose that they are unknown."))
    return _span(reckoning, said.year, said.month, said.day)


def _month(said: Said, reckoning: _Reckoning, today: date) -> Days:
    if said.month is None:
        raise DateNotUnderstood(_("Write the month, or choose that only the year is known."))
    return _span(reckoning, said.year, said.month, None)


def _year(said: Said, reckoning: _Reckoning, today: date) -> Days:
    return _span(reckoning, said.year, None, None)


def _age_at_date(said: Said, reckoning: _Reckoning, today: date) -> Days:
    age = _age(said.age)
    first, last = _when(said, reckoning, today)
    return _years_before(reckoning, first, age + 1) + DAY, _years_before(reckoning, last, age)


def _band(said: Said, reckoning: _Reckoning, today: date) -> Days:
    if said.age is None:
        return _band_of_years(said, reckoning)
    youngest, oldest = sorted((_age(said.age), _age(said.age_to)))
    first, last = _when(said, reckoning, today)
    return _years_before(reckoning, first, oldest + 1) + DAY, _years_before(
        reckoning, last, youngest
    )


def _band_of_years(said: Said, reckoning: _Reckoning) -> Days:
    if said.year is None or said.year_to is None:
        raise DateNotUnderstood(_("Write both years, or both ages, between which it lies."))
    first, last = sorted((said.year, said.year_to))
    return _span(reckoning, first, None, None)[0], _span(reckoning, last, None, None)[1]


_READINGS: dict[Precision, Callable[[Said, _Reckoning, date], Days]] = {
    Precision.EXACT: _exact,
    Precision.MONTH: _month,
    Precision.YEAR: _year,
    Precision.AGE_AT_DATE: _age_at_date,
    Precision.BAND: _band,
}


def _age(age: int | None) -> int:
    if age is None or not 0 <= age <= OLDEST:
        raise DateNotUnderstood(
            _("Write an age between 0 and %(oldest)d years.") % {"oldest": OLDEST}
        )
    return age


def _when(said: Said, reckoning: _Reckoning, today: date) -> Days:
    if said.year is None:
        return today, today
    return _span(reckoning, said.year, said.month, said.day)


def _span(reckoning: _Reckoning, year: int | None, month: int | None, day: int | None) -> Days:
    """The first and last Gregorian day of a year, a month or a day of a calendar."""
    if year is None or not 1000 <= year <= 2200:
        raise DateNotUnderstood(_("Write the year with four digits."))
    if month is None:
        last = reckoning.months
        length = reckoning.month_length(year, last)
        return reckoning.to_day(year, 1, 1), reckoning.to_day(year, last, length)
    if not 1 <= month <= reckoning.months:
        raise DateNotUnderstood(
            _("Months of this calendar go from 1 to %(months)d.") % {"months": reckoning.months}
        )
    length = reckoning.month_length(year, month)
    if day is None:
        return reckoning.to_day(year, month, 1), reckoning.to_day(year, month, length)
    if not 1 <= day <= length:
        raise DateNotUnderstood(
            _("That month has %(length)d days in that year.") % {"length": length}
        )
    return reckoning.to_day(year, month, day), reckoning.to_day(year, month, day)


def _years_before(reckoning: _Reckoning, day: date, years: int) -> date:
    """The same day of the calendar so many of its own years earlier."""
    year, month, of_month = reckoning.from_day(day)
    length = reckoning.month_length(year - years, month)
    return reckoning.to_day(year - years, month, min(of_month, length))


def _plausible(start: date, end: date, today: date) -> Days:
    if start > today:
        raise DateNotUnderstood(_("This lies in the future. Is it the right calendar?"))
    if end < EARLIEST:
        raise DateNotUnderstood(_("This lies too far back. Is it the right calendar?"))
    return start, min(end, today)
