"""How a row of a file becomes a description."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.matching.description import COLUMNS, birth_by_band, described
from kintrace.matching.tests.invented import row
from kintrace.names.parts import Role


def test_parts_keep_the_roles_of_their_columns() -> None:
    parts = row(given="Mohamed", middle="Ahmed", family="Haddad").names[0]
    assert [part.role for part in parts] == [Role.GIVEN, Role.UNKNOWN, Role.FAMILY]


def test_a_full_name_that_says_no_more_is_no_second_name() -> None:
    told = row(given="Mohamed", family="Haddad", full_name="Haddad Mohamed")
    assert len(told.names) == 1


def test_a_full_name_that_says_more_is_one() -> None:
    assert len(row(given="Mohamed", full_name="محمد أحمد حداد").names) == 2
    assert len(row(full_name="Mohamed Haddad").names) == 1


def test_an_age_at_the_event_is_a_window_of_births() -> None:
    window = birth_by_band("18-25", "2015")
    assert window is not None
    assert (window.start, window.end) == (date(1989, 1, 2), date(1997, 12, 31))
    assert row(dob="1990", age_band="60+", event_year="2015").births[0].start == date(1990, 1, 1)


@pytest.mark.parametrize(("band", "year"), [("", "2015"), ("18-25", ""), ("old", "2015")])
def test_an_age_without_a_number_or_a_year_says_nothing(band: str, year: str) -> None:
    assert birth_by_band(band, year) is None


def test_sexes_are_read_as_desks_write_them() -> None:
    assert [row(gender=text).sex for text in ("M", "Female", "w", "?")] == ["m", "f", "f", ""]


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=30)))
def test_no_text_is_refused(told: dict[str, str]) -> None:
    assert repr(described(told)).startswith("<description")
