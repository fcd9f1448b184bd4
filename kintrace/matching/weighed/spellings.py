"""What is worked out of a word once, however often it is compared: its script, the names that it
spells, its sounds as numbers. It is done when the word is first compared; most of a file never are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kintrace.names import variants
from kintrace.names.folding import script_of
from kintrace.names.letters import SHEETS
from kintrace.names.remembering import remembered
from kintrace.names.sounds import numbered, sounds, typical
from kintrace.names.spelling import LATIN, read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

Ints: TypeAlias = NDArray[np.int64]
Small: TypeAlias = NDArray[np.int16]

SCRIPTS = tuple(sorted({LATIN, *SHEETS}))
CLASSES = 4  # names that one word may spell; more are not looked at
NOT_YET = -1


class Told(NamedTuple):
    """Of each word: its script as a number of SCRIPTS, how many letters of it are compared, the
    names that it spells (-1 where there is none), whether it was typed in Latin letters, and its
    place where two words are put in order, whichever was asked first."""

    scripts: Ints
    lengths: Ints
    classes: Ints
    is_latin: NDArray[np.bool_]
    order: Ints


class Spellings:
    """Words by their numbers in a list that may still grow."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.told = _untold(0)
        self.books: dict[tuple[str, str, str], Book] = {}

    def of(self, words: Ints) -> Told:
        """What is known of all words, these among them; each is worked out once."""
        if len(self.told.scripts) < len(self.texts):
            more = _untold(len(self.texts) - len(self.told.scripts))
            self.told = Told(*map(_longer, self.told, more))
        new = np.unique(words[self.told.scripts[words] == NOT_YET])
        if len(new):
            for field, rows in zip(
                self.told, _told([self.texts[word] for word in new]), strict=True
            ):
                field[new] = rows
        return self.told

    def coded(self, words: Ints, scripts: tuple[str, str], side: str) -> tuple[Book, Ints]:
        """A book in which these words stand as numbers of their units, and where each stands."""
        book = self.books.setdefault((*scripts, side), Book(scripts, side))
        return book, book.places(words, self.texts)


def _untold(words: int) -> Told:
    nothing = np.full(words, NOT_YET)
    classes = np.full((words, CLASSES), NOT_YET, dtype=np.int64)
    return Told(nothing, nothing.copy(), classes, np.zeros(words, dtype=np.bool_), nothing.copy())


def _longer(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([one, other])


def _told(texts: list[str]) -> Told:
    spelt = [read(text) for text in texts]
    scripts = np.array([SCRIPTS.index(each.script) for each in spelt], dtype=np.int64)
    return Told(
        scripts,
        np.array([len(each.letters) for each in spelt], dtype=np.int64),
        _padded([variants.classes_of(text) for text in texts]),
        np.array([script_of(text) == LATIN for text in texts], dtype=np.bool_),
        # A lower script stands left; of two words of one script, always the same.
        scripts << 32 | np.array([crc32(text.encode()) for text in texts], dtype=np.int64),
    )


def _padded(sets: Sequence[frozenset[int]]) -> Ints:
    """The first names that each word spells, -1 where there is none."""
    rows = [(*sorted(numbers)[:CLASSES], *[-1] * (CLASSES - len(numbers))) for numbers in sets]
    return np.array(rows, dtype=np.int64).reshape(-1, CLASSES)


class Book:
    """Words as numbers of the units that two scripts are compared by, one behind the other: `one`
    of single letters, `two` of pairs of letters, with one number more for what is no unit."""

    def __init__(self, scripts: tuple[str, str], side: str) -> None:
        told = sounds(*scripts)
        self.scripts, self.side = scripts, side
        self.units = len(told.left if side == "left" else told.right)
        self.at = np.empty(0, dtype=np.int32)
        self.begins = np.zeros(1, dtype=np.int64)
        self.typical = np.empty(0, dtype=np.float32)
        self.one = self.two = np.empty(0, dtype=np.int16)

    def places(self, words: Ints, texts: Sequence[str]) -> Ints:
        """Where each of these words stands, after those that were missing are written in."""
        if len(self.at) < len(texts):
            more = np.full(len(texts) - len(self.at), NOT_YET, dtype=np.int32)
            self.at = np.concatenate([self.at, more])
        new = np.unique(words[self.at[words] == NOT_YET])
        if len(new):
            self.at[new] = len(self.typical) + np.arange(len(new))
            self._write([coded(texts[word], self.scripts, self.side) for word in new])
        return np.asarray(self.at[words], dtype=np.int64)

    def _write(self, rows: list[tuple[Small, Small, float]]) -> None:
        ends = self.begins[-1] + np.cumsum([len(one) for one, _two, _mean in rows])
        self.begins = np.concatenate([self.begins, ends])
        self.one = np.concatenate([self.one, *(one for one, _two, _mean in rows)])
        self.two = np.concatenate([self.two, *(two for _one, two, _mean in rows)])
        means = np.array([mean for _one, _two, mean in rows], dtype=np.float32)
        self.typical = np.concatenate([self.typical, means])

    def lengths(self, at: Ints) -> Ints:
        """How many units each has."""
        return np.asarray(self.begins[at + 1] - self.begins[at])

    def rows(self, at: Ints, longest: int) -> tuple[Ints, Ints]:
        """`one` and `two` of words that stand there, (place, word), padded."""
        place = np.arange(longest)[:, None]
        there = place < self.lengths(at)
        flat = np.where(there, self.begins[at] + place, 0)
        one = np.where(there, self.one[flat], self.units)
        return one.astype(np.int64), np.where(there, self.two[flat], self.units + 1).astype(
            np.int64
        )


@remembered
def coded(word: str, scripts: tuple[str, str], side: str) -> tuple[Small, Small, float]:
    """Its units and pairs of units as numbers, and the bits that it typically brings."""
    told = sounds(*scripts)
    is_left = side == "left"
    units = told.left if is_left else told.right
    found = numbered(read(word).letters, scripts[0 if is_left else 1], units)
    two = np.array([pair for _, pair in found], dtype=np.int16)
    two[two < 0] = len(units) + 1  # no pair
    gains = told.left_typical if is_left else told.right_typical
    return np.array([letter for letter, _ in found], dtype=np.int16), two, typical(found, gains)
