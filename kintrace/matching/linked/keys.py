"""Many narrow keys for each record: who shares one is worth a look.

A key is a whole number, made of a rule and of what two records must have in common for it: three
words of a name; two words and one other fact; one word and two other facts. Words are taken by
their coarse sounds (`names.keys`), in whatever order.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.names import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kintrace.matching.weighed.columns import Columns
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.together import People
    from kintrace.matching.weighed.words import Words

    Hashes = NDArray[np.uint64]

SOUNDS = 3  # keys of a word that are looked under
PLACES = 2  # identities of a place
WIDEST = 800  # days: a birth that is told less well has no year to be found under


class Rule(NamedTuple):
    """What two records must share, and how many may share one key before it tells nothing."""

    name: str
    words: int
    facts: tuple[str, ...]
    most: int


RULES = (
    Rule("three words", 3, (), 60),
    Rule("two words, birthplace", 2, ("place",), 40),
    Rule("two words, event, sex", 2, ("event", "sex"), 40),
    Rule("two words, year, sex", 2, ("year", "sex"), 40),
    Rule("two words, mother", 2, ("mother",), 40),
    Rule("two words, last seen", 2, ("seen",), 40),
    Rule("one word, day", 1, ("day",), 40),
    Rule("one word, birthplace, year", 1, ("place", "year"), 30),
    Rule("one word, birthplace, event", 1, ("place", "event"), 30),
    Rule("one word, mother, place", 1, ("mother", "place"), 30),
    Rule("one word, mother, event", 1, ("mother", "event"), 30),
    Rule("one word, mother, year", 1, ("mother", "year"), 30),
    Rule("one word, seen, year", 1, ("seen", "year"), 30),
    Rule("one word, seen, event", 1, ("seen", "event"), 30),
    Rule("one word, seen, place", 1, ("seen", "place"), 30),
    Rule("one word, event, year, sex", 1, ("event", "year", "sex"), 30),
    Rule("place, event, year, sex", 0, ("place", "event", "year", "sex"), 12),
    Rule("place, seen, event", 0, ("place", "seen", "event"), 12),
    Rule("place, seen, year", 0, ("place", "seen", "year"), 12),
    Rule("two words, event", 2, ("event",), 40),
    Rule("two words, year", 2, ("year",), 40),
    Rule("two words", 2, (), 40),
    Rule("day, birthplace", 0, ("day", "place"), 20),
    Rule("day, last seen", 0, ("day", "seen"), 20),
    Rule("day, event", 0, ("day", "event"), 12),
    Rule("phone", 0, ("phone",), 10),
)


class Keyed(NamedTuple):
    """Records by their numbers, each beside a key; a record stands once for each of its keys."""

    records: Ints
    keys: Hashes


class Facts:
    """What the keys of a base are made of, each fact as a list of columns of numbers."""

    def __init__(self, people: People) -> None:
        told = people.told
        self.sounds = _sounds(people.words)
        self.words = _by_person(people)
        mothers = people.mothers.words[:, :1]
        self.columns: dict[str, Ints] = {
            "place": _places(told, told.born_in[:, 0]),
            "seen": _places(told, told.last_seen[:, 0]),
            "event": told.events[:, None],
            "sex": np.where(told.sexes == 0, -1, told.sexes)[:, None],
            "mother": np.where(mothers >= 0, self.sounds[mothers[:, 0]][:, 0:1], -1),
            "day": _days(people)[:, None],
            "year": _years(people),
            "phone": told.phones[:, None],
        }


def _sounds(words: Words) -> Ints:
    """The coarse keys of each word as numbers, -1 where there is none."""
    numbers: dict[str, int] = {}
    rows = []
    for sounds in words.sounds():
        found = [numbers.setdefault(key, len(numbers)) for key in sounds[:SOUNDS]]
        rows.append((*found, *[-1] * (SOUNDS - len(found))))
    return np.array([*rows, (-1,) * SOUNDS], dtype=np.int64)


def _by_person(people: People) -> Ints:
    """The words of each person's first form, and at the end its first two as one."""
    first = people.first[:-1]
    words = people.names.words[first]
    free = words[:, -1] < 0
    both = np.where(free, people.joined.words[first], -1)
    words[:, -1] = np.where(free, both, words[:, -1])
    return words


