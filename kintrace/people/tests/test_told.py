from datetime import date

import pytest

from kintrace.names.scripts import script_of
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.told import Birth, NotToldWell, Part, Place, Told, tidy
from kintrace.ui.refusals import Refusal
from kintrace.ui.spoken import plain_digits

LATIN = (Part("given", "Yonas"), Part("father", "Tesfay"), Part("nickname", "Jamal"))
GEEZ = (Part("given", "ዮናስ"), Part("father", "ተስፋይ"))
BIRTH = Birth.told("1990", Said(year=1990), calendar=Calendar.ETHIOPIAN, precision=Precision.YEAR)
YONAS = Told(
    names=(LATIN, GEEZ),
    sex="male",
    births=(BIRTH,),
    places=(Place("birth", "Adi Rima", "er"),),
    languages=("ti", "ar"),
    marks="A scar on the left hand.",
)


def test_what_was_told_comes_back_from_json_as_it_was() -> None:
    assert Told.from_json(YONAS.to_json()) == YONAS


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Yonas", "Latn"),
        ("ዮናስ", "Ethi"),
        ("محمد", "Arab"),
        ("پژمان", "Arab"),
        ("Оксана", "Cyrl"),
        ("Νίκος", "Grek"),
        ("রহিম", "Beng"),
        ("דוד", "Hebr"),
        ("Սուրեն", "Armn"),
        ("გიორგი", "Geor"),
        ("123", "Zyyy"),
        ("", "Zyyy"),
        ("Ali علي محمد", "Arab"),
    ],
)
def test_each_part_knows_the_script_it_is_written_in(text: str, script: str) -> None:
    assert script_of(text) == script


def test_digits_of_any_keyboard_are_understood() -> None:
    assert plain_digits("٣٤ ۱۳۷۵ ১৯ 12") == "34 1375 19 12"


def test_a_text_is_kept_one_way_however_it_was_typed() -> None:
    assert tidy("  Ame\u0301lie \t Ba\n") == "Amélie Ba"
    assert tidy("Ali\x00\u202e") == "Ali"
    joined = "\u0639\u0628\u062f\u200c\u0632\u0627\u062f\u0647"
    assert tidy(joined) == joined


def test_the_older_name_and_birth_stay_behind_the_newer() -> None:
    newer = Told(names=((Part("given", "Jonas"),),), sex="male")
    corrected = YONAS.corrected(newer)
    assert corrected.names == (newer.names[0], LATIN, GEEZ)
    assert corrected.births == (BIRTH,)
    assert corrected.called == "Jonas"


def test_the_name_on_one_line_leaves_the_nickname_out_unless_it_is_all() -> None:
    assert YONAS.called == "Yonas Tesfay"
    assert Told(names=((Part("nickname", "Jamal"),),)).called == "Jamal"


def test_an_age_rule_goes_by_the_youngest_the_person_may_be() -> None:
    birth = Birth("1990", "ethiopian", "year", date(1997, 9, 11), date(1998, 9, 10))
    assert birth.youngest(date(2013, 9, 9)) == 14
    assert birth.youngest(date(2013, 9, 10)) == 15
    assert birth.oldest(date(2013, 9, 10)) == 15


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Part("first", "Ali"),
        lambda: Part("given", "   "),
        lambda: Part("given", "12"),
        lambda: Part("given", "a" * 201),
        lambda: Part("given", "Ali", source="heard"),
        lambda: Place("birth", "Rima", "Eritrea"),
        lambda: Place("hides", "Rima"),
        lambda: Told(names=()),
        lambda: Told(names=((),)),
        lambda: Told(names=(LATIN,), sex="m"),
        lambda: Told(names=(LATIN,), marks="x" * 2001),
        lambda: Birth("1990", "roman", "year", date(1990, 1, 1), date(1990, 1, 1)),
        lambda: Birth("1990", "gregorian", "year", date(1990, 1, 2), date(1990, 1, 1)),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(wrong: "object") -> None:
    with pytest.raises(NotToldWell) as refused:
        wrong()  # type: ignore[operator]
    assert isinstance(refused.value, Refusal)
    assert refused.value.sentence.endswith(".")


def test_nothing_that_was_told_is_printed() -> None:
    printed = " ".join(
        repr(value) for value in (YONAS, LATIN, BIRTH, YONAS.places, Said(year=1990))
    )
    for secret in ("Yonas", "Tesfay", "1990", "Rima", "scar"):
        assert secret not in printed
