"""`doctor`: each thing is broken for real, and it says what is wrong and how to mend it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from kintrace.audit import anchors
from kintrace.audit import jobs as audit
from kintrace.network.models import Society
from kintrace.network.tests.cast import MakeSociety
from kintrace.operations import duties, rootkeys
from kintrace.operations.actions import note_done
from kintrace.operations.doctor import Check, Finding, State, clock, findings, machine
from kintrace.operations.doctor.table import CHECKS, examine
from kintrace.operations.tests import slow_work
from kintrace.operations.tests.servers import HEADERS, mail_server, web_server
from kintrace.vault import keyring, ledger, root

pytestmark = pytest.mark.django_db
BY_NAME = {check.name: check for check in CHECKS}


@pytest.fixture(autouse=True)
def installation(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An installation in which all is well, with folders and a root key of its own."""
    settings.DATA, settings.ROOT_KEYS = tmp_path / "data", tmp_path / "keys"
    for name in ("SAFE_FILES", "FACES"):
        setattr(settings, name, tmp_path / "data" / name)
    settings.MATCHING_PUBLIC = settings.MATCHING_KEY = tmp_path / "none"
    settings.DATA.mkdir()
    root.make()
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    rootkeys.export(1, to=tmp_path / "safe.age", recipient=recipient, now=timezone.now())
    duties.prepare()
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    _machine_says(monkeypatch, "yes\n")
    keyring.forget_all()
    yield settings.ROOT_KEYS
    keyring.forget_all()


@pytest.fixture
def at(installation: Path, make_society: MakeSociety) -> Society:
    return make_society("AT")


def _machine_says(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, words, "")

    monkeypatch.setattr(subprocess, "run", run)


def found(name: str) -> list[Finding]:
    return findings(BY_NAME[name])


def trouble(name: str) -> Finding:
    """The one trouble of a check."""
    [one] = found(name)
    assert one.state is State.TROUBLE
    assert one.mend
    return one


def unknown(name: str) -> str:
    [one] = found(name)
    assert one.state is State.UNKNOWN
    return one.what


def well(name: str) -> bool:
    return [one.state for one in found(name)] == [State.WELL]


def said(*words: str) -> str:
    output = StringIO()
    call_command("doctor", *words, stdout=output)
    return output.getvalue()


# --- the whole ---


def test_where_all_is_well_nothing_is_in_trouble(at: Society) -> None:
    audit.sign_heads([at.pk])
    (Path(anchors.folder()).parent / "last-backup").write_text(timezone.now().isoformat())
    assert [one for one in examine() if one.state is State.TROUBLE] == []
    assert "root keys: ok" in said()


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


# --- keys ---


def test_a_root_key_that_is_away_is_named_with_who_needs_it(
    at: Society, installation: Path
) -> None:
    (installation / "root-1.key").rename(installation / "elsewhere")
    lines = [one.what for one in found("root keys")]
    assert lines == [
        "AT does not open: Root key 1 is not at hand.",
        "There is no root key: see docs/keys.md.",
    ]


def test_another_root_key_under_the_same_number_is_found_out(
    at: Society, installation: Path
) -> None:
    (installation / "root-1.key").unlink()
    root.make(1)
    assert "the root key is another" in trouble("root keys").what


def test_a_key_that_others_can_read_is_refused_and_named(at: Society, installation: Path) -> None:
    assert well("places of keys")
    (installation / "root-1.key").chmod(0o444)
    assert "can be read by others" in found("root keys")[0].what
    assert trouble("places of keys").mend == f"chmod 0400 {installation / 'root-1.key'}"
    (installation / "root-1.key").chmod(0o400)
    installation.chmod(0o755)
    assert trouble("places of keys").mend == f"chmod 0700 {installation}"
    installation.chmod(0o700)
    assert well("places of keys")


def test_a_folder_of_keys_among_what_is_served_or_missing_is_said(
    installation: Path, settings: Settings
) -> None:
    settings.FACES = installation.parent
    assert "is served or backed up" in trouble("places of keys").what
    settings.ROOT_KEYS = installation / "none"
    assert "is missing" in trouble("places of keys").what


def test_a_key_that_never_went_into_a_safe_is_a_trouble(at: Society, installation: Path) -> None:
    assert well("root keys")
    root.make(2)
    assert "Root key 2 of the house was never exported" in trouble("root keys").what


