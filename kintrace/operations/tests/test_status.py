"""What works is told to every member, what failed to whoever runs the house."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult

from kintrace.audit.deeds_house import HouseDeed
from kintrace.audit.models import Entry
from kintrace.letters.jobs import deliver
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.operations import actions, concerned, failed
from kintrace.operations.models import Beat, Look
from kintrace.operations.tests import slow_work
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member

pytestmark = pytest.mark.django_db
LATE = "Letters, reminders and searches are late."
MAIL = "Letters are late, and nothing is lost"


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    concerned.forget()
    yield
    concerned.forget()


@pytest.fixture
def admin() -> Member:
    return enlist(found("NET"), Role.NETWORK_ADMIN)


@pytest.fixture
def desk() -> Client:
    return let_in(Client(), enlist(found("AT"), Role.CASEWORKER))


@pytest.fixture
def office(admin: Member) -> Client:
    return let_in(Client(), admin)


def worker_gone(minutes: int) -> None:
    actions.beat("one")
    Beat.objects.update(at=timezone.now() - timedelta(minutes=minutes))


def page(client: Client, path: str = "/desk/status/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def failed_job(*args: str) -> DBTaskResult[..., object]:
    job = (deliver.enqueue(*args) if args else slow_work.fails.enqueue()).id
    rows = DBTaskResult.objects.filter(pk=job)
    rows.update(
        status=Status.FAILED,
        worker_ids=["gone"] * 6,
        finished_at=timezone.now(),
        exception_class_path="builtins.ValueError",
        traceback="kintrace.letters.jobs:deliver:40",
    )
    return rows.get()


def test_a_worker_that_is_gone_is_told_above_every_page_with_what_is_not_lost(
    desk: Client,
) -> None:
    worker_gone(14)
    assert LATE not in page(desk)
    worker_gone(16)
    concerned.forget()
    for path in ("/desk/", "/desk/status/"):
        assert LATE in page(desk, path)


def test_letters_that_do_not_leave_are_told_above_every_page(desk: Client) -> None:
    actions.beat("one")
    actions.note_look("mail", well=False, number=3)
    assert MAIL in page(desk, "/desk/")


@pytest.mark.parametrize("what", ["backups", "anchors", "queue", "failed", "public"])
def test_what_a_desk_can_do_nothing_about_is_told_on_the_page_of_what_works_alone(
    what: str, desk: Client
) -> None:
    actions.beat("one")
    actions.note_look(what, well=False, number=1)
    assert 'class="banner" role="status"' not in page(desk, "/desk/")
    assert "It does not work" in page(desk)


def test_nothing_is_told_where_everything_works(desk: Client) -> None:
    actions.beat("one")
    for what in ("queue", "failed", "mail", "backups", "anchors", "disk", "public"):
        actions.note_look(what, well=True, number=0)
    assert 'class="banner" role="status"' not in page(desk, "/desk/")
    assert "Everything that was looked at works." in page(desk)


def test_a_house_whose_worker_never_ran_is_not_called_broken(desk: Client) -> None:
    assert 'class="banner" role="status"' not in page(desk, "/desk/")
    assert "nobody knows" in page(desk)


def test_what_was_seen_long_ago_says_nothing_of_now(desk: Client) -> None:
    actions.beat("one")
    actions.note_look("mail", well=False)
    Look.objects.update(at=timezone.now() - timedelta(hours=1))
    assert MAIL not in page(desk)
    assert "Not known" in page(desk)


def test_since_when_it_is_so_stays_while_it_stays_so() -> None:
    actions.note_look("mail", well=True)
    long_ago = timezone.now() - timedelta(days=3)
    Look.objects.update(since=long_ago)
    actions.note_look("mail", well=True)
    assert Look.objects.get().since == long_ago
    actions.note_look("mail", well=False)
    assert Look.objects.get().since > long_ago


def test_who_runs_the_house_sees_figures_and_how_the_queue_did(office: Client) -> None:
    actions.note_hour(ready=30, oldest=120)
    actions.note_hour(ready=20, oldest=600)
    actions.note_look("disk", well=True, number=5 * 1024**3)
    shown = page(office)
    assert "5.0\xa0GB free" in shown
    assert "<td>30</td><td>10</td>" in shown  # the most of the hour, the longest in minutes
    assert "0 jobs failed for good" in shown


def test_a_caseworker_sees_no_figure_and_no_job(desk: Client) -> None:
    actions.note_look("disk", well=True, number=5 * 1024**3)
    assert "GB free" not in page(desk)
    assert desk.get("/desk/status/jobs/").status_code == 403


def test_a_job_that_failed_tells_task_place_and_society_and_nothing_of_the_record(
    office: Client,
) -> None:
    society = found("AT")
    letter = str(uuid4())
    failed_job(letter, str(society.pk))
    shown = page(office, "/desk/status/jobs/")
    for word in ("letters.jobs.deliver", "ValueError", "kintrace.letters.jobs:deliver:40"):
        assert word in shown
    assert society.name in shown
    assert letter not in shown


def test_a_job_that_is_tried_again_has_as_many_tries_as_a_new_one_and_is_written_down(
    office: Client, admin: Member
) -> None:
    job = failed_job()
    answer = office.post(f"/desk/status/jobs/{job.pk}/again/")
    assert answer.headers["Location"] == "/desk/status/jobs/"
    assert DBTaskResult.objects.ready().get().worker_ids == []
    assert deeds(admin) == [(HouseDeed.TRIED_JOB_AGAIN, job.pk)]
    assert office.post(f"/desk/status/jobs/{job.pk}/again/").status_code == 404


def test_a_job_is_given_up_with_a_reason_and_stays_for_two_weeks(
    office: Client, admin: Member
) -> None:
    job = failed_job()
    there = f"/desk/status/jobs/{job.pk}/"
    assert office.post(there, {"why": ""}).status_code == 422
    assert failed.count_for_good() == 1
    assert office.post(there, {"why": "done"}).status_code == 302
    assert failed.count_for_good() == 0
    assert "It was done another way" in page(office, "/desk/status/jobs/")
    assert deeds(admin) == [(HouseDeed.GAVE_UP_JOB, job.pk)]
    assert office.get(there).status_code == 404


def test_a_job_that_will_be_tried_again_by_itself_waits_for_nobody(office: Client) -> None:
    job = failed_job()
    DBTaskResult.objects.update(worker_ids=["one"])
    assert office.get(f"/desk/status/jobs/{job.pk}/").status_code == 404
    assert failed.count_for_good() == 0


def test_an_auditor_reads_and_mends_nothing() -> None:
    client = let_in(Client(), enlist(found("NET"), Role.AUDITOR))
    job = failed_job()
    assert "slow_work.fails" in page(client, "/desk/status/jobs/")
    assert client.get(f"/desk/status/jobs/{job.pk}/").status_code == 403
    assert client.post(f"/desk/status/jobs/{job.pk}/again/").status_code == 403


def deeds(member: Member) -> list[tuple[str, object]]:
    with reading_as(member.society_id):
        rows = Entry.objects.filter(deed__in=list(HouseDeed))
        return list(rows.values_list("deed", "about"))
