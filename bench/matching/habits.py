"""How desks write: by the ears of their country, with slips of the hand, in one script or another.

Rules of our own, made by hand and not out of the sheets that names are compared by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from bench.matching.material import Spelt

DESKS = ("en", "fr", "de", "it")
_RULES = {
    "en": (),
    "fr": (
        ("oo", "ou"),
        ("ee", "i"),
        ("sh", "ch"),
        (r"(?<![ao])u(?!e)", "ou"),
        (r"w(?=[aei])", "ou"),
        (r"(?<!d)j", "dj"),
        (r"(?<=[aeiou])s(?=[aeiou])", "ss"),
        ("y$", "i"),
    ),
    "de": (
        ("oo", "u"),
        ("ee", "i"),
        (r"(?<!s)ch", "tsch"),
        (r"(?<!c)sh", "sch"),
        (r"(?<!d)j", "dsch"),
        ("v", "w"),
        (r"y(?=[aeou])", "j"),
        ("kh", "ch"),
    ),
    "it": (
        ("oo", "u"),
        ("ee", "i"),
        (r"sh(?=[aou])", "sci"),
        ("sh", "sc"),
        (r"j(?=[aou])", "gi"),
        ("j", "g"),
        (r"k(?=[aou])", "c"),
        (r"k(?=[ei])", "ch"),
        (r"w(?=[aei])", "u"),
        (r"y(?=[aeou])", "i"),
    ),
}
_BY_EAR = {
    desk: [(re.compile(old, re.IGNORECASE), new) for old, new in rules]
    for desk, rules in _RULES.items()
}
_SAME_KEY = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ئ": "ي", "ؤ": "و",
    "ሐ": "ሀ", "ኀ": "ሀ", "ሠ": "ሰ", "ዐ": "አ", "ፀ": "ጸ", "ኃ": "ሃ", "ሓ": "ሃ", "ё": "е", "ґ": "г",
}  # fmt: skip
_LAZY = str.maketrans(_SAME_KEY)
_VOWELS = "aeiouy"
LOYAL, BY_EAR, LAZY = 0.7, 0.5, 0.4  # how often a desk does so


@dataclass(frozen=True)
class Desk:
    """A society's desk: its language, and how often it writes a name in its own script."""

    society: str
    language: str
    native: float


def desks(count: int, dice: random.Random) -> list[Desk]:
    """Societies whose share of native scripts varies widely; a quarter on average."""
    return [
        Desk(f"S{number:02}", DESKS[number % len(DESKS)], min(0.9, dice.betavariate(0.7, 2.1)))
        for number in range(count)
    ]


def written(name: Spelt, desk: Desk, *, native: bool, dice: random.Random) -> str:
    """The name as this desk writes it down."""
    if native:
        return name.native.translate(_LAZY) if dice.random() < LAZY else name.native
    spellings = name.latin
    mine = spellings[hash_of(desk.society + name.native) % len(spellings)]
    text = mine if dice.random() < LOYAL else dice.choice(spellings)
    return by_ear(text, desk.language) if dice.random() < BY_EAR else text


def hash_of(text: str) -> int:
    """The same number in every run, which Python's own hash is not."""
    found = 0
    for sign in text:
        found = (found * 131 + ord(sign)) % 1_000_003
    return found


def by_ear(text: str, language: str) -> str:
    """ "Shukri" is "Choukri" at a French desk, "Schukri" at a German, "Sciucri" at an Italian."""
    for old, new in _BY_EAR[language]:
        text = old.sub(new, text)
    return text[:1].upper() + text[1:]


def slipped(text: str, dice: random.Random) -> str:
    """One slip of the hand: a letter left out, doubled, swapped with the next or mistaken."""
    if len(text) < 4:
        return text
    at = dice.randrange(1, len(text) - 1)
    kind = dice.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[: at + 1] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + _mistaken(text, at, dice) + text[at + 1 :]


def _mistaken(text: str, at: int, dice: random.Random) -> str:
    """A vowel for a vowel, any other letter by one that stands elsewhere in the word."""
    if text[at] in _VOWELS:
        return dice.choice(_VOWELS)
    return dice.choice(text[1:])
