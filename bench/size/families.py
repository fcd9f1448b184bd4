"""Families as desks write them down: who searches, who is sought, in names of six parts of the
world (bench/matching/material.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from bench.matching.material import REGIONS, Bag, Region, Spelt, bag, towns
from kintrace.people.told import Birth, Part, Place, PlaceKind, Told

if TYPE_CHECKING:
    import random

SHARES = tuple(one.share for one in REGIONS)
MANY, HOW_OFTEN = (1, 2, 3, 4), (0.5, 0.28, 0.14, 0.08)  # sought in a case: 1.8 on average
RELATIONS = {"female": ("sister", "mother", "daughter"), "male": ("brother", "father", "son")}
NO_BIRTH, DAY_KNOWN, NO_FAMILY, NO_PLACE = 0.13, 0.3, 0.1, 0.2
LANGUAGES = {
    "arabic": "ar",
    "horn": "ti",
    "persian": "fa",
    "slavic": "uk",
    "west_african": "fr",
    "bengali": "bn",
}


@dataclass(frozen=True, repr=False)
class Family:
    """One search: who searches, and (relation, person) of who is sought."""

    searcher: Told
    sought: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, repr=False)
class _House:
    """What the people of one family have in common."""

    region: Region
    father: Spelt
    family: Spelt
    town: Spelt
    country: str


def family(dice: random.Random) -> Family:
    """A search as it may come to any desk."""
    region = dice.choices(REGIONS, SHARES)[0]
    house = _House(
        region,
        _bag(region.given, "given").draw(dice),
        _bag(region.family, "family").draw(dice),
        dice.choice(towns(region)),
        dice.choice(region.countries),
    )
    number = dice.choices(MANY, HOW_OFTEN)[0]
    return Family(_person(house, dice)[1], tuple(_person(house, dice) for _ in range(number)))


@cache
def _bag(language: str, kind: str) -> Bag:
    return bag(language, kind, "held")


def _person(house: _House, dice: random.Random) -> tuple[str, Told]:
    """Who they are to who searches, and what was told of them."""
    sex = dice.choice(("female", "male"))
    given = _bag(house.region.given, "given").draw(dice)
    words = [("given", given), ("father", house.father)]
    if dice.random() > NO_FAMILY:
        words.append(("family", house.family))
    names = [tuple(Part(role, dice.choice(one.latin)) for role, one in words)]
    if house.region.script and dice.random() < 0.5:
        names.append(tuple(Part(role, one.native) for role, one in words))
    told = Told(
        names=tuple(names),
        sex=sex,
        births=_births(dice),
        places=_places(house, dice),
        languages=(LANGUAGES[house.region.name],),
    )
    return dice.choice(RELATIONS[sex]), told


def _births(dice: random.Random) -> tuple[Birth, ...]:
    if dice.random() < NO_BIRTH:
        return ()
    year = 2024 - int(75 * dice.random() ** 1.3)
    if dice.random() < DAY_KNOWN:
        day = date(year, dice.randint(1, 12), dice.randint(1, 28))
        return (Birth(day.isoformat(), "gregorian", "exact", day, day),)
    return (Birth(str(year), "gregorian", "year", date(year, 1, 1), date(year, 12, 31)),)


def _places(house: _House, dice: random.Random) -> tuple[Place, ...]:
    if dice.random() < NO_PLACE:
        return ()
    return (Place(PlaceKind.ORIGIN.value, dice.choice(house.town.latin), house.country),)
