"""How faces and words are laid out so that they fill one page and never run onto a second.

Everything on a poster is a share of its cell's width, so a grid is told by its columns and by how
high a row is for its width. The largest photo with the largest letters into which the longest text
still fits is taken; how wide letters are is estimated, with something to spare.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from kintrace.wall.posters import Size

# Hundredths of the cell's width: of the photo, of the height of letters. poster.css has the same.
PHOTOS = (100, 95, 90, 85, 80, 75, 70, 65, 60, 55, 50)
LETTERS = (12, 11, 10, 9, 8, 7)
LINE, CODE_LINE = 1.25, 1.6  # in heights of letters


@dataclass(frozen=True)
class Grid:
    """Columns and rows of faces; `ratio` is the height of a row for a cell one wide."""

    columns: int
    rows: int
    ratio: float


GRIDS = {
    Size.A3: [Grid(4, 3, 1.52), Grid(6, 4, 1.75), Grid(10, 6, 1.98)],
    Size.A4: [Grid(3, 2, 1.64), Grid(4, 3, 1.45), Grid(6, 5, 1.3)],
}


def shape(size: str, said: Sequence[Sequence[str]]) -> str:
    """The classes of the sheet for what is said below each face: "c10 p95 l11"."""
    grid = _grid(size, len(said))
    smallest = (PHOTOS[-1], LETTERS[-1])
    photo, letters = max(_fitting(grid, said), key=_worth, default=smallest)
    return f"c{grid.columns} p{photo} l{letters}"


def fits(size: str, said: Sequence[Sequence[str]]) -> bool:
    """Whether there is room for all of it at all."""
    return bool(_fitting(_grid(size, len(said)), said))


def _grid(size: str, faces: int) -> Grid:
    return next(one for one in GRIDS[Size(size)] if faces <= one.columns * one.rows)


def _fitting(grid: Grid, said: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    lines = {letters: _longest(said, letters) for letters in LETTERS}
    return [
        (photo, letters)
        for photo, letters in product(PHOTOS, LETTERS)
        if 1.25 * photo + (CODE_LINE + LINE * lines[letters]) * letters <= 100 * grid.ratio
    ]


def _worth(pair: tuple[int, int]) -> int:
    photo, letters = pair
    return photo + 4 * letters  # words too small to read are worse than a smaller photo


def _longest(said: Sequence[Sequence[str]], letters: int) -> int:
    return max((sum(_lines(words, letters) for words in below) for below in said), default=0)


def _lines(words: str, letters: int) -> int:
    return ceil(1.05 * sum(map(_width, words)) * letters / 100)


def _width(sign: str) -> float:
    """How wide a letter is for its height: Cyrillic and Ge'ez wide, Arabic narrow."""
    if "\u0400" <= sign <= "\u052f" or "\u1200" <= sign <= "\u139f":
        return 0.58
    return 0.46 if sign > "\u0590" else 0.5
