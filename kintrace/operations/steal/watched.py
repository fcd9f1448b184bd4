"""What is written down where reading is watched: reasons, answers, marks of invented cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases.lookups import case_for, told_of
from kintrace.operations.steal.needles import Kind
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.operations.steal.members import House

_ALARM = re.compile(r'href="(/desk/alarms/[0-9a-f-]{36}/)"')


def mark_invented(case: str, house: House) -> None:
    """The data-protection officer marks a case; `case` is its address."""
    carl, dana = house.people["carl"], house.people["dana"]
    with reading_as(house.society.pk):
        found = case_for(carl.member, UUID(case.split("/")[3]))
        name, code = told_of(found.subject).called, found.reference
    note = dana.planted.sentence(Kind.STAFF, 4)
    dana.send("/desk/canaries/", {"reference": code, "name": name, "note": note})


def give_reason(house: House) -> None:
    """A caseworker says why so much is read."""
    carl = house.people["carl"]
    carl.send("/desk/reading/", {"words": carl.planted.sentence(Kind.STAFF, 4)})


def answer_alarms(house: House) -> None:
    """What rang is answered, one by one."""
    dana = house.people["dana"]
    for alarm in sorted(set(_ALARM.findall(dana.get("/desk/alarms/")))):
        dana.send(alarm, {"note": dana.planted.sentence(Kind.STAFF, 4)})
