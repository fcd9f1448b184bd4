"""The lesson of 2022: a legitimate account that reads. Which rule notices it, and when.

The figures stand in docs/threats.md; who changes a line in table.py changes them there, too.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.vault.reader import reading_as
from kintrace.watch import actions
from kintrace.watch.table import Rule
from kintrace.watch.tests.conftest import MONDAY, Stage, letters
from kintrace.watch.tests.days import BUSIEST, MODERATE, work

if TYPE_CHECKING:
    from collections.abc import Callable

    Attacked = Callable[..., None]

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
QUARTER = 15 * MINUTE


def office_days(weeks: int, *, begin: datetime = MONDAY) -> list[datetime]:
    return [begin + DAY * (7 * week + day) for week in range(weeks) for day in range(5)]


def reads_on(stage: Stage, day: datetime, times: int) -> None:
    """So many records between nine and four, evenly, and nothing else."""
    for one in range(times):
        stage.to(day + 9 * HOUR + one * 7 * HOUR / times)
        stage.does(Deed.READ_CASE)


def noticed_on(stage: Stage, days: list[datetime], live: Callable[[datetime], None]) -> int:
    """After how many calendar days something rang; the patrol comes at noon and at midnight."""
    stage.every, stage.next = 12 * HOUR, days[0]
    for day in days:
        live(day)
        stage.to(day + DAY + HOUR)
        if stage.alarms():
            return (day - days[0]).days + 1
    raise AssertionError("nothing rang")


def test_who_reads_two_records_a_minute_is_noticed_within_half_an_hour(stage: Stage) -> None:
    begin = MONDAY + 9 * HOUR
    while not stage.alarms():
        begin += MINUTE
        stage.to(begin)
        stage.does(Deed.READ_CASE)
        stage.does(Deed.READ_CASE)
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.member) == (Rule.MANY_AN_HOUR, stage.alma.pk)
    assert alarm.rang - (MONDAY + 9 * HOUR) <= 30 * MINUTE
    assert 50 < alarm.count <= 60
    assert letters() == ["dana@example.invalid"]


def test_from_the_record_too_many_to_the_letter_it_is_less_than_a_quarter(stage: Stage) -> None:
    at = MONDAY + 9 * HOUR + MINUTE  # just after a round
    stage.to(at)
    for _ in range(51):
        stage.does(Deed.READ_MESSAGE)
    assert stage.alarms() == []
    stage.to(at + QUARTER)
    assert stage.alarms()[0].rang - at <= 5 * MINUTE
    assert letters() == ["dana@example.invalid"]


@pytest.mark.attack
def test_a_stranger_who_reads_eight_records_a_day_is_noticed_within_three_weeks(
    stage: Stage, attacked: Attacked
) -> None:
    """An account that nobody uses: little each day, in the hours of work, for weeks."""
    days = office_days(10, begin=MONDAY + 7 * DAY)
    after = noticed_on(stage, days, lambda day: reads_on(stage, day, 8))
    assert stage.rules() == [Rule.SLOW]
    attacked(
        "a slow reader, eight records a day on an account that nobody uses",
        tried=f"weeks of office days, {after} days by the calendar",
        got=8 * len([one for one in days if one < days[0] + after * DAY]),
        noticed=after * DAY,
    )


@pytest.mark.attack
def test_who_hides_behind_an_owner_at_work_is_noticed_within_a_week(
    stage: Stage, attacked: Attacked
) -> None:
    """A stolen account whose owner goes on working: ten records more each day."""
    stage.every = 12 * HOUR
    for day in office_days(4):
        work(stage, day, MODERATE)
    assert stage.alarms() == []

    def both(day: datetime) -> None:
        work(stage, day, MODERATE)
        stage.to(day + 17 * HOUR)
        for _ in range(10):
            stage.does(Deed.READ_CASE)

    days = office_days(8, begin=MONDAY + 28 * DAY)
    after = noticed_on(stage, days, both)
    assert stage.rules() == [Rule.SLOW]
    attacked(
        "a slow reader, ten a day beside the owner's work",
        tried=f"{after} days, after four weeks of the owner alone",
        got=10 * len([one for one in days if one < days[0] + after * DAY]),
        noticed=after * DAY,
    )


def test_who_reads_at_night_is_noticed_after_eleven_records(stage: Stage) -> None:
    night = MONDAY + 23 * HOUR
    for one in range(11):
        stage.to(night + one * 20 * MINUTE)
        stage.does(Deed.READ_CASE)
    stage.to(night + 4 * HOUR)
    assert stage.rules() == [Rule.OFF_HOURS]


def test_who_reads_on_a_free_day_is_noticed(stage: Stage) -> None:
    sunday = MONDAY + 6 * DAY + 11 * HOUR
    stage.every = HOUR
    stage.to(sunday)
    for _ in range(11):
        stage.does(Deed.READ_CASE)
    stage.to(sunday + HOUR)
    assert stage.rules() == [Rule.OFF_HOURS]


def has_worked(stage: Stage, *deeds: Deed, weeks: int = 4) -> datetime:
    """Alma's last weeks, with these deeds on each Monday; now it is ten on the next one."""
    stage.every = 12 * HOUR
    for week in range(weeks):
        stage.to(MONDAY + 7 * week * DAY + 10 * HOUR)
        for deed in (Deed.READ_CASE, *deeds):
            stage.does(deed)
    at = MONDAY + 7 * weeks * DAY + 10 * HOUR + MINUTE
    stage.to(at - 2 * HOUR)
    stage.every, stage.next = 5 * MINUTE, at - MINUTE
    assert stage.alarms() == []
    stage.to(at)
    return at


