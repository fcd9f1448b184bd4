"""Task 7: Latin names of all regions, asked with slips of the hand and with parts reshuffled."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from bench.names import sources
from bench.names.task import Task, raised

if TYPE_CHECKING:
    import random

    from bench.names.task import Wanted

LANGUAGES = ("arabic", "persian", "hebrew", "russian", "ukrainian")
KEPT = 3  # letters; a shorter word has no slip, for nothing would be left of it


def slips(wanted: Wanted) -> Task:
    """Two- and three-part names of a mixed crowd; the right answer is the name before the slips."""
    dice = wanted.dice("typos")
    words = _words(wanted.half)
    gallery: dict[str, None] = {}
    while len(gallery) < wanted.gallery:
        gallery[" ".join(dice.sample(words, dice.choice([2, 2, 3])))] = None
    names = list(gallery)
    asked = dice.sample(range(len(names)), wanted.queries)
    queries = [slipped(dice, names[place]) for place in asked]
    return Task(queries, names, [[place] for place in asked], sealed=_sealed())


def _words(half: str) -> list[str]:
    own = [
        name
        for language in LANGUAGES
        for names in sources.own(language).values()
        for name in sources.of_half(names, half)
    ]
    found = [latin for name in own for latin in name.latin]
    found += [name.latin[-1] for name in sources.of_half(sources.amharic(), half)][: len(found)]
    found += [name.latin[0] for name in sources.of_half(sources.arabic(), half)][: len(found)]
    return sorted({raised(word) for word in found})


def _sealed() -> frozenset[str]:
    return frozenset(word for name in sources.amharic() for word in name.latin)


def slipped(dice: random.Random, name: str) -> str:
    """One or two slips; four names in ten also with their parts in another order."""
    parts = name.split()
    for _ in range(dice.choice([1, 1, 2])):
        place = dice.randrange(len(parts))
        parts[place] = _slip(dice, parts[place])
    if dice.random() < 0.4:
        dice.shuffle(parts)
    return " ".join(parts)


def _slip(dice: random.Random, word: str) -> str:
    """One letter too many, one too few, another one, or two in the wrong order."""
    if len(word) <= KEPT:
        return word
    word = word[:1].lower() + word[1:]
    place = dice.randrange(len(word) - 1)
    before, one, two, after = word[:place], word[place], word[place + 1], word[place + 2 :]
    new = dice.choice(ascii_lowercase)
    told = dice.choice([one + new + two, two, new + two, two + one])
    return raised(before + told + after)
