"""Families who are in touch again, and on which days each of the two is asked how they are.

Time is not moved, so no day is late when the demo is made. The first society asks on the day after
contact for the first time: that day comes due the next morning, and is late the morning after.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups
from kintrace.cases.actions import plans, reunion
from kintrace.cases.contact_plan import Side, Talked
from kintrace.cases.plan_words import Outcome, Way
from kintrace.cases.reunion import AfterContact
from kintrace.demo.network import searches
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from kintrace.cases.lookups import Plan
    from kintrace.cases.models import Sought
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

DAYS = (1, 7, 30, 91)


@dataclass(frozen=True)
class Planned:
    """One of the two after contact, as far as they agreed; came: what they said before the day."""

    course: Course
    side: Side
    way: Way
    sentence: str
    came: Talked | None = None


_SPOKE = Talked(Outcome.DONE, Way.CALL, "Called by herself. They cooked together on Friday.")
_ENOUGH = Talked(Outcome.DECLINED, "", "We speak every day now. You need not call any more.")
AT_FIRST = (
    Planned(Course.RELEASED, Side.FOUND, Way.MESSAGE, "Your book has come back to the library."),
    Planned(Course.RELEASED, Side.SEEKER, Way.CALL, "The course begins on Monday."),
    Planned(Course.TOLD, Side.FOUND, Way.SENTENCE, "The shoes are mended."),
    Planned(Course.TOLD, Side.SEEKER, Way.CALL, "The dentist has moved to the square.", _SPOKE),
)
ELSEWHERE = (
    Planned(Course.TOLD, Side.FOUND, Way.MESSAGE, "The tailor asks for the length."),
    Planned(Course.TOLD, Side.SEEKER, Way.CALL, "The bicycle is ready.", _ENOUGH),
)


def at_first(house: House) -> tuple[Step, ...]:
    """What the society settled for the time after contact, and its plans."""
    settled = Step(f"{house.code} after contact", partial(_settle, house))
    return (settled, *_steps(house, AT_FIRST))


def elsewhere(house: House) -> tuple[Step, ...]:
    """On the days that are usual."""
    return _steps(house, ELSEWHERE)


def _steps(house: House, every: tuple[Planned, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(f"{house.code} contact plan {number}", partial(_plan, house, planned))
        for number, planned in enumerate(every, start=1)
    )


def _settle(house: House) -> None:
    """Families are spoken with at the first place, in the room at the back."""
    with seated(named(house.of(Role.OFFICER)[0])) as by:
        settled = AfterContact((str(desks(by.society_id)[0].pk),), DAYS)
        if lookups.after_contact(by.society_id) != settled:
            reunion.settle(settled, by=by)


def _plan(house: House, planned: Planned) -> None:
    search = next(one for one in searches.at(house) if one.course is planned.course)
    with seated(actor(search, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[search.case_key]))
        sought = lookups.still_sought(case)[0]
        plan = _of(sought, planned.side) or _agree(sought, planned, by=by)
        if planned.came and not any(one.settled for one in plan.talks):
            plans.settle(sought, talk=plan.waiting[0].pk, talked=planned.came, by=by)


def _of(sought: Sought, side: Side) -> Plan | None:
    every = lookups.plans_of(lookups.finding_of(sought))
    return next((one for one in every if one.side is side), None)


def _agree(sought: Sought, planned: Planned, *, by: Member) -> Plan:
    side, way, said = planned.side, planned.way, planned.sentence
    row = plans.plan(sought, side=side, way=way, how="spoken", sentence=said, by=by)
    every = lookups.plans_of(lookups.finding_of(sought))
    return next(one for one in every if one.row.pk == row.pk)