def test_a_file_of_keepers_that_cannot_be_followed_is_said(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ROOTS = str(tmp_path / "roots.toml")
    Path(settings.ROOTS).write_text('house = "hq"')
    assert "there is no [providers.hq]" in trouble("root keys").what


def test_a_ledger_that_was_changed_is_said(installation: Path) -> None:
    assert well("ledger of erasures")
    ledger.append(uuid4())
    assert well("ledger of erasures")
    text = ledger.where().read_text()
    ledger.where().write_text(text.replace(text.split()[1], str(uuid4())))
    assert "line 1 of the ledger of erasures does not hold" in trouble("ledger of erasures").what


def test_a_key_within_reach_of_the_public_side_is_said(
    installation: Path, settings: Settings
) -> None:
    settings.SIDE = "public"
    assert str(installation / "root-1.key") in trouble("no key here").what
    settings.ROOT_KEYS = installation / "none"
    assert well("no key here")


def test_the_private_half_of_the_matching_pair_lies_with_the_matcher_alone(
    settings: Settings, tmp_path: Path
) -> None:
    assert "not compared" in unknown("matching pair")
    settings.SIDE = "matcher"
    assert "is not at" in trouble("matching pair").what
    settings.MATCHING_KEY, settings.MATCHING_PUBLIC = tmp_path / "private", tmp_path / "public"
    settings.MATCHING_PUBLIC.touch()
    assert "is not at" in trouble("matching pair").what
    settings.MATCHING_KEY.touch(mode=0o444)
    assert "can be read by others" in trouble("matching pair").what
    settings.MATCHING_KEY.chmod(0o400)
    assert well("matching pair")
    settings.SIDE = "staff"
    assert "The staff side can read the private half" in trouble("matching pair").what


# --- the machine ---


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


# --- time ---


def test_a_clock_that_nobody_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert well("clock")
    _machine_says(monkeypatch, "no\n")
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


# --- letters ---

KNOWS_ALL = "250-mail.example\n250-STARTTLS\n250 AUTH PLAIN LOGIN"


@pytest.fixture
def asked(settings: Settings) -> Callable[..., list[Finding]]:
    """Ask a mail server that answers so."""

    def ask(lines: list[str], *, tls: bool = False, **answers: str) -> list[Finding]:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", tls
        with mail_server(answers, lines) as settings.EMAIL_PORT:
            return found("mail")

    return ask


def test_a_mail_server_is_asked_and_no_letter_is_sent(asked: Any, settings: Settings) -> None:
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "kintrace"
    lines: list[str] = []
    [one] = asked(lines, EHLO=KNOWS_ALL, AUTH="235 welcome")
    assert one.state is State.WELL
    assert not {line.split()[0].upper() for line in lines} & {"MAIL", "RCPT", "DATA"}


def test_a_mail_server_that_refuses_us_is_said(asked: Any, settings: Settings) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "kintrace", "a password"
    [one] = asked([], EHLO=KNOWS_ALL, AUTH="535 no")
    assert "does not let us in" in one.what
    assert "a password" not in one.what + one.mend
    [one] = asked([], HELLO="554 not for you")
    assert "does not answer, or refuses us" in one.what
    [one] = asked([], tls=True, EHLO="250 mail.example")
    assert "does not speak STARTTLS" in one.what
    [one] = asked([], tls=True, EHLO=KNOWS_ALL, STARTTLS="454 not now")
    assert one.state is State.TROUBLE


def test_a_mail_server_that_is_not_there_is_said(settings: Settings) -> None:
    assert "laid into files" in unknown("mail")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "does not answer" in trouble("mail").what


# --- addresses ---


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test's server shows is trusted here."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
def test_an_address_under_tls_is_looked_at(tmp_path: Path, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = ""
    assert "Nobody said" in unknown("the wall's address")
    with web_server(tmp_path) as port:
        settings.PUBLIC_ADDRESS = f"https://localhost:{port}"
        assert well("the wall's address")
    assert "does not answer" in trouble("the wall's address").what


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"Strict-Transport-Security": "max-age=60"}, "for too short a time"),
        ({"Strict-Transport-Security": ""}, "0 times"),
        ({"Strict-Transport-Security": "max-age=63072000; max-age=1"}, "2 times"),
        ({"Content-Security-Policy": ""}, "does not say what its pages may load"),
    ],
)
def test_headers_that_are_missing_or_weak_are_said(
    changed: dict[str, str], words: str, tmp_path: Path, settings: Settings
) -> None:
    with web_server(tmp_path, headers=HEADERS | changed) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert words in trouble("the desk's address").what


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_ends_soon_is_said(tmp_path: Path, settings: Settings) -> None:
    with web_server(tmp_path, days=5) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert "The certificate of localhost ends on" in trouble("the desk's address").what


def test_a_certificate_that_nobody_trusts_is_said(tmp_path: Path, settings: Settings) -> None:
    with web_server(tmp_path) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert "is not trusted" in trouble("the desk's address").what


def test_an_address_without_tls_is_said_in_service(settings: Settings) -> None:
    settings.STAFF_ADDRESS = "http://desk.example.org"
    assert "goes without TLS" in unknown("the desk's address")
    settings.TLS = True
    assert "does not begin with https" in trouble("the desk's address").what
