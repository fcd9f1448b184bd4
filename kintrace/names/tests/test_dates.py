from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kintrace.names.dates import (
    UNCONVERTED,
    Window,
    agreement,
    born_at_age,
    born_between_ages,
    day_key,
    keys,
    window_of,
)
from kintrace.names.dates.reckonings import RECKONINGS
from kintrace.names.evidence import AT_HOME, COUNTED, DATES, LEAST, MOST, DateLevel
from kintrace.names.tests.invented_births import shares

DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
TEXTS = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.integers(1300, 2030).map(str),
    st.tuples(st.integers(1900, 2030), st.integers(1900, 2030)).map(lambda t: f"{t[0]}-{t[1]}"),
)
WINDOWS = st.one_of(
    st.none(),
    TEXTS.map(window_of),
    st.builds(window_of, TEXTS, st.sampled_from(list(RECKONINGS))),
    st.builds(born_at_age, st.integers(0, 90), DAYS),
    st.builds(born_between_ages, st.integers(0, 90), st.integers(0, 90), DAYS),
    st.builds(lambda day, more: Window(day, day + timedelta(more)), DAYS, st.integers(0, 9000)),
)


def level(one: str, other: str, **how: tuple[str, ...]) -> DateLevel:
    found = agreement(window_of(one), window_of(other), **how)
    assert found == agreement(window_of(other), window_of(one), **how)
    return found.level


@given(
    st.one_of(st.text(), st.text("0123456789-/. ٣፻፼ሀtT:"), TEXTS), st.sampled_from([*RECKONINGS])
)
@example("፼" * 60, "gregorian")
@example("9" * 64, "hijri")
def test_no_text_is_a_failure(text: str, calendar: str) -> None:
    found = window_of(text, calendar)
    assert found is None or found.start <= found.end
    assert agreement(found, window_of("1990")).bits <= MOST
    assert keys(found) == sorted(keys(found))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1990-03-12", "1990-03-12", DateLevel.SAME_DAY),
        ("1990-01-01", "1990-01-01", DateLevel.SAME_DEFAULT_DAY),
        ("1990-07-01", "1990-01-01", DateLevel.SAME_YEAR),
        ("1990-12-31", "1990-03-12", DateLevel.SAME_YEAR),
        ("1990-01-01", "1991-01-01", DateLevel.ONE_YEAR),
        ("1990-03-12", "1990-12-03", DateLevel.SWAPPED),
        ("1990-03-12", "1990-03-25", DateLevel.SAME_MONTH),
        ("1990-03-12", "1990-03", DateLevel.SAME_MONTH),
        ("1990-03-12", "1990", DateLevel.SAME_YEAR),
        ("1990-03-12", "1990-08-20", DateLevel.SAME_YEAR),
        ("1990-03-12", "1991-03-12", DateLevel.ANNIVERSARY),
        ("1980-03-12", "1990-03-12", DateLevel.ANNIVERSARY),
        ("1983-03-12", "1990-03-12", DateLevel.APART),
        ("1990-03-12", "1991-08-20", DateLevel.ONE_YEAR),
        ("1990", "1992", DateLevel.TWO_YEARS),
        ("1980", "1990", DateLevel.MISTYPED),
        ("1968", "1986", DateLevel.MISTYPED),
        ("1980", "1995", DateLevel.APART),
        ("1990-1995", "1994-03-12", DateLevel.OVERLAP),
        ("1990-1995", "1996", DateLevel.ONE_YEAR),
        ("1990-1995", "1970-1980", DateLevel.APART),
        ("1990", "", DateLevel.UNKNOWN),
        ("", "", DateLevel.UNKNOWN),
    ],
)
def test_two_births_agree_as_a_caseworker_says(one: str, other: str, expected: DateLevel) -> None:
    assert level(one, other) == expected


def test_an_ethiopian_year_that_nobody_converted_is_recognised() -> None:
    # 1990 in Ethiopia went from 11 September 1997 to 10 September 1998.
    assert level("1990", "1998") == DateLevel.ETHIOPIAN_YEAR
    assert level("1990", "1997") == DateLevel.ETHIOPIAN_YEAR
    assert level("1990", "1998-03-05") == DateLevel.ETHIOPIAN_YEAR
    assert level("1990", "1997-09-11") == DateLevel.ETHIOPIAN_YEAR


def test_the_ethiopian_new_year_is_respected() -> None:
    assert level("1990", "1998-09-20") == DateLevel.MISTYPED
    assert level("1990", "1997-09-05") == DateLevel.MISTYPED
    assert level("1989", "1998-09-20", calendars=()) == DateLevel.MISTYPED


def test_a_whole_date_that_nobody_converted_is_the_same_day() -> None:
    # 25 Yekatit 1990; 21 Mordad 1375; 24 Ramadan 1420.
    assert level("1990-06-25", "1998-03-04") == DateLevel.SAME_DAY_UNCONVERTED
    assert level("1375-05-21", "1996-08-11") == DateLevel.SAME_DAY_UNCONVERTED
    assert level("1420-09-24", "2000-01-02") == DateLevel.SAME_DAY_UNCONVERTED


def test_a_solar_hijri_year_that_nobody_converted_is_recognised() -> None:
    assert level("1375", "1996-08-02") == DateLevel.SOLAR_HIJRI_YEAR
    assert level("1375", "1997-02-02") == DateLevel.SOLAR_HIJRI_YEAR
    assert level("1375", "1997-04-02") != DateLevel.SOLAR_HIJRI_YEAR


