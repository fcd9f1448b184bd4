"""A job is given back as often as patience lasts, and then left for a person to look at."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult

from kintrace.operations.actions import beat
from kintrace.operations.reaper import Patience, reap
from kintrace.operations.tests import slow_work

pytestmark = [pytest.mark.database_bound, pytest.mark.django_db]
PATIENCE = Patience(lease=timedelta(minutes=5), attempts=3)


def job(status: str, *, tries: int, since: timedelta) -> "DBTaskResult[..., object]":
    """A job that is in this state for so long, after so many tries."""
    row = DBTaskResult.objects.get(pk=slow_work.fails.enqueue().id)
    when = timezone.now() - since
    row.status, row.worker_ids = status, [f"worker {number}" for number in range(tries)]
    row.started_at = when
    row.finished_at = when if status == Status.FAILED else None
    row.save()
    return row


def seconds_from(when: datetime | None) -> float:
    assert when
    return (when - timezone.now()).total_seconds()


def test_a_job_within_its_lease_is_left_alone() -> None:
    row = job(Status.RUNNING, tries=1, since=timedelta(minutes=4))
    assert reap(PATIENCE) == 0
    row.refresh_from_db()
    assert row.status == Status.RUNNING


def test_a_job_that_outlived_its_lease_is_ready_at_once() -> None:
    row = job(Status.RUNNING, tries=2, since=timedelta(minutes=6))
    assert reap(PATIENCE) == 1
    assert DBTaskResult.objects.ready().get() == row


def test_a_job_lost_too_often_has_failed() -> None:
    row = job(Status.RUNNING, tries=3, since=timedelta(minutes=6))
    assert reap(PATIENCE) == 0
    assert reap(PATIENCE) == 0
    row.refresh_from_db()
    assert (row.status, row.exception_class_path) == (
        Status.FAILED,
        "kintrace.operations.reaper.WorkerLost",
    )
    assert row.finished_at


@pytest.mark.parametrize(
    ("tries", "pause"), [(1, 30), (2, 60), (3, 120), (7, 1920), (8, 3600), (40, 3600)]
)
def test_a_failed_job_waits_twice_as_long_each_time_up_to_an_hour(tries: int, pause: int) -> None:
    row = job(Status.FAILED, tries=tries, since=timedelta())
    assert reap(Patience(attempts=100)) == 1
    row.refresh_from_db()
    assert row.status == Status.READY
    assert seconds_from(row.run_after) == pytest.approx(pause, abs=5)
    assert not DBTaskResult.objects.ready().exists()


def test_a_job_that_failed_too_often_stays_failed() -> None:
    row = job(Status.FAILED, tries=3, since=timedelta(days=1))
    assert reap(PATIENCE) == 0
    row.refresh_from_db()
    assert row.status == Status.FAILED


def test_a_job_whose_worker_lives_only_takes_long() -> None:
    row = job(Status.RUNNING, tries=2, since=timedelta(hours=1))
    beat("worker 0")
    assert reap(PATIENCE) == 1  # the one that began it first is no longer at it
    row.status, row.worker_ids = Status.RUNNING, ["worker 0", "worker 1"]
    row.started_at = timezone.now() - timedelta(hours=1)
    row.save()
    beat("worker 1")
    assert reap(PATIENCE) == 0
    row.refresh_from_db()
    assert row.status == Status.RUNNING


def test_a_job_that_somebody_gave_up_is_left_undone() -> None:
    row = job(Status.FAILED, tries=1, since=timedelta(days=1))
    row.return_value = {"given_up": "done"}
    row.save()
    assert reap(PATIENCE) == 0


def test_a_job_whose_worker_began_in_a_time_to_come_is_given_back() -> None:
    row = job(Status.RUNNING, tries=1, since=timedelta(days=-1))
    assert reap(PATIENCE) == 1
    assert DBTaskResult.objects.ready().get() == row


def test_a_job_put_off_beyond_the_longest_pause_is_ready_and_others_stay_as_they_are() -> None:
    soon = timezone.now() + timedelta(minutes=50)
    put_off = [
        DBTaskResult.objects.get(pk=slow_work.fails.using(run_after=when).enqueue().id)
        for when in (soon, timezone.now() + timedelta(days=1), None)
    ]
    at_once = put_off[2].run_after
    reap(PATIENCE)
    for row in put_off:
        row.refresh_from_db()
    assert put_off[0].run_after == soon
    assert put_off[1].run_after <= timezone.now()
    assert put_off[2].run_after == at_once
    assert set(DBTaskResult.objects.ready()) == set(put_off[1:])
