from datetime import date

import pytest

from kintrace.names.dates.windows import Window, born_at_age, born_between_ages, window_of


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1990-03-12", "1990-03-12", "1990-03-12", "exact"),
        ("12.03.1990", "1990-03-12", "1990-03-12", "exact"),
        ("03/25/1990", "1990-03-25", "1990-03-25", "exact"),
        ("19900312", "1990-03-12", "1990-03-12", "exact"),
        ("1990-03-12T00:00:00Z", "1990-03-12", "1990-03-12", "exact"),
        ("1990-02", "1990-02-01", "1990-02-28", "month"),
        ("1990-02-31", "1990-02-01", "1990-02-28", "month"),
        ("1990-00-00", "1990-01-01", "1990-12-31", "year"),
        (" 1990 ", "1990-01-01", "1990-12-31", "year"),
        ("1990-1995", "1990-01-01", "1995-12-31", "band"),
        ("1995–1990", "1990-01-01", "1995-12-31", "band"),
    ],
)
def test_what_files_hold_is_a_window(text: str, start: str, end: str, precision: str) -> None:
    expected = Window(date.fromisoformat(start), date.fromisoformat(end), precision)
    assert window_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "١٩٩٠-٠٣-١٢",  # Arabic-Indic
        "\u200f١٩٩٠/٠٣/١٢",  # with a mark of direction
        "۱۹۹۰-۰۳-۱۲",  # Persian
        "১৯৯০-০৩-১২",  # Bengali
        "१९९०-०३-१२",  # Devanagari
        "፲፱፻፺-፫-፲፪",  # Ethiopic
        "１９９０－０３－１２",  # full width
    ],
)
def test_digits_of_every_keyboard_are_digits(text: str) -> None:
    assert window_of(text) == window_of("1990-03-12")


@pytest.mark.parametrize(
    ("text", "calendar", "same_as"),
    [
        ("۱۳۷۵", "solar_hijri", ("1996-03-20", "1997-03-20")),
        ("۱۳۷۵ ه‍.ش.", "gregorian", ("1996-03-20", "1997-03-20")),
        ("፲፱፻፺ ዓ.ም.", "gregorian", ("1997-09-11", "1998-09-10")),
        ("1990 E.C.", "gregorian", ("1997-09-11", "1998-09-10")),
        ("1990 G.C.", "ethiopian", ("1990-01-01", "1990-12-31")),
        ("1420-09-24", "hijri", ("1999-12-31", "2000-01-02")),
    ],
)
def test_a_year_is_read_in_its_calendar(text: str, calendar: str, same_as: tuple[str, str]) -> None:
    found = window_of(text, calendar)
    assert found is not None
    assert (str(found.start), str(found.end)) == same_as


@pytest.mark.parametrize(
    "text", ["", "  ", "unknown", "12", "0000-00-00", "1990 was dry", "-", "½"]
)
def test_what_tells_no_day_is_none(text: str) -> None:
    assert window_of(text) is None


def test_who_is_twenty_was_born_within_a_year() -> None:
    assert born_at_age(20, date(2000, 6, 15)) == Window(
        date(1979, 6, 16), date(1980, 6, 15), "age_at_date"
    )
    assert born_between_ages(25, 18, date(2000, 6, 15)) == Window(
        date(1974, 6, 16), date(1982, 6, 15), "band"
    )
    assert born_at_age(1, date(2020, 2, 29)).start == date(2018, 3, 1)
