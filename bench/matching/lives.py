"""Invented lives: who people are before any desk has written them down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bench.matching.material import REGIONS, Bag, Region, Spelt, bag, towns

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

SIBLINGS = 0.08  # of lives are those of a look-alike brother or sister
FIRST_BIRTH, LAST_BIRTH = date(1940, 1, 1), date(2015, 12, 31)
EVENTS = tuple(range(2011, 2025))
TRANSIT = (
    Spelt("Agadez", ("Agadez", "Agades")),
    Spelt("طرابلس", ("Tripoli", "Trablus", "Tarabulus")),
    Spelt("Lesbos", ("Lesbos", "Lesvos", "Mytilene")),
    Spelt("Lampedusa", ("Lampedusa",)),
    Spelt("Przemyśl", ("Przemysl", "Przemyśl")),
    Spelt("کابل", ("Kabul", "Kaboul")),
    Spelt("الخرطوم", ("Khartoum", "Khartum")),
    Spelt("Edirne", ("Edirne", "Adrianople")),
)
_BEGIN = ("Tel", "Kafr", "Adi", "Nova", "Deh", "Ma", "Gor", "Bar", "Wad", "Sel")
_END = ("zara", "hamra", "keshi", "nabo", "lima", "dur", "sabun", "tira", "goro", "meda")


@dataclass(frozen=True, slots=True)
class Life:
    """One person as it is: nothing here is misspelt, forgotten or unknown but the day of birth
    (`day_known`), which offices write as 1 January."""

    person: int
    region: Region
    given: Spelt
    middle: Spelt | None
    family: Spelt
    father: Spelt
    mother: Spelt
    female: bool
    birth: date
    day_known: bool
    town: Spelt
    seen: tuple[Spelt, ...]
    event: int
    phone: str


def lives(dice: random.Random, half: str) -> Iterator[Life]:
    """One life after the other, without an end; siblings follow each other."""
    weights = [region.share for region in REGIONS]
    person, last = 0, None
    while True:
        if last is not None and dice.random() < SIBLINGS:
            life = _sibling(last, person, dice, half)
        else:
            region = dice.choices(REGIONS, weights)[0]
            life = _life(person, region, dice, half)
        yield life
        person, last = person + 1, life


def _life(person: int, region: Region, dice: random.Random, half: str) -> Life:
    given, family = bag(region.given, "given", half), bag(region.family, "family", half)
    female = dice.random() < 0.45
    father = given.draw(dice)
    name = _gendered(family.draw(dice), region, female=female)
    return Life(
        person=person,
        region=region,
        given=given.draw(dice),
        middle=_middle(father, region, female=female, dice=dice, half=half),
        family=name,
        father=father,
        mother=given.draw(dice),
        female=female,
        birth=_day(FIRST_BIRTH, LAST_BIRTH, dice),
        day_known=dice.random() > 0.25,
        town=_town(region, dice),
        seen=tuple(_seen(region, dice) for _ in range(2)),
        event=dice.choice(EVENTS),
        phone=f"{dice.randrange(10**8, 10**9)}",
    )


def _sibling(life: Life, person: int, dice: random.Random, half: str) -> Life:
    """Another child of the same house: the same father, mother, family, town and flight."""
    shift = timedelta(days=dice.choice((-1, 1)) * dice.randrange(330, 365 * 8))
    return replace(
        life,
        person=person,
        given=_another(life.given, bag(life.region.given, "given", half), dice),
        female=dice.random() < 0.45 if life.region.name != "slavic" else life.female,
        birth=max(FIRST_BIRTH, life.birth + shift),
        phone=life.phone if dice.random() < 0.5 else f"{dice.randrange(10**8, 10**9)}",
    )


def _another(given: Spelt, names: Bag, dice: random.Random) -> Spelt:
    """Children of one house are not called alike."""
    while (found := names.draw(dice)).native == given.native:
        pass
    return found


def _middle(
    father: Spelt, region: Region, *, female: bool, dice: random.Random, half: str
) -> Spelt | None:
    """The father's name, a patronymic, or a second name, as the region has it."""
    if region.name in {"arabic", "horn"}:
        return father
    if region.name == "slavic":
        return _patronymic(father, female=female)
    if region.name == "persian":
        return None
    second = bag(region.given, "given", half)
    return second.draw(dice) if dice.random() < 0.3 else None


def _patronymic(father: Spelt, *, female: bool) -> Spelt:
    end, latin = ("івна", ("ivna", "ovna")) if female else ("ович", ("ovych", "ovich", "owitsch"))
    stem = father.native[:-1] if father.native[-1] in "йоаяь" else father.native
    bare = father.latin[0].rstrip("aoiy")
    return Spelt(stem + end, tuple(bare + each for each in latin))


def _gendered(family: Spelt, region: Region, *, female: bool) -> Spelt:
    """Ivanov's daughter is Ivanova."""
    ends = {"ов": "а", "ев": "а", "ін": "а", "ин": "а", "їв": "а"}
    if region.name != "slavic" or not female or family.native[-2:] not in ends:
        return family
    return Spelt(family.native + "а", tuple(each + "a" for each in family.latin))


def _day(first: date, last: date, dice: random.Random) -> date:
    """More of the young: people who flee are."""
    days = (last - first).days
    return last - timedelta(days=int(days * dice.random() ** 1.6))


def _town(region: Region, dice: random.Random) -> Spelt:
    """A large town more often, and now and then a village that no list has."""
    if dice.random() < 0.1:
        name = f"{dice.choice(_BEGIN)} {dice.choice(_END).capitalize()}"
        return Spelt(name, (name, name.replace(" ", ""), name.replace(" ", "-")))
    known = towns(region)
    return known[int(len(known) * dice.random() ** 1.7)]


def _seen(region: Region, dice: random.Random) -> Spelt:
    return dice.choice(TRANSIT) if dice.random() < 0.5 else _town(region, dice)
