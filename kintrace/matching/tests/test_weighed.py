"""The arithmetic of thousands of pairs says what `names` says of each alone."""

import random

import numpy as np
import pytest

from kintrace.matching.scoring import Code, weigh
from kintrace.matching.tests.invented import GIVEN, OTHERS, row
from kintrace.matching.weighed import births
from kintrace.matching.weighed.usual import Usual
from kintrace.matching.weighed.words import Words
from kintrace.names import dates
from kintrace.names.dates import UNCONVERTED, window_of
from kintrace.names.dates.windows import Window
from kintrace.names.worth import CONFLICT, worth

MONTHS, DAYS = (1, 3, 7, 9, 12), (1, 3, 11, 12, 31)
YEARS = (1369, 1370, 1909, 1982, 1989, 1990, 1991, 1997, 1998)


def windows() -> list[Window]:
    """Days, months, years and spans that meet and miss each other in every way."""
    dice = random.Random(1)  # noqa: S311 - no secret
    texts = []
    for _ in range(250):
        year, month, day = dice.choice(YEARS), dice.choice(MONTHS), dice.choice(DAYS)
        shapes = (
            f"{year}-{month:02}-{day:02}",
            f"{year}-{month:02}",
            f"{year}",
            f"{year}-{year + 9}",
        )
        texts.append(dice.choice(shapes))
    return [window for text in dict.fromkeys(texts) if (window := window_of(text))]


@pytest.mark.parametrize("calendars", [UNCONVERTED, ("ethiopian",)])
def test_births_agree_as_two_dates_do(calendars: tuple[str, ...]) -> None:
    some = windows()
    a, b = (each.ravel() for each in np.indices((len(some), len(some))))
    thought_of = np.tile([name in calendars for name in UNCONVERTED], (len(a), 1))
    levels, bits = births.agreements(births.readings(some), a, b, thought_of)
    for one, other, level, worth_ in zip(a, b, levels, bits, strict=True):
        expected = dates.agreement(some[one], some[other], calendars=calendars)
        assert births.LEVELS[level] is expected.level
        assert worth_ == pytest.approx(expected.bits, abs=0.051)


def test_words_are_worth_what_names_say_or_are_two_names() -> None:
    words = Words()
    texts = [text.casefold() for text in dict.fromkeys((*GIVEN, *OTHERS)) if " " not in text]
    numbers = np.array([words.number(text) for text in texts])
    a, b = np.repeat(numbers, len(texts)), np.tile(numbers, len(texts))
    found = words.worth(a, b).reshape(len(texts), len(texts))
    expected = worth(texts, texts)
    assert np.array_equal(found, found.T)
    close = found > CONFLICT
    assert close.any(axis=1).all()
    assert np.allclose(found[close], expected[close], atol=1e-4)
    assert (expected[~close] < 0).all()


def test_usual_words_are_worth_what_they_are_worth_alone() -> None:
    words = Words()
    texts = [text.casefold() for text in dict.fromkeys((*GIVEN, *OTHERS)) if " " not in text]
    numbers = np.array([words.number(text) for text in texts])
    a, b = np.repeat(numbers, len(texts)), np.tile(numbers, len(texts))
    alone = words.worth(a, b)
    words.usual = Usual(numbers[: len(texts) // 2], len(texts))
    assert np.array_equal(words.worth(a, b), alone)
    assert np.array_equal(words.worth(a, b), alone)


@pytest.mark.parametrize("typed", ["GulMohammad", "Gulmohammad"])
def test_two_words_typed_as_one_are_found(typed: str) -> None:
    apart = row(given="Gul", middle="Mohammad", family="Stanekzai", dob="1990-03-12")
    found = weigh(row(given=typed, family="Stanekzai", dob="1990-03-12"), apart)
    assert Code.GIVEN_DIFFERS not in {reason.code for reason in found.reasons}
    assert found.bits > 20


def test_a_slip_of_the_hand_is_no_other_child() -> None:
    one = row(given="Zersenay", family="Haddad", dob="1990-03-12", birth_place="Keren")
    slip = row(given="Zersneay", family="Haddad", dob="1990-03-12", birth_place="Keren")
    other = row(given="Thomas", family="Haddad", dob="1992-05-14", birth_place="Keren")
    assert weigh(one, slip).bits > 25
    assert weigh(one, other).bits < 10
