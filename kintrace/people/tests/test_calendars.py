import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.people.calendars import (
    RECKONINGS,
    Calendar,
    DateNotUnderstood,
    Days,
    Precision,
    Said,
    window,
)

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(1900, 1, 1), TODAY)


def means(calendar: Calendar, precision: Precision, **said: int) -> Days:
    return window(Said(**said), calendar=calendar, precision=precision, today=TODAY)


def test_a_bare_year_is_a_window_of_its_own_calendar() -> None:
    # 1375 has a 30th of Esfand: its last day is 20 March 1997, and 1376 begins on the 21st.
    solar_hijri = means(Calendar.SOLAR_HIJRI, Precision.YEAR, year=1375)
    assert solar_hijri == (date(1996, 3, 20), date(1997, 3, 20))
    ethiopian = means(Calendar.ETHIOPIAN, Precision.YEAR, year=1990)
    assert ethiopian == (date(1997, 9, 11), date(1998, 9, 10))
    gregorian = means(Calendar.GREGORIAN, Precision.YEAR, year=1990)
    assert gregorian == (date(1990, 1, 1), date(1990, 12, 31))


def test_years_of_a_calendar_follow_each_other_without_gap_or_overlap() -> None:
    for calendar, first in ((Calendar.SOLAR_HIJRI, 1320), (Calendar.ETHIOPIAN, 1933)):
        years = [means(calendar, Precision.YEAR, year=first + count) for count in range(80)]
        for before, after in itertools.pairwise(years):
            assert after[0] - before[1] == timedelta(days=1)


def test_solar_hijri_leap_years_are_those_of_the_thirty_three_year_rule() -> None:
    leap = {1, 5, 9, 13, 17, 22, 26, 30}
    for year in range(1310, 1404):
        start, end = means(Calendar.SOLAR_HIJRI, Precision.YEAR, year=year)
        assert (end - start).days + 1 == (366 if year % 33 in leap else 365)


def test_ethiopian_new_year_is_on_the_eleventh_or_twelfth_of_september() -> None:
    starts = [means(Calendar.ETHIOPIAN, Precision.YEAR, year=1933 + n)[0] for n in range(80)]
    assert {(day.month, day.day) for day in starts} == {(9, 11), (9, 12)}
    assert sum(day.day == 12 for day in starts) == 20


@given(DAYS, st.sampled_from(list(Calendar)))
def test_a_day_keeps_its_place_in_every_calendar(day: date, calendar: Calendar) -> None:
    reckoning = RECKONINGS[calendar]
    year, month, of_month = reckoning.from_day(day)
    assert reckoning.to_day(year, month, of_month) == day
    assert 1 <= of_month <= reckoning.month_length(year, month)
    start, end = means(calendar, Precision.EXACT, year=year, month=month, day=of_month)
    assert start <= day <= end
    assert (end - start).days <= 2


@given(DAYS, st.sampled_from(list(Calendar)))
def test_the_month_holds_its_days_and_the_year_its_months(day: date, calendar: Calendar) -> None:
    year, month, _ = RECKONINGS[calendar].from_day(day)
    in_month = means(calendar, Precision.MONTH, year=year, month=month)
    in_year = means(calendar, Precision.YEAR, year=year)
    assert in_year[0] <= in_month[0] <= day <= in_month[1] <= in_year[1]


def test_a_moon_date_is_widened_by_a_day_on_either_side() -> None:
    start, end = means(Calendar.HIJRI, Precision.EXACT, year=1420, month=9, day=24)
    assert (start, end) == (date(1999, 12, 31), date(2000, 1, 2))


def test_an_age_at_a_date_leaves_one_year_of_birthdays() -> None:
    born = means(Calendar.GREGORIAN, Precision.AGE_AT_DATE, age=20, year=2000, month=6, day=15)
    assert born == (date(1979, 6, 16), date(1980, 6, 15))


def test_an_age_written_on_a_paper_in_a_year_leaves_two_years() -> None:
    # "20 years old by appearance in 1385"
    born = means(Calendar.SOLAR_HIJRI, Precision.AGE_AT_DATE, age=20, year=1385)
    assert born == (date(1985, 3, 22), date(1987, 3, 20))


def test_an_age_without_a_date_is_an_age_today() -> None:
    born = means(Calendar.GREGORIAN, Precision.AGE_AT_DATE, age=20)
    assert born == (date(2005, 11, 22), date(2006, 11, 21))


@given(DAYS, st.integers(0, 40))
def test_whoever_has_the_age_is_in_its_window(born: date, later: int) -> None:
    when = min(born + timedelta(days=later * 365 + later), TODAY)
    age = when.year - born.year - ((when.month, when.day) < (born.month, born.day))
    said = {"year": when.year, "month": when.month, "day": when.day}
    start, end = means(Calendar.GREGORIAN, Precision.AGE_AT_DATE, age=age, **said)
    assert start <= born <= end


def test_a_band_goes_from_the_first_year_to_the_last_or_over_all_its_ages() -> None:
    years = means(Calendar.GREGORIAN, Precision.BAND, year=1990, year_to=1994)
    assert years == (date(1990, 1, 1), date(1994, 12, 31))
    ages = means(Calendar.GREGORIAN, Precision.BAND, age=30, age_to=20)
    assert ages == (date(1995, 11, 22), date(2006, 11, 21))


@pytest.mark.parametrize(
    ("calendar", "precision", "said"),
    [
        (Calendar.GREGORIAN, Precision.YEAR, {"year": 1375}),
        (Calendar.SOLAR_HIJRI, Precision.YEAR, {"year": 1996}),
        (Calendar.ETHIOPIAN, Precision.YEAR, {"year": 2030}),
        (Calendar.GREGORIAN, Precision.YEAR, {"year": 90}),
        (Calendar.GREGORIAN, Precision.YEAR, {}),
        (Calendar.GREGORIAN, Precision.EXACT, {"year": 1990, "month": 2}),
        (Calendar.GREGORIAN, Precision.EXACT, {"year": 1990, "month": 2, "day": 29}),
        (Calendar.GREGORIAN, Precision.MONTH, {"year": 1990, "month": 13}),
        (Calendar.ETHIOPIAN, Precision.EXACT, {"year": 1990, "month": 13, "day": 6}),
        (Calendar.SOLAR_HIJRI, Precision.EXACT, {"year": 1376, "month": 12, "day": 30}),
        (Calendar.GREGORIAN, Precision.AGE_AT_DATE, {"age": 200}),
        (Calendar.GREGORIAN, Precision.AGE_AT_DATE, {}),
        (Calendar.GREGORIAN, Precision.BAND, {"year": 1990}),
        (Calendar.GREGORIAN, Precision.BAND, {"age": 20}),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(
    calendar: Calendar, precision: Precision, said: dict[str, int]
) -> None:
    with pytest.raises(DateNotUnderstood) as refused:
        means(calendar, precision, **said)
    assert refused.value.sentence.endswith((".", "?"))


def test_a_window_never_reaches_into_the_future() -> None:
    assert means(Calendar.GREGORIAN, Precision.YEAR, year=2026) == (date(2026, 1, 1), TODAY)
