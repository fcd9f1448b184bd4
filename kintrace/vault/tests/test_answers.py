"""Answers without an account: code and word open them, typed as people type."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kintrace.vault import answers, ciphers, codes
from kintrace.vault.refusals import TooManyAtOnce


def test_a_code_is_three_groups_of_four_clear_letters() -> None:
    made = {answers.new_code() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"[A-HJ-NP-TW-Z2-9]{4}(-[A-HJ-NP-TW-Z2-9]{4}){2}", c) for c in made)
    assert len(codes.ALPHABET) == 30


def test_an_answer_opens_for_code_and_word() -> None:
    code = answers.new_code()
    asked = answers.derive(code, "صابون 12")
    sealed = answers.seal_answer(asked.public, "We found your letter. ❤", label="reply|1")
    typed = answers.derive(code.lower().replace("-", "  "), " صَابُون ١٢ ")
    assert typed.lookup_id == asked.lookup_id
    assert len(typed.lookup_id) == 16
    assert answers.open_answer(typed.private, sealed, label="reply|1").endswith("❤")
    with pytest.raises(answers.AnswerDoesNotOpen):
        answers.open_answer(typed.private, sealed, label="reply|2")
    typed.forget()
    assert not any(typed.private)


@pytest.mark.parametrize("word", ["", "other", "soap2"])
def test_another_word_or_code_opens_nothing(word: str) -> None:
    code = answers.new_code()
    asked = answers.derive(code, "soap")
    sealed = answers.seal_answer(asked.public, "x", label="l")
    wrong = answers.derive(code, word)
    assert wrong.lookup_id != asked.lookup_id
    with pytest.raises(answers.AnswerDoesNotOpen):
        answers.open_answer(wrong.private, sealed, label="l")
    assert answers.derive(answers.new_code(), "soap").lookup_id != asked.lookup_id


@given(st.text(alphabet=codes.ALPHABET, min_size=12, max_size=12))
def test_digits_of_other_scripts_and_small_letters_are_read(code: str) -> None:
    arabic = code.translate({ord(str(n)): 0x660 + n for n in range(10)}).lower()
    persian = code.translate({ord(str(n)): 0x6F0 + n for n in range(10)})
    spaced = " ".join(persian)
    assert {answers.normalise(typed) for typed in (code, arabic, persian, spaced)} == {code}


@given(st.text(max_size=30))
@example("ῒ")  # large, it is two characters
def test_any_text_can_be_typed(text: str) -> None:
    assert answers.normalise(answers.normalise(text)) == answers.normalise(text)
    codes.normalise_word(text)


def test_the_salt_of_the_installation_counts(settings: object) -> None:
    before = answers.derive("ABCD", "x").lookup_id
    settings.ANSWER_SALT = "00" * 16  # type: ignore[attr-defined]
    assert answers.derive("ABCD", "x").lookup_id != before


def test_no_more_than_two_derivations_run_at_once() -> None:
    waiting = threading.Thread(target=answers.derive, args=["A", "b"])
    with ciphers._AT_THE_ANSWERS, ciphers._AT_THE_ANSWERS:  # noqa: SLF001 - two are at it
        waiting.start()
        waiting.join(0.5)
        assert waiting.is_alive()
    waiting.join(10)
    assert not waiting.is_alive()


def test_in_a_crowd_nobody_waits_in_a_long_queue() -> None:
    def tries() -> str:
        try:
            answers.derive("A", "b")
        except TooManyAtOnce:
            return "refused"
        return "derived"

    with ThreadPoolExecutor(8) as crowd:
        with ciphers._AT_THE_ANSWERS, ciphers._AT_THE_ANSWERS:  # noqa: SLF001 - two are at it
            asked = [crowd.submit(tries) for _ in range(8)]
            refused = list(islice(as_completed(asked, timeout=10), 8 - answers.PLACES))
            assert {one.result() for one in refused} == {"refused"}
        assert [one.result() for one in asked].count("derived") == answers.PLACES
    assert tries() == "derived"
