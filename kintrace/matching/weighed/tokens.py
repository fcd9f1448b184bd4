"""The words by which people are called, each with what it does, as rows of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kintrace.matching.weighed.columns import FATHERS, ROLES
from kintrace.names.parts import Role, core

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kintrace.matching.weighed.columns import Columns
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.words import Words
    from kintrace.names.parts import Word
    from kintrace.names.sounds import Floats

_HUMP = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")  # two names typed without a space
MOST = 6  # words of one name that are compared
MOTHERS = 3
SAME = 8.0  # bits at which a father's name is the word that stands in the middle already
OTHER, GIVEN, FAMILY, FATHER = range(4)
_KINDS = {Role.GIVEN: GIVEN, Role.FAMILY: FAMILY, Role.ORIGIN: FAMILY, Role.FATHER: FATHER}


@dataclass(slots=True, repr=False)
class Tokens:
    """Rows of words: numbers (-1 where there is none), kinds (OTHER to FATHER) and weights."""

    words: Ints
    kinds: Ints
    weights: Floats

    def __repr__(self) -> str:
        return f"<words of {len(self.words)} names>"

    def of(self, rows: Ints) -> Tokens:
        """These rows, in this order."""
        return Tokens(self.words[rows], self.kinds[rows], self.weights[rows])


@dataclass(slots=True)
class Cells:
    """The words of all cells one behind the other, and where each cell's begin."""

    begins: Ints
    counts: Ints
    words: Ints
    kinds: Ints
    weights: Floats


def names(told: Columns, cells: Cells, words: Words) -> Tokens:
    """The words of each form; a father's name that stands in the name already counts once."""
    form, cell, role, whose = told.parts.T
    part, word = _expanded(cells, cell)
    kinds = _kinds(role, whose)[part]
    is_fathers = whose[part] == FATHERS
    kinds = np.where(is_fathers | (kinds == GIVEN), _first_of(kinds, part), kinds)
    row = form[part]
    kept = ~_said_before(row, cells.words[word], kinds, is_fathers, words)
    chosen = np.flatnonzero(kept)
    return _filled(len(told.owners), MOST, (row[chosen], cells, word[chosen], kinds[chosen]))


def mothers(told: Columns, cells: Cells) -> Tokens:
    """The words of each mother's name."""
    person, cell = told.mothers.T
    part, word = _expanded(cells, cell)
    kinds = np.zeros(len(word), dtype=np.int64)
    return _filled(told.people, MOTHERS, (person[part], cells, word, kinds))


def read(texts: list[str], words: Words) -> Cells:
    """The words of every cell."""
    told = words.each(_words_of, texts)
    flat = [word for each in told for word in each]
    counts = np.array([len(each) for each in told], dtype=np.int64)
    return Cells(
        begins=np.cumsum(counts) - counts,
        counts=counts,
        words=np.array([words.number(word.text) for word in flat], dtype=np.int64),
        kinds=np.array([_KINDS.get(word.role, OTHER) for word in flat], dtype=np.int64),
        weights=np.array([word.weight for word in flat], dtype=np.float32),
    )


def _words_of(text: str) -> tuple[Word, ...]:
    return core(_HUMP.sub(" ", text))


def _expanded(cells: Cells, cell: Ints) -> tuple[Ints, Ints]:
    """For every word of these cells: which of them it is of, and its place among all words."""
    counts = cells.counts[cell]
    part = np.repeat(np.arange(len(cell)), counts)
    place = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    return part, cells.begins[cell][part] + place


def _kinds(role: Ints, whose: Ints) -> Ints:
    """What the column says of the words in a cell."""
    by_role = np.full(len(ROLES) + 1, OTHER)
    for each, kind in _KINDS.items():
        by_role[ROLES[each]] = kind
    return np.where(whose == FATHERS, FATHER, by_role[role])


def _first_of(kinds: Ints, part: Ints) -> Ints:
    """The first word of a cell is what its column says, of a given name as of a father's; what
    follows may be a name of any kind."""
    is_first = np.ones(len(part), dtype=np.bool_)
    is_first[1:] = part[1:] != part[:-1]
    return np.where(is_first, kinds, OTHER)


def _said_before(
    row: Ints, word: Ints, kinds: Ints, is_fathers: NDArray[np.bool_], words: Words
) -> NDArray[np.bool_]:
    """Words of a father's name that the name itself holds; there they become the father's."""
    said = np.zeros(len(row), dtype=np.bool_)
    own = np.flatnonzero(~is_fathers & (kinds != GIVEN))
    fathers = np.flatnonzero(is_fathers)
    one, other = _met(row, fathers, own)
    if not len(one):
        return said
    same = word[one] == word[other]
    rest = np.flatnonzero(~same)
    same[rest] = words.worth(word[one[rest]], word[other[rest]]) >= SAME
    said[one[same]] = True
    of_father = same & (kinds[one] == FATHER) & (kinds[other] == OTHER)
    kinds[other[of_father]] = FATHER
    return said


def _met(row: Ints, some: Ints, others: Ints) -> tuple[Ints, Ints]:
    """All pairs of the two kinds of words that stand in one row; rows come in order."""
    first = np.searchsorted(row[others], row[some], side="left")
    last = np.searchsorted(row[others], row[some], side="right")
    counts = last - first
    one = np.repeat(np.arange(len(some)), counts)
    place = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
    return some[one], others[first[one] + place]


def _filled(rows: int, wide: int, told: tuple[Ints, Cells, Ints, Ints]) -> Tokens:
    """Words one behind the other as rows; what is beyond the width is left out."""
    row, cells, word, kinds = told
    counts = np.bincount(row, minlength=rows)
    place = np.arange(len(row)) - (np.cumsum(counts) - counts)[row]
    fits = place < wide
    row, place, word = row[fits], place[fits], word[fits]
    found = Tokens(
        np.full((rows, wide), -1),
        np.zeros((rows, wide), dtype=np.int64),
        np.zeros((rows, wide), dtype=np.float32),
    )
    found.words[row, place] = cells.words[word]
    found.kinds[row, place] = kinds[fits]
    found.weights[row, place] = cells.weights[word]
    return found