@pytest.mark.parametrize(
    ("deed", "a_day"), [(Deed.TOOK_FILE, 5), (Deed.PRINTED_SHEET, 60), (Deed.PRINTED_POSTER, 60)]
)
def test_who_exports_is_noticed_within_a_quarter(stage: Stage, deed: Deed, a_day: int) -> None:
    at = has_worked(stage, Deed.TOOK_FILE, Deed.PRINTED_SHEET)
    for _ in range(a_day):
        stage.does(deed)
    stage.to(at + QUARTER)
    assert stage.alarms() == []
    stage.does(deed)
    stage.to(at + 2 * QUARTER)
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.count) == (Rule.FILE, a_day + 1)
    assert alarm.rang - at - QUARTER <= 5 * MINUTE
    assert letters() == ["dana@example.invalid"]


@pytest.mark.parametrize("deed", [Deed.TOOK_FILE, Deed.PRINTED_SHEET, Deed.PRINTED_POSTER])
def test_who_never_printed_is_noticed_at_the_first_file(stage: Stage, deed: Deed) -> None:
    at = has_worked(stage)
    stage.does(deed)
    stage.to(at + QUARTER)
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.count) == (Rule.FILE, 1)
    assert alarm.rang - at <= 5 * MINUTE
    assert letters() == ["dana@example.invalid"]


def test_what_goes_on_after_the_first_file_was_answered_rings_anew(stage: Stage) -> None:
    at = has_worked(stage)
    stage.does(Deed.TOOK_FILE)
    stage.to(at + QUARTER)
    stage.answers(stage.alarms()[0])
    for _ in range(5):
        stage.does(Deed.TOOK_FILE)
    stage.to(at + 2 * QUARTER)
    assert stage.rules() == [Rule.FILE] * 2


def test_who_reads_no_case_takes_no_file_unnoticed(stage: Stage) -> None:
    adam = enlist(stage.society, Role.SOCIETY_ADMIN)
    stage.does(Deed.TOOK_FILE, by=adam)
    stage.to(MONDAY + 8 * HOUR + QUARTER)
    assert [(one.rule, one.member) for one in stage.alarms()] == [(Rule.FILE, adam.pk)]


def test_the_data_protection_officer_makes_a_copy_without_an_alarm(stage: Stage) -> None:
    stage.does(Deed.TOOK_FILE, by=stage.dana)
    stage.to(MONDAY + 8 * HOUR + QUARTER)
    assert stage.alarms() == []


@pytest.mark.attack
def test_who_opens_an_invented_case_is_noticed_at_once(stage: Stage, attacked: Attacked) -> None:
    case, before = uuid4(), MONDAY + 10 * HOUR
    stage.to(before)
    stage.does(Deed.READ_CASE, case)  # whoever took the story down
    with reading_as(stage.society.pk, member=stage.dana.pk):
        actions.plant([case], code="NM-2345-6789", note="Told by Eva.", by=stage.dana)
    stage.to(before + HOUR + MINUTE)
    assert stage.alarms() == []
    stage.does(Deed.READ_CASE, case)
    stage.to(before + HOUR + QUARTER)
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.member) == (Rule.CANARY, stage.alma.pk)
    attacked(
        "a curious employee, who opens an invented case",
        tried="one case",
        got=1,
        noticed=alarm.rang - before - HOUR - MINUTE,
    )
    assert letters() == ["dana@example.invalid"]


def test_who_looks_through_the_lists_is_noticed(stage: Stage) -> None:
    stage.to(MONDAY + 11 * HOUR)
    for _ in range(7):
        stage.does(Deed.LISTED_CASES)
    stage.to(MONDAY + 11 * HOUR + QUARTER)
    assert stage.rules() == [Rule.MANY_LISTS]


@pytest.mark.parametrize("deed", [Deed.TRIED_CODE, Deed.HEARD_CODE])
def test_who_tries_codes_is_noticed_within_a_quarter(stage: Stage, deed: Deed) -> None:
    at = MONDAY + 11 * HOUR + MINUTE
    stage.to(at)
    for _ in range(26):
        stage.does(deed)
    stage.to(at + QUARTER)
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.count) == (Rule.MANY_LISTS, 26)
    assert alarm.rang - at <= QUARTER
    assert letters() == ["dana@example.invalid"]


def test_the_busiest_day_of_a_caseworker_rings_nothing(stage: Stage) -> None:
    work(stage, MONDAY + DAY, BUSIEST)
    stage.to(MONDAY + 2 * DAY)
    assert stage.alarms() == []
    assert letters() == []


@pytest.mark.parametrize("weeks", [1, pytest.param(4, marks=pytest.mark.slow)])
def test_weeks_of_such_days_ring_nothing_from_the_first_on(weeks: int, stage: Stage) -> None:
    stage.every = 12 * HOUR
    for day in office_days(weeks):
        work(stage, day, BUSIEST)
    stage.to(MONDAY + weeks * 7 * DAY)
    assert stage.alarms() == []


@pytest.mark.attack
def test_somebody_who_only_looks_things_up_now_and_then_rings_nothing(
    stage: Stage, attacked: Attacked
) -> None:
    """The honest limit: five records a day that are only looked at, in the hours of work."""
    stage.every = 12 * HOUR
    days = office_days(10)
    for day in days:
        reads_on(stage, day, 5)
    stage.to(MONDAY + 70 * DAY)
    assert stage.alarms() == []
    attacked(
        "a curious employee, five records a day and nothing else",
        tried="ten weeks of office days",
        got=5 * len(days),
    )
