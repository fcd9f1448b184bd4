"""Many narrow keys for each record: who shares one is worth a look.

A key is a whole number, made of a rule and of what two records must have in common for it: words
of a name and other facts, one more of them wherever many share what the key says without it. Words
are taken by their coarse sounds (`names.keys`), in whatever order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kintrace.names import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kintrace.matching.weighed.columns import Columns
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.together import People
    from kintrace.matching.weighed.words import Words

    Hashes = NDArray[np.uint64]
    Small = NDArray[np.signedinteger[Any]]

SOUNDS = 3  # keys of a word that are looked under
PLACES = 2  # identities of a place
WIDEST = 800  # days: a birth that is told less well has no year to be found under


class Rule(NamedTuple):
    """What two records must share, and how many may share one key before it tells nothing.

    `refines`: the rule without the last of these; only keys that were too common by it are made
    narrower, since the others are looked at already or are nobody else's.
    """

    name: str
    words: int
    facts: tuple[str, ...]
    most: int
    refines: str = ""


ONE, TWO, WITH_EVENT, WITH_YEAR = "one word", "two words", "two words, event", "two words, year"
BORN_IN, SEEN, MOTHER = "one word, birthplace", "one word, last seen", "one word, mother"
EVENT, EVENT_AND_YEAR = "one word, event", "one word, event, year"
DAY, BOTH_PLACES = "day", "birthplace, last seen"
# A wide rule costs little: in a small file, or of a rare word, few share what it asks for.
RULES = (
    Rule(ONE, 1, (), 10),
    Rule(TWO, 2, (), 40, ONE),
    Rule("three words", 3, (), 60, TWO),
    Rule("two words, birthplace", 2, ("place",), 40, TWO),
    Rule("two words, mother", 2, ("mother",), 40, TWO),
    Rule("two words, last seen", 2, ("seen",), 40, TWO),
    Rule(WITH_EVENT, 2, ("event",), 40, TWO),
    Rule("two words, event, sex", 2, ("event", "sex"), 40, WITH_EVENT),
    Rule(WITH_YEAR, 2, ("year",), 40, TWO),
    Rule("two words, year, sex", 2, ("year", "sex"), 40, WITH_YEAR),
    Rule("one word, day", 1, ("day",), 40, ONE),
    Rule(BORN_IN, 1, ("place",), 20, ONE),
    Rule("one word, birthplace, year", 1, ("place", "year"), 30, BORN_IN),
    Rule("one word, birthplace, event", 1, ("place", "event"), 30, BORN_IN),
    Rule(MOTHER, 1, ("mother",), 20, ONE),
    Rule("one word, mother, birthplace", 1, ("mother", "place"), 30, MOTHER),
    Rule("one word, mother, event", 1, ("mother", "event"), 30, MOTHER),
    Rule("one word, mother, year", 1, ("mother", "year"), 30, MOTHER),
    Rule(SEEN, 1, ("seen",), 20, ONE),
    Rule("one word, last seen, year", 1, ("seen", "year"), 30, SEEN),
    Rule("one word, last seen, event", 1, ("seen", "event"), 30, SEEN),
    Rule("one word, last seen, birthplace", 1, ("seen", "place"), 30, SEEN),
    Rule(EVENT, 1, ("event",), 12, ONE),
    Rule(EVENT_AND_YEAR, 1, ("event", "year"), 12, EVENT),
    Rule("one word, event, year, sex", 1, ("event", "year", "sex"), 30, EVENT_AND_YEAR),
    Rule("one word, year", 1, ("year",), 12, ONE),
    Rule("birthplace, event, year, sex", 0, ("place", "event", "year", "sex"), 12),
    Rule(BOTH_PLACES, 0, ("place", "seen"), 12),
    Rule("birthplace, last seen, event", 0, ("place", "seen", "event"), 12, BOTH_PLACES),
    Rule("birthplace, last seen, year", 0, ("place", "seen", "year"), 12, BOTH_PLACES),
    Rule(DAY, 0, ("day",), 12),
    Rule("day, birthplace", 0, ("day", "place"), 20, DAY),
    Rule("day, last seen", 0, ("day", "seen"), 20, DAY),
    Rule("day, event", 0, ("day", "event"), 12, DAY),
    Rule("phone", 0, ("phone",), 10),
)


class Keyed(NamedTuple):
    """Records by their numbers, each beside a key; a record stands once for each of its keys.

    `last`: the place of the last word of a record that is in the key, 0 where none is.
    """

    records: Small
    keys: Hashes
    last: Small

    def of(self, rows: NDArray[Any]) -> Keyed:
        """These rows alone."""
        return Keyed(self.records[rows], self.keys[rows], self.last[rows])


class Facts:
    """What the keys of a base are made of, each fact as a list of columns of numbers."""

    def __init__(self, people: People) -> None:
        told = people.told
        self.sounds = _sounds(people.words)
        known = _mixed(self.sounds.astype(np.uint64) + np.uint64(1))
        self.hashes: Hashes = np.where(self.sounds >= 0, known, 0)
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


def keyed(facts: Facts, rule: Rule, wider: Keyed | None = None) -> Keyed:
    """The keys of one rule: words in all ways to choose them, facts by all that they may mean.

    `wider`: the keys that are to be made narrower, of the rule that this one refines.
    """
    if wider is None:
        found = everybody(facts)
        for _ in range(rule.words):
            found = with_word(facts, found)
        return with_facts(facts, found, rule.facts)
    if rule.facts:
        return with_facts(facts, wider, rule.facts[-1:])
    return with_word(facts, wider)


def everybody(facts: Facts) -> Keyed:
    """Every record under one key."""
    records = np.arange(len(facts.words), dtype=np.int32)
    nothing = np.zeros(len(records), dtype=np.uint64)
    return Keyed(records, nothing, np.full(len(records), -1, dtype=np.int8))


def with_word(facts: Facts, some: Keyed) -> Keyed:
    """Each with one word more, that stands after those in it; words count alike in any order."""
    found = []
    for slot in range(facts.words.shape[1]):
        rest = np.flatnonzero((some.last < slot) & (facts.words[some.records, slot] >= 0))
        word = facts.words[some.records[rest], slot]
        for sound in range(SOUNDS):
            hashes = facts.hashes[word, sound]
            there = np.flatnonzero((hashes != 0) & (hashes != some.keys[rest]))
            rows = rest[there]
            last = np.full(len(rows), slot, dtype=np.int8)
            found.append(Keyed(some.records[rows], some.keys[rows] + hashes[there], last))
    return joined(found)


def with_facts(facts: Facts, some: Keyed, names: Sequence[str]) -> Keyed:
    """Each with these facts, by all that they may mean; who does not tell them is left out."""
    for name in names:
        column = facts.columns[name]
        found = []
        for place in range(column.shape[1]):
            values = column[some.records, place]
            rows = np.flatnonzero(values >= 0)
            code = _mixed(some.keys[rows] + np.uint64(hash_of(name)))
            code = _mixed(code + values[rows].astype(np.uint64))
            found.append(Keyed(some.records[rows], code, some.last[rows]))
        some = joined(found)
    return some


def joined(heaps: list[Keyed]) -> Keyed:
    """All of these, one behind the other."""
    columns = zip(*heaps, strict=True)
    records, codes, last = (np.concatenate(column) for column in columns)
    return Keyed(records, codes, last)


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
