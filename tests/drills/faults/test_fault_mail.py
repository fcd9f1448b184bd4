"""No mail server answers: the desk works as ever, letters wait, and each goes out once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from tests.drills import service
from tests.drills.faults.clerks import Clerk
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Process, Web
    from tests.drills.visitors import Answer

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_mail", turns=4),
]

FORGOTTEN = "/sign-in/forgotten/"
LETTERS = 3


@pytest.fixture
def port() -> int:
    """Where a mail server would be: nobody listens there."""
    return service.free_port()


@pytest.fixture
def worker(stage: Stage, port: int) -> Iterator[Process]:
    post = {"KINTRACE_SMTP_HOST": "127.0.0.1", "KINTRACE_SMTP_PORT": str(port)}
    there = stage.staff | post | {"KINTRACE_SMTP_TLS": "0"}
    worker = service.worker(there, stage.folder / "worker.log")
    worker.start()
    yield worker
    worker.kill()


def test_letters_wait_for_a_mail_server_and_go_out_once(
    stage: Stage, desk: Web, worker: Process, port: int, line: Line
) -> None:
    """Somebody forgot a password while mail is down: the page says what it always says."""
    del worker
    people = (stage.scene.alma, stage.scene.omar, stage.scene.lena)
    seen = [_ask_for_a_letter(desk, member) for member in people]
    until(lambda: _tries(stage) >= LETTERS, 60)
    assert _states(stage) == {Outgoing.State.WAITING}
    with open_post_office(port) as office:
        begun = time.monotonic()
        until(lambda: _all_sent(stage), 60)
        back = time.monotonic() - begun
        numbers = [one["Message-ID"] for one in office.letters]
    line(
        "no mail server",
        seen="nothing: the page in Arabic says that a letter comes, and it comes later",
        lost=f"{LETTERS - len(set(numbers))} of {LETTERS} letters, "
        f"{len(numbers) - len(set(numbers))} twice",
        back=f"{back:.1f} s after it answers and the pause (30 s to 1 h) is over",
        goal="0 lost, each once",
    )
    for answer in seen:
        assert answer.status == 200
        assert '<html lang="ar" dir="rtl">' in answer.text
    assert len(numbers) == len(set(numbers)) == LETTERS


def _ask_for_a_letter(desk: Web, member: Member) -> Answer:
    clerk = Clerk(desk.home, member, language="ar")
    return clerk.send(FORGOTTEN, clerk.tokens(FORGOTTEN) | {"sign_in": member.sign_in})


def _rows(stage: Stage) -> list[Outgoing]:
    with reading_as(stage.scene.society.pk):
        return list(Outgoing.objects.all())


def _tries(stage: Stage) -> int:
    return sum(bool(one.tries) for one in _rows(stage))


def _states(stage: Stage) -> set[str]:
    return {one.state for one in _rows(stage)}


def _all_sent(stage: Stage) -> bool:
    """As if the pause were over."""
    now = timezone.now()
    DBTaskResult.objects.filter(run_after__gt=now, run_after__year__lt=9999).update(run_after=now)
    return _states(stage) == {Outgoing.State.SENT}
