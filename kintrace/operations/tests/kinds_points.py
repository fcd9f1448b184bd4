"""Of what a service point keeps of people, one of each kind that ends by a clock."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from kintrace.network.lookups import desks
from kintrace.operations.tests.kinds_beside import BEGIN
from kintrace.protection import retention
from kintrace.protection.purposes import How
from kintrace.protection.retention import Kind
from kintrace.servicepoints.actions import handing_over, ways_on
from kintrace.servicepoints.actions.ways_on import Wanted
from kintrace.servicepoints.models import Booking, HandOver, Registration, Slip
from kintrace.servicepoints.people_words import Help
from kintrace.servicepoints.tests.people import harbour_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.db.models import Model

    from kintrace.cases.tests.conftest import Scene


def registration(scene: Scene) -> date:
    harbour = harbour_in(scene)
    with harbour.working():
        harbour.register()
    return BEGIN + retention.default(Kind.REGISTRATION)


def hand_over(scene: Scene) -> date:
    harbour = harbour_in(scene)
    with harbour.working():
        one = harbour.register()
        handing_over.hand_over(one, word="almond", how=How.SPOKEN, by=harbour.chidi)
    return BEGIN + retention.default(Kind.HAND_OVER)


def booking(scene: Scene) -> date:
    harbour = harbour_in(scene)
    with harbour.working():
        wanted = Wanted(BEGIN, time(10, 0), "ti", "A red bag")
        ways_on.book(desks(scene.society.pk)[0], wanted=wanted, by=harbour.chidi)
    return BEGIN + retention.default(Kind.BOOKING)


def slip(scene: Scene) -> date:
    harbour = harbour_in(scene)
    with harbour.working():
        ways_on.give_slip(harbour.point, help=Help.HEALTH, by=harbour.chidi)
    return BEGIN + retention.default(Kind.SLIP)


LAID: dict[Kind, tuple[Callable[[Scene], date], type[Model]]] = {
    Kind.REGISTRATION: (registration, Registration),
    Kind.HAND_OVER: (hand_over, HandOver),
    Kind.BOOKING: (booking, Booking),
    Kind.SLIP: (slip, Slip),
}
