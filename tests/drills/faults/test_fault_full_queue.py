"""Thousands of jobs wait: pages are as fast as ever, what presses goes first, nothing is lost."""

from __future__ import annotations

import statistics
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations import duties
from kintrace.operations.models import Due
from kintrace.operations.tests import slow_work
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from kintrace.work import urgency
from tests.drills import service
from tests.drills.faults.clerks import Clerk, note
from tests.drills.faults.conftest import LONG, many
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Case
    from kintrace.letters.tests.post_office import PostOffice
    from kintrace.operations.reaper import Job
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Process, Web
    from tests.drills.visitors import Answer

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_full_queue", turns=4),
]

WAITING = many(2000, 20_000)
DONE_OF = many(200, 2000)  # by which the worker's pace is told
PAGES = many(10, 40)


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def worker(stage: Stage, office: PostOffice) -> Iterator[Process]:
    """Not started yet."""
    post = {"KINTRACE_SMTP_HOST": "127.0.0.1", "KINTRACE_SMTP_PORT": str(office.port)}
    there = stage.staff | post | {"KINTRACE_SMTP_TLS": "0"}
    worker = service.worker(there, stage.folder / "worker.log")
    yield worker
    worker.kill()


def test_a_full_queue_slows_no_page_and_keeps_nobody_waiting_who_waits(
    stage: Stage, desk: Web, alma: Clerk, search: Case, worker: Process, line: Line
) -> None:
    page = f"/desk/cases/{search.pk}/contact/"
    tokens = alma.tokens(page)
    before = _pace(lambda number: alma.send(page, tokens | note(f"Before, {number}.")))
    _fill()
    during = _pace(lambda number: alma.send(page, tokens | note(f"Meanwhile, {number}.")))
    _forgets(stage, desk)
    _no_duty_is_due()
    worker.start()
    until(lambda: b"worker.started" in worker.log.read_bytes(), 60)
    begun = time.monotonic()
    until(lambda: _is_sent(stage), 60)
    sent, ahead = time.monotonic() - begun, _done()
    until(lambda: _done() >= DONE_OF, 240)
    pace = DONE_OF / (time.monotonic() - begun)
    worker.stop()
    there = DBTaskResult.objects.filter(task_path=PATH).count()
    line(
        f"{WAITING:,} jobs wait",
        seen=f"a note is saved in {during * 1000:.0f} ms ({before * 1000:.0f} ms before)",
        lost=f"{WAITING - there} of {WAITING:,} jobs",
        back=f"a letter somebody waits for went out {sent:.1f} s after the worker began, "
        f"before {WAITING - ahead:,} that wait longer; {pace:.0f} jobs a second",
    )
    assert there == WAITING
    assert ahead < WAITING // 10
    assert during < max(before * 2, before + 0.1) * (1 if LONG else 3)


PATH = f"{slow_work.__name__}.nothing"


def _pace(do: Callable[[int], Answer]) -> float:
    """The middle time of a note that is saved."""
    took = []
    for number in range(PAGES):
        begun = time.monotonic()
        answer = do(number)
        took.append(time.monotonic() - begun)
        assert answer.status == 302, answer
    return statistics.median(took)


def _fill() -> None:
    """Work of the night that may wait, as it piles up when no worker ran."""
    row = DBTaskResult.objects.get(
        pk=slow_work.nothing.using(priority=urgency.MAY_WAIT).enqueue().id
    )
    row.delete()
    fields = {
        "task_path": row.task_path,
        "args_kwargs": row.args_kwargs,
        "priority": row.priority,
        "queue_name": row.queue_name,
        "backend_name": row.backend_name,
        "run_after": get_date_max(),
        "exception_class_path": "",
        "traceback": "",
    }
    many_of_it: list[Job] = [DBTaskResult(**fields) for _ in range(WAITING)]
    DBTaskResult.objects.bulk_create(many_of_it, batch_size=1000)


def _forgets(stage: Stage, desk: Web) -> None:
    """Somebody forgot a password, and waits for the letter."""
    omar = Clerk(desk.home, stage.scene.omar)
    page = "/sign-in/forgotten/"
    answer = omar.send(page, omar.tokens(page) | {"sign_in": stage.scene.omar.sign_in})
    assert answer.status in {200, 302}


def _no_duty_is_due() -> None:
    """What the queue does is measured, not a night's sweeps."""
    duties.prepare()
    Due.objects.update(at=timezone.now() + timedelta(hours=1))


def _is_sent(stage: Stage) -> bool:
    with reading_as(stage.scene.society.pk):
        return Outgoing.objects.filter(state=Outgoing.State.SENT).exists()


def _done() -> int:
    done = DBTaskResult.objects.filter(task_path=PATH, status=TaskResultStatus.SUCCESSFUL)
    return done.count()
