"""No room left: a calm page in the reader's language, nothing lost, and all well with room again.

A limit on the size of files stands for the disk: every write beyond it fails as on a full one.
"""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests import environment
from tests.drills.ledgers import compare
from tests.drills.visitors import Answer, Crowd, ask, stamp, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.drills.conftest import Stage
    from tests.drills.service import Web

    Report = Callable[[str, str, str], None]

pytestmark = pytest.mark.slow

ROOM = 256 * 1024  # bytes that the write-ahead log may still take
FAILURES = 25
ASKED_TO_WAIT = 429  # the crowd's own doing: too many codes are made at once
NO_ANSWER = 0
PATIENCE = 60  # seconds; how busy the machine is beside this must not decide
LONGEST = 60.0  # seconds


@pytest.mark.skipif(environment.on_postgres(), reason="a PostgreSQL server has a disk of its own")
def test_a_full_disk_loses_nothing_acknowledged_and_is_told_calmly(
    stage: Stage, street: Web, report: Report
) -> None:
    form = stage.form(street.home)
    mark = stamp(form)
    _squeeze_log()
    _limit(street, ROOM)
    with Crowd(form, mark) as crowd:
        _until_it_fails(crowd)
        seen = ask(f"{street.home}/en/").status
        told = _told(stage.form(street.home, "ar"), written("أنا هنا.", mark))
        _limit(street, resource.RLIM_INFINITY)
        failed = sum(times for status, times in crowd.answers.items() if status != 200)
        kept = len(crowd.acknowledged)
        time.sleep(3)
    found = compare(stage.scene, crowd.acknowledged)
    report(
        "messages acknowledged while the disk is full (limit on files)",
        f"{failed} refused with {sorted(set(crowd.answers) - {200})}, {found.words}, "
        f"{len(crowd.acknowledged) - kept} more with room again",
        "a clean page, 0 lost, works again",
    )
    assert found.is_whole, found.words
    assert seen == 200
    assert set(crowd.answers) - {ASKED_TO_WAIT} == {200, told.status}
    assert told.status == 503
    assert '<html lang="ar" dir="rtl">' in told.text
    assert "<h1>" in told.text
    assert len(crowd.acknowledged) > kept > 0
    assert _integrity() == "ok"


def _told(address: str, sent: dict[str, str]) -> Answer:
    """What a visitor is told while the disk is full, once the crowd lets them through. Who waited
    half a minute for nothing presses again; that no worker dropped anybody shows in the crowd."""
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        answer = ask(address, sent)
        if answer.status not in {ASKED_TO_WAIT, NO_ANSWER}:
            return answer
        time.sleep(0.1)
    raise AssertionError("the crowd let nobody through")


def _limit(street: Web, size: int) -> None:
    for pid in street.pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _squeeze_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    assert not log.exists() or log.stat().st_size < ROOM


def _until_it_fails(crowd: Crowd) -> None:
    begun = time.monotonic()
    calm = {200, ASKED_TO_WAIT}
    while sum(times for status, times in crowd.answers.items() if status not in calm) < FAILURES:
        assert time.monotonic() - begun < LONGEST, f"the disk never filled: {crowd.answers}"
        time.sleep(0.05)


def _integrity() -> str:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])
