"""What machines ask: alive, ready, figures. Codes and numbers, and nothing of anybody."""

from __future__ import annotations

import logging
import shutil
from collections import namedtuple
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client.parser import text_string_to_metric_families as parsed

from kintrace.letters.actions import send
from kintrace.operations import actions, duties, looking, queue, ready
from kintrace.operations.tests import slow_work
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

    from kintrace.network.tests.cast import MakeSociety

TOKEN = "a token of forty letters for the machine"
Usage = namedtuple("Usage", "free")


@pytest.fixture(autouse=True)
def asked_anew(settings: Settings) -> Iterator[None]:
    settings.METRICS_TOKEN = TOKEN
    settings.DATA.mkdir(parents=True, exist_ok=True)
    ready.forget()
    yield
    ready.forget()


def told(client: Client) -> dict[str, dict[tuple[str, ...], float]]:
    """Every sample of /metrics: name → values of its labels → number."""
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in parsed(answer.content.decode()):
        for sample in family.samples:
            labels = tuple(value for _, value in sorted(sample.labels.items()))
            found.setdefault(sample.name, {})[labels] = sample.value
    return found


def test_a_process_that_lives_says_so_without_asking_the_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_machines_get_no_cookie_no_redirect_and_no_line_in_the_log(
    path: str, db: None, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    # A machine asks by address, which is no host of ours.
    shown = {"Host": "10.0.0.1", "Authorization": f"Bearer {TOKEN}"}
    with caplog.at_level(logging.INFO):
        answer = Client().get(path, headers=shown)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert [one for one in caplog.messages if "request" in one] == []


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_machines_only_ask(path: str, db: None) -> None:
    assert Client().head(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    refused = Client().post(path, {"name": "Samira"})
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_a_process_that_may_serve_says_ok(client: Client, db: None) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def codes(client: Client) -> list[str]:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    return answer.content.decode().split()


def test_a_database_that_does_not_answer_is_named(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise OperationalError("host=10.0.0.7 user=Samira")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", fails)
        assert codes(client) == ["database"]


def test_trouble_is_said_to_the_machine_and_not_again_and_again_in_the_log(
    client: Client, db: None, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ROOT_KEYS = settings.DATA / "none"
    with caplog.at_level(logging.INFO):
        assert codes(client) == ["keys"]
        assert client.get("/metrics").status_code == 404
    assert caplog.messages == []


def test_a_full_disk_is_named(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(free=1000))
    assert codes(client) == ["disk"]


def test_a_database_older_than_the_program_is_named(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = MigrationRecorder.applied_migrations

    def without_the_last(recorder: MigrationRecorder) -> dict[tuple[str, str], object]:
        return {name: row for name, row in whole(recorder).items() if name[0] != "operations"}

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", without_the_last)
    assert codes(client) == ["migrations"]


def test_a_missing_key_is_named_on_the_staff_side_alone(
    client: Client, db: None, settings: Settings
) -> None:
    settings.ROOT_KEYS = settings.DATA / "none"
    assert codes(client) == ["keys"]
    settings.HAS_STAFF = False
    ready.forget()
    assert client.get("/readyz").status_code == 200


def test_a_queue_that_nobody_works_through_is_named_and_takes_no_page_away(
    client: Client, db: None
) -> None:
    slow_work.fails.enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=16))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"queue\n")


def test_however_often_a_machine_asks_the_database_is_asked_now_and_then(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/readyz")
    monkeypatch.setattr(ready, "_look", lambda: pytest.fail("asked again"))
    for _ in range(50):
        assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", "Bearer é"])
def test_figures_are_for_who_shows_the_token(shown: str, client: Client, db: None) -> None:
    answer = client.get("/metrics", headers={"Authorization": shown})
    assert (answer.status_code, answer.content) == (404, b"not found\n")


def test_where_no_token_is_set_there_are_no_figures(
    client: Client, db: None, settings: Settings
) -> None:
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_a_request_is_counted_by_its_route_and_never_by_its_path(client: Client, db: None) -> None:
    before = told(client).get("kintrace_requests_total", {})
    client.get("/en/information/?name=Samira")
    client.get("/Samira-Canaryson")
    after = told(client)["kintrace_requests_total"]
    grown = {labels for labels, number in after.items() if number > before.get(labels, 0)}
    assert grown == {("wall:information", "both", "2xx"), ("none", "both", "4xx")}


def test_the_queue_is_told_task_by_task(client: Client, db: None) -> None:
    for _ in range(3):
        slow_work.fails.enqueue()
    one, two, _three = DBTaskResult.objects.order_by("enqueued_at")
    DBTaskResult.objects.filter(pk=one.pk).update(status="FAILED", worker_ids=["a"] * 6)
    long_ago = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.filter(pk=two.pk).update(
        status="RUNNING", worker_ids=["gone"], started_at=long_ago
    )
    DBTaskResult.objects.filter(status="READY").update(enqueued_at=long_ago)
    task = ("operations.tests.slow_work.fails",)
    found = told(client)
    assert found["kintrace_jobs_ready"][task] == 1
    assert found["kintrace_jobs_oldest_seconds"][task] == pytest.approx(3600, abs=60)
    assert found["kintrace_jobs_stuck"][task] == 1
    assert found["kintrace_jobs_failed"][task] == 1
    actions.beat("gone")
    assert told(client)["kintrace_jobs_running"][task] == 1


def test_a_job_of_an_older_program_is_told_without_its_name(client: Client, db: None) -> None:
    slow_work.fails.enqueue()
    DBTaskResult.objects.update(task_path="samira.canaryson")
    assert told(client)["kintrace_jobs_ready"][("other",)] == 1


def test_what_the_worker_saw_is_told_as_sums(
    client: Client, make_society: MakeSociety, settings: Settings
) -> None:
    for code in ("AT", "BG"):
        society = make_society(code).pk
        with reading_as(society):
            send("message-waits", to="a@example.org", language="en", facts={}, society=society)
    (settings.DATA / "last-backup").write_text(timezone.now().isoformat())
    duties.prepare()
    looking.look_around()
    actions.beat("one")
    found = told(client)
    assert found["kintrace_letters"][("waiting",)] == 2
    assert found["kintrace_letters_oldest_seconds"][()] < 60
    assert found["kintrace_backup_age_seconds"][()] < 60
    assert found["kintrace_worker_beat_age_seconds"][()] < 60
    assert found["kintrace_look_age_seconds"][()] < 60
    assert found["kintrace_faces_live"][()] == 0
    assert set(found["kintrace_duty_overdue"]) == {(duty.name,) for duty in duties.TABLE}
    assert set(found["kintrace_trouble"].values()) == {0}


def test_no_label_says_anything_of_a_person_or_a_society(
    client: Client, make_society: MakeSociety
) -> None:
    """Every value comes out of the program itself: a route, a task, a duty, a state, a code."""
    society = make_society("AT")
    with reading_as(society.pk):
        send("message-waits", to="a@example.org", language="en", facts={}, society=society.pk)
    looking.look_around()
    client.get("/en/?q=Samira")
    from tests.access.routes import routes  # noqa: PLC0415 - the tests' own reading of addresses

    names = {task.removeprefix("kintrace.") for task in queue.every_task()} | {queue.OTHER}
    allowed = names | set(routes()) | {duty.name for duty in duties.TABLE} | set(ready.CODES)
    allowed |= set(looking.LETTERS) | {"none", "unnamed", "both", "open", "idle", "waiting"}
    for name, samples in told(client).items():
        for labels in samples:
            numbers = {one for one in labels if one[:1].isdigit() or one == "+Inf"}
            assert set(labels) - numbers <= allowed, name


def test_while_one_thread_waits_for_the_database_the_others_answer_at_once(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ready.troubles() == []
    monkeypatch.setattr(ready, "REMEMBERED", 0.0)
    monkeypatch.setattr(ready, "_look", lambda: pytest.fail("waits for the database"))
    with ready._lock:  # noqa: SLF001 - as a thread holds it that waits
        assert ready.troubles() == []
