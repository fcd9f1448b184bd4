"""Every reason is said in a whole sentence, and drawn as long as it weighs."""

from __future__ import annotations

import pytest
from django.utils import translation

from kintrace.matching import bars
from kintrace.matching.bands import Band, band_of
from kintrace.matching.scoring import Code
from kintrace.matching.told import TOLD, in_words


def test_every_code_has_a_whole_sentence() -> None:
    assert set(TOLD) == set(Code)
    with translation.override("en"):
        assert [code for code, words in TOLD.items() if not str(words).endswith(".")] == []
        assert len({str(words) for words in TOLD.values()}) == len(TOLD)


@pytest.mark.parametrize("code", list(Code))
def test_every_sentence_is_said_in_arabic(code: Code) -> None:
    with translation.override("en"):
        english = in_words(code.value)
    with translation.override("ar"):
        assert in_words(code.value) != english


def test_a_code_of_an_older_program_is_said_to_be_one() -> None:
    with translation.override("en"):
        assert "no longer knows" in in_words("shoe_size")


def test_what_speaks_against_lies_on_the_other_side_of_the_middle() -> None:
    drawn = bars.why([("given_same", 8.0), ("born_apart", -2.0), ("sex_same", 0.0)])
    for_it, against, nothing = drawn.bars
    assert (for_it.start, for_it.width, for_it.said) == (0.0, 8.0, "+8.0")
    assert (against.start, against.width, against.is_against) == (-2.0, 2.0, True)
    assert (nothing.width, nothing.said) == (0.0, "")
    assert drawn.frame == "-8 0 16 1"


def test_a_limit_that_took_nothing_off_is_not_drawn() -> None:
    drawn = bars.why([("given_same", 8.0), ("limit", -0.04), ("limit", -2.0)])
    assert [bar.bits for bar in drawn.bars] == [8.0, -2.0]


def test_little_looks_like_little() -> None:
    assert bars.why([("sex_same", 1.0)]).reach == bars.LEAST_WIDE


def test_the_same_weight_is_less_likely_among_more_cards() -> None:
    assert band_of(17.0, among=10_000) == Band.VERY_LIKELY
    assert band_of(17.0, among=1_000_000) == Band.POSSIBLE
    assert band_of(13.0, among=10_000) == Band.LIKELY
