"""Root and record keys change while members read and write: no request is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pyrage
import pytest
from django.conf import settings as house
from django.db import connection

from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import enlist
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as
from tests.drills import service
from tests.drills.desk_work import Work, at_work, cookie_of, until_more

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kintrace.network.models import Society
    from tests.drills.conftest import Stage

    Report = Callable[[str, str, str], None]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("postgres")]
ROTATIONS = 2
READS = 15  # before and after each step, at the least


@pytest.fixture
def keys(stage: Stage, tmp_path: Path) -> Path:
    """A folder of root keys of this drill's own, the run's first one in it."""
    folder = tmp_path / "keys"
    shutil.copytree(house.ROOT_KEYS, folder)
    stage.staff["KINTRACE_ROOT_KEYS"] = str(folder)
    stage.staff["KINTRACE_SECRET_KEY"] = house.SECRET_KEY  # a session that the test made counts
    return folder


@pytest.fixture
def desk(stage: Stage, keys: Path) -> Iterator[service.Web]:
    web = service.web(stage.staff, stage.folder / "desk.log", first_page="/sign-in/")
    web.command[web.command.index("kintrace.config.wsgi")] = "tests.drills.forgetful"
    yield web
    web.stop()


def manage(stage: Stage, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=service.ROOT,
        env=stage.staff,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def turn(stage: Stage, number: int) -> None:
    """What docs/keys.md tells an administrator to do, one step after another."""
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    manage(stage, "root_key", "make")
    file = str(stage.folder / f"root-{number + 1}.age")
    manage(stage, "root_key", "export", file, "--recipient", recipient)
    manage(stage, "rotate_keys")
    if number == 1:
        first = str(stage.folder / "root-1.age")
        manage(stage, "root_key", "export", first, "--recipient", recipient, "--number", "1")
    manage(stage, "root_key", "retire", "--number", str(number))


def _guests_under_the_newest(society: Society) -> int:
    with reading_as(society.pk):
        rows = RecordKey.objects.filter(society_id=society.pk)
        assert {row.root_version for row in rows} == {ROTATIONS + 1}
        return Member.objects.filter(society=society, sign_in__startswith="guest").count()


def test_no_request_is_lost_while_keys_change_hands(
    stage: Stage, desk: service.Web, keys: Path, report: Report
) -> None:
    society = stage.scene.society
    admin = enlist(society, Role.SOCIETY_ADMIN)
    with playing.acting(stage.scene.alma) as alma:
        case = playing.open_a_case(PEOPLE[0], by=alma)
    readers = [cookie_of(stage.scene.alma), cookie_of(stage.scene.omar)]
    writer, work = cookie_of(admin), Work(desk.home)
    connection.close()
    desk.start()
    desk.ready()
    path = f"/desk/cases/{case.pk}/"
    tasks = [*(lambda _, who=who: work.reads(who, path) for who in readers)]
    with at_work(work, *tasks, partial(work.invites, writer)):
        until_more(work, "read", READS)
        for number in range(1, ROTATIONS + 1):
            turn(stage, number)
            until_more(work, "read", READS)
    assert work.strange == []
    assert [file.name for file in keys.glob("root-*.key")] == [f"root-{ROTATIONS + 1}.key"]
    assert _guests_under_the_newest(society) == work.answers["written"] > 0
    report(
        f"root and record keys rotated {ROTATIONS} times beside members at work",
        f"{sum(work.answers.values())} requests, {work.answers['written']} of them writing; "
        f"{len(work.strange)} failed, 0 writes lost",
        "0 failed",
    )
