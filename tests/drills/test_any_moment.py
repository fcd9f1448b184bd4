"""A database is lost, and comes back to a moment between two others; what was said since holds."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.cases.models import Case
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.tests.cast import let_in
from kintrace.operations import jobs, restoring
from kintrace.operations.health import troubles
from kintrace.operations.tests.nights import a_scene
from kintrace.protection import actions as protection
from kintrace.protection.lookups import holds_in_force, is_erased
from kintrace.protection.purposes import WhyErased
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

    Report = Callable[[str, str, str], None]

pytestmark = [pytest.mark.slow, pytest.mark.database_bound]
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Server:
    """A server of its own, and where its changes are kept."""

    folder: Path
    archive: Path
    identity: Path
    recipient: str

    @property
    def owner(self) -> str:
        return f"host={self.folder} user={environment.OWNER} dbname=kintrace"

    def archived(self, *words: str) -> None:
        """The program of the archive, as the user of the server runs it."""
        command = f"{run_by_the_server()} {shlex.join(words)}"
        done = subprocess.run(
            postgres.as_server_user("sh", "-c", command), cwd=self.folder, timeout=300, check=False
        )
        assert done.returncode == 0


@cache
def run_by_the_server() -> str:
    """The program of the archive, by a Python that the server's user may run: who tests as root
    may have one of their own."""
    packages = Path(pyrage.__file__).parents[1]
    for python in (sys.executable, "/usr/bin/python3"):
        command = f"PYTHONPATH={ROOT}:{packages} {python} -m kintrace.operations.archive"
        asked = postgres.as_server_user("sh", "-c", f"{command} --help")
        if not subprocess.run(asked, cwd="/", capture_output=True, check=False).returncode:
            return command
    raise AssertionError("the server's user finds no Python with pyrage")


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Seals every change as it goes."""
    request.getfixturevalue("postgres")
    home = environment.server_folder().with_name(f"{environment.server_folder().name}-moment")
    key = pyrage.x25519.Identity.generate()
    here = Server(home / "one", home / "archive", home / "identity", str(key.to_public()))
    try:
        for folder in (home, here.folder, here.archive):
            folder.mkdir(mode=0o700)
            _give(folder)
        here.identity.write_text(f"{key}\n")
        _give(here.identity)
        _begin(here)
        yield here
    finally:
        connection.close()
        for folder in (here.folder, home / "two"):
            with suppress(KeyError):  # it was lost, or never started
                postgres.stop(folder)
        shutil.rmtree(home, ignore_errors=True)


def _give(path: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(path, "postgres", "postgres")


def _begin(here: Server) -> None:
    """As docs/backup.md sets it up."""
    postgres.make_cluster(here.folder)
    keep = f"{run_by_the_server()} keep %p %f"
    keep += f" --to {here.archive} --recipient {here.recipient}"
    with (here.folder / "cluster" / "postgresql.conf").open("a") as conf:
        conf.write(f"archive_mode = on\narchive_timeout = 60\narchive_command = '{keep}'\n")
    postgres.start(here.folder, lasting=True)
    postgres.make_roles(here.folder)
    with postgres.superuser(here.folder) as session:
        session.execute(f"ALTER ROLE {environment.BACKUP} REPLICATION".encode())
        session.execute(f"CREATE DATABASE kintrace OWNER {environment.OWNER}".encode())


@contextmanager
def connected_to(folder: Path, role: str) -> Iterator[None]:
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, "HOST": str(folder), "NAME": "kintrace", "USER": role}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before


@dataclass
class Day:
    """What stood at the moment, and what was done after it."""

    scene: Scene
    stays: Case
    goes: Case
    held: Case
    late: UUID  # the id of a case that began after it
    moment: datetime


def test_a_database_comes_back_to_a_moment_and_nobody_erased_since_with_it(
    server: Server,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    report: Report,
) -> None:
    with connected_to(server.folder, environment.OWNER):
        call_command("migrate", verbosity=0)
    with connected_to(server.folder, environment.STAFF):
        scene = a_scene(settings, tmp_path, monkeypatch)
        day = _a_day(server, scene)
    _all_is_archived(server)
    postgres.crash(server.folder)
    begun = time.monotonic()
    two = _started_again(server, day.moment)
    with connected_to(two, environment.STAFF):
        _nobody_is_served_before_its_end()
        _restored(two, day)
        _is_as_it_may_be(day)
    report(
        "PostgreSQL brought back to a moment: base backup, changes, all that was said since",
        f"{time.monotonic() - begun:.0f} s for three cases",
        "rows of the moment there, 0 erased come back",
    )


