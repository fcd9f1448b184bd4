"""Two societies whose people are the same to a visitor: for tests of what the wall tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from freezegun import freeze_time

from kintrace.cases.actions.faces import put_on_wall
from kintrace.demo import playing
from kintrace.demo.crowd import crowd
from kintrace.demo.invented import PEOPLE, Invented
from kintrace.demo.told import NEWS, STORIES, WAYS
from kintrace.network.access import Role
from kintrace.wall.models import Face
from kintrace.wall.relations import Relation
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kintrace.cases.models import Case


@dataclass
class World:
    """Two societies. For each person whose face hangs in one there is a twin in the other: another
    name, place and year, who came on another day and stays for another time. All came the whole way
    to the wall by what members do; the towns' own faces (tests/town.py) hang among them."""

    towns: list[Town]
    twins: list[tuple[Face, Face]]
    kept_back: set[str]
    dates: set[str]


# What is told at a desk and stands on the wall or on its pages for everybody.
_OF_THE_WALL = {"woman", "man", "female", "male", *Relation.values, *(str(n) for n in range(100))}
_OF_THE_WALL |= {"gregorian", "solar_hijri", "ethiopian", "dark", "olive", "brown", "light"}
_OF_THE_WALL |= {"at home"}  # and so are visitors
# From the people of the demo, who are grown up; their twins are of the crowd.
FIRST = PEOPLE[2:9]
OTHERS_OWN = [
    *("given", "father", "grandfather", "given_own", "father_own", "sought_given"),
    *("sought_given_own", "origin", "language", "complexion", "turn"),
]
CAME = 50  # days before today, those of the second society


def _twins() -> Iterator[tuple[Invented, Invented]]:
    """Each with somebody of another name, place and year who is the same to a visitor."""
    others = crowd(len(FIRST), year=timezone.localdate().year)
    for one, other in zip(FIRST, others, strict=True):
        year, calendar = one.born
        yield (
            one,
            replace(
                one,
                **{name: getattr(other, name) for name in OTHERS_OWN},
                born=(str(int(year) - 1), calendar),
            ),
        )


@dataclass
class _Came:
    """A society whose people came to the desk, their faces, and all that was written of them."""

    town: Town
    faces: list[Face]
    written: set[str]
    dates: set[str]


def _come(code: str, people: Iterable[Invented], *, stays: int) -> _Came:
    town = settle(code)
    today, until = timezone.localdate(), timezone.localdate() + timedelta(days=stays)
    cases: list[Case] = []
    faces: list[Face] = []
    with playing.acting(town[Role.CASEWORKER]) as alma:
        for number, person in enumerate(people):
            cases.append(playing.open_a_case(person, by=alma))
            playing.propose(cases[-1], person, seed=number, until=until, by=alma)
    with playing.acting(town[Role.OFFICER]) as omar:
        for case in cases:
            playing.approve(case, by=omar)
            faces.append(put_on_wall(case, by=omar)[0])
    days = {today, until, today + playing.A_YEAR}
    dates = {word for day in days for word in dates_of(day)}
    written = {str(one) for case in cases for one in (case.pk, case.subject)}
    written |= {str(town.society.pk), str(town.things["shown case"])}
    written |= {member.sign_in for member in (*town.members.values(), town.lena)}
    return _Came(town, [Face.objects.get(pk=town.things["face"]), *faces], written, dates)


def dates_of(day: date) -> set[str]:
    """As a machine and as each language's page would write it."""
    said = {day.isoformat(), day.strftime("%Y%m%d")}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said |= {date_format(day, form) for form in ("DATE_FORMAT", "SHORT_DATE_FORMAT")}
    return said


def _told(people: Iterable[Invented]) -> set[str]:
    """Names, places, years, last news, stories and telephone numbers of all who came."""
    words = {word for person in people for word in vars(person).values() if isinstance(word, str)}
    words |= {person.born[0] for person in people}
    words |= {said for news in NEWS for said in (news.said, news.place)} | set(STORIES)
    words |= {said for ways in WAYS for many in ways.values() for said in many}
    return {word for word in words if len(word) > 2} - _OF_THE_WALL


def settled() -> World:
    """Both societies and all who came; for whoever takes it back afterwards."""
    here, there = zip(*_twins(), strict=True)
    with freeze_time(timezone.now() - timedelta(days=CAME), tick=True):
        second = _come("BG", reversed(there), stays=300)
    first = _come("AT", here, stays=40)
    people = (*PEOPLE[:2], *here, *there)
    return World(
        [first.town, second.town],
        list(zip(first.faces, [second.faces[0], *reversed(second.faces[1:])], strict=True)),
        {*_told(people), *first.written, *second.written},
        first.dates | second.dates,
    )
