"""People whom a point sees again: two for the volunteer, one for the child team, one who carries a
code on; a talk at a desk and a slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network.access import Role
from kintrace.network.lookups import desks
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel, How
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.actions import Plan, Sent, handing_over, registering, ways_on
from kintrace.servicepoints.actions.ways_on import Wanted
from kintrace.servicepoints.people_words import Help, Need
from kintrace.servicepoints.telling import Again, Told
from kintrace.servicepoints.words import PointKind

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member
    from kintrace.servicepoints.models import Registration, ServicePoint


@dataclass(frozen=True)
class Comes:
    """Somebody who comes to the point; nobody here lives."""

    told: Told
    days: int  # until the next time


ROSE = Comes(
    Told("Grandmother Rose", (Need.OLD,), "Blue scarf on the bag", "ti", "Walks with a stick"), 0
)
HAMID = Comes(
    Told("Hamid", (Need.ILL,), "Shows card B", "fa", "Needs insulin, kept cold", "10:00"), 1
)
BROTHERS = Comes(Told("Two brothers", (Need.ALONE,), "They say “the kite”", "ar"), 0)
GOES_ON = Comes(Told("Saba", (Need.PREGNANT,), "Hums a tune", "ti", "Eighth month"), 3)
WORD = "pomegranate"
PLAN = Plan("Harbour Street", "fixed", "Behind the fish market, the green door", slots=20)


def key(house: House) -> str:
    """Under which the code of the hand-over is remembered."""
    return f"{house.code} seen again hand-over"


def steps(house: House) -> tuple[Step, ...]:
    comes = enumerate((ROSE, HAMID, BROTHERS), start=1)
    return (
        *(Step(f"{house.code} seen again {n}", partial(_come, house, one)) for n, one in comes),
        Step(key(house), partial(_go_on, house)),
        Step(f"{house.code} shown the way", partial(_show_the_way, house)),
    )


def _come(house: House, one: Comes) -> None:
    with seated(_volunteer(house)) as by:
        _registered(_point(house, by), one, by=by)


def _go_on(house: House) -> str:
    """Taken again after a kill, a new code takes the place of the one that nobody wrote down."""
    with seated(_volunteer(house)) as by:
        one = _registered(_point(house, by), GOES_ON, by=by)
        return handing_over.hand_over(one, word=WORD, how=How.SPOKEN, by=by)


def _show_the_way(house: House) -> None:
    with seated(_volunteer(house)) as by:
        if lookups.bookings_to_come(by):
            return
        desk, day = desks(by.society_id)[0], timezone.localdate() + timedelta(days=1)
        ways_on.book(desk, wanted=Wanted(day, time(14, 30), "ar", "Carries a red bag"), by=by)
        ways_on.give_slip(_point(house, by), help=Help.HEALTH, by=by)


def _volunteer(house: House) -> Member:
    return named(house.of(Role.VOLUNTEER)[0])


def _point(house: House, by: Member) -> ServicePoint:
    """One that stands, or the first."""
    there = lookups.points_at_work(by).filter(kind=PointKind.FIXED).first()
    if there is None:
        there = actions.set_up_point(PLAN, by=named(house.of(Role.OFFICER)[0]))
    return there


def _registered(point: ServicePoint, one: Comes, *, by: Member) -> Registration:
    text = texts_in_force(by.society_id)[0]
    return registering.register(
        point,
        told=one.told,
        heard=Heard(text, Channel.READ_ALOUD, interpreter=True),
        how=How.SPOKEN,
        again=Again(timezone.localdate() + timedelta(days=one.days), point.pk),
        sent=Sent(uuid5(NAMESPACE_URL, f"kintrace:demo:{one.told.called}")),
        by=by,
    )
