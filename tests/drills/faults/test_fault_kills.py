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

from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations import duties
from kintrace.operations.models import Due
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from tests.drills import service
from tests.drills.faults.clerks import Clerk, Clerks
from tests.drills.faults.conftest import many
from tests.drills.faults.promises import promises
from tests.drills.ledgers import announcements, work_waits
from tests.drills.service import ROOT
from tests.drills.visitors import Crowd, stamp
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case
    from kintrace.letters.tests.post_office import PostOffice
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_kills", turns=4),
]

KILLS = many(8, 200)
AT_LEAST = many(4, 200)  # where other tests run beside it
LONGEST = many(90, 600)  # seconds, on a machine that others use as well
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
    clerks = [Clerk(desk.home, one).sign_in() for one in (stage.scene.alma, stage.scene.omar)]
    form = stage.form(street.home)
    with Crowd(form, stamp(form), size=2) as crowd, Clerks(clerks, search) as desks:
        done = _kill_again_and_again(street, desk, workers)
        time.sleep(1)
    _finish(stage)
    found, told = promises(stage, search, crowd, desks), announcements(stage.scene)
    unseen = crowd.answers.get(0, 0) + desks.answers[0]
    line(
        "SIGKILL of web servers and workers under writes",
        seen=f"{done.words}, {unseen} requests cut off",
        lost=f"{found.words}; {len(told)} messages told, {told.total() - len(told)} twice",
        back=f"within {max(done.back):.1f} s, mostly {median(done.back):.1f} s",
        goal=f"≥ {KILLS} kills, 0 lost, 0 twice",
    )
    assert done.kinds.total() >= AT_LEAST
    assert found.are_kept, found.words
    assert min(len(crowd.acknowledged), len(desks.acknowledged)) > KILLS // 4
    assert set(told.values()) == {1}
    assert len(told) == found.messages.stored


@dataclass
class Done:
    kinds: Counter[str]
    back: list[float]

    @property
    def words(self) -> str:
        parts = ", ".join(f"{what} {number} times" for what, number in sorted(self.kinds.items()))
        return f"{self.kinds.total()} kills ({parts})"


def _kill_again_and_again(street: Web, desk: Web, workers: Workers) -> Done:
    dice = random.Random(20261130)  # noqa: S311 - when to kill is no secret
    done, begun = Done(Counter(), []), time.monotonic()
    for number in range(KILLS):
        time.sleep(dice.uniform(0.1, 0.7))
        side, where = ((street, "the wall"), (desk, "the desk"))[number % 2]
        if number % 3 == 2:
            _new_worker(workers)
            done.kinds["the worker"] += 1
            continue
        whole = number % 20 in {7, 16}
        side.kill(children_only=not whole)
        if whole:
            side.start()
        done.kinds[f"{'the whole of' if whole else 'what serves'} {where}"] += 1
        done.back.append(side.ready())
        if time.monotonic() - begun > LONGEST:
            break
    return done


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
    Due.objects.filter(name=PICK_UP).update(at=timezone.now())
    return work_waits(stage.scene)
