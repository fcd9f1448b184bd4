"""Searches that go on behind a photo, and who agreed that other societies compare theirs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.cards import COMPARED
from kintrace.cases.states import State
from kintrace.demo.network import people, searches
from kintrace.demo.network.people import FIRST_HOUR
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.protection.lookups import bases_in_force, may
from kintrace.protection.purposes import How, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.demo.network.searches import Search
    from kintrace.network.models import Member

HOWS = (How.SPOKEN, How.PHONE, How.WRITTEN)


def early(house: House) -> tuple[Step, ...]:
    """Of the first hour, when the first society stands alone."""
    return _steps(_live(people.at(house)[: len(FIRST_HOUR)]), searches.at(house)[:0])


def later(house: House) -> tuple[Step, ...]:
    """Of everybody else at this desk."""
    return _steps(_live(people.at(house)[len(FIRST_HOUR) :]), searches.at(house))


def steps(house: House) -> tuple[Step, ...]:
    return _steps(_live(people.at(house)), searches.at(house))


def _live(lots: Iterable[Lot]) -> list[Lot]:
    return [lot for lot in lots if lot.fate is Fate.LIVE]


def _steps(lots: Iterable[Lot], some: Iterable[Search]) -> tuple[Step, ...]:
    """Of every two people one agreed."""
    asked = [(one, True) for one in lots] + [(one, False) for one in some]
    return tuple(
        Step(f"{one.case_key} compared", partial(_agree, one, has_photo=has_photo))
        for one, has_photo in asked
        if one.number % 2 == 0
    )


def _agree(one: Lot | Search, *, has_photo: bool) -> None:
    """The search behind a photo goes on; a search without one stays where its course led it."""
    with seated(actor(one, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[one.case_key]))
        if has_photo and case.state == State.OPEN and may(case.subject, Purpose.TRACE):
            case = moves.move(case, to=State.TRACING, by=by)
        compare(case, how=HOWS[one.number // 2 % len(HOWS)], by=by)


def compare(case: Case, *, how: How, by: Member) -> None:
    """The person agreed, unless that stands already or nothing is searched for now."""
    asked = bases_in_force(case.subject, Purpose.COMPARE).exists()
    if case.state in COMPARED and may(case.subject, Purpose.TRACE) and not asked:
        let_compare(case, how=how, by=by)
