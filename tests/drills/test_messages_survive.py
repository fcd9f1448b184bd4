"""What was acknowledged is kept: servers and workers killed without warning, again and again."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.audit.lookups import verify
from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations import duties
from kintrace.operations.models import Due
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Message
from tests.drills import service
from tests.drills.ledgers import announcements, compare, work_waits
from tests.drills.visitors import Crowd, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.letters.tests.post_office import PostOffice
    from tests.drills.conftest import Stage
    from tests.drills.service import Process, Web

    Report = Callable[[str, str, str], None]

# Killed on a busy machine, too: nothing here is a matter of speed. With the database of service.
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("postgres")]

KILLS = 50
LONGEST = 400.0  # seconds
ARRIVALS = 12  # messages between two kills of the worker
PICK_UP = "pick-up-messages"


def test_no_acknowledged_message_is_lost_however_often_the_server_is_killed(
    stage: Stage, street: Web, report: Report
) -> None:
    dice = random.Random(20260311)  # noqa: S311 - when to kill is no secret
    begun, kills, back = time.monotonic(), 0, [0.0]
    with Crowd(stage.form(street.home), stamp(stage.form(street.home))) as crowd:
        for kills in range(1, KILLS + 1):
            time.sleep(dice.uniform(0.3, 2.0))
            whole = kills % 2 == 0
            street.kill(children_only=not whole)
            if whole:
                street.start()
            back.append(street.ready())
            if time.monotonic() - begun > LONGEST:
                break
        time.sleep(1)
    found = compare(stage.scene, crowd.acknowledged)
    report(
        "messages acknowledged while the public side is killed (SIGKILL)",
        f"{kills} kills, {found.words}, {crowd.answers.get(0, 0)} without an answer, "
        f"back within {max(back):.1f} s",
        "≥ 30 kills, 0 lost, 0 duplicates",
    )
    assert kills >= 30
    assert len(crowd.acknowledged) > kills
    assert found.is_whole, found.words


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def worker(stage: Stage, office: PostOffice) -> Iterator[Process]:
    """A worker that sends letters by this post office; not started yet."""
    post = {"KINTRACE_SMTP_HOST": "127.0.0.1", "KINTRACE_SMTP_PORT": str(office.port)}
    worker = service.worker(
        {**stage.staff, **post, "KINTRACE_SMTP_TLS": "0"}, stage.folder / "worker.log"
    )
    yield worker
    worker.stop()


def test_every_message_is_announced_once_however_often_the_worker_is_killed(
    stage: Stage, worker: Process, office: PostOffice, report: Report
) -> None:
    dice = random.Random(20260312)  # noqa: S311 - when to kill is no secret
    duties.prepare(duty for duty in duties.TABLE if duty.name == PICK_UP)
    begun, rounds, in_the_middle = time.monotonic(), 0, 0
    for rounds in range(1, KILLS + 1):
        in_the_middle += _killed_at_work(stage, worker, rounds, dice.uniform(0, 0.25))
        if time.monotonic() - begun > LONGEST:
            break
    _finish(stage, worker)
    arrived, announced = rounds * ARRIVALS, announcements(stage.scene)
    twice = sum(times - 1 for times in announced.values())
    letters, delivered = _letters(stage), Counter(one["Message-ID"] for one in office.letters)
    report(
        "messages picked up while the worker is killed (SIGKILL)",
        f"{rounds} kills, {in_the_middle} of them with work under way, {arrived} arrived, "
        f"{len(announced)} written down, {twice} twice, told in {letters} letters, "
        f"{len(delivered)} delivered, {sum(delivered.values()) - len(delivered)} twice "
        "(under the same Message-ID)",
        "≥ 30 kills, each once in effect",
    )
    assert rounds >= 30
    assert in_the_middle > 0
    assert (len(announced), twice) == (arrived, 0)
    assert len(delivered) == letters
    assert verify(stage.scene.society.pk) == []


def _killed_at_work(stage: Stage, worker: Process, number: int, moment: float) -> bool:
    """Let messages arrive and kill the worker soon after it begins; was it at work?"""
    _arrive(stage, f"Round {number}.")
    Due.objects.filter(name=PICK_UP).update(at=timezone.now())
    said = stage.folder / "worker.log"
    before = said.read_bytes().count(b"worker.started") if said.exists() else 0
    worker.start()
    until(lambda: said.exists() and said.read_bytes().count(b"worker.started") > before, 60)
    time.sleep(moment)
    worker.kill()
    # The clock stands ahead while the duty is done; last_done moves when it is finished.
    own = Due.objects.get(name=PICK_UP)
    unfinished = own.at > timezone.now() and not _is_noted(own)
    return unfinished or DBTaskResult.objects.running().exists()


def _arrive(stage: Stage, text: str) -> None:
    with reading_as(stage.scene.society.pk):
        for _ in range(ARRIVALS):
            message = Message(society_id=stage.scene.society.pk, face=stage.face.pk)
            message.body = {"kind": "message", "writer": "news", "ways": {}, "text": text}
            message.save(force_insert=True)


def _is_noted(own: Due) -> bool:
    return own.last_done is not None and (own.at - own.last_done).total_seconds() <= 60


def _finish(stage: Stage, worker: Process) -> None:
    """Let the worker do its work to the end, as it does when nobody kills it."""
    Due.objects.filter(name=PICK_UP).update(at=timezone.now())
    with reading_as(stage.scene.society.pk):
        Outgoing.objects.update(claimed_until=None)  # as if the five minutes of a claim were over
    worker.start()
    until(lambda: not work_waits(stage.scene), 60)


def _letters(stage: Stage) -> int:
    """How many letters there must be: one for each time that messages were picked up."""
    with reading_as(stage.scene.society.pk):
        assert not Outgoing.objects.exclude(state=Outgoing.State.SENT).exists()
        return Message.objects.values("picked_up").distinct().order_by().count()
