"""The lists of words: sixteen of 256 are 128 bits, whatever language they are written in."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from kintrace.safe.words import WITH_A_LIST, word_lists

# Words that people wrote down must open their safe for years: a line never moves and never gets
# another first word. A better spelling stands behind the first.
ORDER = {
    "en": "87fbd457752a4bf2",
    "fr": "f8ef8a3759baa04b",
    "es": "db807264ec9b3054",
    "ar": "83d331930ea08032",
    "fa": "1c80d09969e13580",
    "ti": "ecea993635d13b74",
}


def lines(language: str) -> list[list[str]]:
    file = Path(str(finders.find(f"safe/words/{language}.txt")))
    return [line.split() for line in file.read_text(encoding="utf-8").splitlines()]


def test_every_language_that_visitors_read_has_a_list() -> None:
    assert [code for code, _name in settings.LANGUAGES] == [one.language for one in word_lists()]
    assert all(finders.find(one.file) for one in word_lists())


@pytest.mark.parametrize("language", WITH_A_LIST)
def test_a_list_has_a_line_for_each_byte(language: str) -> None:
    listed = lines(language)
    assert len(listed) == 256
    assert all(listed)


@pytest.mark.parametrize("language", WITH_A_LIST)
def test_no_two_lines_can_be_taken_for_one_another(language: str) -> None:
    """Without marks above and below letters, as somebody types in a hurry."""

    def plain(word: str) -> str:
        apart = unicodedata.normalize("NFKD", word.lower())
        return "".join(letter for letter in apart if not unicodedata.combining(letter))

    every = [plain(word) for spellings in lines(language) for word in spellings]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("language", WITH_A_LIST)
def test_the_lists_stand_in_one_order_for_good(language: str) -> None:
    shown = [spellings[0] for spellings in lines(language)]
    assert sha256("\n".join(shown).encode()).hexdigest()[:16] == ORDER[language]
