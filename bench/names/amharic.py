"""Task 3: Amharic names of two or three parts, asked in Ethiopic, found in Latin letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.names import sources
from bench.names.full import crowd

if TYPE_CHECKING:
    import random

    from bench.names.task import Task, Wanted

ALIKE = ("ሀሐኀ", "ሰሠ", "አዐ", "ጸፀ")  # letters that sound alike and are written for one another


def full_names(wanted: Wanted) -> Task:
    """Own name, father's and grandfather's, the last one often left out."""
    names = sources.of_half(sources.amharic(), wanted.half)
    return crowd(wanted.dice("amharic full names"), wanted, [names] * 3, told=_told)


def _told(dice: random.Random, parts: list[str]) -> list[str]:
    """Two or three names; now and then a letter is written that sounds the same."""
    kept = parts[: dice.choice([2, 3, 3])]
    return [_respelt(dice, part) if dice.random() < 0.2 else part for part in kept]


def _respelt(dice: random.Random, part: str) -> str:
    """Each sound has a row of eight letters in Unicode; the vowel stays the same."""
    return "".join(_sounding(dice, letter) for letter in part)


def _sounding(dice: random.Random, letter: str) -> str:
    row, vowel = divmod(ord(letter), 8)
    for alike in ALIKE:
        if chr(row * 8) in alike:
            return chr(ord(dice.choice(alike)) + vowel)
    return letter
