"""Every kind of process killed without warning while people write: nothing is lost, nothing twice.

Visitors write messages, members write notes into a case, a worker picks up and sends letters, and
at each turn one of them is killed: what serves, a whole server, or the worker.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import verify
from kintrace.audit.models import Entry
from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations import duties
from kintrace.operations.models import Due
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Message
from tests.drills import service
from tests.drills.faults.clerks import Clerk, Clerks, kept
from tests.drills.faults.conftest import many
from tests.drills.ledgers import compare
from tests.drills.service import ROOT
from tests.drills.visitors import Crowd, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Case
    from kintrace.letters.tests.post_office import PostOffice
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [pytest.mark.database_bound, pytest.mark.usefixtures("flushing")]

KILLS = many(9, 200)
LONGEST = many(60, 420)  # seconds
PICK_UP = "pick-up-messages"
# Read once by the master, so that what was killed serves again at once; two of them, as in service.
QUICKLY = ("--preload", "--workers", "2")


@dataclass
class Workers:
    """One worker at a time, born of a process that has read the program."""

    nursery: subprocess.Popen[str]
    pid: int = 0

    def start(self) -> None:
        assert self.nursery.stdin
        assert self.nursery.stdout
        self.nursery.stdin.write("\n")
        self.nursery.stdin.flush()
        self.pid = int(self.nursery.stdout.readline())

    def kill(self) -> None:
        service.kill([self.pid])


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def workers(stage: Stage, office: PostOffice) -> Iterator[Workers]:
    duties.prepare(duty for duty in duties.TABLE if duty.name == PICK_UP)
    post = {"KINTRACE_SMTP_HOST": "127.0.0.1", "KINTRACE_SMTP_PORT": str(office.port)}
    with (stage.folder / "worker.log").open("ab") as log:
        nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.faults.nursery"],
            cwd=ROOT,
            env={**stage.staff, **post, "KINTRACE_SMTP_TLS": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert nursery.stdout
    assert nursery.stdout.readline() == "ready\n"
    workers = Workers(nursery)
    workers.start()
    yield workers
    workers.kill()
    nursery.kill()
    nursery.communicate()


@pytest.fixture
def sides(stage: Stage, search: Case) -> Iterator[tuple[Web, Web]]:
    del search
    street = service.web(stage.public, stage.folder / "street.log", *QUICKLY)
    desk = service.web(stage.staff, stage.folder / "desk.log", *QUICKLY, first_page="/sign-in/")
    for web in (street, desk):
        web.start()
    for web in (street, desk):
        web.ready()
    yield street, desk
    for web in (street, desk):
        web.kill()


def test_nothing_acknowledged_is_lost_or_there_twice_whatever_is_killed(
    stage: Stage, sides: tuple[Web, Web], search: Case, workers: Workers, line: Line
) -> None:
    street, desk = sides
    clerks = [Clerk(desk.home, one) for one in (stage.scene.alma, stage.scene.omar)]
    for clerk in clerks:
        clerk.sign_in()
    form = stage.form(street.home)
    with Crowd(form, stamp(form), size=3) as crowd, Clerks(clerks, search) as desks:
        done = _kill_again_and_again(street, desk, workers)
        time.sleep(1)
    _finish(stage)
    messages = compare(stage.scene, crowd.acknowledged)
    notes = kept(stage.scene, search, desks.acknowledged)
    announced = _announced(stage)
    twice = sum(times - 1 for times in announced.values())
    broken = verify(stage.scene.society.pk)
    kinds = ", ".join(f"{number} of {what}" for what, number in sorted(done.kinds.items()))
    unseen = crowd.answers.get(0, 0) + desks.answers[0]
    line(
        "SIGKILL of web servers and workers under writes",
        seen=f"{sum(done.kinds.values())} kills ({kinds}), {unseen} requests cut off",
        lost=f"{messages.words}; {notes.words}; {len(announced)} messages told, {twice} twice; "
        f"audit chain {'whole' if not broken else 'broken'}",
        back=f"within {max(done.back):.1f} s, mostly {median(done.back):.1f} s",
        goal=f"≥ {KILLS} kills, 0 lost, 0 twice",
    )
    assert sum(done.kinds.values()) >= KILLS
    assert messages.is_whole, messages.words
    assert (notes.lost, notes.twice) == (0, 0), notes.words
    assert len(crowd.acknowledged) > KILLS // 4
    assert len(desks.acknowledged) > KILLS // 4
    assert set(announced.values()) == {1}
    assert len(announced) == messages.stored
    assert broken == []


@dataclass
class Done:
    kinds: Counter[str]
    back: list[float]


def _kill_again_and_again(street: Web, desk: Web, workers: Workers) -> Done:
    dice = random.Random(20261130)  # noqa: S311 - when to kill is no secret
    turns: list[tuple[str, Callable[[], None]]] = [
        ("a process of the wall", lambda: street.kill(children_only=True)),
        ("a process of the desk", lambda: desk.kill(children_only=True)),
        ("the worker", lambda: _new_worker(workers)),
    ]
    whole = [
        ("the whole wall", lambda: _whole(street)),
        ("the whole desk", lambda: _whole(desk)),
    ]
    done, begun = Done(Counter(), []), time.monotonic()
    for number in range(KILLS):
        time.sleep(dice.uniform(0.1, 0.7))
        what, kill = dice.choice(whole) if number % 20 == 7 else turns[number % len(turns)]
        kill()
        done.kinds[what] += 1
        done.back.append(max(street.ready(), desk.ready()))
        if time.monotonic() - begun > LONGEST:
            break
    return done


def _whole(web: Web) -> None:
    web.kill()
    web.start()


def _new_worker(workers: Workers) -> None:
    """Killed at work: what it has to do is due now."""
    workers.kill()
    Due.objects.filter(name=PICK_UP).update(at=timezone.now())
    workers.start()


def _finish(stage: Stage) -> None:
    """Let the worker do its work to the end, as it does when nobody kills it."""
    with reading_as(stage.scene.society.pk):
        Outgoing.objects.update(claimed_until=None)  # as if the five minutes of a claim were over
    until(lambda: not _waiting(stage), 90)


def _waiting(stage: Stage) -> bool:
    now = timezone.now()
    Due.objects.filter(name=PICK_UP).update(at=now)
    DBTaskResult.objects.filter(run_after__gt=now).update(run_after=now)
    with reading_as(stage.scene.society.pk):
        if Message.objects.filter(picked_up=None).exists():
            return True
    return DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def _announced(stage: Stage) -> Counter[object]:
    with reading_as(stage.scene.society.pk):
        rows = Entry.objects.filter(deed=Deed.MESSAGE_ARRIVED.value)
        return Counter(rows.values_list("about", flat=True))
