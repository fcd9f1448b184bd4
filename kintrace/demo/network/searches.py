"""Requests to search, with no photo: in every state in which a case may stand, at every desk.

The first society has one of each course, and the telling ones first. Others have fewer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from kintrace.demo.invented import Missing
from kintrace.demo.network import legs
from kintrace.demo.network.courses import Course
from kintrace.demo.network.houses import HOUSES, House
from kintrace.demo.network.people import desks, newcomers
from kintrace.demo.origins import ORIGINS
from kintrace.demo.steps import Step
from kintrace.network.access import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kintrace.demo.invented import Invented

C = Course
# What a newcomer finds at the first desk a moment after it serves.
EARLY = (
    C.SUBMITTED, C.LEAD, C.VERIFIED, C.REFUSED, C.TRACING, C.CHOSE_MESSAGE, C.ANSWERED, C.REOPENED,
)  # fmt: skip
LATE = (
    C.ACCEPTED, C.SUSPENDED, C.INFORMED, C.TOLD, C.EXPLAINED, C.OPEN, C.RELEASED, C.UPHELD,
    C.CHOSE_LATER, C.OVERTURNED, C.LED_NOWHERE, C.CHOSE_ALIVE, C.SELF_SOLVED, C.RESUMED, C.SIGNED,
    C.CHOSE_NOTHING, C.WITHDRAWN, C.ASKED_TO_STOP, C.TAKEN_BACK, C.DUPLICATE, C.DEATH_TOLD,
    C.NOT_OURS, C.TOLD_ALL, C.IN_TOUCH, C.PASSED_ON, C.OTHER_NEWS,
)  # fmt: skip
# At each of the others, wherever its officers are.
ELSEWHERE = (
    C.TRACING, C.SUBMITTED, C.OPEN, C.LEAD, C.ACCEPTED, C.EXPLAINED, C.SUSPENDED, C.REOPENED,
    C.SELF_SOLVED,
)  # fmt: skip
# Only where two officers approve the sentences that a family or a found person hears.
WITH_SENTENCES = (C.CHOSE_MESSAGE, C.ANSWERED, C.TOLD)


@dataclass(frozen=True)
class Search:
    """One request at one desk. `number` counts within the society."""

    house: House
    number: int
    course: Course
    person: Invented
    others: tuple[Missing, ...]

    @property
    def case_key(self) -> str:
        return f"{self.house.code} search {self.number}"

    @property
    def course_key(self) -> str:
        return f"{self.house.code} course {self.number}"


@cache
def searches() -> tuple[Search, ...]:
    """All of them, society by society; the same for everyone who asks in the same year."""
    planned = [(house, courses_at(house)) for house in desks()]
    ends = list(accumulate(len(of) for _house, of in planned))
    people = iter(newcomers(ends[-1]))
    return tuple(
        Search(house, number, course, person, _others(person))
        for house, of in planned
        for (number, course), person in zip(enumerate(of, start=1), people, strict=False)
    )


def courses_at(house: House) -> Sequence[Course]:
    if house is HOUSES[0]:
        return (*EARLY, *LATE)
    return (*ELSEWHERE, *(WITH_SENTENCES if len(house.of(Role.OFFICER)) > 1 else ()))


def _others(person: Invented) -> tuple[Missing, ...]:
    """Who looks for several tells of each: names of the same origin that nobody else here has."""
    origin = next(one for one in ORIGINS if one.language == person.language)
    found = []
    for place, relation in enumerate(person.also):
        sex = {"sister": "woman", "brother": "man"}.get(relation, ("woman", "man")[place])
        names = origin.women if sex == "woman" else origin.men
        taken = {person.given, person.father, person.sought_given}
        free = [name for name in names if name[0] not in taken]
        latin, own = free[(person.turn + place) % len(free)]
        found.append(Missing(relation, latin, own, sex))
    return tuple(found)


def at(house: House) -> list[Search]:
    return [one for one in searches() if one.house is house]


def early(house: House) -> tuple[Step, ...]:
    return _steps(at(house)[: len(EARLY)])


def later(house: House) -> tuple[Step, ...]:
    return _steps(at(house)[len(EARLY) :])


def steps(house: House) -> tuple[Step, ...]:
    return _steps(at(house))


def _steps(some: Iterable[Search]) -> tuple[Step, ...]:
    """Two for each: what is told at the desk, then how the case goes."""
    pairs = (
        (
            Step(one.case_key, partial(legs.receive, one)),
            Step(one.course_key, partial(legs.play, one)),
        )
        for one in some
    )
    return tuple(chain.from_iterable(pairs))
