"""Expectation maximisation over all ways in which two rows of letters may stand side by side.

A step pairs no, one or two letters of one row with no, one or two of the other (Dempster, Laird and
Rubin 1977; for letters: Li, Zhang and Su 2004, the joint source-channel model). All pairs of words
are taken through one cell of their tables together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kintrace.names.letters import NONE, roman
from kintrace.names.spelling import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

STEPS = ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (0, 2), (2, 0))
SMALL = 1e-9
# What the sheet's own romanisation weighs before anything is counted, and as if seen so often.
LEANING, AS_IF_SEEN = 30.0, 2.0


@dataclass
class Side:
    """Words of one script as numbers: `one[place, word]`, `two` for the pair that ends there."""

    letters: Sequence[str]
    script: str
    names: list[str] = field(default_factory=lambda: [NONE])
    numbers: dict[str, int] = field(default_factory=lambda: {NONE: 0})

    def __post_init__(self) -> None:
        self.length = np.array([len(word) for word in self.letters])
        shape = (int(self.length.max()) + 1, len(self.letters))
        self.one, self.two = np.full(shape, -1), np.full(shape, -1)
        for word, letters in enumerate(self.letters):
            for place, unit in enumerate(units(letters, self.script), 1):
                self.one[place, word] = self.number(unit.one)
                self.two[place, word] = self.number(unit.two) if unit.two else -1

    def number(self, unit: str) -> int:
        if unit not in self.numbers:
            self.numbers[unit] = len(self.names)
            self.names.append(unit)
        return self.numbers[unit]

    def taken(self, place: int, count: int) -> Ints:
        """The units that a step of so many letters takes at a place; -1 where it can take none."""
        if count == 0:
            return np.zeros(len(self.letters), dtype=np.int64)
        taken = (self.one if count == 1 else self.two)[place]
        return np.where(place <= self.length, taken, -1)


@dataclass
class Counted:
    """What was learnt: `shares[left, right]` of all steps, and the bits that each pair costs."""

    left: Side
    right: Side
    shares: Floats
    bits: Floats


def _may_skip(side: Side) -> Bools:
    """Two letters are passed over together only where they are an article at the beginning."""
    return np.array([len(name.rstrip("^$")) < 2 or name in ARTICLES for name in side.names])


ARTICLES = frozenset({"al^", "el^", "ul^", "ال^"})


def count(
    left: Sequence[str],
    right: Sequence[str],
    scripts: tuple[str, str],
    rounds: int = 8,
    weights: Floats | None = None,
) -> Counted:
    """The shares under which these pairs of words are likeliest, after some rounds."""
    sides = Side(left, scripts[0]), Side(right, scripts[1])
    known = _known(*sides)
    shares = _normal(_start(*sides) * (1 + LEANING * known), *sides)
    weights = np.ones(len(left)) if weights is None else weights
    bits = np.zeros(len(left))
    for _ in range(rounds):
        counts, bits = _round(*sides, shares, weights)
        shares = _normal(counts + SMALL + AS_IF_SEEN * known, *sides)
    return Counted(*sides, shares, bits)


def _known(left: Side, right: Side) -> Floats:
    """1 where the sheet says by hand that a letter is written so."""
    ways = roman(left.script)
    return np.array(
        [
            [float(other.rstrip("^$") in ways.get(one.rstrip("^$"), ())) for other in right.names]
            for one in left.names
        ]
    )


def _start(left: Side, right: Side) -> Floats:
    shares = np.ones((len(left.names), len(right.names)))
    shares[0] *= 0.3
    shares[:, 0] *= 0.3
    return _normal(shares, left, right)


def _normal(shares: Floats, left: Side, right: Side) -> Floats:
    shares[0] *= _may_skip(right)
    shares[:, 0] *= _may_skip(left)
    shares[0, 0] = 0
    normal: Floats = shares / shares.sum()
    return normal


def _round(left: Side, right: Side, shares: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """One pass: how often each step is expected, and what each pair costs in bits."""
    steps = list(_steps(left, right, shares))
    words = np.arange(len(weights))
    forward = _forward(steps, (len(left.one), len(right.one), len(weights)))
    whole = forward[left.length, right.length, words]
    possible = whole > 0
    weight = np.where(possible, weights / np.where(possible, whole, 1), 0)
    backward = np.zeros_like(forward)
    backward[left.length, right.length, words] = 1
    counts = np.zeros(shares.size)
    for (i, j), (a, b), index, likely in reversed(steps):
        after = likely * backward[i, j]
        backward[i - a, j - b] += after
        expected = forward[i - a, j - b] * after * weight
        counts += np.bincount(index, weights=expected, minlength=shares.size)
    return counts.reshape(shares.shape), -np.log2(np.where(possible, whole, 1e-300))


def _steps(
    left: Side, right: Side, shares: Floats
) -> Iterator[tuple[tuple[int, int], tuple[int, int], Ints, Floats]]:
    """Each cell and step: which share it takes of every pair of words, 0 where it cannot be."""
    for i in range(len(left.one)):
        for j in range(len(right.one)):
            for a, b in STEPS:
                if a > i or b > j:
                    continue
                taken, beside = left.taken(i, a), right.taken(j, b)
                can = (taken >= 0) & (beside >= 0) & (i <= left.length) & (j <= right.length)
                if can.any():
                    index = np.where(can, taken * shares.shape[1] + beside, 0)
                    yield (i, j), (a, b), index, np.where(can, shares.ravel()[index], 0.0)


def _forward(
    steps: list[tuple[tuple[int, int], tuple[int, int], Ints, Floats]], shape: tuple[int, int, int]
) -> Floats:
    forward = np.zeros(shape)
    forward[0, 0] = 1
    for (i, j), (a, b), _, likely in steps:
        forward[i, j] += forward[i - a, j - b] * likely
    return forward
