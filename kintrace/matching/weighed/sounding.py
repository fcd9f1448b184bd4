"""Words side by side, pair by pair: what `names.worth` says of all words of two lists, said of as
many single pairs as there are, without the pairs that nobody asks for."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.matching.weighed.spellings import SCRIPTS
from kintrace.names.alignment import SWAPPED
from kintrace.names.sounds import NEVER, Floats, Sounds, sounds
from kintrace.names.worth import BEYOND, CONFLICT, ENOUGH, LOST

if TYPE_CHECKING:
    from kintrace.matching.weighed.spellings import Book, Ints, Spellings

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


def sounding(spellings: Spellings, left: Ints, right: Ints) -> Floats:
    """Bits for one name of word left[i] beside word right[i], by their sounds alone.

    From CONFLICT to just over ENOUGH, in the order of the pairs.
    """
    found = np.zeros(len(left), dtype=np.float32)
    told = spellings.of(np.concatenate([left, right]))
    both = told.scripts[left] * len(SCRIPTS) + told.scripts[right]
    order = np.lexsort((told.lengths[left], told.lengths[right], both))
    for some in np.split(order, np.flatnonzero(np.diff(both[order])) + 1):
        if len(some):
            one, other = divmod(int(both[some[0]]), len(SCRIPTS))
            scripts = SCRIPTS[one], SCRIPTS[other]
            rows = spellings.coded(left[some], scripts, "left")
            columns = spellings.coded(right[some], scripts, "right")
            found[some] = _of_scripts(_table(*scripts), rows, columns)
    return found


def _of_scripts(table: _Table, rows: tuple[Book, Ints], columns: tuple[Book, Ints]) -> Floats:
    """Pairs of two scripts, words of about one length together: little of them is padding."""
    blocks = [
        _block(table, _spelt(rows, start), _spelt(columns, start))
        for start in range(0, len(rows[1]), BLOCK)
    ]
    return np.concatenate(blocks)


def _spelt(words: tuple[Book, Ints], start: int) -> _Spelt:
    """One block of the pairs, as long as its longest word."""
    book, at = words[0], words[1][start : start + BLOCK]
    lengths = book.lengths(at)
    one, two = book.rows(at, max(1, int(lengths.max(initial=0))))
    return _Spelt(one, two, lengths, book.typical[at])


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
            before, best = best, _running(new)
            found = np.where(rows.lengths == place + 1, self._at_end(best), found)
        return found

    def _begun(self) -> Floats:
        best = np.zeros_like(self.all_out)
        if len(self.right.two) > 1:
            out = self.table.right_out[self.right.two[1]]
            np.maximum(best[2], out - self.all_out[2], out=best[2])
        return _running(best)

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


def _running(rows: Floats) -> Floats:
    """The most of each row and all before it, in its place: as `np.maximum.accumulate`, which goes
    one number at a time."""
    for before, row in pairwise(rows):
        np.maximum(before, row, out=row)
    return rows
