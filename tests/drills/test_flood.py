"""Fifty machines write without a pause while one person writes: the person must get through."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.drills.service import ROOT
from tests.drills.visitors import ask, earned, send, stamp, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.drills.conftest import Stage
    from tests.drills.service import Web

    Report = Callable[[str, str, str], None]

# An installation that many come to has PostgreSQL: only there are the figures worth their time.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.alone,
    pytest.mark.attack,
    pytest.mark.usefixtures("postgres"),
]

BOTS = 50
SECONDS = 30.0
A_PAUSE = 2.0  # between two posts of the person


@dataclass(frozen=True)
class Flood:
    """seconds: how long each post of the person took; bots: status → how many answers."""

    seconds: list[float]
    unanswered: int
    bots: dict[str, int]
    memory: float

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seconds, n=20, method="inclusive")[-1]

    @property
    def words(self) -> str:
        return (
            f"p95 {self.p95:.2f} s, median {statistics.median(self.seconds):.2f} s of "
            f"{len(self.seconds)} posts, {self.unanswered} not acknowledged; "
            f"{self.memory:.0f} MB; the bots were answered {self.bots}"
        )


@pytest.mark.parametrize(
    ("kind", "as_people_do"), [("in haste", False), ("as people fill it in", True)]
)
def test_a_person_gets_through_a_flood(
    stage: Stage,
    street: Web,
    report: Report,
    attacked: Callable[..., None],
    kind: str,
    *,
    as_people_do: bool,
) -> None:
    form = stage.form(street.home)
    mark = stamp(form)
    flood = _flood(form, mark, street, bots_mark=mark if as_people_do else "")
    report(
        f"a person's post while {BOTS} bots post the form {kind} for {SECONDS:.0f} s",
        flood.words,
        "p95 < 1 s, < 1024 MB, 0 errors",
    )
    attacked(
        "a flood of fifty bots",
        tried=f"the form {kind}, for {SECONDS:.0f} s: {flood.words}",
        got=round(flood.p95 * 1000),
    )
    assert flood.memory < 1024
    assert flood.unanswered == 0
    # 429 holds what was typed and asks for a pass; anything else is broken.
    assert set(flood.bots) <= {"200", "422", "429"}
    assert ask(f"{street.home}/en/").status == 200


def _flood(form: str, mark: str, street: Web, *, bots_mark: str) -> Flood:
    command = [sys.executable, "-m", "tests.drills.bots", form, bots_mark, str(BOTS), str(SECONDS)]
    seconds: list[float] = []
    unanswered = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as bots:
        time.sleep(1)
        until = time.monotonic() + SECONDS - 2
        while time.monotonic() < until:
            said = written(f"I am number {len(seconds)}.", mark)
            said["pass"] = earned(ask(form).text)  # while they typed
            begun = time.monotonic()
            answer = send(form, said, source=f"127.0.2.{len(seconds) + 1}")  # another person
            seconds.append(time.monotonic() - begun)
            unanswered += not answer.code
            time.sleep(max(0, A_PAUSE - seconds[-1]))
        answers = json.loads(bots.communicate(timeout=90)[0])
    return Flood(seconds, unanswered, answers, sum(map(_highest, street.pids)))


def _highest(pid: int) -> float:
    """The most memory a process ever held, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024
