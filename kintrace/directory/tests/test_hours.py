"""Hours are kept as days and a clock, and every language says them for itself."""

from __future__ import annotations

from datetime import time

import pytest
from django.conf import settings
from django.utils.translation import override

from kintrace.directory import hours
from kintrace.directory.hours import DAYS, Line
from kintrace.directory.texts import said

EIGHT, SIX = time(8), time(18)


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [
        ("MO,TU,WE,TH,FR", "en", "Monday–Friday"),
        ("MO,TU", "en", "Monday, Tuesday"),
        ("MO,WE,TH,FR,SU", "en", "Monday, Wednesday–Friday, Sunday"),
        ("SU", "fr", "dimanche"),
        ("TU,TH", "ar", "الثلاثاء، الخميس"),
        ("TU,TH", "ti", "ሰሉስ, ሓሙስ"),
        (",".join(DAYS), "en", "Every day"),
    ],
)
def test_days_are_told_as_people_say_them(days: str, language: str, words: str) -> None:
    with override(language):
        assert hours.line(days, EIGHT, SIX) == Line(words, "08:00–18:00")


def test_what_is_open_day_and_night_tells_no_clock() -> None:
    with override("en"):
        assert hours.line(",".join(DAYS), None, None) == Line("", "")
        assert hours.line("SA,SU", None, None) == Line("Saturday, Sunday", "")


def test_days_come_in_order_and_what_is_no_day_is_left_out() -> None:
    assert hours.in_order(["SU", "MO", "XX", "MO", "1TU"]) == "MO,SU"


def test_every_language_of_the_house_has_names_for_the_days() -> None:
    told = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            told.add(tuple(words for _day, words in hours.day_choices()))
    assert len(told) == len(settings.LANGUAGES)


def test_a_reader_is_given_the_own_words_else_english_else_what_there_is() -> None:
    texts = {"fr": "Soupe", "en": "Soup", "ar": "حساء"}
    for language, given in (("ar", "ar"), ("ti", "en")):
        found = said(texts, language)
        assert found is not None
        assert found.language == given
    last = said({"fa": "سوپ"}, "es")
    assert last is not None
    assert (last.language, last.direction) == ("fa", "rtl")
    assert said({"en": ""}, "en") is None
