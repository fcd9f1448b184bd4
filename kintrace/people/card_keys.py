"""Under what a card is found: facts that say little alone, two of them together.

A word of a name is a coarse key (`names.keys`), so that spellings and scripts meet. Alone it would
show everybody called so; therefore it stands beside another word and the sex, a year of birth, a
place, a mother's name, an event. Beside the sex alone stands a word that few bear, for how often a
rare one comes tells nobody which it is; and the only word of whom one is all that is told.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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


Keys: TypeAlias = dict[str, str]
"""Keys in order, each with what it is about: two words, a word and a year. Those that are about the
same say the same in other words."""


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
    alone = _alone(words, card) if len(words) == 1 else {}
    return list(alone | _keys(card, words, narrow))[:MOST]


def asked(card: Card) -> Keys:
    """The keys under which somebody of this description may be kept: a year off as well."""
    years = {year for one in card.births for year in years_of(one, reach=1, calendars=())}
    words = words_of(card)
    return _keys(card, words, sorted(years)) | _alone(words, card)


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


def _alone(words: list[Word], card: Card) -> Keys:
    """Of whom one word is all that is told: of others nobody asks so little."""
    coarse = _coarse(words, SEXES.get(card.sex, ANY_SEX))
    return {f"1|{key}": about for key, about in coarse.items()}


def _keys(card: Card, words: list[Word], years: list[str]) -> Keys:
    sexes = SEXES.get(card.sex, ANY_SEX)
    named, coarse = _pairs(words) | _rare(words), _coarse(words, sexes)
    found = {f"{key}|{sex}": about for key, about in named.items() for sex in sexes}
    found |= {f"d|{day}": "day" for day in map(day_key, card.births) if day}
    for other in _others(card):
        found |= {f"{other}|{key}": f"{other}|{word}" for key, word in _words(words)}
    dated = ((key, about, year) for key, about in coarse.items() for year in years)
    return found | {f"y|{key}|{year}": f"year|{about}" for key, about, year in dated}


def _words(words: list[Word]) -> Iterator[tuple[str, str]]:
    """How each may sound or be called, and its place."""
    return ((key, str(place)) for place, word in enumerate(words) for key in word.coarse)


def _coarse(words: list[Word], sexes: tuple[str, ...]) -> Keys:
    return {f"{key}|{sex}": place for key, place in _words(words) for sex in sexes}


def _pairs(words: list[Word]) -> Keys:
    """Two words of a name in any order, as they sound and as they are spelt evenly."""
    found: Keys = {}
    for (place, one), (beside, other) in combinations(enumerate(words), 2):
        about = f"{place}+{beside}"
        found |= {f"n|{_both(a, b)}": about for a in one.coarse for b in other.coarse}
        if one.evenly and other.evenly:
            found[f"x|{_both(one.evenly, other.evenly)}"] = about
    return found


def _both(one: str, other: str) -> str:
    return f"{one}+{other}" if one < other else f"{other}+{one}"


def _rare(words: list[Word]) -> Keys:
    found: Keys = {}
    for place, word in enumerate(words):
        if word.is_rare:
            found |= {f"w|{sound}": str(place) for sound in word.sounds if len(sound) >= LONG}
            if word.evenly:
                found[f"z|{word.evenly}"] = str(place)
    return found


def _others(card: Card) -> list[str]:
    """A mother's name, places, an event."""
    names = [_word(word.text) for name in card.mothers for word in core(name)]
    mothers = [f"m|{key}" for word in names for key in word.coarse]
    places = [f"p|{key}" for _kind, said, _land in card.places for key in place_keys(said)]
    event = [f"e|{card.event}"] if card.event else []
    return list(dict.fromkeys((*mothers, *places, *event)))
