"""The demo's service points, made by its own steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.demo.network import points
from kintrace.demo.playing import named, seated
from kintrace.network.access import Role
from kintrace.servicepoints import lookups, reports
from kintrace.servicepoints.suppression import HIDDEN
from kintrace.visitors import lookups as visitors

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_two_points_have_two_weeks_behind_them_and_a_day_that_goes_on(northmark: House) -> None:
    for step in points.steps(northmark):
        step.do()
        step.do()
    with seated(named(northmark.of(Role.VOLUNTEER)[0])) as chidi:
        hall = lookups.points_of(chidi).get(name=points.HALL)
        assert [one.name for one in lookups.points_at_work(chidi)] == [points.BUS, points.HALL]
        assert [one.number for one in lookups.on_board(hall)] == [1, 2, 3, 4, 6]
        assert lookups.sums_of_day(hall, timezone.localdate())["charging"] == 7 + 6
        assert len(lookups.tasks_of(chidi)) == len(points.ASKED)
        settled = lookups.needs_in_force(hall)
        assert settled
        assert settled.safe["where"].startswith("The hall")
    with seated(named(northmark.of(Role.OFFICER)[0])) as omar:
        choice = reports.choice_of(omar)
        report = reports.report_of(omar, choice, month="", whose="")
        assert report
        assert report.total != HIDDEN
        assert [name for name, _n in report.cuts["point"]] == [points.BUS, points.HALL]
        assert len(visitors.feedback(omar)) == len(points.HEARD)
