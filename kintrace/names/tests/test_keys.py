"""Coarse keys: spellings of one name meet in one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names.keys import MOST, keys

MEET = [
    ("Mohammed", "محمد"),
    ("Mohammed", "Maxamed"),
    ("Jamal", "جمال"),
    ("Gamal", "جمال"),
    ("Djamel", "Jamal"),
    ("ገብረመስቀል", "Ghebremeskel"),
    ("Юрий", "Iouri"),
    ("Yusuf", "Youssef"),
    ("חיים", "Haim"),
    ("আব্দুল", "Abdul"),
    ("Ouahid", "Wahid"),
    ("Χρήστος", "Christos"),
    ("ايليا", "Elia"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_two_spellings_share_a_key(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Ali", "Omar"), ("Hassan", "Hamid"), ("Tesfay", "Kidane")]
)
def test_two_names_share_none(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


@given(st.text(max_size=40))
def test_a_word_has_few_keys_whatever_it_is(word: str) -> None:
    assert len(keys(word)) <= MOST
    assert all(keys(word))
