from datetime import date

import pytest

from kintrace.people.forms import BirthForm, NameForm


def test_a_name_is_taken_in_parts_and_again_in_its_own_script() -> None:
    form = NameForm({"given": " Yonas ", "father": "Tesfay", "given_original": "ዮናስ"})
    assert form.is_valid()
    latin, geez = form.variants()
    assert [(part.role, part.text, part.script) for part in latin] == [
        ("given", "Yonas", "Latn"),
        ("father", "Tesfay", "Latn"),
    ]
    assert [(part.role, part.text, part.script) for part in geez] == [("given", "ዮናስ", "Ethi")]


def test_one_name_of_any_kind_is_enough_and_none_is_not() -> None:
    assert NameForm({"nickname": "Jamal"}).is_valid()
    nothing = NameForm({"given": "  "})
    assert not nothing.is_valid()
    assert "given" in nothing.errors


def test_a_name_without_a_letter_is_shown_at_its_field() -> None:
    form = NameForm({"given": "Ali", "father": "???"})
    assert not form.is_valid()
    assert list(form.errors) == ["father"]


def test_a_birth_is_understood_in_the_digits_of_the_person() -> None:
    typed = {"said": "سال ۱۳۷۵", "calendar": "solar_hijri", "precision": "year", "year": "۱۳۷۵"}
    form = BirthForm(typed)
    assert form.is_valid()
    birth = form.birth()
    assert birth is not None
    assert (birth.said, birth.start) == ("سال ۱۳۷۵", date(1996, 3, 20))


def test_a_birth_may_be_left_out() -> None:
    form = BirthForm({"calendar": "gregorian", "precision": "year"})
    assert form.is_valid()
    assert form.birth() is None


def test_numbers_alone_are_what_was_said() -> None:
    form = BirthForm({"precision": "month", "year": "1990", "month": "3"})
    assert form.is_valid()
    birth = form.birth()
    assert birth is not None
    assert birth.said == "1990-3"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"precision": "year", "year": "1375"}, "year"),
        ({"precision": "age_at_date", "said": "young"}, "age"),
        ({"precision": "exact", "year": "1990"}, "year"),
        ({"precision": "year", "year": "19 90"}, "year"),
        ({"precision": "month", "year": "1990", "month": "March"}, "month"),
        ({"precision": "year", "year": "²"}, "year"),
    ],
)
def test_what_is_no_date_is_said_at_the_field_to_look_at(typed: dict[str, str], field: str) -> None:
    form = BirthForm(typed)
    assert not form.is_valid()
    assert field in form.errors
