"""Under what a card is found: pairs of facts, each narrow enough to say nothing alone.

A word of a name is a coarse key (`names.keys`), so that spellings and scripts meet. Alone it would
show everybody called so; therefore it stands beside another word, sex and decade, or beside a year
of birth, a place, a mother's name, an event. What is laid is exact; whoever asks asks wider: the
years around, every decade where none is known.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kintrace.names.dates import day_key
from kintrace.names.dates import keys as years_of
from kintrace.names.keys import keys as keys_of
from kintrace.names.parts import core
from kintrace.names.places import keys as place_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kintrace.people.cards import Card

MOST = 96  # keys of one card
MOST_WORDS = 7  # of all names of a person and the father's
MOST_YEARS = 3  # a window that is wider has decades alone
SEXES = {"female": "f", "male": "m"}
ANY_SEX = ("f", "m")
UNKNOWN = "?"
DECADES = tuple(f"{year:03}" for year in range(190, 204))


def laid(card: Card) -> list[str]:
    """The keys under which a card is kept, the telling ones first, at most 96."""
    words, sexes = words_of(card), _sexes(card)
    decades = sorted({year[:3] for year in _years(card, asked=False)}) or [UNKNOWN]
    found = (
        *_pairs(words, sexes, decades),
        *_with_years(words, sexes, _exact_years(card)),
        *_days(card),
        *_with_others(words, card),
        *_alone(words, sexes, card, decades),
    )
    return list(dict.fromkeys(found))[:MOST]


def asked(card: Card) -> list[str]:
    """The keys under which somebody of this description may be kept."""
    words, sexes = words_of(card), _sexes(card)
    years = _years(card, asked=True)
    decades = [*sorted({year[:3] for year in years}), UNKNOWN] if years else [*DECADES, UNKNOWN]
    found = (
        *_pairs(words, sexes, decades),
        *_with_years(words, sexes, years),
        *_days(card),
        *_with_others(words, card),
        *_alone(words, sexes, card, decades),
    )
    return list(dict.fromkeys(found))


def words_of(card: Card) -> list[tuple[str, ...]]:
    """The keys of each word of the names and of the father's, each word once."""
    texts = [" ".join(text for _role, text in name) for name in card.names]
    words = [word.text for text in (*texts, *card.fathers) for word in core(text)]
    by_word = (keys_of(word) for word in dict.fromkeys(words))
    return list(dict.fromkeys(filter(None, by_word)))[:MOST_WORDS]


def _sexes(card: Card) -> tuple[str, ...]:
    return (SEXES[card.sex],) if card.sex in SEXES else ANY_SEX


def _years(card: Card, *, asked: bool) -> list[str]:
    return sorted(
        {
            year
            for window in card.births
            for year in (years_of(window) if asked else years_of(window, reach=0, calendars=()))
        }
    )


def _exact_years(card: Card) -> list[str]:
    years = _years(card, asked=False)
    return years if len(years) <= MOST_YEARS else []


def _pairs(
    words: list[tuple[str, ...]], sexes: Iterable[str], decades: Iterable[str]
) -> Iterator[str]:
    """Two words of a name, in any order, with sex and decade: swaps and a lost word do no harm."""
    both = {
        "+".join(sorted((one, other)))
        for first, second in combinations(words, 2)
        for one in first
        for other in second
    }
    places = [(sex, decade) for sex in sexes for decade in decades]
    return (f"n|{pair}|{sex}|{decade}" for pair in sorted(both) for sex, decade in places)


def _with_years(
    words: list[tuple[str, ...]], sexes: Iterable[str], years: list[str]
) -> Iterator[str]:
    return (
        f"y|{key}|{sex}|{year}" for word in words for key in word for sex in sexes for year in years
    )


def _days(card: Card) -> Iterator[str]:
    """A whole day of birth is shared by few; one that offices write for an unknown day is none."""
    return (f"d|{day}" for day in map(day_key, card.births) if day)


def _with_others(words: list[tuple[str, ...]], card: Card) -> Iterator[str]:
    mothers = [key for name in card.mothers for word in core(name) for key in keys_of(word.text)]
    places = [key for _kind, said, _land in card.places for key in place_keys(said)]
    beside = [*(f"m|{key}" for key in mothers), *(f"p|{key}" for key in places)]
    beside += [f"e|{card.event}"] if card.event else []
    beside = list(dict.fromkeys(beside))
    return (f"{other}|{key}" for word in words for key in word for other in beside)


def _alone(
    words: list[tuple[str, ...]], sexes: Iterable[str], card: Card, decades: Iterable[str]
) -> Iterator[str]:
    """Whose only name is one word, and of whom nothing else narrow is told."""
    if len(words) != 1:
        return iter(())
    lands = sorted({land for _kind, _said, land in card.places if land}) or [UNKNOWN]
    return (
        f"1|{key}|{sex}|{land}|{decade}"
        for key in words[0]
        for sex in sexes
        for land in lands
        for decade in decades
    )
