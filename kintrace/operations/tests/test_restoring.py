"""While a backup is brought back nobody is served, whoever starts what, and whatever breaks off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
import pytest
from django.conf import settings as house
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.cases.models import Case
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.operations import jobs, restoring
from kintrace.operations.backup import BackupFailed
from kintrace.operations.health import troubles
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, owners, restore
from kintrace.operations.worker import Shift
from kintrace.vault import ledger
from kintrace.vault.reader import reading_as
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

ROOT = Path(__file__).resolve().parents[3]
PARTS = ("records", "slots", "media", "manifest")


@pytest.fixture
def scene(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Scene:
    """A society with one case and a backup of it; its heads are signed."""
    scene = a_scene(settings, tmp_path, monkeypatch)
    with scene.acting(scene.alma):
        playing.open_a_case(PEOPLE[1], by=scene.alma)
    back_up_into(tmp_path)
    jobs.sign_heads()
    return scene


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def sealed(folder: Path, part: str) -> Path:
    (file,) = (folder / "backups").glob(f"*-{part}.age")
    return file


def check(folder: Path) -> None:
    call_command("restore", folder / "backups", identity=folder / "identity", check=True)


@pytest.mark.database_bound
def test_a_whole_backup_is_said_to_be_whole_without_a_database(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(tmp_path)
    assert "is whole: " in capsys.readouterr().out


def test_one_changed_byte_anywhere_is_found_before_anything_is_touched(
    scene: Scene, tmp_path: Path, settings: Settings
) -> None:
    for file in (sealed(tmp_path, part) for part in reversed(PARTS)):
        whole = file.read_bytes()
        for at in (3, len(whole) // 2, len(whole) - 1):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            with pytest.raises(CommandError, match=f"{file.name} does not open: it is damaged"):
                check(tmp_path)
        file.write_bytes(whole)
    check(tmp_path)
    file.write_bytes(file.read_bytes()[:-1])
    with empty_database(tmp_path, settings) as address:
        with pytest.raises(CommandError, match="does not open"):
            restore(tmp_path, address)
        assert not restoring.stands()


def test_a_file_cut_short_is_found(scene: Scene, tmp_path: Path) -> None:
    for file in (sealed(tmp_path, part) for part in PARTS):
        whole = file.read_bytes()
        file.write_bytes(whole[:-300])
        with pytest.raises(CommandError, match=f"{file.name} does not open"):
            check(tmp_path)
        file.write_bytes(whole)


def test_a_part_of_another_backup_is_found(scene: Scene, tmp_path: Path) -> None:
    records = sealed(tmp_path, "records")
    key = pyrage.x25519.Identity.from_str((tmp_path / "identity").read_text().split()[-1])
    plain = pyrage.decrypt(records.read_bytes(), [key])
    records.write_bytes(pyrage.encrypt(plain, [key.to_public()]))
    with pytest.raises(CommandError, match="not the file that this backup was made with"):
        check(tmp_path)


def test_with_a_ledger_older_than_the_backup_nothing_is_restored(
    scene: Scene, tmp_path: Path, settings: Settings
) -> None:
    ledger.append(scene.society.pk)
    back_up_into(tmp_path)
    whole = ledger.where().read_bytes()
    try:
        ledger.where().write_bytes(whole[: whole.rstrip(b"\n").rfind(b"\n") + 1])
        with empty_database(tmp_path, settings) as address:
            with pytest.raises(CommandError, match="older than this backup"):
                restore(tmp_path, address)
            assert not restoring.stands()
    finally:
        ledger.where().write_bytes(whole)


@pytest.mark.database_bound
def test_whatever_is_started_meanwhile_serves_nobody(
    scene: Scene, tmp_path: Path, settings: Settings, visitor: Client
) -> None:
    with empty_database(tmp_path, settings) as address:
        restoring.begin(address)
        assert restoring.stands()
        assert troubles() == [restoring.SENTENCE]
        signing_in = {"login": "alma", "password": "nine stones under the bridge"}
        for answer in (visitor.get("/en/"), visitor.post("/sign-in/", signing_in)):
            assert answer.status_code == 503
            assert "putting everything back" in answer.content.decode()
            assert answer["Retry-After"] == "600"
            assert "default-src" in answer["Content-Security-Policy"]
        with pytest.raises(BackupFailed, match="being brought back"):
            back_up_into(tmp_path)
        _work_for_a_moment()


def _work_for_a_moment() -> None:
    """The worker waits; what it would do finds no table, and would end it."""
    worker = Shift(pause=0.01)
    threading.Timer(0.3, worker.stop, (signal.SIGTERM, None)).start()
    worker.work()


@pytest.mark.database_bound
def test_whoever_has_the_database_still_open_finds_nothing_in_it(
    postgres: None, scene: Scene, tmp_path: Path, settings: Settings
) -> None:
    """Every role, in a session begun while it is shut, also the owner who migrates."""
    with empty_database(tmp_path, settings) as address:
        restoring.begin(address)
        for role in (environment.STAFF, environment.PUBLIC, environment.OWNER):
            url = address.replace(environment.OWNER, role)
            with psycopg.connect(url) as session, pytest.raises(psycopg.Error):
                session.execute("SELECT 1 FROM network_society")
            with psycopg.connect(url) as session, pytest.raises(psycopg.Error):
                session.execute("CREATE TABLE anything (id int)")


@pytest.mark.database_bound
def test_a_restore_that_was_killed_is_run_again_and_ends_well(
    scene: Scene, tmp_path: Path, settings: Settings, visitor: Client
) -> None:
    with empty_database(tmp_path, settings) as address:
        killed_when(restoring.stands, tmp_path, address)
        assert restoring.stands()
        assert troubles() == [restoring.SENTENCE]
        assert visitor.get("/en/").status_code == 503
        restore(tmp_path, address)
        assert not restoring.stands()
        assert visitor.get("/en/").status_code == 200
        with reading_as(scene.society.pk):
            assert Case.objects.count() == 1
        assert audit.verify(scene.society.pk) == []


def killed_when(happened: Callable[[], bool], folder: Path, address: str) -> None:
    """Run the restore as a process of its own, and SIGKILL it when something is so."""
    name = Path(str(connection.settings_dict["NAME"]))
    url = environment.database_url(environment.STAFF, name.name)
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "KINTRACE_DATABASE_URL": url if environment.on_postgres() else f"sqlite:///{name}",
        "KINTRACE_DATA": str(house.DATA),
        "KINTRACE_ROOT_KEYS": str(house.ROOT_KEYS),
        "KINTRACE_SAFE_FILES": str(house.SAFE_FILES),
        "KINTRACE_FACES": str(house.FACES),
        "KINTRACE_PINS": str(house.PINS),
    }
    command = [sys.executable, str(ROOT / "manage.py"), "restore", str(folder / "backups")]
    command += ["--identity", str(folder / "identity"), f"--owner={address}"]
    with subprocess.Popen(command, cwd=ROOT, env=surroundings) as process:
        end = time.monotonic() + 60
        while not happened() and time.monotonic() < end:
            connection.close()  # a session sees the wall that stood when it began
            time.sleep(0.002)
        process.kill()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.database_bound
def test_what_fails_after_the_loading_leaves_the_house_shut(
    scene: Scene, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty_database(tmp_path, settings) as address:
        with monkeypatch.context() as patch:
            patch.setattr("kintrace.operations.bringing.replay", _fails)
            with pytest.raises(CommandError, match="No space"):
                restore(tmp_path, address)
        assert restoring.stands()
        restore(tmp_path, address)
        assert not restoring.stands()


def _fails(**_more: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.database_bound
def test_a_live_database_is_never_taken_for_a_broken_restore(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(restoring.DatabaseNotEmpty):
        restoring.begin(owners("kintrace"))
    assert not restoring.stands()
    with reading_as(scene.society.pk):
        assert Case.objects.count() == 1


@pytest.mark.database_bound
def test_an_address_that_is_not_the_owners_is_refused_with_a_sentence(
    postgres: None, scene: Scene, tmp_path: Path, settings: Settings
) -> None:
    with empty_database(tmp_path, settings) as address:
        wrong = address.replace(environment.OWNER, environment.STAFF)
        with pytest.raises(CommandError, match="does not obey its owner"):
            restore(tmp_path, wrong)
        assert not restoring.stands()


def test_nothing_of_the_keys_is_left_beside_the_database(
    scene: Scene, tmp_path: Path, settings: Settings
) -> None:
    with empty_database(tmp_path, settings) as address:
        before = set(tmp_path.iterdir())
        restore(tmp_path, address)
        new = {file.name for file in set(tmp_path.iterdir()) - before}
        assert {name for name in new if not name.startswith("restored_")} <= {"new"}
        assert {name for name in new if name.endswith(("-keys", ".restoring"))} == set()


@pytest.mark.database_bound
def test_a_session_that_was_open_before_keeps_the_restore_from_beginning(
    postgres: None,
    scene: Scene,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It would not see the wall: the service has to be stopped first."""
    monkeypatch.setattr(restoring, "PATIENCE", 0.5)
    with empty_database(tmp_path, settings) as address:
        staff = address.replace(environment.OWNER, environment.STAFF)
        with psycopg.connect(staff), pytest.raises(CommandError, match="1 sessions are still open"):
            restore(tmp_path, address)
        restore(tmp_path, address)
        assert not restoring.stands()
