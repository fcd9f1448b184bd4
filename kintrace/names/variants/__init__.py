"""Spellings that speak of one name in several languages and scripts, and names that are related.

Each module writes names of one origin down: a line is one name in all its spellings;
`short < full` says that one is a short form of the other, `a ~ b` that two languages have the
same name.
"""

import re
from enum import IntEnum
from functools import cache
from importlib import import_module
from itertools import combinations
from typing import NamedTuple

from kintrace.names.compounds import joined
from kintrace.names.folding import fold
from kintrace.names.remembering import remembered

# The modules that tell of each origin; a name is of an origin, whichever of them has it.
ORIGINS = {
    "arabic": ("arabic", "arabic_compounds", "arabic_women", "arabic_families"),
    "persian": ("persian", "afghan", "persian_short", "persian_families"),
    "horn": ("horn", "horn_blessings", "somali", "oromo", "horn_short"),
    "west_african": ("west_african", "west_african_families"),
    "slavic": ("slavic", "slavic_families"),
    "kurdish_turkish": ("kurdish_turkish",),
    "south_asian": ("south_asian", "south_asian_short", "south_asian_families"),
    "hebrew": ("hebrew",),
    "european": ("european", "european_short", "european_families"),
    "crossings": ("crossings",),
}
MODULES = {module: origin for origin, modules in ORIGINS.items() for module in modules}
_SIGNS = re.compile(r"\s[<~]\s")


class Strength(IntEnum):
    """How near two words are: one name spelled otherwise, or a short form and the like."""

    RELATED = 1
    SAME = 2


class _Name(NamedTuple):
    """One name: where it is told of, in which spellings, and whether families bear it."""

    origins: frozenset[str]
    spellings: tuple[str, ...]
    is_family: bool


class _Table(NamedTuple):
    names: tuple[_Name, ...]
    classes: dict[str, frozenset[int]]  # key of a word -> numbers of the names it spells
    kin: dict[int, frozenset[int]]  # number of a name -> numbers of names related to it


@remembered
def classes_of(word: str) -> frozenset[int]:
    """Numbers of the names it spells: "Youssef" and "يوسف" share one; empty where we know none."""
    return _table().classes.get(_key(word), frozenset())


@remembered
def heads_of(word: str) -> tuple[str, ...]:
    """The first spelling of each name it spells: "Jalloh" and "Diallo" share one. Unlike the
    numbers of names it stays when names are added."""
    return tuple(sorted(_table().names[number].spellings[0] for number in classes_of(word)))


@remembered
def kin_of(word: str) -> frozenset[int]:
    """Numbers of the names related to it: those of "sasha" hold Aleksandr's."""
    kin = _table().kin
    return frozenset().union(*(kin.get(number, frozenset()) for number in classes_of(word)))


@remembered
def strength(a: str, b: str) -> Strength | None:
    """SAME for "Oleksandr" and "Aleksandr", RELATED for "Sasha" and "Aleksandr", else None."""
    if classes_of(a) & classes_of(b):
        return Strength.SAME
    return Strength.RELATED if kin_of(a) & classes_of(b) else None


def spellings_of(word: str) -> tuple[str, ...]:
    """The other spellings of its names, for "spellings tried": of "Diallo", "jallow", "ديالو" …"""
    names, own = _table().names, fold(word)
    rows = (names[number].spellings for number in sorted(classes_of(word)))
    return tuple(dict.fromkeys(one for row in rows for one in row if fold(one) != own))


def every() -> tuple[tuple[str, ...], ...]:
    """All names that are written down here, each with its spellings."""
    return tuple(name.spellings for name in _table().names)


def is_known(word: str) -> bool:
    """Whether it spells a name we know: "halabi" does."""
    return bool(classes_of(word))


@remembered
def is_family(word: str) -> bool:
    """Whether it is known as the name of a family: "Diallo" is, "Mamadou" is not."""
    return any(_table().names[number].is_family for number in classes_of(word))


