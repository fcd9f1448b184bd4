"""Words side by side, pair by pair: what `names.worth` says of all words of two lists, said of as
many single pairs as there are, without the pairs that nobody asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.names.alignment import SWAPPED
from kintrace.names.remembering import remembered
from kintrace.names.sounds import NEVER, Floats, Sounds, numbered, sounds, typical
from kintrace.names.spelling import read
from kintrace.names.worth import BEYOND, CONFLICT, ENOUGH, LOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

BLOCK = 4096  # pairs that are gone through together: what a processor's own memory holds


class _Table(NamedTuple):
    """The gains of two scripts with one column and row more, for what is no unit."""

    sounds: Sounds
    bits: Floats  # flat
    width: int
    left_out: Floats
    right_out: Floats


class _Spelt(NamedTuple):
    """Words as numbers of their units, padded: (place, word); lengths and typical bits a word."""

    one: Ints
    two: Ints
    lengths: Ints
    typical: Floats


class _Coded(NamedTuple):
    """Distinct words as numbers of their units, (word, place), and which word each pair has."""

    one: Ints
    two: Ints
    lengths: Ints
    typical: Floats
    words: Ints

    def part(self, start: int) -> _Spelt:
        """One block of the pairs, as long as its longest word."""
        some = self.words[start : start + BLOCK]
        lengths = self.lengths[some]
        longest = max(1, int(lengths.max(initial=0)))
        return _Spelt(
            np.ascontiguousarray(self.one[some, :longest].T),
            np.ascontiguousarray(self.two[some, :longest].T),
            lengths,
            self.typical[some],
        )


def sounding(words: Sequence[str], left: Ints, right: Ints) -> Floats:
    """Bits for one name of words[left[i]] beside words[right[i]], by their sounds alone.

    From CONFLICT to just over ENOUGH, in the order of the pairs.
    """
    found = np.zeros(len(left), dtype=np.float32)
    numbers: dict[str, int] = {}
    scripts = np.array([numbers.setdefault(read(word).script, len(numbers)) for word in words])
    lengths = np.array([len(read(word).letters) for word in words])
    for one, first in numbers.items():
        for other, second in numbers.items():
            places = np.flatnonzero((scripts[left] == first) & (scripts[right] == second))
            order = places[np.lexsort((lengths[left[places]], lengths[right[places]]))]
            if len(order):
                found[order] = _of_scripts(words, (left[order], right[order]), one, other)
    return found


def _of_scripts(words: Sequence[str], pairs: tuple[Ints, Ints], one: str, other: str) -> Floats:
    """Pairs of one script each, words of about one length together: little of them is padding."""
    table = _table(one, other)
    rows = _all_coded(words, pairs[0], (one, other), "left")
    columns = _all_coded(words, pairs[1], (one, other), "right")
    blocks = [
        _block(table, rows.part(start), columns.part(start))
        for start in range(0, len(pairs[0]), BLOCK)
    ]
    return np.concatenate(blocks)


def _block(table: _Table, rows: _Spelt, columns: _Spelt) -> Floats:
    bits = _Beside(table, columns).all(rows)
    lost = np.maximum((rows.typical + columns.typical) / 2 - bits, 0)
    bits = np.maximum(bits - LOST * lost, CONFLICT)
    worth: Floats = np.minimum(bits, ENOUGH + (bits - ENOUGH) * BEYOND)
    return worth


@cache
def _table(one: str, other: str) -> _Table:
    told = sounds(one, other)
    wide = np.pad(told.bits, ((0, 1), (0, 1)), constant_values=NEVER)
    return _Table(
        told,
        wide.ravel(),
        wide.shape[1],
        np.append(told.left_out, NEVER),
        np.append(told.right_out, NEVER),
    )


@remembered
def _coded(word: str, scripts: tuple[str, str], side: str) -> tuple[Ints, Ints, float]:
    """Its units and pairs of units as numbers, and the bits that it typically brings."""
    told = sounds(*scripts)
    is_left = side == "left"
    units = told.left if is_left else told.right
    coded = numbered(read(word).letters, scripts[0 if is_left else 1], units)
    two = np.array([pair for _, pair in coded], dtype=np.int64)
    two[two < 0] = len(units) + 1  # no pair
    gains = told.left_typical if is_left else told.right_typical
    return np.array([letter for letter, _ in coded], dtype=np.int64), two, typical(coded, gains)


def _all_coded(words: Sequence[str], of: Ints, scripts: tuple[str, str], side: str) -> _Coded:
    """The words of these pairs, each coded once."""
    once, places = np.unique(of, return_inverse=True)
    coded = [_coded(words[word], scripts, side) for word in once]
    lengths = np.array([len(one) for one, _, _ in coded])
    units = len(sounds(*scripts).left if side == "left" else sounds(*scripts).right)
    one = np.full((len(coded), max(1, lengths.max())), units)  # an unknown letter
    two = np.full(one.shape, units + 1)
    for row, (letters, pairs, _) in enumerate(coded):
        one[row, : len(letters)] = letters
        two[row, : len(letters)] = pairs
    means = np.array([mean for _, _, mean in coded], dtype=np.float32)
    return _Coded(one, two, lengths, means, places)


class _Beside:
    """As `names.alignment`, but each column is a pair and has a left word of its own."""

    def __init__(self, table: _Table, columns: _Spelt) -> None:
        self.table = table
        self.right = columns
        self.out = table.right_out[columns.one]
        self.all_out = np.zeros((len(columns.one) + 1, columns.one.shape[1]), dtype=np.float32)
        np.cumsum(self.out, axis=0, out=self.all_out[1:])
        self.two_out = self.out[1:] + self.out[:-1]

    def all(self, rows: _Spelt) -> Floats:
        """The bits of each pair; read off where both of its words end."""
        best, before = self._begun(), None
        found = self._at_end(best)
        gain: tuple[Floats, Floats] | None = None
        for place in range(int(rows.lengths.max(initial=0))):
            one, two = rows.one[place], rows.two[place]
            new = best + self.table.left_out[one]
            last, gain = gain, self._gain(one)
            self._match(new, best, gain)
            if before is not None:
                self._longer(new, before, two, place)
                if last is not None and self.table.sounds.is_same_script:
                    crossed = gain[0][:-1] + last[0][1:] + SWAPPED
                    np.maximum(new[2:], before[:-2] + crossed, out=new[2:])
            before, best = best, np.maximum.accumulate(new, axis=0)
            found = np.where(rows.lengths == place + 1, self._at_end(best), found)
        return found

    def _begun(self) -> Floats:
        best = np.zeros_like(self.all_out)
        if len(self.right.two) > 1:
            out = self.table.right_out[self.right.two[1]]
            np.maximum(best[2], out - self.all_out[2], out=best[2])
        begun: Floats = np.maximum.accumulate(best, axis=0)
        return begun

    def _at_end(self, best: Floats) -> Floats:
        columns = np.arange(best.shape[1])
        lengths = self.right.lengths
        ended: Floats = best[lengths, columns] + self.all_out[lengths, columns]
        return ended

    def _gain(self, unit: Ints) -> tuple[Floats, Floats]:
        row = unit * self.table.width
        one = self.table.bits[row + self.right.one] - self.out
        return one, self.table.bits[row + self.right.two[1:]] - self.two_out

    def _match(self, new: Floats, before: Floats, gain: tuple[Floats, Floats]) -> None:
        np.maximum(new[1:], before[:-1] + gain[0], out=new[1:])
        np.maximum(new[2:], before[:-2] + gain[1], out=new[2:])

    def _longer(self, new: Floats, before: Floats, two: Ints, place: int) -> None:
        """Two letters of the left word at once, in the columns where they are one sound."""
        some = np.flatnonzero(two < len(self.table.left_out) - 1)
        if not len(some):
            return
        row = two[some] * self.table.width
        part = new[:, some]
        one = self.table.bits[row + self.right.one[:, some]] - self.out[:, some]
        pair = self.table.bits[row + self.right.two[1:, some]] - self.two_out[:, some]
        self._match(part, before[:, some], (one, pair))
        if place == 1:  # an article
            np.maximum(part, before[:, some] + self.table.left_out[two[some]], out=part)
        new[:, some] = part
