"""What is measured: a list of queries, a gallery, and which entries of it are the same name."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]
    Truth: TypeAlias = NDArray[np.bool_]

QUERIES, GALLERY = 500, 3000
HALVES = ("held", "dev")


@dataclass(frozen=True)
class Wanted:
    """What a builder is asked for: which seed, which half of the data, how large a gallery."""

    seed: int = 1
    half: str = "held"
    queries: int = QUERIES
    gallery: int = GALLERY

    def dice(self, task: str) -> random.Random:
        """The same throws for the same wish."""
        return random.Random(f"{task} {self.seed} {self.half}")  # noqa: S311 - no secret


@dataclass(frozen=True)
class Task:
    """`same[i]` are the places in the gallery that are true answers to query i, one or more.

    What holds a word of `sealed` may be measured, but not quoted in a published list of errors.
    """

    queries: list[str]
    gallery: list[str]
    same: list[list[int]]
    sealed: frozenset[str] = frozenset()

    def truth(self) -> Truth:
        """The same as a matrix of yes and no."""
        table = np.zeros((len(self.queries), len(self.gallery)), dtype=np.bool_)
        for row, places in enumerate(self.same):
            table[row, places] = True
        return table

    def quotable(self, *texts: str) -> bool:
        return not any(word in self.sealed for text in texts for word in text.split())


@dataclass(frozen=True)
class Name:
    """One part of a name as written by who bears it, and how it is found in Latin letters."""

    native: str
    latin: tuple[str, ...]
    own: bool = True  # from a list of ours or from data whose licence lets it be quoted


def filled(
    dice: random.Random, needed: Iterable[str], more: Iterable[Iterable[str]], size: int
) -> list[str]:
    """A gallery: what is needed, then from each heap what still fits, mixed."""
    chosen = dict.fromkeys(needed)
    for heap in more:
        fresh = sorted(set(heap) - chosen.keys())
        room = max(size - len(chosen), 0)
        chosen |= dict.fromkeys(dice.sample(fresh, min(room, len(fresh))))
    gallery = list(chosen)
    dice.shuffle(gallery)
    return gallery


def raised(text: str) -> str:
    """With a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]
