"""A job whose worker dies runs again and takes effect once; a worker ends when it is told."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from structlog.contextvars import clear_contextvars

from kintrace.letters.actions import send
from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations.beating import Heart
from kintrace.operations.reaper import PATIENCE
from kintrace.operations.tests import slow_work
from kintrace.operations.tests.conftest import COMMAND, ROOT, Start, until
from kintrace.operations.worker import Runner, Shift
from kintrace.vault.actions import make_record_key
from kintrace.vault.reader import reading_as

Status = TaskResultStatus


def job() -> "DBTaskResult[..., object]":
    return DBTaskResult.objects.get()


def lines(file: Path) -> int:
    return len(file.read_text().splitlines()) if file.exists() else 0


@pytest.mark.database_bound
def test_a_job_whose_worker_is_killed_runs_again_and_takes_effect_once(
    start: Start, tmp_path: Path
) -> None:
    slow_work.slowly.enqueue(str(tmp_path))
    first = start("--lease", "600")
    until(lambda: lines(tmp_path / "deed"))
    first.kill()
    assert first.wait(10) == -signal.SIGKILL
    assert job().status == Status.RUNNING
    (tmp_path / "go").touch()
    start("--lease", "0.5")
    until(lambda: job().status == Status.SUCCESSFUL)
    assert len(job().worker_ids) == 2
    assert (lines(tmp_path / "began"), lines(tmp_path / "deed")) == (2, 1)


@pytest.mark.database_bound
def test_a_letter_whose_worker_is_killed_while_it_speaks_to_the_server_arrives_once(
    start: Start,
) -> None:
    society = uuid4()
    make_record_key(society)
    with open_post_office() as office:
        mail = {
            "KINTRACE_SMTP_HOST": "127.0.0.1",
            "KINTRACE_SMTP_PORT": str(office.port),
        }
        office.slow.set()
        letter = put(society)
        first = start("--lease", "600", **mail)
        until(office.asked.is_set)
        first.kill()
        first.wait(10)
        office.slow.clear()
        forget_claim(letter, society)
        start("--lease", "0.5", **mail)
        until(lambda: job().status == Status.SUCCESSFUL)
        assert len(office.letters) == 1
    assert len(job().worker_ids) == 2


def put(society: UUID) -> UUID:
    with reading_as(society):
        return send("message-waits", to="a@example.org", language="en", facts={}, society=society)


def forget_claim(letter: UUID, society: UUID) -> None:
    """As if the five minutes were over in which nobody else may send the letter."""
    with reading_as(society):
        Outgoing.objects.filter(pk=letter).update(claimed_until=timezone.now())


@pytest.mark.database_bound
def test_a_job_that_fails_leaves_neither_its_message_in_the_table_nor_in_the_log(
    start: Start, log: Path
) -> None:
    slow_work.fails.enqueue()
    start("--attempts", "1")
    until(lambda: job().status == Status.FAILED)
    failed = job()
    assert failed.exception_class_path == "builtins.ValueError"
    assert failed.traceback.startswith("kintrace.operations.tests.slow_work:fails:")
    until(lambda: "job.failed" in log.read_text())
    assert "Canaryson" not in log.read_text()
    assert "0815" not in log.read_text()


def test_a_worker_told_to_stop_finishes_its_job_and_no_other(
    start: Start, tmp_path: Path, log: Path
) -> None:
    slow_work.slowly.enqueue(str(tmp_path))
    worker = start()
    until(lambda: lines(tmp_path / "deed"))
    slow_work.slowly.enqueue(str(tmp_path))
    worker.terminate()
    (tmp_path / "go").touch()
    assert worker.wait(20) == 0
    states = DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True)
    assert list(states) == [Status.SUCCESSFUL, Status.READY]
    events = [json.loads(line)["event"] for line in log.read_text().splitlines()]
    assert (events[0], events[-1]) == ("worker.started", "worker.stopped")


def test_a_worker_with_nothing_to_do_stops_at_once(start: Start, log: Path) -> None:
    worker = start()
    until(lambda: log.exists() and "worker.started" in log.read_text())
    worker.send_signal(signal.SIGINT)
    assert worker.wait(10) == 0


def test_a_worker_does_something_else_only_while_no_job_waits(
    transactional_db: None, tmp_path: Path
) -> None:
    (tmp_path / "go").touch()
    jobs_done: list[int] = []

    def something_else() -> bool:
        jobs_done.append(lines(tmp_path / "deed"))
        if len(jobs_done) == 1:
            slow_work.slowly.enqueue(str(tmp_path))
        else:
            shift.stop(signal.SIGTERM, None)
        return True

    shift = Shift(pause=60, otherwise=something_else)
    shift.work()
    assert jobs_done == [0, 1]


def test_a_worker_ends_when_its_parent_is_killed(transactional_db: None) -> None:
    script = (
        "import subprocess, sys; print(subprocess.Popen(sys.argv[1:]).pid, flush=True); input()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, *COMMAND, "--with-parent"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with parent:
        assert parent.stdout
        assert parent.stderr
        worker = int(parent.stdout.readline())
        assert b"worker.started" in parent.stderr.readline()
        assert is_running(worker)
        parent.kill()
        until(lambda: not is_running(worker))


def is_running(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be buried."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    os.kill(pid, 0)
    return state != "Z"


def test_a_worker_that_breaks_says_where_and_not_what(
    start: Start, log: Path, tmp_path: Path
) -> None:
    worker = start(KINTRACE_DATABASE_URL=f"sqlite:///{tmp_path}/Canaryson/none.sqlite3")
    until(lambda: log.exists() and "worker.no_database" in log.read_text())
    worker.terminate()
    assert worker.wait(20) == 0
    assert "Canaryson" not in log.read_text()


@pytest.mark.database_bound
def test_a_job_that_takes_longer_than_its_lease_runs_once_at_a_time(
    start: Start, tmp_path: Path
) -> None:
    """Two workers; the lease is over many times before the job is."""
    slow_work.slowly.enqueue(str(tmp_path))
    start("--lease", "2")
    until(lambda: lines(tmp_path / "began"))
    start("--lease", "2")
    time.sleep(6)
    assert (job().status, lines(tmp_path / "began")) == (Status.RUNNING, 1)
    (tmp_path / "go").touch()
    until(lambda: job().status == Status.SUCCESSFUL)
    assert len(job().worker_ids) == 1


def test_a_worker_that_hangs_ends_itself_and_its_job_runs_again(
    start: Start, tmp_path: Path
) -> None:
    slow_work.slowly.enqueue(str(tmp_path))
    first = start("--lease", "1", "--longest", "0.5")
    assert first.wait(30) == -signal.SIGKILL
    (tmp_path / "go").touch()
    start("--lease", "1")
    until(lambda: job().status == Status.SUCCESSFUL)
    assert (lines(tmp_path / "began"), lines(tmp_path / "deed")) == (2, 1)


def test_a_worker_that_grew_too_large_finishes_its_job_and_ends(
    start: Start, tmp_path: Path, log: Path
) -> None:
    (tmp_path / "go").touch()
    worker = start("--memory", "1")
    assert worker.wait(30) == 0
    assert "worker.grew" in log.read_text()


def test_the_lines_of_a_job_say_which_it_is_and_whose_and_nothing_more(
    transactional_db: None, capfd: pytest.CaptureFixture[str]
) -> None:
    society = uuid4()
    make_record_key(society)
    letter = put(society)
    capfd.readouterr()
    clear_contextvars()  # of a request that an earlier test made
    Runner(Heart("one", PATIENCE.lease, PATIENCE.longest)).run()
    said = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    [done] = [line for line in said if line["event"] == "job.done"]
    assert (done["job_id"], done["society"]) == (str(job().pk), str(society))
    assert done.keys() == {
        *("event", "level", "timestamp", "job", "job_id", "society", "duration_ms")
    }
    assert str(letter) not in str(said)
