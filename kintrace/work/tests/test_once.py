"""What is asked for many times in a burst waits once, and never begins too early."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult

from kintrace.protection.jobs import finish_erasures
from kintrace.vault.jobs import note_said
from kintrace.work.once import once
from kintrace.work.urgency import MAY_WAIT, PRESSING

pytestmark = pytest.mark.database_bound


def waiting() -> int:
    return DBTaskResult.objects.filter(status=Status.READY).count()


def test_the_same_work_asked_for_five_hundred_times_waits_once(db: None) -> None:
    assert [once(finish_erasures) for _ in range(500)].count(True) == 1
    assert waiting() == 1


def test_other_ids_are_other_work(db: None) -> None:
    subject, society = str(uuid4()), str(uuid4())
    asked = [("held", society, subject, "2027-01-01"), ("held", society, subject, "2027-01-02")]
    assert [once(note_said, *one) for one in (*asked, *asked)] == [True, True, False, False]


def test_a_job_that_began_does_not_count_for_it_may_have_looked_too_early(db: None) -> None:
    once(finish_erasures)
    DBTaskResult.objects.update(status=Status.RUNNING)
    assert once(finish_erasures)
    assert waiting() == 1


def test_one_that_waits_for_its_hour_is_the_same_work(db: None) -> None:
    later = timezone.now() + timedelta(hours=1)
    once(finish_erasures.using(run_after=later))
    assert not once(finish_erasures)


def test_what_somebody_waits_for_is_taken_first_and_what_may_wait_last(db: None) -> None:
    for priority in (MAY_WAIT, 0, PRESSING):
        finish_erasures.using(priority=priority).enqueue()
    taken = [job.priority for job in DBTaskResult.objects.ready()]
    assert taken == [PRESSING, 0, MAY_WAIT]


def test_two_who_ask_at_the_same_moment_leave_one_job(
    postgres: None, transactional_db: None
) -> None:
    both = threading.Barrier(2)

    def ask() -> None:
        with transaction.atomic():
            both.wait(10)
            once(finish_erasures)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert waiting() == 1


def test_no_worker_begins_what_an_asker_still_writes_for(
    postgres: None, transactional_db: None
) -> None:
    once(finish_erasures)
    found: list[object] = []

    def look() -> None:
        with transaction.atomic():
            found.append(DBTaskResult.objects.ready().get_locked())
        connection.close()

    with transaction.atomic():
        assert not once(finish_erasures)
        thread = threading.Thread(target=look)
        thread.start()
        thread.join(20)
    assert found == [None]
