"""Who comes to which desk, and how far each has come: 240 publications and some who are before one.

The first hour of the first society is what a newcomer sees at once. All the others are dealt out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import count, cycle, islice
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.demo.crowd import crowd
from kintrace.demo.invented import PEOPLE, Invented
from kintrace.demo.network import states
from kintrace.demo.network.houses import HOUSES, House
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import look
from kintrace.demo.steps import Step
from kintrace.network.words import SocietyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

F = Fate
# The first 25 people, and what becomes of each: 24 faces hang, one waits for the second eye.
FIRST_HOUR: tuple[Fate, ...] = (*(F.LIVE,) * 24, F.CLEARED)
# One round of everything that becomes of a publication, and who is not that far yet.
ROUND: tuple[Fate, ...] = (
    *(F.LIVE,) * 6, F.CLEARED, F.LIVE, F.MATCHED, F.LIVE, F.STOPPED, *(F.LIVE,) * 4, F.EXPIRED,
    F.LIVE, F.MINOR, F.LIVE, F.APPROVED, F.WITHDRAWN, *(F.LIVE,) * 3, F.TAKEN_DOWN, F.LIVE, F.HELD,
    *(F.LIVE,) * 3,
)  # fmt: skip
NOT_YET: tuple[Fate, ...] = (F.OPENED, F.DRAFT)
SECOND_HOUR, ELSEWHERE = 35, 30  # publications of the first society's second hour, of each other


@dataclass(frozen=True)
class Lot:
    """One person at one desk. `number` counts within the society, `seed` over all faces."""

    house: House
    number: int
    fate: Fate
    person: Invented
    seed: int

    @property
    def case_key(self) -> str:
        return f"{self.house.code} case {self.number}"

    @property
    def face_key(self) -> str:
        return f"{self.house.code} face {self.number}"


@cache
def lots() -> tuple[Lot, ...]:
    """Everybody, society by society; the same for everyone who asks in the same year."""
    fates = [(house, number, fate) for house in desks() for number, fate in _fates(house)]
    people = (*PEOPLE, *_dealt([fate for *_where, fate in fates]))
    return tuple(
        Lot(house, number, fate, person, seed)
        for (house, number, fate), person, seed in zip(fates, people, _seeds(people), strict=True)
    )


def newcomers(many: int) -> tuple[Invented, ...]:
    """So many more people, none of whom has a lot; the same for who asks in the same year."""
    return _dealt([lot.fate for lot in lots()], more=many)[-many:]


def _dealt(fates: Sequence[Fate], *, more: int = 0) -> tuple[Invented, ...]:
    """Who follows after the first 25, of the age that their fate asks."""
    after = fates[len(PEOPLE) :]
    minors = [place for place, fate in enumerate(after) if fate is F.MINOR]
    return crowd(len(after) + more, year=timezone.localdate().year, minors=minors)


def _seeds(people: Sequence[Invented]) -> Iterator[int]:
    """A seed for each portrait, so that no two faces are alike at a glance."""
    seen = set[tuple[object, ...]]()
    for place, person in enumerate(people):
        seeds = count(place, step=len(people))
        seed = next(one for one in seeds if look(person, seed=one).at_a_glance not in seen)
        seen.add(look(person, seed=seed).at_a_glance)
        yield seed


def desks() -> list[House]:
    """The societies that have people at their desks: all but the network's office."""
    return [house for house in HOUSES if house.kind is not SocietyKind.NETWORK_OFFICE]


def _fates(house: House) -> Iterator[tuple[int, Fate]]:
    many = SECOND_HOUR if house is HOUSES[0] else ELSEWHERE
    first = FIRST_HOUR if house is HOUSES[0] else ()
    return enumerate((*first, *islice(cycle(ROUND), many), *NOT_YET), start=1)


def at(house: House) -> list[Lot]:
    return [lot for lot in lots() if lot.house is house]


def first_hour(house: House) -> tuple[Step, ...]:
    return _steps(at(house)[: len(FIRST_HOUR)])


def second_hour(house: House) -> tuple[Step, ...]:
    return _steps(at(house)[len(FIRST_HOUR) :])


def steps(house: House) -> tuple[Step, ...]:
    return _steps(at(house))


def _steps(some: Iterable[Lot]) -> tuple[Step, ...]:
    """Two for each person: what is told at the desk, then the way of the photo."""
    return tuple(
        step
        for lot in some
        for step in (
            Step(lot.case_key, partial(states.receive, lot)),
            Step(lot.face_key, partial(states.play, lot)),
        )
        if step.key == lot.case_key or lot.fate not in NOT_YET
    )