def test_a_moon_year_that_nobody_converted_is_recognised() -> None:
    assert level("1410", "1990-03-12") == DateLevel.HIJRI_YEAR


def test_only_calendars_of_the_country_are_thought_of() -> None:
    assert level("1375", "1996-08-02", calendars=("ethiopian",)) == DateLevel.APART
    here = agreement(window_of("1990"), window_of("1998"), calendars=("ethiopian",))
    anywhere = agreement(window_of("1990"), window_of("1998"))
    assert here.bits > 0 > anywhere.bits > DATES[DateLevel.APART].bits


@pytest.mark.parametrize(
    ("new_year", "calendar", "its_year"),
    [("1997-09-11", "ethiopian", "1990"), ("1996-03-20", "solar_hijri", "1375")],
)
def test_the_new_year_of_a_country_says_the_year(
    new_year: str, calendar: str, its_year: str
) -> None:
    assert level(new_year, new_year) == DateLevel.SAME_DEFAULT_DAY
    told = agreement(window_of(new_year), window_of(its_year, calendar))
    assert told.level == DateLevel.SAME_YEAR
    assert day_key(window_of(new_year)) == ""


def test_the_day_beside_a_new_year_is_a_day() -> None:
    # In 1996 Hamal began on 20 March, in 1997 on the 21st.
    assert level("1996-03-21", "1996-03-21") == DateLevel.SAME_DAY
    assert level("1997-03-21", "1997-03-21") == DateLevel.SAME_DEFAULT_DAY


def test_a_wider_band_says_less() -> None:
    born = window_of("1980-03-12")
    on = date(2000, 6, 15)
    weights = [
        agreement(born, born_between_ages(20 - years, 20 + years, on)).bits
        for years in (0, 1, 3, 6, 10, 20)
    ]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == DATES[DateLevel.SAME_YEAR].bits
    assert weights[-1] >= 0


@given(WINDOWS, WINDOWS)
def test_it_does_not_matter_who_told_first(a: Window | None, b: Window | None) -> None:
    found = agreement(a, b)
    assert found == agreement(b, a)
    assert LEAST <= found.bits <= MOST
    assert found.reason == DATES[found.level].reason


@given(WINDOWS)
def test_what_is_missing_is_neutral(a: Window | None) -> None:
    assert agreement(a, None) == agreement(None, None)
    assert agreement(a, None).bits == 0


@given(DAYS)
def test_a_day_agrees_with_itself_before_anything_else(day: date) -> None:
    told = window_of(str(day))
    assert agreement(told, told).level in {DateLevel.SAME_DAY, DateLevel.SAME_DEFAULT_DAY}


def test_weights_fall_as_a_caseworker_expects() -> None:
    weights = [DATES[each].bits for each in DateLevel]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 10
    assert DATES[DateLevel.UNKNOWN].bits == 0


def test_no_wrong_date_alone_outweighs_a_right_name() -> None:
    assert min(each.bits for each in DATES.values()) >= -5


@pytest.mark.parametrize("each", DateLevel)
def test_every_level_says_why_and_where_its_weight_comes_from(each: DateLevel) -> None:
    worth = DATES[each]
    assert len(worth.reason.split()) >= 3
    assert worth.source


def test_the_weights_are_those_of_the_invented_births() -> None:
    counted = shares(8_000)
    for each, worth in DATES.items():
        if worth.source != COUNTED:
            continue
        for share, told in zip(counted[each], (worth.one, worth.two), strict=True):
            if told > 0.01:  # what is rarer was not seen often enough in so few
                assert share == pytest.approx(told, rel=0.3)


def test_where_people_count_by_a_calendar_its_years_are_left_more_often() -> None:
    counted = shares(8_000, {"ethiopian": 1})[DateLevel.ETHIOPIAN_YEAR]
    worth = AT_HOME[DateLevel.ETHIOPIAN_YEAR]
    assert counted == pytest.approx((worth.one, worth.two), rel=0.3)


def test_a_year_is_found_two_years_off_and_in_the_calendars_of_the_country() -> None:
    near = keys(window_of("1998"), calendars=())
    assert near == ["1996", "1997", "1998", "1999", "2000"]
    assert set(keys(window_of("1998"))) - set(near) == {
        *("1990", "1991", "2005", "2006"),
        *("1376", "1377"),
        *("1418", "1419"),
    }
    assert "1996" in keys(window_of("1375"))


def test_a_new_year_splits_what_an_ethiopian_year_may_be() -> None:
    assert "1991" not in keys(window_of("1998-03-05"))
    assert "1990" not in keys(window_of("1998-09-20"))


def test_default_days_are_kept_under_their_year_alone() -> None:
    assert keys(window_of("1990-01-01")) == keys(window_of("1990"))
    assert day_key(window_of("1990-01-01")) == day_key(window_of("1990")) == day_key(None) == ""
    assert day_key(window_of("1990-03-12")) == "1990-03-12"


def test_a_lifetime_is_no_key() -> None:
    assert keys(window_of("1900-1990")) == keys(None) == []


FOUND_BY_YEAR = {each for each in DateLevel if DATES[each].bits > 0} | {DateLevel.ETHIOPIAN_YEAR}


@given(WINDOWS, WINDOWS)
@example(window_of("1375-05-21"), window_of("1996-08-11"))
def test_what_agrees_is_found(a: Window | None, b: Window | None) -> None:
    kept = keys(b, reach=0, calendars=())
    found = agreement(a, b, calendars=UNCONVERTED).level
    if found in FOUND_BY_YEAR and found != DateLevel.ANNIVERSARY and keys(a) and kept:
        assert set(keys(a)) & set(kept)
