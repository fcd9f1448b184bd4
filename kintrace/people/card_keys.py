"""Under what a card is found: facts that say little alone, two of them together.

A word of a name is a coarse key (`names.keys`), so that spellings and scripts meet. Alone it would
show everybody called so; therefore it stands beside another word and the sex, a year of birth, a
place, a mother's name, an event. Beside the sex alone stands a word that few bear, for how often a
rare one comes tells nobody which it is; and the only word of whom one is all that is told.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kintrace.names.bearers import share
from kintrace.names.dates import day_key
from kintrace.names.dates import keys as years_of
from kintrace.names.evened import evened
from kintrace.names.keys import keys as sounds_of
from kintrace.names.parts import core
from kintrace.names.places import keys as place_keys
from kintrace.names.variants import heads_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.people.cards import Card

MOST = 96  # keys of one card
MOST_WORDS = 7  # of all names of a person and the father's
MOST_YEARS = 3  # a window that is wider has no year
SOUNDS, HEADS = 2, 2  # of a word
RARE = 0.002  # who bears a word that more than so many bear is not found by it alone
LONG = 4  # signs of a coarse key that few words share
SEXES = {"female": ("f",), "male": ("m",)}
ANY_SEX = ("f", "m")
_TWO_IN_ONE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # MohamedAli


class Word(NamedTuple):
    """A word of a name: how it may sound, which names it may be, one even spelling, and whether
    few bear it."""

    sounds: tuple[str, ...]
    heads: tuple[str, ...]
    evenly: str
    is_rare: bool

    @property
    def coarse(self) -> tuple[str, ...]:
        return (*self.sounds, *(f"~{head}" for head in self.heads))


def laid(card: Card) -> list[str]:
    """The keys under which a card is kept, the telling ones first, at most 96."""
    years = {year for one in card.births for year in years_of(one, reach=0, calendars=())}
    words, narrow = words_of(card), sorted(years) if len(years) <= MOST_YEARS else []
    alone = _alone(words, card) if len(words) == 1 else []
    return [*alone, *_keys(card, words, narrow)][:MOST]


def asked(card: Card) -> list[str]:
    """The keys under which somebody of this description may be kept: a year off as well."""
    years = {year for one in card.births for year in years_of(one, reach=1, calendars=())}
    words = words_of(card)
    return [*_keys(card, words, sorted(years)), *_alone(words, card)]


def is_of_a_year(key: str) -> bool:
    """Whether it is a word with a year of birth: many share it, and it is looked into less far."""
    return key.startswith("y|")


def words_of(card: Card) -> list[Word]:
    """The words of the names and of the father's, each once."""
    names = (" ".join(text for _role, text in name) for name in card.names)
    texts = [_TWO_IN_ONE.sub(" ", text) for text in (*names, *card.fathers)]
    words = dict.fromkeys(word.text for text in texts for word in core(text))
    return [_word(word) for word in list(words)[:MOST_WORDS]]


def _word(text: str) -> Word:
    rare = share(text) < RARE
    return Word(sounds_of(text)[:SOUNDS], heads_of(text)[:HEADS], evened(text), rare)


def _alone(words: list[Word], card: Card) -> list[str]:
    """Of whom one word is all that is told: of others nobody asks so little."""
    return [f"1|{key}" for key in _coarse(words, SEXES.get(card.sex, ANY_SEX))]


def _keys(card: Card, words: list[Word], years: list[str]) -> list[str]:
    sexes = SEXES.get(card.sex, ANY_SEX)
    found = (*_pairs(words), *_rare(words))
    with_sex = [f"{key}|{sex}" for key in found for sex in sexes]
    dated = [f"y|{key}|{year}" for key in _coarse(words, sexes) for year in years]
    days = [f"d|{day}" for day in map(day_key, card.births) if day]
    beside = [f"{other}|{key}" for other in _others(card) for one in words for key in one.coarse]
    return list(dict.fromkeys((*with_sex, *days, *beside, *dated)))


def _coarse(words: list[Word], sexes: tuple[str, ...]) -> list[str]:
    return [f"{key}|{sex}" for word in words for key in word.coarse for sex in sexes]


def _pairs(words: list[Word]) -> Iterator[str]:
    """Two words of a name in any order, as they sound and as they are spelt evenly."""
    for one, other in combinations(words, 2):
        yield from (f"n|{_both(a, b)}" for a in one.coarse for b in other.coarse)
        if one.evenly and other.evenly:
            yield f"x|{_both(one.evenly, other.evenly)}"


def _both(one: str, other: str) -> str:
    return f"{one}+{other}" if one < other else f"{other}+{one}"


def _rare(words: list[Word]) -> Iterator[str]:
    for word in words:
        if word.is_rare:
            yield from (f"w|{sound}" for sound in word.sounds if len(sound) >= LONG)
            if word.evenly:
                yield f"z|{word.evenly}"


def _others(card: Card) -> list[str]:
    """A mother's name, places, an event."""
    names = [_word(word.text) for name in card.mothers for word in core(name)]
    mothers = [f"m|{key}" for word in names for key in word.coarse]
    places = [f"p|{key}" for _kind, said, _land in card.places for key in place_keys(said)]
    event = [f"e|{card.event}"] if card.event else []
    return list(dict.fromkeys((*mothers, *places, *event)))
