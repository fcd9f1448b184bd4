"""`make steal` proves that a thief finds nothing; here it is proved that it could."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.audit.models import Entry
from kintrace.network.models import Society
from kintrace.network.tests.cast import found
from kintrace.operations.steal import columns, loot
from kintrace.operations.steal.needles import Kind, Planted
from kintrace.operations.steal.scan import Search
from kintrace.operations.steal.snapshot import snapshot
from kintrace.vault.reader import reading_as
from tests.marks import slow_on_sqlite

ROOT = Path(__file__).resolve().parents[3]
ENOUGH = 2000
KEYS = 500


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """`make steal` in a house of its own; `found 0 of N` is its last line."""
    command = [sys.executable, "-m", "kintrace.operations.steal", *words]
    return subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )


def planted_and_not_found(*words: str) -> int:
    """How many strings were planted in a house in which none was found."""
    done = run(*words)
    assert done.returncode == 0, done.stdout[-6000:]
    planted = re.search(r"^planted (\d+):", done.stdout, re.MULTILINE)
    assert planted is not None
    assert done.stdout.splitlines()[-1] == f"found 0 of {planted[1]}"
    return int(planted[1])


@pytest.mark.database_bound
@slow_on_sqlite
def test_of_what_two_cases_plant_in_every_column_a_thief_finds_none() -> None:
    assert planted_and_not_found("--rows=2", "--cheap") > ENOUGH // 2


@pytest.mark.attack
@pytest.mark.slow
@pytest.mark.usefixtures("postgres")  # no service stands on SQLite, where the one above is whole
def test_of_two_thousand_planted_strings_a_thief_finds_none(attacked: Callable[..., None]) -> None:
    planted = planted_and_not_found()
    assert planted >= ENOUGH
    attacked(
        "a reader of the database, its disk, logs and backups",
        tried=f"{planted} planted strings sought in UTF-8, UTF-16, base64 and hex",
        got=0,
    )


@pytest.mark.attack
@pytest.mark.slow
@pytest.mark.usefixtures("postgres")  # what lies in memory is the same, and dumps take minutes
def test_a_machine_that_runs_gives_no_box_and_no_forgotten_key(
    figure: Callable[[str, str, str], None], attacked: Callable[..., None]
) -> None:
    done = run("--running=1")
    found = re.search(r"^found (\d+) of (\d+)$", done.stdout, re.MULTILINE)
    assert found is not None, done.stdout[-6000:]
    attacked(
        "a stolen staff server whose members are signed out",
        tried=f"{found[2]} planted strings sought in memory, on the disk and in the database",
        got=int(found[1]),
    )
    assert done.returncode == 0, done.stdout[-6000:]
    held = re.search(r"^forgotten keys in .*: (\d+) of (\d+)$", done.stdout, re.MULTILINE)
    assert held is not None
    assert int(held[2]) >= KEYS
    figure("forgotten keys in memory", f"{held[1]} of {held[2]}", "≤ 1 of 500")


@pytest.mark.slow
@pytest.mark.usefixtures("postgres")  # what lies in memory is the same, and dumps take minutes
def test_a_server_that_leaves_what_it_freed_is_found_out() -> None:
    done = run("--running=careless")
    assert done.returncode == 1
    assert "  opening password in staff" in done.stdout.splitlines()


# --- it could fail ---


def in_an_audit_row(secret: str) -> None:
    society = found("AT")
    with reading_as(society.pk):
        Entry.objects.create(
            society=society.pk,
            seq=10_000,
            at=timezone.now(),
            actor=uuid4(),
            deed=secret,
            about=uuid4(),
            prev=bytes(32),
            mac=bytes(32),
        )


def in_a_public_text(secret: str) -> None:
    Society.objects.create(code="XX", name=secret, country="XX")


def in_a_session(secret: str) -> None:
    session = SessionStore()
    session["seen"] = [secret] * 30  # compressed, in base64
    session.save()


def in_a_job(secret: str) -> None:
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {"name": secret}},
        task_path="kintrace.wall.jobs.empty_removals",
        backend_name="default",
        priority=0,
        queue_name="default",
        run_after=timezone.now(),
        exception_class_path="",
        traceback="",
    )


def in_a_letter_file(secret: str) -> None:
    settings.LETTER_FILES.mkdir(parents=True, exist_ok=True)
    (settings.LETTER_FILES / "1.log").write_text(f"To: {secret}")


def in_the_name_of_a_picture(secret: str) -> None:
    settings.FACES.mkdir(parents=True, exist_ok=True)
    (settings.FACES / f"{secret}.jpg").write_bytes(b"pixels")


def in_the_cache(secret: str) -> None:
    cache.set("who", secret)


LEAKS = (
    in_an_audit_row,
    in_a_public_text,
    in_a_session,
    in_a_job,
    in_a_letter_file,
    in_the_name_of_a_picture,
    in_the_cache,
)


@pytest.fixture
def rooms(tmp_path: Path, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own for all that lies on disk."""
    for name in ("FACES", "SAFE_FILES", "LETTER_FILES"):
        monkeypatch.setattr(settings, name, tmp_path / "data" / name.lower())
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    for name in ("data", "logs", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.slow
@pytest.mark.database_bound
def test_what_leaks_is_found_wherever_it_leaks_to(rooms: Path) -> None:
    planted = Planted()
    secrets = {leak.__name__: planted.word(Kind.PERSONAL) for leak in LEAKS}
    for leak in LEAKS:
        leak(secrets[leak.__name__])
    in_log, in_photo = planted.own_script(Kind.BOX), snapshot(planted)
    (rooms / "logs" / "kintrace.log").write_text(json.dumps({"event": in_log}))
    (rooms / "tmp" / "upload").write_bytes(in_photo)
    haul = Search(planted).in_folders(loot.steal(planted, rooms))
    strings = {one.string for one in haul.found}
    assert {name for name, secret in secrets.items() if secret.encode() not in strings} == set()
    assert [one.where for one in haul.found if one.string == json.dumps(in_log)[1:-1].encode()]
    assert [one for one in haul.found if one.where == "temporary files: upload"]
    cache.clear()


@pytest.mark.slow
@pytest.mark.database_bound
def test_what_leaks_is_found_in_the_backup_as_well(rooms: Path) -> None:
    planted = Planted()
    in_a_public_text(planted.own_script(Kind.PERSONAL))
    haul = Search(planted).in_folders(loot.steal(planted, rooms))
    assert any(one.where.startswith("backups, opened: records") for one in haul.found)
    assert not any(one.where.startswith("backups: ") for one in haul.found)


# --- nothing is forgotten ---


@pytest.mark.django_db
def test_a_column_in_which_nothing_was_planted_fails_the_run() -> None:
    sealed = {columns.name_of(one) for one in columns.columns()} - columns.PLAIN.keys()
    assert set(columns.unplanted(Planted(), [])) == sealed
    assert len(sealed) >= 15


def test_every_column_that_says_something_is_sealed_or_excused() -> None:
    assert columns.unsealed() == []


def test_a_plain_column_that_nobody_excused_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(columns.PLAIN, "network_member.sign_in")
    assert columns.unsealed() == ["network_member.sign_in"]


def test_no_excuse_outlives_its_column() -> None:
    there = {columns.name_of(one) for one in columns.columns()}
    assert there >= columns.PLAIN.keys()
    assert there >= set(columns.CODES_ONLY)


def test_the_theft_never_runs_in_the_database_of_an_installation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KINTRACE_STEAL_OWNER", raising=False)
    with pytest.raises(CommandError, match="a house of its own"):
        call_command("steal", "--inside")
