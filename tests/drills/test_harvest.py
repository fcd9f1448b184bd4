"""A machine walks the wall for faces while a person looks at it: how far it comes, and how fast.

It is slowed down and not stopped: many addresses carry off the whole wall, and the figure says so.
"""

from __future__ import annotations

import json
import secrets
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.vault.reader import reading_as
from kintrace.visitors.browsing import HARD, SOFT
from kintrace.wall.models import Face
from tests.drills.service import ROOT
from tests.drills.visitors import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.drills.conftest import Stage
    from tests.drills.service import Web

    Report = Callable[[str, str, str], None]

# An installation that many come to has PostgreSQL: only there are the figures worth their time.
pytestmark = [pytest.mark.slow, pytest.mark.attack, pytest.mark.usefixtures("postgres")]

ON_THE_WALL = 1600
A_PAUSE = 0.5


@pytest.fixture
def wall(stage: Stage) -> int:
    """A wall of sixteen hundred; the pictures themselves are no matter here."""
    society = stage.scene.society
    rows = [
        Face(
            society=society,
            relations=["brother"],
            seeker_sex="woman",
            age_band="25",
            name=secrets.token_hex(16),
            live_until=timezone.localdate() + timedelta(days=200),
            removal_lookup=secrets.token_bytes(16),
        )
        for _ in range(ON_THE_WALL - 1)
    ]
    with reading_as(society.pk):
        Face.objects.bulk_create(rows)
    return ON_THE_WALL


CASES = {
    "one address, no patience": (1, 60, "", SOFT),
    "one address that works for passes": (1, 120, "works", HARD),
    "six addresses": (6, 120, "", 6 * SOFT),
}
INTRUDERS = {
    "one address, no patience": "a scraper with one address",
    "one address that works for passes": "a scraper that works for passes",
    "six addresses": "a scraper with six addresses",
}


@pytest.mark.parametrize("name", CASES)
def test_a_scraper_comes_so_far_and_a_person_beside_it_looks_on(
    name: str,
    stage: Stage,
    wall: int,
    street: Web,
    report: Report,
    attacked: Callable[..., None],
) -> None:
    addresses, longest, works, most = CASES[name]
    told, waited = _harvest(street, addresses, longest, works)
    p95 = statistics.quantiles(waited, n=20, method="inclusive")[-1]
    report(
        f"faces of {wall} that a scraper carries off: {name}",
        f"{told['faces']} in {told['seconds']:.0f} s, answered {told['answers']}; a person's page "
        f"beside it p95 {p95:.2f} s of {len(waited)}, all served",
        f"≤ {min(most, wall)} an hour",
    )
    attacked(
        INTRUDERS[name],
        tried=f"{longest} s on a wall of {wall}, answered {told['answers']}",
        got=told["faces"],
    )
    assert told["faces"] <= min(most, wall)
    assert told["faces"] >= min(SOFT, wall) - 12  # the machine did walk
    assert set(told["answers"]) <= {"200", "429"}


def _harvest(
    street: Web, addresses: int, longest: float, works: str
) -> tuple[dict[str, Any], list[float]]:
    """What the machine says at its end, and how long each page of the person took."""
    command = [sys.executable, "-m", "tests.drills.scraper", street.home]
    command += [str(addresses), str(longest), works or "no"]
    waited: list[float] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as machine:
        while machine.poll() is None or len(waited) < 2:
            begun = time.monotonic()
            assert ask(f"{street.home}/en/?o=3").status == 200
            waited.append(time.monotonic() - begun)
            time.sleep(A_PAUSE)
        return json.loads(machine.communicate()[0]), waited
