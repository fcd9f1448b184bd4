"""Reports of a month: who sees what of it, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.servicepoints import actions, jobs, reports
from kintrace.servicepoints.actions import Plan
from kintrace.servicepoints.lookups import figures
from kintrace.servicepoints.models import DailyCount, MonthOutside, ServicePoint
from kintrace.servicepoints.suppression import HIDDEN
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore

NOVEMBER = date(2026, 11, 1)


def counted(
    point: ServicePoint, number: int, service: str = "wifi", language: str = "", day: int = 20
) -> None:
    DailyCount.objects.create(
        society_id=point.society_id,
        point=point,
        day=date(2026, 11, day),
        service=service,
        language=language,
        count=number,
    )


def of(shore: Shore, *points: ServicePoint) -> dict[str, dict[str, int]]:
    made = reports.of_points(points or [shore.point], NOVEMBER, of="-")
    return {cut: dict(cells) for cut, cells in made.cuts.items()} | {"all": {"": made.total}}


@freeze_time("2026-11-25 10:00")
def test_a_report_holds_back_what_is_under_five_and_what_would_give_it_away(shore: Shore) -> None:
    counted(shore.point, 40)
    counted(shore.point, 20, "call", "ar", day=21)
    counted(shore.point, 3, "talk", "ti", day=22)
    shown = of(shore)
    assert shown["all"] == {"": 63}
    assert shown["service"]["Wi-Fi"] == 40
    assert {shown["service"][one] for one in ("Calls", "Safety talks", "Video calls")} == {HIDDEN}
    assert shown["day"]["20"] == 40
    assert (shown["day"]["21"], shown["day"]["22"], shown["day"]["1"]) == (HIDDEN, HIDDEN, HIDDEN)
    assert "26" not in shown["day"]


@freeze_time("2026-11-25 10:00")
def test_that_somebody_speaks_a_rare_language_is_told_to_nobody(shore: Shore) -> None:
    counted(shore.point, 30, language="ar")
    counted(shore.point, 9, language="fa")
    counted(shore.point, 1, language="ti")
    languages = of(shore)["language"]
    assert list(languages.values()) == [30, HIDDEN]
    assert "ትግርኛ" not in languages


@freeze_time("2026-11-25 10:00")
def test_no_point_can_be_worked_out_from_all_points_together(shore: Shore) -> None:
    """All together minus the others is what is shown of the one, and never what is held back."""
    train = actions.set_up_point(Plan("Train", "train"), by=shore.omar)
    counted(shore.point, 20)
    counted(shore.point, 30, "call")
    counted(train, 3)
    counted(train, 50, "call")
    one, other, both = of(shore), of(shore, train), of(shore, shore.point, train)
    assert other["service"]["Wi-Fi"] == HIDDEN
    assert both.pop("point") == {"Harbour Street": 50, "Train": 53}
    for cut, cells in both.items():
        for name, number in cells.items():
            assert number == one[cut].get(name, 0) + other[cut].get(name, 0), (cut, name)


@freeze_time("2026-11-25 10:00")
def test_an_officer_reads_a_point_and_takes_the_same_numbers_as_a_file(
    shore: Shore, client: Client
) -> None:
    counted(shore.point, 40)
    counted(shore.point, 2, "talk")
    let_in(client, shore.omar)
    asked = f"?month=2026-11&whose={shore.point.pk}"
    page = client.get(f"/desk/points/reports/{asked}")
    assert page.context["report"].total == 42
    assert page.content.decode().count("<svg class=") >= 3
    table = client.get(f"/desk/points/reports/table/{asked}").content.decode()
    assert "Wi-Fi,not shown" in table
    assert "All services,42" in table
    assert ",2\r" not in table
    for strange in ("?month=1999-13&whose=x", "?month=2026-11&whose=00000000-0000-0000-0000-0000"):
        assert client.get(f"/desk/points/reports/{strange}").status_code == 200


def test_a_point_of_another_society_is_in_no_choice(shore: Shore) -> None:
    other = settle_shore("BG")
    with reading_as(other.society.pk):
        counted(other.point, 40)
    choice = reports.choice_of(shore.omar)
    assert [key for key, _name in choice.whose] == ["", str(shore.point.pk)]
    asked = reports.report_of(shore.omar, choice, month="2026-11", whose=str(other.point.pk))
    assert asked
    assert asked.total == HIDDEN


@pytest.mark.database_bound
def test_outside_a_month_is_told_fourteen_days_late_and_without_days_and_points(
    shore: Shore, client: Client
) -> None:
    counted(shore.point, 40)
    counted(shore.point, 30, "call")
    counted(shore.point, 2, "talk", "ti")
    office = found("NO")
    nils = enlist(office, Role.NETWORK_ADMIN)
    for today, months in (("2026-12-14", 0), ("2026-12-15", 1), ("2026-12-16", 1)):
        with freeze_time(f"{today} 10:00"), reading_as(shore.society.pk):
            jobs.write_figures.call()
            assert len(set(MonthOutside.objects.values_list("month", flat=True))) == months
    with reading_as(office.pk, member=nils.pk):
        told = figures.outside(shore.society.pk, NOVEMBER)
        assert told == {"service": {"wifi": 40}, "band": {"": 72}, "all": {"": 72}}
        assert not DailyCount.objects.filter(society=office).exists()
    let_in(client, nils)
    page = client.get(f"/desk/points/reports/?month=2026-11&whose={shore.society.pk}")
    shown = page.context["report"]
    assert (shown.of, shown.total, shown.outside) == ("Society AT", 72, True)
    assert "day" not in shown.cuts
    assert "Harbour" not in page.content.decode()


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.CASEWORKER, Role.AUDITOR])
def test_who_has_no_right_reads_no_report(shore: Shore, client: Client, role: Role) -> None:
    let_in(client, enlist(shore.society, role))
    assert client.get("/desk/points/reports/").status_code == 403


def test_without_a_count_there_is_a_page_and_an_empty_file(shore: Shore, client: Client) -> None:
    let_in(client, enlist(found("NO"), Role.NETWORK_ADMIN))
    assert "no month to show" in client.get("/desk/points/reports/").content.decode()
    assert client.get("/desk/points/reports/table/").status_code == 200
    let_in(client, shore.omar)
    assert client.get("/desk/points/reports/").status_code == 200
