"""A worker is killed in the middle of each duty and each job; the next one does it once."""

from __future__ import annotations

import random
import shutil
import signal
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as house
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from freezegun import freeze_time

from kintrace.network.tests.cast import work_off as do_every_job
from kintrace.operations import duties, queue
from kintrace.operations.models import Due
from kintrace.vault.tests.comparing import network_compares
from tests.drills import work_to_do
from tests.drills.effects import Sums, changed, left_in
from tests.drills.killed import FOLDERS, World, work_off
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

    Report = Callable[[str, str, str], None]

pytestmark = [pytest.mark.slow, pytest.mark.database_bound]

LATER = timedelta(
    minutes=11
)  # then whoever died is given up: a duty after ten, a letter after five
# Says in the ledger what a process that died after its commit did not; every hour, in service.
MENDS = "finish-erasures"
KILLS, ONE_MORE = 3, 200  # of each; one more for so many steps
# A second letter with a new password is one more letter; only its link works. Where a chain ended
# is signed once more: as true as before.
MAY_COME_TWICE = {
    "sign-heads": {"anchors"},
    "network.jobs.send_reset": {
        *("audit_entry", "audit_head", "deeds", "letters", "letters_outgoing", "sent"),
        *("vault_slot", "erased files"),
    },
}


@dataclass(frozen=True)
class Kind:
    """A duty or a job. days: how long after the world was made it is done."""

    name: str
    begin: Callable[[], None]
    days: int

    def prepare(self, copy: World) -> None:
        """Let it be due, and nothing else."""
        copy.run(self.begin)
        if self.name in work_to_do.SPOILT:
            work_to_do.SPOILT[self.name](copy)


@pytest.fixture
def world(
    postgres: None, transactional_db: None, settings: Settings, tmp_path: Path
) -> tuple[World, Town]:
    made = World("kintrace", tmp_path / "world")
    shutil.copytree(house.ROOT_KEYS, made.settings()["ROOT_KEYS"])
    for name, value in made.settings().items():
        setattr(settings, name, value)
        if name in FOLDERS:
            value.mkdir(exist_ok=True)
    town = settle("AT")
    work_to_do.leave_work(town)
    network_compares(settings, tmp_path)
    DBTaskResult.objects.failed().delete()
    do_every_job()
    return made, town


def test_every_duty_and_every_task_has_something_to_do_here() -> None:
    """Whoever adds one adds a line to work_to_do.py."""
    assert set(work_to_do.NIGHTS) == {duty.name for duty in duties.TABLE}
    done_by_duties = {getattr(duty.do, "__self__", None) for duty in duties.TABLE}
    asked = {
        path.removeprefix("kintrace.")
        for path, task in queue.every_task().items()
        if task not in done_by_duties and ".tests." not in path
    }
    assert asked <= set(work_to_do.ASKED)


def test_what_is_killed_in_the_middle_is_done_once(
    world: tuple[World, Town], report: Report
) -> None:
    made, town = world
    dice, killed, wrong = random.Random(20261130), 0, []  # noqa: S311 - when to kill is no secret
    kinds = [Kind(name, partial(_alone, name), days) for name, days in work_to_do.NIGHTS.items()]
    kinds += [Kind(name, partial(ask, town), 0) for name, ask in work_to_do.ASKED.items()]
    for kind in kinds:
        with freeze_time(timezone.now() + timedelta(days=kind.days), tick=True) as clock:
            done, steps, effect = _done_without_a_kill(made, kind, clock)
            if not effect:
                wrong.append(f"{kind.name} had nothing to do")
                continue
            for at in _when(steps, dice):
                killed += 1
                left = changed(done, _done_after_a_kill(made, kind, clock, at))
                if left.keys() - MAY_COME_TWICE.get(kind.name, set()):
                    wrong.append(f"{kind.name}, killed at step {at} of {steps}: {left}")
    assert not wrong, "\n".join(wrong)
    report(
        "kill -9 in the middle of each kind of job",
        f"{killed} kills in {len(kinds)} duties and jobs, each done once",
        "once in effect",
    )


def _alone(name: str) -> None:
    """This duty is due, and no other."""
    duties.prepare()
    Due.objects.exclude(name__in={name, MENDS}).delete()  # who has no clock is never due
    Due.objects.filter(name=MENDS).update(at=timezone.now() + LATER)
    Due.objects.filter(name=name).update(at=timezone.now())


def _later(clock: Any) -> None:
    """Twice: what the first round wrote the second one may still have to note."""
    for _ in range(2):
        clock.tick(LATER)
        Due.objects.filter(name=MENDS).update(at=timezone.now())
        work_off()


def _when(steps: int, dice: random.Random) -> list[int]:
    """The first step, the last, and some between them."""
    between = range(2, steps)
    wanted = KILLS - 2 + steps // ONE_MORE
    return sorted({1, steps, *dice.sample(between, min(len(between), wanted))})


def _done_without_a_kill(made: World, kind: Kind, clock: Any) -> tuple[Sums, int, Sums]:
    """What it leaves, in how many steps, and what of it is its effect."""
    with made.copied("whole") as copy:
        kind.prepare(copy)
        before = left_in(copy)
        steps = copy.run(work_off)
        effect: Sums = {**changed(before, left_in(copy))}
        copy.run(partial(_later, clock))
        return left_in(copy), steps, effect


def _done_after_a_kill(made: World, kind: Kind, clock: Any, at: int) -> Sums:
    with made.copied("killed") as copy:
        kind.prepare(copy)
        assert copy.run(work_off, die_at=at) == -signal.SIGKILL
        copy.run(partial(_later, clock))
        return left_in(copy)
