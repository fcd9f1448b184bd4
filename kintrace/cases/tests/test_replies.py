"""Our first sentences for answers, before a society makes them its own."""

import re

import pytest
from django.conf import settings

from kintrace.cases.criteria import NotOurs, first_words
from kintrace.cases.replies import FIRST, Topic

OURS = set(Topic) - {Topic.OTHER}
OTHER_LETTERS = {"ar", "fa", "ti"}
LONGEST = 400  # as the form takes it


def test_every_language_of_the_wall_has_every_first_sentence() -> None:
    assert set(FIRST) == {code for code, _name in settings.LANGUAGES}
    assert all(set(said) == OURS for said in FIRST.values())


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_a_refusal_has_first_words_in_every_language_of_the_wall(language: str) -> None:
    said = [first_words(why, language=language) for why in NotOurs]
    assert len(set(said)) == len(NotOurs)
    for words in said:
        assert words.endswith((".", "።"))
        assert len(words) <= LONGEST
        assert bool(re.search("[a-z]", words)) is (language not in OTHER_LETTERS)


def test_no_reason_of_a_refusal_is_called_like_another_topic() -> None:
    """They stand in one column."""
    assert not set(NotOurs.values) & set(Topic.values)


def test_the_first_sentences_are_whole_short_and_in_the_letters_of_their_language() -> None:
    for language, said in FIRST.items():
        assert len(set(said.values())) == len(OURS)
        for words in said.values():
            assert words.endswith((".", "።"))
            assert len(words) <= LONGEST
            assert bool(re.search("[a-z]", words)) is (language not in OTHER_LETTERS)
