"""Descriptions as columns of numbers, so that thousands of pairs are compared in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from kintrace.names.parts import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.matching.description import Description
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.names.dates import Window

SLOTS = 2  # tellings of one fact that are compared; a third is not looked at
FORMS = 3  # ways in which one person is called
OWN, FATHERS, MOTHERS = 0, 1, 2
ROLES = {role: number for number, role in enumerate(Role, 1)} | {Role.UNKNOWN: 0}
SEXES = {"m": 1, "f": 2}
T = TypeVar("T")


class Once(Generic[T]):
    """Distinct values, each with a number, in the order in which they were first met."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self.numbers: dict[T, int] = {}

    def number(self, value: T) -> int:
        found = self.numbers.get(value)
        if found is None:
            found = self.numbers[value] = len(self.values)
            self.values.append(value)
        return found


@dataclass(slots=True, repr=False)
class Columns:
    """What is told of many people. A number -1 is what is not told.

    `owners` (forms): whose way of being called each is, in order. `parts` (parts, 4): form, cell,
    role, and whose name it is (OWN or FATHERS). `mothers` (parts, 2): person and cell. `births`,
    `born_in`, `last_seen` (people, SLOTS): numbers of `windows` and `places`. `sexes`: 0 where
    unknown. `events`, `phones`, `homes`: numbers of distinct texts; `years` of events, 0 if none.
    """

    people: int
    cells: list[str]
    owners: Ints
    parts: Ints
    mothers: Ints
    windows: list[Window]
    births: Ints
    places: list[str]
    born_in: Ints
    last_seen: Ints
    sexes: Ints
    events: Ints
    years: Ints
    phones: Ints
    homes: Ints
    countries: list[str]

    def __repr__(self) -> str:
        return f"<columns of {self.people} people>"


def laid_out(people: Sequence[Description]) -> Columns:
    """Descriptions in their order, as columns."""
    cells, places, windows = Once[str](), Once[str](), Once["Window"]()
    texts, phones, homes = Once[str](), Once[str](), Once[str]()
    owners, parts, mothers = _named(people, cells)
    return Columns(
        people=len(people),
        cells=cells.values,
        owners=owners,
        parts=parts,
        mothers=mothers,
        births=_slots([[windows.number(one) for one in each.births] for each in people]),
        windows=windows.values,
        born_in=_slots([[places.number(one) for one in each.born_in] for each in people]),
        last_seen=_slots([[places.number(one) for one in each.last_seen] for each in people]),
        places=places.values,
        sexes=np.array([SEXES.get(each.sex, 0) for each in people], dtype=np.int64),
        events=_numbers([each.event.strip() for each in people], texts),
        years=np.array([year_of(each.event) for each in people], dtype=np.int64),
        phones=_numbers([dialled(each.phone) for each in people], phones),
        homes=_numbers([each.home for each in people], homes),
        countries=homes.values,
    )


def _named(people: Sequence[Description], cells: Once[str]) -> tuple[Ints, Ints, Ints]:
    """`owners`, `parts` and `mothers` of Columns."""
    owners: list[int] = []
    parts: list[tuple[int, int, int, int]] = []
    mothers: list[tuple[int, int]] = []
    for owner, person in enumerate(people):
        for name in person.names[:FORMS] or ((),):
            form = len(owners)
            owners.append(owner)
            parts += [(form, cells.number(part.text), ROLES[part.role], OWN) for part in name]
            parts += [(form, cells.number(text), 0, FATHERS) for text in person.fathers[:1]]
        mothers += [(owner, cells.number(text)) for text in person.mothers[:1]]
    return (
        np.array(owners, dtype=np.int64),
        np.array(parts, dtype=np.int64).reshape(-1, 4),
        np.array(mothers, dtype=np.int64).reshape(-1, 2),
    )


def _slots(rows: list[list[int]]) -> Ints:
    """The first SLOTS numbers of each row."""
    filled = [(*row[:SLOTS], *[-1] * (SLOTS - len(row))) for row in rows]
    return np.array(filled, dtype=np.int64).reshape(-1, SLOTS)


def _numbers(texts: list[str], once: Once[str]) -> Ints:
    return np.array([once.number(text) if text else -1 for text in texts], dtype=np.int64)


def year_of(event: str) -> int:
    """The year of an event that is told by its year, 0 of every other."""
    plain = event.strip()
    return int(plain) if len(plain) == 4 and plain.isascii() and plain.isdigit() else 0


def dialled(phone: str) -> str:
    """The digits by which two writings of one number are known: the last nine."""
    digits = "".join(sign for sign in phone if sign.isdecimal())
    return digits[-9:] if len(digits) >= 7 else ""
