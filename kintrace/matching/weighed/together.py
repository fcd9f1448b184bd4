"""All that two descriptions say for one person, field by field, added up within limits.

A brother has the same father, family, village and flight: what a family shares is counted only as
far as the given name and the birth do not speak for two children.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from kintrace.matching.weighed import births, facts, joined, tokens
from kintrace.matching.weighed.columns import laid_out
from kintrace.matching.weighed.each import one_by_one
from kintrace.matching.weighed.pairing import Paired, paired
from kintrace.matching.weighed.usual import Usual
from kintrace.matching.weighed.words import Words
from kintrace.names.evidence import DateLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.matching.description import Description
    from kintrace.matching.weighed.columns import Columns
    from kintrace.matching.weighed.each import Each
    from kintrace.matching.weighed.facts import Fact
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.tokens import Tokens
    from kintrace.names.sounds import Floats

AT_ONCE = 20_000  # pairs
NAMES, MOTHER = (-9.0, 26.0), (-4.0, 9.0)  # bits that names can bring, least and most
# Up to so many bits names count whole, and so what a family shares; of more, this part.
OF_NAMES, OF_FAMILY = (11.0, 0.55), (4.0, 0.5)
# Bits that a family shares by which a stranger is told from a relative, and what each bit by which
# this child is told from its brothers and sisters adds to them.
SHARED, FOR, AGAINST = 14.2, 2.0, 2.0
GIVEN_AGREES, GIVEN_DIFFERS = 7.0, -5.0  # the most that a given name tells between two children
# How births tell a person from a brother or sister, bits: they are years apart, and no twins.
_CHILD = dict.fromkeys(DateLevel, 0.0) | {
    DateLevel.SAME_DAY: 6.0,
    DateLevel.SWAPPED: 5.0,
    DateLevel.ANNIVERSARY: 4.0,
    DateLevel.SAME_DAY_UNCONVERTED: 5.0,
    DateLevel.SAME_MONTH: 3.5,
    DateLevel.SAME_DEFAULT_DAY: 1.8,
    DateLevel.SAME_YEAR: 1.8,
    DateLevel.SOLAR_HIJRI_YEAR: 1.5,
    DateLevel.HIJRI_YEAR: 1.5,
    DateLevel.OVERLAP: 0.5,
    DateLevel.ONE_YEAR: -0.3,
    DateLevel.TWO_YEARS: -1.0,
    DateLevel.ETHIOPIAN_YEAR: -0.5,
    DateLevel.MISTYPED: -1.5,
    DateLevel.APART: -3.0,
}
CHILD = np.array([_CHILD[level] for level in births.LEVELS], dtype=np.float32)


@dataclass(slots=True)
class Evidence:
    """What each field of each pair says, and `bits` of all together; `kin` is what was taken off
    because a brother or sister would explain it."""

    names: Paired
    mother: Fact
    born: Fact
    born_in: Fact
    last_seen: Fact
    sex: Fact
    event: Fact
    phone: Fact
    kin: Floats
    bits: Floats

    def of(self, pairs: Ints) -> Evidence:
        """Of these pairs, in this order."""
        return Evidence(
            names=self.names.of(pairs),
            mother=self.mother.of(pairs),
            born=self.born.of(pairs),
            born_in=self.born_in.of(pairs),
            last_seen=self.last_seen.of(pairs),
            sex=self.sex.of(pairs),
            event=self.event.of(pairs),
            phone=self.phone.of(pairs),
            kin=self.kin[pairs],
            bits=self.bits[pairs],
        )


class People:
    """Descriptions made ready to be laid beside each other, pair by pair."""

    def __init__(self, told: Columns, each: Each = one_by_one) -> None:
        self.told = told
        self.words = Words(each)
        cells = tokens.read(told.cells, self.words)
        self.names = tokens.names(told, cells, self.words)
        self.mothers = tokens.mothers(told, cells)
        self.joined = joined.Joined(self.names, self.words)
        self.known = self.words.known()
        self.first = np.searchsorted(told.owners, np.arange(told.people + 1))
        self.readings = births.readings(told.windows, each)

    def __repr__(self) -> str:
        return f"<{self.told.people} people>"

    @cached_property
    def places(self) -> facts.Places:
        """Looked up when first asked for: the gazetteer takes a second to read."""
        return facts.Places(self.told.places)

    def prepare(self) -> None:
        """Work out what every pair asks for, before processes are made of this one."""
        self.words.sounds()
        self.words.usual = Usual(self.names.words, len(self.words.texts))
        self.beside(np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64))

    def beside(self, a: Ints, b: Ints) -> Evidence:
        """What person a[i] and person b[i] say for being one."""
        told = self.told
        names = self._names(a, b)
        mother = self._mothers(a, b)
        born = facts.born(told, self.readings, a, b)
        born_in = facts.born_in(told, self.places, a, b)
        seen = facts.at_place(told.last_seen[a], told.last_seen[b], self.places)
        seen = facts.Fact(seen.level, np.round(seen.bits * np.float32(facts.SEEN), 1))
        sex, event = facts.sexes(told, a, b), facts.events(told, a, b)
        phone = facts.phones(told, a, b)
        other = (mother, born, born_in, seen, sex, event, phone)
        total = _within(_less(names.given + names.others, OF_NAMES), NAMES)
        total += _less(mother.bits + born_in.bits + seen.bits, OF_FAMILY)
        total += born.bits + sex.bits + event.bits + phone.bits
        most = _most(names, born, sex)
        bits: Floats = np.round(np.minimum(total, most), 2).astype(np.float32)
        return Evidence(names, *other, kin=np.minimum(0, most - total), bits=bits)

    def _names(self, a: Ints, b: Ints) -> Paired:
        """Of all ways in which the two are called, those that agree best."""
        pair, one, other = self._forms(a, b)
        found = self._paired(self.names.of(one), self.names.of(other))
        low = np.flatnonzero(found.given < 0)
        for long, short in ((one[low], other[low]), (other[low], one[low])):
            self._joined(found, low, long, short)
        if len(pair) == len(a):
            return found
        worth = found.given + found.others
        order = np.lexsort((found.given, worth, pair))
        last = np.flatnonzero(np.append(pair[order][1:] != pair[order][:-1], True))
        best = order[last]
        return found.of(best)

    def _joined(self, found: Paired, rows: Ints, long: Ints, short: Ints) -> None:
        """A second look at these rows, where the first word of the one may be two of the other."""
        some = np.flatnonzero(self.joined.meets(self.names.of(long), short))
        word, both = self.names.words[long[some], 0], self.joined.words[short[some]]
        some = some[joined.same(self.words, word, both)]
        if len(some):
            two = joined.as_one(self.names.of(short[some]), self.joined.words[short[some]])
            again = self._paired(self.names.of(long[some]), two)
            old = found.of(rows[some])
            better = np.flatnonzero(again.given + again.others > old.given + old.others)
            found.put(rows[some[better]], again.of(better))

    def _forms(self, a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
        """Every form of the one beside every form of the other: pair, form, form."""
        counts = self.first[a + 1] - self.first[a], self.first[b + 1] - self.first[b]
        each = counts[0] * counts[1]
        pair = np.repeat(np.arange(len(a)), each)
        place = np.arange(len(pair)) - np.repeat(np.cumsum(each) - each, each)
        one, other = np.divmod(place, counts[1][pair])
        return pair, self.first[a][pair] + one, self.first[b][pair] + other

    def _paired(self, left: Tokens, right: Tokens) -> Paired:
        return paired(left, right, self.known, self._worth(left, right))

    def _worth(self, left: Tokens, right: Tokens) -> Floats:
        """Of every word of the one beside every word of the other."""
        wide = left.words.shape[1], right.words.shape[1]
        found = np.zeros((len(left.words), *wide), dtype=np.float32)
        there = (left.words[:, :, None] >= 0) & (right.words[:, None, :] >= 0)
        row, x, y = np.nonzero(there)
        found[there] = self.words.worth(left.words[row, x], right.words[row, y])
        return found

    def _mothers(self, a: Ints, b: Ints) -> Fact:
        left, right = self.mothers.of(a), self.mothers.of(b)
        told = np.flatnonzero((left.words[:, 0] >= 0) & (right.words[:, 0] >= 0))
        bits = np.zeros(len(a), dtype=np.float32)
        level = np.full(len(a), facts.UNKNOWN)
        if len(told):
            one, other = _wide(left.of(told)), _wide(right.of(told))
            found = self._paired(one, other)
            bits[told] = _within(np.where(found.same_others > 0, found.others, MOTHER[0]), MOTHER)
            level[told] = np.where(found.same_others > 0, facts.SAME, facts.DIFFERENT)
        return facts.Fact(level, bits)


def _wide(some: Tokens) -> Tokens:
    """The same rows with as many places as a name has."""
    more = ((0, 0), (0, tokens.MOST - some.words.shape[1]))
    return tokens.Tokens(
        np.pad(some.words, more, constant_values=-1),
        np.pad(some.kinds, more),
        np.pad(some.weights, more),
    )


def _less(bits: Floats, beyond: tuple[float, float]) -> Floats:
    """What goes beyond counts in part: facts of one family go together, and names of one people."""
    most, part = beyond
    return np.asarray(np.where(bits > most, most + (bits - most) * part, bits), dtype=np.float32)


def _within(bits: Floats, limits: tuple[float, float]) -> Floats:
    clipped: Floats = np.clip(bits, *limits).astype(np.float32)
    return clipped


def _most(names: Paired, born: Fact, sex: Fact) -> Floats:
    """The most that a pair may be worth, by what tells this child from its brothers and sisters."""
    given = np.clip(names.child, GIVEN_DIFFERS, GIVEN_AGREES)
    child = given + CHILD[born.level] + sex.bits
    more = np.where(child > 0, FOR * child, AGAINST * child)
    most: Floats = (SHARED + more).astype(np.float32)
    return most


def people(some: Sequence[Description]) -> People:
    """Descriptions in their order, ready to be compared."""
    return People(laid_out(some))
