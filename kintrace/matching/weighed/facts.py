"""All other facts of two descriptions beside each other: births, places, sex, event, phone."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kintrace.matching.weighed import births
from kintrace.matching.weighed.columns import SLOTS, Once
from kintrace.names import places
from kintrace.names.dates import UNCONVERTED
from kintrace.names.evidence import MOST, DateLevel, PlaceLevel, bits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kintrace.matching.weighed.births import Bools, Readings
    from kintrace.matching.weighed.columns import Columns
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.names.evidence import Agreement
    from kintrace.names.sounds import Floats

UNKNOWN, SAME, NEAR, DIFFERENT = range(4)
PLACE_LEVELS = tuple(PlaceLevel)
# Shares of pairs that agree, are a year apart, or differ: of one person, of two. Assumed; desks
# write down another sex, or another year of flight, more often than one thinks.
SEX = {SAME: bits(0.98, 0.5), DIFFERENT: bits(0.02, 0.5)}
EVENT = {SAME: bits(0.8, 0.12), NEAR: bits(0.12, 0.14), DIFFERENT: bits(0.08, 0.74)}
PHONE = {SAME: bits(0.3, 0.0003), DIFFERENT: bits(0.7, 0.9997)}
# Of two births told at two places; the birthplace of one child seldom moves to another country.
FARTHER = {
    PlaceLevel.SAME_REGION: bits(0.05, 0.05),
    PlaceLevel.SAME_COUNTRY: bits(0.05, 0.2),
    PlaceLevel.FAR_APART: bits(0.06, 0.68),
}
# Of two full days that are not one: that they share a year says less than of two bare years.
_TWO_DAYS = {
    DateLevel.SAME_MONTH: bits(0.007, 0.00058),
    DateLevel.SAME_YEAR: bits(0.02, 0.0138),
    DateLevel.ONE_YEAR: bits(0.02, 0.04),
    DateLevel.TWO_YEARS: bits(0.013, 0.0388),
}
TWO_DAYS = np.array([_TWO_DAYS.get(level, MOST) for level in births.LEVELS], dtype=np.float32)
# Where somebody was last seen is told by many, and by each of a family alike.
SEEN = 0.7
_CALENDARS = {"ET": "ethiopian", "ER": "ethiopian", "IR": "solar_hijri", "AF": "solar_hijri"}


class Fact(NamedTuple):
    """How a fact agrees, as a number of its levels, and bits, for each pair."""

    level: Ints
    bits: Floats

    def of(self, pairs: Ints) -> Fact:
        """Of these pairs, in this order."""
        return Fact(self.level[pairs], self.bits[pairs])


class Beside:
    """Levels and bits of two numbers, in whatever order, worked out when first asked for."""

    def __init__(self, many: int, weigh: Callable[[int, int], tuple[int, float]]) -> None:
        self.many, self.weigh = many, weigh
        self.codes = self.levels = np.empty(0, dtype=np.int64)
        self.bits = np.empty(0, dtype=np.float32)

    def beside(self, a: Ints, b: Ints) -> Fact:
        """Number a[i] beside number b[i]."""
        codes = np.minimum(a, b) * self.many + np.maximum(a, b)
        once, at = np.unique(codes, return_inverse=True)
        self._learn(np.setdiff1d(once, self.codes, assume_unique=True))
        found = np.searchsorted(self.codes, once)[at]
        return Fact(self.levels[found], self.bits[found])

    def _learn(self, new: Ints) -> None:
        told = [self.weigh(*divmod(code, self.many)) for code in new.tolist()]
        at = np.searchsorted(self.codes, new)
        self.codes = np.insert(self.codes, at, new)
        self.levels = np.insert(self.levels, at, [level for level, _ in told])
        self.bits = np.insert(self.bits, at, [worth for _, worth in told])


class Places:
    """Places by their numbers; each is looked up once, each two that they may mean weighed once."""

    def __init__(self, texts: list[str]) -> None:
        words, meanings = Once[str](), Once[Any]()
        self.words = np.array([words.number(places.words_of(text)) for text in texts])
        self.meant = np.array([meanings.number(places.meanings(text)) for text in texts])
        self.by_meaning = Beside(len(texts), partial(_weighed, places.weigh, meanings.values))
        self.by_words = Beside(len(texts), partial(_weighed, places.by_words, words.values))

    def beside(self, a: Ints, b: Ints) -> Fact:
        """Place a[i] beside place b[i], as `places.agreement` weighs their texts."""
        found = self.by_meaning.beside(self.meant[a], self.meant[b])
        some = np.flatnonzero(found.level == PLACE_LEVELS.index(PlaceLevel.UNKNOWN))
        words = self.by_words.beside(self.words[a[some]], self.words[b[some]])
        found.level[some], found.bits[some] = words.level, words.bits
        return found


def _weighed(
    weigh: Callable[[Any, Any], Agreement[PlaceLevel]], values: Sequence[Any], a: int, b: int
) -> tuple[int, float]:
    found = weigh(values[a], values[b])
    return PLACE_LEVELS.index(found.level), found.bits


def born(told: Columns, readings: Readings, a: Ints, b: Ints) -> Fact:
    """The births of people a[i] and b[i]: of several tellings, those two that agree best."""
    calendars = _calendars(told, a, b)

    def beside(one: Ints, other: Ints, some: Ints) -> Fact:
        level, worth = births.agreements(readings, one, other, calendars[some])
        days = readings.is_day[one] & readings.is_day[other]
        return Fact(level, np.where(days, np.minimum(worth, TWO_DAYS[level]), worth))

    return _best(told.births[a], told.births[b], beside, births.NUMBER[DateLevel.UNKNOWN])


def _calendars(told: Columns, a: Ints, b: Ints) -> Bools:
    """Which calendars may have been left unconverted: those of the homes that are known."""
    rows = [[_CALENDARS.get(home) == each for each in UNCONVERTED] for home in told.countries]
    every = np.array([*rows, [True] * len(UNCONVERTED)], dtype=np.bool_)  # the last, of no home
    home_a, home_b = told.homes[a], told.homes[b]
    both = every[home_a] | every[home_b]
    one = every[np.where(home_a < 0, home_b, home_a)]
    return np.where(((home_a >= 0) & (home_b >= 0))[:, None], both, one)


def at_place(one: Ints, other: Ints, known: Places) -> Fact:
    """Places told for the same thing, (pairs, SLOTS) each."""
    return _best(
        one, other, lambda a, b, _: known.beside(a, b), PLACE_LEVELS.index(PlaceLevel.UNKNOWN)
    )


def born_in(told: Columns, known: Places, a: Ints, b: Ints) -> Fact:
    """Birthplaces: what is far apart speaks more against one birth than `names.places` has it."""
    found = at_place(told.born_in[a], told.born_in[b], known)
    worth = found.bits.copy()
    for level, least in FARTHER.items():
        here = found.level == PLACE_LEVELS.index(level)
        worth[here] = np.minimum(worth[here], least)
    return Fact(found.level, worth)


def _best(one: Ints, other: Ints, beside: Callable[[Ints, Ints, Ints], Fact], unknown: int) -> Fact:
    """Of all tellings of both sides the two that agree best."""
    level = np.full(len(one), unknown)
    worth = np.zeros(len(one), dtype=np.float32)
    is_told = np.zeros(len(one), dtype=np.bool_)
    for x in range(SLOTS):
        for y in range(SLOTS):
            some = np.flatnonzero((one[:, x] >= 0) & (other[:, y] >= 0))
            if not len(some):
                continue
            found = beside(one[some, x], other[some, y], some)
            better = ~is_told[some] | (found.bits > worth[some])
            chosen = some[better]
            level[chosen], worth[chosen] = found.level[better], found.bits[better]
            is_told[some] = True
    return Fact(level, worth)


def sexes(told: Columns, a: Ints, b: Ints) -> Fact:
    one, other = told.sexes[a], told.sexes[b]
    level = np.where(one == other, SAME, DIFFERENT)
    return _by_level(np.where((one == 0) | (other == 0), UNKNOWN, level), "sex")


def phones(told: Columns, a: Ints, b: Ints) -> Fact:
    one, other = told.phones[a], told.phones[b]
    level = np.where(one == other, SAME, DIFFERENT)
    return _by_level(np.where((one < 0) | (other < 0), UNKNOWN, level), "phone")


def events(told: Columns, a: Ints, b: Ints) -> Fact:
    """One event is one id or one year; years that follow each other may be one flight."""
    one, other = told.events[a], told.events[b]
    years = told.years[a], told.years[b]
    near = (years[0] > 0) & (years[1] > 0) & (np.abs(years[0] - years[1]) == 1)
    level = np.where(one == other, SAME, np.where(near, NEAR, DIFFERENT))
    return _by_level(np.where((one < 0) | (other < 0), UNKNOWN, level), "event")


def _by_level(level: Ints, kind: str) -> Fact:
    return Fact(level, _table(kind)[level])


@cache
def _table(kind: str) -> Floats:
    told = {"sex": SEX, "event": EVENT, "phone": PHONE}[kind]
    return np.array([told.get(level, 0.0) for level in range(4)], dtype=np.float32)
