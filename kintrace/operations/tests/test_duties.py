"""A duty is done when it falls due, by one worker, and again when it went wrong."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import freezegun
import pytest
from django.db import connection
from django.utils import timezone

from kintrace.audit import anchors
from kintrace.network.tests.cast import found
from kintrace.operations import duties, jobs, lookups
from kintrace.operations.actions import hold_on
from kintrace.operations.beating import Heart
from kintrace.operations.duties import Duty
from kintrace.vault import ledger

pytestmark = pytest.mark.django_db
Clock = freezegun.api.FrozenDateTimeFactory


@pytest.fixture
def clock() -> Iterator[Clock]:
    with freezegun.freeze_time("2026-03-01 12:00:00", tz_offset=0) as clock:
        assert isinstance(clock, Clock)
        yield clock


def test_a_duty_is_done_once_each_time_it_falls_due(clock: Clock) -> None:
    done: list[int] = []
    table = [Duty("count", timedelta(hours=1), lambda: done.append(1))]
    duties.prepare(table)
    duties.prepare(table)
    for minutes, times in ((0, 1), (1, 1), (58, 1), (1, 2), (600, 3)):
        clock.tick(timedelta(minutes=minutes))
        duties.do_due(table)
        duties.do_due(table)
        assert len(done) == times


def test_a_duty_that_went_wrong_is_done_again_soon_and_stops_no_other(clock: Clock) -> None:
    done: list[str] = []

    def breaks() -> None:
        done.append("tried")
        raise RuntimeError

    table = [
        Duty("breaks", timedelta(days=1), breaks),
        Duty("works", timedelta(days=1), lambda: done.append("worked")),
    ]
    duties.prepare(table)
    assert duties.do_due(table) == 1
    clock.tick(timedelta(minutes=9))
    assert duties.do_due(table) == 0
    clock.tick(timedelta(minutes=1))
    duties.do_due(table)
    assert done == ["tried", "worked", "tried"]


def test_a_duty_taken_by_another_worker_is_left_to_it() -> None:
    done: list[str] = []
    table = [Duty("shared", timedelta(hours=1), lambda: done.append("once"))]
    duties.prepare(table)
    first = Duty("shared", timedelta(hours=1), lambda: duties.do_due(table))
    duties.do_due([first])
    assert done == []


def test_every_duty_of_the_house_can_be_done_twice() -> None:
    found("AT")
    names = [duty.name for duty in duties.TABLE]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 40
    for _ in range(2):
        for duty in duties.TABLE:
            duty.do()
    assert not connection.needs_rollback


def test_the_ledger_of_erasures_is_copied_with_each_anchor() -> None:
    society = found("AT")
    ledger.append(society.pk)
    jobs.sign_heads()
    copy = anchors.folder() / ledger.where().name
    assert copy.read_bytes() == ledger.where().read_bytes()
    assert any(anchor.society == str(society.pk) for anchor in anchors.read(anchors.folder()))


def test_a_duty_that_takes_long_is_left_to_who_does_it(transactional_db: None) -> None:
    """Its clock is held off while it is done, and set once it is through."""
    heart = Heart("one", timedelta(minutes=10), timedelta(hours=1))
    seen: list[bool] = []

    def takes_long() -> None:
        hold_on("long", until=timezone.now())  # as if the ten minutes were over
        heart.beat()
        seen.append("long" in lookups.due(timezone.now()))

    table = [Duty("long", timedelta(days=1), takes_long)]
    duties.prepare(table)
    duties.do_due(table, held=heart.at)
    assert seen == [False]
    heart.beat()
    assert lookups.due(timezone.now() + timedelta(hours=23)) == []


def test_what_somebody_waits_for_is_done_between_two_duties(db: None) -> None:
    done: list[str] = []
    table = [
        Duty(name, timedelta(days=1), partial(done.append, name)) for name in ("first", "second")
    ]
    duties.prepare(table)
    duties.do_due(table, before_each=lambda: done.append("pressing"))
    assert done == ["pressing", "first", "pressing", "second"]


def test_a_duty_goes_on_within_its_interval_when_a_clock_that_stood_ahead_is_put_right(
    clock: Clock,
) -> None:
    done: list[str] = []
    table = [
        Duty("often", timedelta(minutes=1), lambda: done.append("often")),
        Duty("daily", timedelta(days=1), lambda: done.append("daily")),
    ]
    duties.prepare(table)
    clock.tick(timedelta(days=1))
    assert duties.do_due(table) == 2
    clock.tick(timedelta(days=-1))
    duties.bring_back(table)
    assert duties.do_due(table) == 0, "nothing is done twice for it"
    clock.tick(timedelta(minutes=1))
    assert duties.do_due(table) == 1
    assert done == ["often", "daily", "often"]
    clock.tick(timedelta(days=1))
    assert duties.do_due(table) == 2
