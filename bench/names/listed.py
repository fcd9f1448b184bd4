"""Tasks 4, 5 and 10: Hebrew full names, Cyrillic tokens, Persian given names. Our own lists, and
for the first two the city names of GeoNames (CC BY 4.0), since people are called after cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.names import rivals, sources
from bench.names.full import crowd
from bench.names.task import Name, Task, filled, raised

if TYPE_CHECKING:
    import random

    from bench.names.task import Wanted


def _cities(script: str, half: str) -> list[Name]:
    found = rivals.places()[script].items()
    return sources.of_half([Name(native, tuple(latin), own=False) for native, latin in found], half)


def hebrew(wanted: Wanted) -> Task:
    """Task 4: given and family name, one in five the other way round; of the given names a third
    and of the family names two thirds are called after cities."""
    dice, own = wanted.dice("hebrew"), sources.own("hebrew")
    given, family = (sources.of_half(own[kind], wanted.half) for kind in ("given", "family"))
    cities = _cities("hebrew", wanted.half)
    given = given * 4 + dice.sample(cities, len(given) * 2)
    family = family * 4 + dice.sample(cities, len(family) * 8)
    return crowd(dice, wanted, [given, family], told=_told)


def _told(dice: random.Random, parts: list[str]) -> list[str]:
    return parts[::-1] if dice.random() < 0.2 else parts


def cyrillic(wanted: Wanted) -> Task:
    """Task 5: one word in Russian or Ukrainian letters, asked of words in Latin ones."""
    dice = wanted.dice("cyrillic")
    people = [
        name
        for language in ("russian", "ukrainian")
        for names in sources.own(language).values()
        for name in sources.of_half(names, wanted.half)
    ]
    people = dice.sample(people, min(len(people), wanted.queries))
    cities = _cities("cyrillic", wanted.half)
    cities = dice.sample(cities, min(len(cities), wanted.queries - len(people)))
    rest = _cities("cyrillic", "held") + _cities("cyrillic", "dev")
    return tokens(dice, people + cities, rest, wanted.gallery)


def persian(wanted: Wanted) -> Task:
    """Task 10: Persian given names among the Latin tokens of the Arabic file."""
    names = sources.of_half(sources.own("persian")["given"], wanted.half)
    return tokens(wanted.dice("persian"), names, sources.arabic(), wanted.gallery)


def tokens(dice: random.Random, asked: list[Name], rest: list[Name], size: int) -> Task:
    """Single words, each asked of a gallery that holds one of its spellings, by chance more."""
    known: dict[str, set[str]] = {}
    for name in [*asked, *rest]:
        known.setdefault(name.native.lower(), set()).update(map(raised, name.latin))
    natives = list(dict.fromkeys(name.native for name in asked))
    needed = [dice.choice(sorted(known[native.lower()])) for native in natives]
    heap = [raised(latin) for name in rest for latin in name.latin]
    gallery = filled(dice, needed, [heap], size)
    places = {latin: place for place, latin in enumerate(gallery)}
    same = [
        [places[one] for one in sorted(known[native.lower()] & places.keys())] for native in natives
    ]
    sealed = frozenset(
        raised(word) for name in rest if not name.own for word in (name.native, *name.latin)
    )
    return Task(natives, gallery, same, sealed)
