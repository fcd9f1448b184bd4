"""Puts names of two or three parts together, with relatives who look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.names.task import Task, raised

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from typing import TypeAlias

    from bench.names.task import Name, Wanted

    Person: TypeAlias = tuple[Name, ...]


def crowd(
    dice: random.Random,
    wanted: Wanted,
    kinds: list[list[Name]],
    *,
    told: Callable[[random.Random, list[str]], list[str]],
) -> Task:
    """Asked-for people in native letters, found among many in Latin letters."""
    drawn = _people(dice, kinds, wanted.gallery)
    asked = drawn[: wanted.queries]
    people = _shown(dice, asked, drawn[wanted.queries :], kinds, wanted.gallery)
    places: dict[tuple[str, ...], list[int]] = {}
    for place, person in enumerate(people):
        places.setdefault(_written(person), []).append(place)
    return Task(
        queries=[" ".join(told(dice, list(_written(one)))) for one in asked],
        gallery=[" ".join(raised(dice.choice(part.latin)) for part in one) for one in people],
        same=[places[_written(one)] for one in asked],
        sealed=_sealed(kinds),
    )


def _shown(
    dice: random.Random,
    asked: list[Person],
    strangers: list[Person],
    kinds: list[list[Name]],
    size: int,
) -> list[Person]:
    """Those asked for, a sibling of each, fathers of half of them where the second part is a
    father's name, and strangers."""
    people = asked + [_sibling(dice, one, kinds[0]) for one in asked]
    if len(kinds) > 2:
        people += [_father(dice, one, kinds[0]) for one in asked[::2]]
    people += strangers[: max(size - len(people), 0)]
    dice.shuffle(people)
    return people


def _people(dice: random.Random, kinds: list[list[Name]], number: int) -> list[Person]:
    """So many different people; nobody bears one name twice."""
    found: dict[tuple[str, ...], Person] = {}
    while len(found) < number:
        person = tuple(dice.choice(kind) for kind in kinds)
        if len(set(_written(person))) == len(kinds):
            found[_written(person)] = person
    return list(found.values())


def _written(person: Person) -> tuple[str, ...]:
    return tuple(part.native for part in person)


def _other(dice: random.Random, person: Person, given: list[Name]) -> Name:
    while (name := dice.choice(given)).native in _written(person):
        pass
    return name


def _sibling(dice: random.Random, person: Person, given: list[Name]) -> Person:
    return (_other(dice, person, given), *person[1:])


def _father(dice: random.Random, person: Person, given: list[Name]) -> Person:
    return (person[1], _other(dice, person, given), *person[2:])


def _sealed(kinds: list[list[Name]]) -> frozenset[str]:
    foreign = [name for kind in kinds for name in kind if not name.own]
    return frozenset(raised(word) for name in foreign for word in (name.native, *name.latin))
