"""Tasks 1, 2 and 6: Arabic tokens, three-part names, and Latin spellings of one Arabic name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bench.names import sources
from bench.names.full import crowd
from bench.names.task import Name, Task, filled, raised

if TYPE_CHECKING:
    import random

    from bench.names.task import Wanted

FOREIGN = re.compile("[pvxoc]|ee|oo")  # seldom in the Latin form of an Arabic name
NATIVE = re.compile("[عحصضظقطخ]")  # seldom in the Arabic form of a foreign one
# What a letter may be in Latin; those that come and go in spelling are left out.
SOUNDS = {
    **dict.fromkeys("تطدض", "td"),
    **dict.fromkeys("ثذظ", "tdsz"),
    **dict.fromkeys("سصزش", "sz"),
    **dict.fromkeys("قكغخ", "kqg"),
    "ب": "b",
    "ف": "f",
    "ل": "l",
    "ر": "r",
    "م": "m",
    "ن": "n",
    "ج": "jgd",
}
STRONG = set("".join(SOUNDS.values()))
OWN_TIMES = 4  # so much oftener is a name of our list taken than one that merely looks like it


@cache
def spellings() -> dict[str, frozenset[str]]:
    """Every Latin spelling of an Arabic token, letters that writers exchange taken as one."""
    found: dict[str, set[str]] = {}
    for name in sources.arabic():
        found.setdefault(sources.bare(name.native), set()).update(name.latin)
    return {native: frozenset(latin) for native, latin in found.items()}


def tokens(wanted: Wanted) -> Task:
    """Task 1: an Arabic token asked of Latin tokens; every spelling of it is right."""
    dice, names = wanted.dice("tokens"), sources.of_half(sources.arabic(), wanted.half)
    asked = dice.sample(names, wanted.queries)
    known = spellings()
    needed = [latin for name in asked for latin in name.latin]
    heaps = [_latin(names), _latin(sources.arabic())]
    gallery = filled(dice, needed, heaps, wanted.gallery)
    right = [known[sources.bare(name.native)] for name in asked]
    same = [[place for place, one in enumerate(gallery) if one in latin] for latin in right]
    return Task([name.native for name in asked], [raised(one) for one in gallery], same)


def _latin(names: list[Name]) -> list[str]:
    return [latin for name in names for latin in name.latin]


def full_names(wanted: Wanted) -> Task:
    """Task 2: given name, father's and family name; siblings and fathers stand in the gallery."""
    dice = wanted.dice("arabic full names")
    own = sources.own("arabic")
    more = [name for name in sources.of_half(sources.arabic(), wanted.half) if _like_ours(name)]
    given = sources.of_half(own["given"], wanted.half) * OWN_TIMES + more
    family = sources.of_half(own["family"], wanted.half) * OWN_TIMES + more
    return crowd(dice, wanted, [given, given, family], told=_told)


def _like_ours(name: Name) -> bool:
    return (
        len(name.native) < 8
        and bool(NATIVE.search(name.native))
        and not any(FOREIGN.search(latin) for latin in name.latin)
        and all(_ends_agree(name.native, latin) for latin in name.latin)
    )


def _ends_agree(native: str, latin: str) -> bool:
    """The file was gathered by machine; here and there a word stands beside another name."""
    one = [letter for letter in native.removeprefix("ال") if letter in SOUNDS]
    other = [letter for letter in latin if letter in STRONG]
    if not one or not other:
        return not one and not other
    return other[0] in SOUNDS[one[0]] and other[-1] in SOUNDS[one[-1]]


def _told(dice: random.Random, parts: list[str]) -> list[str]:
    """As it is, in another order, or without the father's or the family name."""
    match dice.randrange(3):
        case 0:
            return parts
        case 1:
            return dice.choice([[parts[2], *parts[:2]], [parts[0], parts[2], parts[1]]])
        case _:
            return [parts[0], dice.choice([parts[2], parts[2], parts[1]])]


def variants(wanted: Wanted) -> Task:
    """Task 6: one Latin spelling of a name asked of a gallery that holds the others."""
    dice, kin = wanted.dice("variants"), _kin()
    groups = [group for name in _names(wanted.half) if len(group := _raised(name)) > 1]
    asked = sorted({one for group in groups for one in dice.sample(group, len(group) // 2)})
    asked = dice.sample(asked, min(wanted.queries, len(asked)))
    needed = {other for one in asked for other in kin[one]} - set(asked)
    heaps = [
        {one for name in names for one in _raised(name)} - set(asked)
        for names in (sources.of_half(sources.arabic(), wanted.half), sources.arabic())
    ]
    gallery = filled(dice, sorted(needed), heaps, wanted.gallery)
    places = {one: place for place, one in enumerate(gallery)}
    right = {one: sorted(places[other] for other in kin[one] & places.keys()) for one in asked}
    asked = [one for one in asked if right[one]]
    return Task(asked, gallery, [right[one] for one in asked])


def _raised(name: Name) -> list[str]:
    return list(dict.fromkeys(raised(latin) for latin in name.latin))


def _names(half: str) -> list[Name]:
    """Names of one half that have more than one Latin spelling, or might have."""
    bared = [Name(native, tuple(sorted(latin))) for native, latin in spellings().items()]
    own = [
        name
        for language in ("arabic", "persian", "hebrew", "russian", "ukrainian")
        for names in sources.own(language).values()
        for name in names
    ]
    return sources.of_half(bared + own, half)


@cache
def _kin() -> dict[str, set[str]]:
    """For each Latin spelling all those that are one name with it, over both halves: joined by a
    native name that they share, or by a spelling that two native names share."""
    joined: dict[str, set[str]] = {}
    for name in _names("held") + _names("dev"):
        group = set(_raised(name))
        key = f"={sources.bare(name.native)}"
        for one in [*group, key]:
            group |= joined.get(one, set())
        group.add(key)
        for one in group:
            joined[one] = group
    return {
        one: {other for other in group if other[0] != "="} - {one}
        for one, group in joined.items()
        if one[0] != "="
    }
