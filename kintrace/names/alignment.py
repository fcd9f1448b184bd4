"""Words side by side, thousands at once: the likeliest way in which two spellings are one name.

Needleman and Wunsch 1970, with steps of one or two letters, whose gain in bits `sounds` tells. One
word is laid beside a block of words; the loop is over its letters alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np

from kintrace.names.remembering import remembered
from kintrace.names.sounds import NEVER, Floats, Sounds, numbered, sounds, typical
from kintrace.names.spelling import read

Numbers: TypeAlias = tuple[tuple[int, int], ...]
"""A word as `numbered` gives it: each letter, and the pair that ends there or -1."""

BLOCK = 2048  # words that are gone through together: what fits into a processor's own memory
SWAPPED = np.float32(-4)  # bits for two letters in each other's place


@dataclass(frozen=True)
class Beside:
    """Bits for one name, of every two words, and what they would typically be: (left, right)."""

    bits: Floats
    typical: Floats


def beside(left: Sequence[str], right: Sequence[str]) -> Beside:
    """How many bits speak for one name, for every two words in any scripts."""
    shape = len(left), len(right)
    found = Beside(np.empty(shape, dtype=np.float32), np.empty(shape, dtype=np.float32))
    for one, rows in _by_script(left).items():
        for other, columns in _by_script(right).items():
            part = _of_scripts([left[row] for row in rows], [right[c] for c in columns], one, other)
            found.bits[np.ix_(rows, columns)] = part.bits
            found.typical[np.ix_(rows, columns)] = part.typical
    return found


def _by_script(words: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(read(word).script, []).append(place)
    return places


class _Coded(NamedTuple):
    """A word as numbers of one of two lists of units, and the bits that it typically brings."""

    numbers: Numbers
    typical: float


@remembered
def _left(word: str, one: str, other: str) -> _Coded:
    table = sounds(one, other)
    numbers = numbered(read(word).letters, one, table.left)
    return _Coded(numbers, typical(numbers, table.left_typical))


@remembered
def _right(word: str, one: str, other: str) -> _Coded:
    table = sounds(one, other)
    numbers = numbered(read(word).letters, other, table.right)
    return _Coded(numbers, typical(numbers, table.right_typical))


def _of_scripts(left: list[str], right: list[str], one: str, other: str) -> Beside:
    queries = [_left(word, one, other) for word in left]
    gallery = [_right(word, one, other) for word in right]
    found = np.empty((len(left), len(right)), dtype=np.float32)
    order = sorted(range(len(right)), key=lambda place: len(gallery[place].numbers))
    for start in range(0, len(order), BLOCK):
        places = order[start : start + BLOCK]
        block = _Block(sounds(one, other), [gallery[place].numbers for place in places])
        for row, query in enumerate(queries):
            found[row, places] = block.beside(query.numbers)
    halves = [np.array([word.typical for word in words]) / 2 for words in (queries, gallery)]
    return Beside(found, np.add.outer(*halves).astype(np.float32))


class _Block:
    """Words of about one length as columns; a row of a table is a place between their letters.

    Tables hold what was gained beyond leaving out all letters up to there, so that a gap costs
    nothing to write and the best of all gaps is a running maximum.
    """

    def __init__(self, table: Sounds, words: Sequence[Numbers]) -> None:
        self.table = table
        self.lengths = np.array([len(word) for word in words])
        self.columns = np.arange(len(words))
        shape = (int(self.lengths.max(initial=0)), len(words))
        self.one = np.full(shape, table.bits.shape[1] - 1)
        self.two = np.full(shape, table.bits.shape[1])
        for column, word in enumerate(words):
            for row, (one, two) in enumerate(word):
                self.one[row, column] = one
                self.two[row, column] = two if two >= 0 else table.bits.shape[1]
        self.left_out = table.right_out[self.one]
        self.all_left_out = np.zeros((shape[0] + 1, shape[1]), dtype=np.float32)
        np.cumsum(self.left_out, axis=0, out=self.all_left_out[1:])
        self.gains: dict[int, tuple[Floats, Floats]] = {}
        self.begun = self._begun()

    def beside(self, query: Numbers) -> Floats:
        """The bits of one word with each word of the block."""
        before, best, last = None, self.begun, -1
        for place, (one, two) in enumerate(query):
            new = best + self.table.left_out[one]
            self._match(new, best, one)
            if before is not None and two >= 0:
                self._match(new, before, two)
                if place == 1:  # an article
                    np.maximum(new, before + self.table.left_out[two], out=new)
            if before is not None and self.table.is_same_script:
                self._swap(new, before, (last, one))
            before, best, last = best, _best_so_far(new), one
        bits: Floats = (best + self.all_left_out)[self.lengths, self.columns]
        return bits

    def _begun(self) -> Floats:
        """Before the first letter: every letter left out, or an article as one."""
        best = np.zeros_like(self.all_left_out)
        if len(self.two) > 1:
            out = np.append(self.table.right_out, NEVER)[self.two[1]]
            np.maximum(best[2], out - self.all_left_out[2], out=best[2])
        return _best_so_far(best)

    def _gain(self, unit: int) -> tuple[Floats, Floats]:
        """What one unit gains beside every letter, and beside every pair, of the block."""
        if unit not in self.gains:
            row = np.append(self.table.bits[unit], NEVER)
            pair = row[self.two[1:]] - self.left_out[1:] - self.left_out[:-1]
            self.gains[unit] = row[self.one] - self.left_out, pair
        return self.gains[unit]

    def _match(self, new: Floats, before: Floats, unit: int) -> None:
        one, two = self._gain(unit)
        np.maximum(new[1:], before[:-1] + one, out=new[1:])
        np.maximum(new[2:], before[:-2] + two, out=new[2:])

    def _swap(self, new: Floats, before: Floats, pair: tuple[int, int]) -> None:
        """Two letters typed in each other's place."""
        crossed = self._gain(pair[1])[0][:-1] + self._gain(pair[0])[0][1:]
        np.maximum(new[2:], before[:-2] + crossed + SWAPPED, out=new[2:])


def _best_so_far(table: Floats) -> Floats:
    """Each place the best of all before it: a gap costs nothing here. (numpy's own running maximum
    goes column by column, and takes four times as long.)"""
    for before, place in pairwise(table):
        np.maximum(place, before, out=place)
    return table
