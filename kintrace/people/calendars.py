"""From a date as people say it, in their calendar, to a window of days in the Gregorian one.

What was said is kept beside the window: the window is for comparing, never for showing alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.names.dates import reckonings
from kintrace.names.dates.reckonings import Reckoning, born_between
from kintrace.ui.refusals import Refusal

EARLIEST = date(1850, 1, 1)  # older than anyone whose family still asks for news
OLDEST = 130

Days: TypeAlias = reckonings.Days
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


RECKONINGS = {calendar: reckonings.RECKONINGS[calendar.value] for calendar in Calendar}


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


def _exact(said: Said, reckoning: Reckoning, today: date) -> Days:
    if said.month is None or said.day is None:
        raise DateNotUnderstood(_("Write the day and the month, or choose that they are unknown."))
    return _span(reckoning, said.year, said.month, said.day)


def _month(said: Said, reckoning: Reckoning, today: date) -> Days:
    if said.month is None:
        raise DateNotUnderstood(_("Write the month, or choose that only the year is known."))
    return _span(reckoning, said.year, said.month, None)


def _year(said: Said, reckoning: Reckoning, today: date) -> Days:
    return _span(reckoning, said.year, None, None)


def _age_at_date(said: Said, reckoning: Reckoning, today: date) -> Days:
    age = _age(said.age)
    return born_between(reckoning, age, age, _when(said, reckoning, today))


def _band(said: Said, reckoning: Reckoning, today: date) -> Days:
    if said.age is None:
        return _band_of_years(said, reckoning)
    youngest, oldest = sorted((_age(said.age), _age(said.age_to)))
    return born_between(reckoning, youngest, oldest, _when(said, reckoning, today))


def _band_of_years(said: Said, reckoning: Reckoning) -> Days:
    if said.year is None or said.year_to is None:
        raise DateNotUnderstood(_("Write both years, or both ages, between which it lies."))
    first, last = sorted((said.year, said.year_to))
    return _span(reckoning, first, None, None)[0], _span(reckoning, last, None, None)[1]


_READINGS: dict[Precision, Callable[[Said, Reckoning, date], Days]] = {
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


def _when(said: Said, reckoning: Reckoning, today: date) -> Days:
    if said.year is None:
        return today, today
    return _span(reckoning, said.year, said.month, said.day)


def _span(reckoning: Reckoning, year: int | None, month: int | None, day: int | None) -> Days:
    """The first and last Gregorian day of a year, a month or a day of a calendar."""
    if year is None or not 1000 <= year <= 2200:
        raise DateNotUnderstood(_("Write the year with four digits."))
    if month is None:
        return reckonings.span(reckoning, year)
    if not 1 <= month <= reckoning.months:
        raise DateNotUnderstood(
            _("Months of this calendar go from 1 to %(months)d.") % {"months": reckoning.months}
        )
    length = reckoning.month_length(year, month)
    if day is None:
        return reckonings.span(reckoning, year, month)
    if not 1 <= day <= length:
        raise DateNotUnderstood(
            _("That month has %(length)d days in that year.") % {"length": length}
        )
    return reckonings.span(reckoning, year, month, day)


def _plausible(start: date, end: date, today: date) -> Days:
    if start > today:
        raise DateNotUnderstood(_("This lies in the future. Is it the right calendar?"))
    if end < EARLIEST:
        raise DateNotUnderstood(_("This lies too far back. Is it the right calendar?"))
    return start, min(end, today)