@remembered
def origins_of(word: str) -> frozenset[str]:
    """The modules that know it: "Tesfay" is of {"horn"}."""
    return frozenset().union(*(_table().names[number].origins for number in classes_of(word)))


@remembered
def _key(word: str) -> str:
    """What it is looked up by: of "Abd-el-Rahman" and "Abdurrahman", "abdrahman"."""
    return joined(fold(word).replace(" ", "").replace("-", ""))


@cache
def _table() -> _Table:
    """All modules read once: some three thousand names in twelve thousand spellings."""
    names: dict[str, _Name] = {}
    for module, origin in MODULES.items():
        _tell(names, origin, lines_of(module, "SAME"), is_family=False)
        _tell(names, origin, lines_of(module, "FAMILIES"), is_family=True)
    lines = [
        (origin, line) for module, origin in MODULES.items() for line in lines_of(module, "RELATED")
    ]
    told = (*names.values(), *_untold(list(names.values()), lines))
    classes = _by_key(told)
    return _Table(told, classes, _kin([line for _, line in lines], classes))


def _tell(names: dict[str, _Name], origin: str, lines: list[str], *, is_family: bool) -> None:
    """One name a line, its spellings apart by spaces; where two begin alike, they are one name."""
    for line in lines:
        words = tuple(line.split())
        known = names.get(_key(words[0]), _Name(frozenset(), (), is_family=False))
        names[_key(words[0])] = _Name(
            known.origins | {origin}, known.spellings + words, is_family or known.is_family
        )


def lines_of(module: str, table: str) -> list[str]:
    """The lines of a module's table, if it has that one; a line that begins with a space goes on
    with the line before."""
    text = getattr(import_module(f"{__name__}.{module}"), table, "")
    return re.sub(r"\n\s+", " ", text).strip().splitlines()


def _untold(told: list[_Name], lines: list[tuple[str, str]]) -> list[_Name]:
    """Names told of only where they are related to others: "sasha", short for "aleksandr"."""
    words = {key: row for row in (_keys(name.spellings) for name in told) for key in row}
    new = []
    for origin, line in lines:
        for side in _sides(line)[: 1 if " < " in line else None]:
            keys = _keys(side)
            if not any(keys <= words.get(key, frozenset()) for key in keys):
                words |= dict.fromkeys(keys, keys)
                new.append(_Name(frozenset({origin}), side, is_family=False))
    return new


def _keys(spellings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_key, spellings))


def _sides(line: str) -> list[tuple[str, ...]]:
    """What stands around the signs of a line: names in their spellings."""
    return [tuple(side.split()) for side in _SIGNS.split(line)]


def _by_key(names: tuple[_Name, ...]) -> dict[str, frozenset[int]]:
    """Which names, by number, each word spells."""
    numbers: dict[str, set[int]] = {}
    for number, name in enumerate(names):
        for word in name.spellings:
            numbers.setdefault(_key(word), set()).add(number)
    return {key: frozenset(found) for key, found in numbers.items()}


def _kin(lines: list[str], classes: dict[str, frozenset[int]]) -> dict[int, frozenset[int]]:
    """ "sasha < aleksandr oleksandra" ties sasha with each of both, "yusuf ~ joseph" each other."""
    kin: dict[int, set[int]] = {}
    for line in lines:
        for one, other in _ties(line):
            ones, others = _numbers(one, classes), _numbers(other, classes)
            for number in ones:
                kin.setdefault(number, set()).update(others)
            for number in others:
                kin.setdefault(number, set()).update(ones)
    return {number: frozenset(others - {number}) for number, others in kin.items()}


def _ties(line: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs of names that one line ties together."""
    first, *rest = sides = _sides(line)
    if " < " in line:
        return [(first, (full,)) for full in rest[0]]
    return list(combinations(sides, 2))


def _numbers(name: tuple[str, ...], classes: dict[str, frozenset[int]]) -> frozenset[int]:
    """The numbers of the one name that all these words spell."""
    return frozenset.intersection(*(classes.get(_key(word), frozenset()) for word in name))
