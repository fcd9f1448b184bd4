"""Families of the demo who are in touch are asked how they are, on days that come due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.neighbours import Group
from kintrace.cases.worklist_plan import to_ask_after_contact
from kintrace.demo.network import contact_plans, settled
from kintrace.demo.network.courses import Course
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import take
from kintrace.demo.tests.test_searches import come, first_of

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_both_sides_are_asked_and_the_first_day_is_due_tomorrow_and_then_late(
    northmark: House,
) -> None:
    for step in settled.steps(northmark):
        take(step)
    for course in (Course.RELEASED, Course.TOLD):
        come(first_of(course))
    for step in contact_plans.at_first(northmark):
        step.do()
        step.do()
    today = timezone.localdate()
    tomorrow, after = today + timedelta(days=1), today + timedelta(days=2)
    with seated(named("alma")) as alma:
        assert lookups.after_contact(alma.society_id).days == contact_plans.DAYS
        lines = list(to_ask_after_contact(alma))
    assert sorted(one.due for one in lines if one.due) == [
        *[tomorrow] * 3,
        today + timedelta(days=7),  # she called before the first day
    ]
    assert [one.group_on(tomorrow) for one in lines].count(Group.TODAY) == 3
    assert [one.group_on(after) for one in lines].count(Group.LATE) == 3


def test_another_society_asks_on_the_days_that_are_usual() -> None:
    second = HOUSES[2]
    planned = len(contact_plans.elsewhere(second))
    assert planned == len(contact_plans.ELSEWHERE)
    assert any(one.came and one.came.outcome == "declined" for one in contact_plans.ELSEWHERE)