def _a_day(server: Server, scene: Scene) -> Day:
    with scene.acting(scene.alma):
        stays, goes, held = (playing.open_a_case(one, by=scene.alma) for one in PEOPLE[1:4])
    place = ("--to", str(server.archive), "--recipient", server.recipient)
    server.archived("base", *place, "--user", environment.BACKUP, "--host", str(server.folder))
    let_in(Client(), scene.alma)
    with scene.acting(scene.alma):
        goes.circumstances = {"reason": "flood"}  # after the base: from the changes alone
        goes.save(update_fields=["circumstances"])
        stays.circumstances = {"reason": "flood"}
        stays.save(update_fields=["circumstances"])
    time.sleep(1.1)
    moment = datetime.now(UTC)
    time.sleep(1.1)
    with scene.acting(scene.alma):
        late = playing.open_a_case(PEOPLE[4], by=scene.alma)
        protection.put_on_hold(held.subject, reason="Somebody asks.", by=scene.alma)
    with reading_as(scene.society.pk, member=scene.omar.pk):
        protection.erase(goes.subject, by=scene.omar, why=WhyErased.ASKED)
    jobs.sign_heads()
    return Day(scene, stays, goes, held, late.pk, moment)


def _all_is_archived(server: Server) -> None:
    """The last change lies in the archive: up to then a lost machine loses nothing."""
    with postgres.superuser(server.folder) as session:
        [[name]] = session.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchall()
    end = time.monotonic() + 60
    while not (server.archive / f"{name}.age").exists():
        assert time.monotonic() < end, "the changes are not archived"
        time.sleep(0.1)
    for file in server.archive.iterdir():
        sealed = file.read_bytes().startswith(b"age-encryption.org/v1")
        assert sealed or file.suffix == ".sum"


def _started_again(server: Server, moment: datetime) -> Path:
    two = server.folder.with_name("two")
    two.mkdir(mode=0o700)
    _give(two)
    place = ("--from", str(server.archive), "--identity", str(server.identity))
    server.archived("unpack", *place, "--into", str(two / "cluster"), "--until", f"{moment}")
    postgres.start(two, lasting=True)
    end = time.monotonic() + 60
    while _goes_on(two):
        assert time.monotonic() < end, "the moment is not reached"
        time.sleep(0.1)
    return two


def _goes_on(folder: Path) -> bool:
    with postgres.superuser(folder) as session:
        [[going]] = session.execute("SELECT pg_is_in_recovery()").fetchall()
    return bool(going)


def _nobody_is_served_before_its_end() -> None:
    assert restoring.stands()
    assert troubles() == [restoring.SENTENCE]
    assert Client(raise_request_exception=False).get("/en/").status_code == 503
    connection.close()


def _restored(two: Path, day: Day) -> None:
    owner = f"host={two} user={environment.OWNER} dbname=kintrace"
    call_command("restore", recovered=day.moment, owner=owner)
    assert not restoring.stands()
    with psycopg.connect(owner) as session:  # whoever was signed in is out
        [[left]] = session.execute("SELECT count(*) FROM django_session").fetchall()
    assert left == 0


def _is_as_it_may_be(day: Day) -> None:
    with reading_as(day.scene.society.pk, member=day.scene.dora.pk):
        there = {case.pk for case in Case.objects.all()}
        assert there == {day.stays.pk, day.held.pk}
        assert day.late not in there
        assert Case.objects.get(pk=day.stays.pk).circumstances == {"reason": "flood"}
        assert is_erased(day.goes.subject)
        assert not Slot.objects.filter(file=day.goes.file).exists()
        assert holds_in_force(day.held.subject).exists()
        assert not holds_in_force(day.stays.subject).exists()
    assert audit.verify(day.scene.society.pk) == []
    assert Client().get("/en/").status_code == 200
