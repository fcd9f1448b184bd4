from datetime import date, timedelta

import pytest
from convertdate import persian
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names.dates.reckonings import (
    DAY,
    ETHIOPIAN,
    GREGORIAN,
    HIJRI,
    RECKONINGS,
    SOLAR_HIJRI,
    born_between,
    span,
    years_before,
)

ALL = pytest.mark.parametrize("calendar", RECKONINGS)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@ALL
@given(day=DAYS)
def test_a_day_keeps_its_place_in_every_calendar(calendar: str, day: date) -> None:
    reckoning = RECKONINGS[calendar]
    year, month, of_month = reckoning.from_day(day)
    assert reckoning.to_day(year, month, of_month) == day
    assert 1 <= month <= reckoning.months
    assert 1 <= of_month <= reckoning.month_length(year, month)


@ALL
def test_months_fill_their_year_without_gap_or_overlap(calendar: str) -> None:
    reckoning = RECKONINGS[calendar]
    this_year, _, _ = reckoning.from_day(date(1990, 6, 1))
    for year in range(this_year, this_year + 40):
        start, end = span(reckoning, year)
        after = start
        for month in range(1, reckoning.months + 1):
            first, last = span(reckoning, year, month)
            assert first == after
            after = last + DAY
        assert after == end + DAY
        assert span(reckoning, year + 1)[0] == after


def test_the_years_that_papers_tell_begin_where_they_should() -> None:
    assert span(ETHIOPIAN, 1990) == (date(1997, 9, 11), date(1998, 9, 10))
    assert span(SOLAR_HIJRI, 1375) == (date(1996, 3, 20), date(1997, 3, 20))
    assert span(HIJRI, 1420, 9, 24) == (date(2000, 1, 1), date(2000, 1, 1))
    assert span(GREGORIAN, 2000, 2) == (date(2000, 2, 1), date(2000, 2, 29))


def test_the_ethiopian_leap_day_is_the_sixth_of_the_thirteenth_month() -> None:
    assert ETHIOPIAN.month_length(1991, 13) == 6
    assert ETHIOPIAN.to_day(1991, 13, 6) == date(1999, 9, 11)


def test_only_a_moon_that_is_seen_leaves_a_day_open() -> None:
    assert {name for name, each in RECKONINGS.items() if each.slack} == {"hijri"}


def test_a_year_before_a_leap_day_is_the_last_of_the_month() -> None:
    assert years_before(GREGORIAN, date(2020, 2, 29), 1) == date(2019, 2, 28)
    assert years_before(SOLAR_HIJRI, date(2021, 3, 20), 1) == date(2020, 3, 19)


@ALL
@given(born=DAYS, age=st.integers(0, 60), later=st.integers(0, 353))
def test_whoever_was_of_the_age_was_born_between(
    calendar: str, born: date, age: int, later: int
) -> None:
    reckoning = RECKONINGS[calendar]
    # Their last birthday before the day on which the age was true.
    year, month, of_month = reckoning.from_day(born)
    length = reckoning.month_length(year + age, month)
    birthday = reckoning.to_day(year + age, month, min(of_month, length))
    when = birthday + timedelta(days=later)
    first, last = born_between(reckoning, age, age, (when, when))
    assert first - DAY <= born <= last + DAY
    assert last - first <= timedelta(days=366)


def test_the_rule_of_thirty_three_years_is_the_equinox_where_it_stands_for_it() -> None:
    for year in [1277, 1278, *range(1281, 1500, 11), 1501, 1502]:
        assert SOLAR_HIJRI.to_day(year, 1, 1) == date(*persian.to_gregorian(year, 1, 1))