def _places(told: Columns, rows: Ints) -> Ints:
    numbers: dict[str, int] = {}
    table = []
    for text in told.places:
        found = [numbers.setdefault(key, len(numbers)) for key in places.keys(text)[:PLACES]]
        table.append((*found, *[-1] * (PLACES - len(found))))
    return np.array([*table, (-1,) * PLACES], dtype=np.int64)[rows]


def _days(people: People) -> Ints:
    """A full day, and the same number where day and month are swapped."""
    told = people.readings
    year, month, day = told.day.T
    low, high = np.minimum(month, day), np.maximum(month, day)
    swapped = day <= 12
    number = year * 1000 + np.where(swapped, low * 40 + high, month * 40 + day)
    return _of_windows(people, np.where(told.is_day, number, -1))


def _years(people: People) -> Ints:
    """Years of birth so that two that are one apart share one."""
    told = people.readings
    narrow = told.told_end - told.told < WIDEST
    year = _of_windows(people, np.where(narrow, told.day[:, 0], -1))
    return np.stack([year, np.where(year >= 0, year + 1, -1)], axis=1)


def _of_windows(people: People, values: Ints) -> Ints:
    return np.append(values, -1)[people.told.births[:, 0]]


def keyed(facts: Facts, rule: Rule) -> Iterator[Keyed]:
    """The keys of one rule, in a few heaps: words by all ways to choose them, facts by all that
    they may mean."""
    told = [facts.columns[name] for name in rule.facts]
    chosen = product(*(range(column.shape[1]) for column in told))
    base = _of_facts(told, list(chosen), len(facts.words))
    for slots in combinations(range(facts.words.shape[1]), rule.words):
        for sounds in product(range(SOUNDS), repeat=rule.words):
            words = [
                facts.sounds[facts.words[:, slot], sound]
                for slot, sound in zip(slots, sounds, strict=True)
            ]
            yield from _joined(words, base, rule)


def _of_facts(told: list[Ints], chosen: list[tuple[int, ...]], rows: int) -> list[Keyed]:
    """For each way to choose among what facts may mean: the records that tell them, hashed."""
    heaps = []
    for places_ in chosen:
        values = [column[:, place] for column, place in zip(told, places_, strict=True)]
        some = np.flatnonzero(np.all([value >= 0 for value in values], axis=0)) if values else None
        records = np.arange(rows) if some is None else some
        code = np.zeros(len(records), dtype=np.uint64)
        for place, value in enumerate(values):
            code = _mixed(code + value[records].astype(np.uint64) + np.uint64(place * 7919 + 1))
        heaps.append(Keyed(records, code))
    return heaps


def _joined(words: list[Ints], base: list[Keyed], rule: Rule) -> Iterator[Keyed]:
    """Words and facts as one number; words count alike in any order."""
    tag = np.uint64(hash_of(rule.name))
    if not words:
        yield from (Keyed(records, _mixed(code + tag)) for records, code in base)
        return
    there = np.all([word >= 0 for word in words], axis=0)
    there &= np.all([one != other for one, other in combinations(words, 2)] or [there], axis=0)
    total = np.zeros(len(there), dtype=np.uint64)
    for word in words:
        total += _mixed(word.astype(np.uint64) + np.uint64(1))
    for records, code in base:
        some = there[records]
        if some.any():
            yield Keyed(records[some], _mixed(total[records[some]] + code[some] + tag))


def hash_of(text: str) -> int:
    """The same number for the same text in every run and on every machine."""
    found = 14695981039346656037
    for byte in text.encode():
        found = (found ^ byte) * 1099511628211 % 2**64
    return found


def _mixed(code: Hashes) -> Hashes:
    """Every bit hangs on every other (splitmix64, Steele and others 2014)."""
    code = (code ^ (code >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    code = (code ^ (code >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = code ^ (code >> np.uint64(31))
    return mixed
