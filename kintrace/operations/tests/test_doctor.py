"""`doctor`: each thing is broken for real, and it says what is wrong and how to mend it."""

import json
import shutil
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

import kintrace
from kintrace.audit import anchors
from kintrace.audit import jobs as audit
from kintrace.network.models import Society
from kintrace.operations.actions import note_done
from kintrace.operations.doctor import Check, State, clock, database, findings, machine
from kintrace.operations.doctor.table import CHECKS, examine
from kintrace.operations.tests import slow_work
from kintrace.operations.tests.patients import found, machine_says, trouble, unknown, well

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("installation")]


def said(*words: str) -> str:
    output = StringIO()
    call_command("doctor", *words, stdout=output)
    return output.getvalue()


def test_where_all_is_well_nothing_is_in_trouble(at: Society) -> None:
    audit.sign_heads([at.pk])
    (Path(anchors.folder()).parent / "last-backup").write_text(timezone.now().isoformat())
    assert [one for one in examine() if one.state is State.TROUBLE] == []
    told = said()
    assert told.startswith(f"Kintrace {kintrace.__version__}, Python 3")
    assert "root keys: ok" in told


def test_every_line_is_told_to_a_machine_too_and_a_trouble_ends_with_an_error(
    installation: Path,
) -> None:
    (installation / "root-1.exported").unlink()
    output = StringIO()
    with pytest.raises(CommandError, match="1 things are wrong"):
        call_command("doctor", "--json", stdout=output)
    lines = {line["name"]: line for line in json.loads(output.getvalue())}
    assert lines.keys() == {check.name for check in CHECKS if "staff" in check.sides}
    assert lines["root keys"]["state"] == "trouble"
    assert lines["root keys"]["mend"].startswith("manage.py root_key export")
    with pytest.raises(CommandError):
        said()


def test_a_check_that_breaks_stops_no_other() -> None:
    def breaks() -> Any:
        yield 1 // 0

    [one] = findings(Check("odd", frozenset({"staff"}), breaks))
    assert (one.state, one.what) == (State.UNKNOWN, "The check itself broke (ZeroDivisionError).")


@pytest.mark.parametrize("side", ["public", "matcher"])
def test_other_sides_look_only_at_what_they_can_see(side: str, settings: Settings) -> None:
    settings.SIDE, settings.HAS_STAFF = side, False
    names = {one.name for one in examine()}
    assert names == {check.name for check in CHECKS if side in check.sides}
    assert not names & {"root keys", "migrations", "queue", "mail", "ledger of erasures"}


def test_a_database_that_does_not_answer_is_said_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", silent)
    by_name = {one.name: one for one in examine()}
    assert by_name["database"].what == "The database does not answer."
    assert by_name["role"].state is by_name["queue"].state is State.UNKNOWN
    assert by_name["disk"].state is State.WELL


@pytest.mark.parametrize(("line", "troubles"), [("here", 0), ("verify-full", 0), ("require", 1)])
def test_a_line_to_a_database_elsewhere_that_proves_nothing_is_said(
    settings: Settings, line: str, troubles: int
) -> None:
    settings.DATABASE_LINE = line
    assert len(list(database.line())) == troubles


def test_a_slip_of_the_pen_in_a_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert well("settings")
    monkeypatch.setenv("KINTRACE_SMPT_PORT", "25")
    assert trouble("settings").what == "Nobody reads KINTRACE_SMPT_PORT."
    assert "KINTRACE_SMTP_PORT" in trouble("settings").mend


def test_a_place_where_nothing_can_be_kept_is_named(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert well("storage")
    assert list(settings.DATA.iterdir()) == []
    settings.SAFE_FILES = tmp_path / "not" / "there"
    assert f"kept in {settings.SAFE_FILES} (KINTRACE_SAFE_FILES)" in trouble("storage").what
    settings.SAFE_FILES = tmp_path

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(machine.os, "fsync", full)  # type: ignore[attr-defined]
    assert all("No space left on device" in one.what for one in found("storage"))


def test_pictures_that_the_public_side_cannot_look_at_are_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unknown("pictures") == "No picture was ever put up."
    settings.FACES.mkdir()
    assert well("pictures")
    monkeypatch.setattr(machine.os, "access", lambda *_: False)  # type: ignore[attr-defined]
    assert "cannot read" in trouble("pictures").what


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    assert well("disk")
    monkeypatch.setattr("kintrace.operations.health.ROOM", 2**70)
    assert "The disk is nearly full" in trouble("disk").what
    settings.DATA = settings.DATA / "none"
    assert "is missing" in trouble("disk").what


def test_jobs_that_nobody_does_are_said() -> None:
    assert well("queue")
    slow_work.fails.enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=16))
    assert trouble("queue").what.startswith("1 jobs wait")
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, worker_ids=["one"] * 6)
    assert trouble("queue").what.startswith("1 jobs failed")


def test_duties_that_nobody_does_are_said() -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    note_done("sign-heads", began=long_ago, again=long_ago)
    assert trouble("queue").what.startswith("The duty sign-heads is overdue")


def test_a_machine_that_cannot_print_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('no pango')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    assert "libpangoft2" in trouble("paper").what


def test_packages_of_debian_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_is_there", lambda file: "Noto" not in file)
    assert "apt-get install fonts-noto-core" in trouble("packages").mend


def test_a_clock_that_nobody_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert well("clock")
    machine_says(monkeypatch, "no\n")
    assert trouble("clock").mend == "timedatectl set-ntp true"
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "timedatectl is not installed" in unknown("clock")


def test_a_clock_that_went_back_behind_the_newest_anchor_is_said(
    at: Society, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No head was ever signed" in unknown("anchors")
    audit.sign_heads([at.pk])
    assert well("anchors")
    now = timezone.now()
    monkeypatch.setattr(clock.timezone, "now", lambda: now - timedelta(hours=1))  # type: ignore[attr-defined]
    assert "the clock went back" in trouble("anchors").what
    monkeypatch.setattr(clock.timezone, "now", lambda: now + timedelta(hours=3))  # type: ignore[attr-defined]
    assert "No head was signed since" in trouble("anchors").what


def test_a_backup_that_is_too_old_is_said(settings: Settings) -> None:
    assert "No backup was made" in unknown("backup")
    (settings.DATA / "last-backup").write_text(timezone.now().isoformat())
    assert well("backup")
    (settings.DATA / "last-backup").write_text((timezone.now() - timedelta(days=2)).isoformat())
    assert trouble("backup").what.startswith("The newest backup is of ")
