"""What the figures of `make bench-names` rest on: its measures, its halves, its lists."""

import numpy as np
import pytest

from bench.names.halves import is_held
from bench.names.measures import best_f1, measured, ranked
from bench.names.pairs import pairs
from bench.names.places import agree
from bench.names.sources import bare, common, own
from bench.names.task import Task, Wanted, filled
from bench.names.typos import slipped

LANGUAGES = ("arabic", "hebrew", "persian", "russian", "ukrainian")
WANTED = Wanted()


def test_right_answer_stands_behind_half_of_those_level_with_it() -> None:
    scores = np.array([[0.5, 0.5, 0.5, 0.9], [0.7, 0.1, 0.2, 0.3]], dtype=np.float32)
    truth = np.array([[1, 0, 0, 0], [1, 0, 0, 0]], dtype=np.bool_)
    assert ranked(scores, truth).tolist() == [3, 1]


def test_best_of_several_right_answers_counts() -> None:
    scores = np.array([[0.1, 0.8, 0.5]], dtype=np.float32)
    truth = np.array([[1, 1, 0]], dtype=np.bool_)
    assert measured(scores, truth).recall1 == 1


def test_one_threshold_takes_equal_scores_together() -> None:
    scores = np.array([0.9, 0.6, 0.6, 0.6, 0.1], dtype=np.float32)
    truth = np.array([1, 1, 0, 0, 0], dtype=np.bool_)
    f1, threshold = best_f1(scores, truth)
    assert f1 == pytest.approx(2 / 3)
    assert threshold in {np.float32(0.9), np.float32(0.6)}


def test_nothing_told_apart_gives_no_recall() -> None:
    truth = np.eye(5, dtype=np.bool_)
    assert measured(np.zeros((5, 5), dtype=np.float32), truth).recall1 == 0


def test_a_quarter_is_held_and_stays_held() -> None:
    words = [f"word {number}" for number in range(2000)]
    assert 0.2 < sum(map(is_held, words)) / len(words) < 0.3
    assert is_held("é") == is_held("e\u0301")


def test_gallery_holds_what_is_needed_and_no_name_twice() -> None:
    gallery = filled(WANTED.dice("test"), ["a", "b"], [["b", "c"], ["d", "e", "f"]], 5)
    assert {"a", "b", "c"} < set(gallery)
    assert len(gallery) == len(set(gallery)) == 5


def test_words_of_sealed_names_are_not_quoted() -> None:
    task = Task([], [], [], sealed=frozenset({"Abc"}))
    assert not task.quotable("Abc def", "ghi")
    assert task.quotable("Def", "ghi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_lists_are_enough_and_in_one_script(language: str) -> None:
    names = [name for kind in own(language).values() for name in kind]
    assert len(names) > 100
    for name in names:
        assert not name.native.isascii()
        assert name.latin
        assert all(latin == latin.strip() and latin[0] for latin in name.latin)


def test_labelled_pairs_are_many_of_both_kinds_and_told_once() -> None:
    some = pairs()
    assert len(some) >= 300
    assert 0.35 < sum(pair.same for pair in some) / len(some) < 0.6
    assert len({(pair.one, pair.other) for pair in some}) == len(some)
    assert len(pairs("held")) + len(pairs("dev")) == len(some)


def test_slips_leave_most_of_a_name() -> None:
    dice = WANTED.dice("slips")
    for _ in range(100):
        slip = slipped(dice, "Abdullah Khalil")
        assert len(slip.split()) == 2
        assert abs(len(slip) - len("Abdullah Khalil")) <= 2


def test_letters_that_writers_exchange_are_one_letter() -> None:
    assert bare("أحمد") == bare("احمد")
    assert bare("فاطمة") == bare("فاطمه")


@pytest.mark.parametrize(
    ("scholarly", "usual"),
    [
        ("Č\u0323ala".lower(), "chala"),
        ("käbbädä", "kebeda"),
        ("ṭena".replace("ṭ", "t\u0323"), "tena"),
    ],
)
def test_passport_spelling_has_no_marks(scholarly: str, usual: str) -> None:
    assert common(scholarly) == usual


@pytest.mark.parametrize(
    ("native", "latin", "alike"),
    [("Харків", "Kharkiv", True), ("חיפה", "Haifa", False), ("Киев", "Kharkiv", False)],
)
def test_only_transliterations_of_cities_are_taken(native: str, latin: str, *, alike: bool) -> None:
    assert agree(native, latin) is alike
