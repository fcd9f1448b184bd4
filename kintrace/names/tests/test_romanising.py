"""Words in Latin letters, and spellings for who looks through a list by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names.romanising import romanisations, spellings_tried

NATIVE = [
    ("محمد", "muhammad"),
    ("جمال", "jamal"),
    ("ገብረመስቀል", "gebremeskel"),
    ("Олександр", "oleksandr"),
    ("Щербина", "shcherbina"),
    ("যাকির", "zakir"),
    ("राजेश", "rajesh"),
    ("Γιώργος", "giorgos"),
    ("გიორგი", "giorgi"),
    ("Հակոբ", "hakob"),
    ("שרה", "sara"),
]


@pytest.mark.parametrize(("word", "latin"), NATIVE)
def test_a_word_is_written_as_desks_write_it(word: str, latin: str) -> None:
    assert latin in romanisations(word)


@given(st.text(max_size=30))
def test_there_are_three_ways_at_most(word: str) -> None:
    assert len(romanisations(word)) <= 3


def test_a_volunteer_gets_whole_names_to_look_for() -> None:
    tried = spellings_tried("محمد ديالو")
    assert tried[0] == "Muhammad Diallo"
    assert "Mohamed Jallow" in tried
    assert all(len(name.split()) == 2 for name in tried)


def test_no_more_are_tried_than_asked_for() -> None:
    assert len(spellings_tried("Mohamed Ali", most=5)) == 5
    assert spellings_tried("?") == []
