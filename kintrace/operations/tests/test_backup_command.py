"""What the command asks for, says, verifies and forgets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from kintrace.network.models import Society
from kintrace.operations import manifest
from kintrace.operations.backup import (
    STAMP,
    BackupFailed,
    back_up,
    forget_old,
    last_made,
)
from kintrace.operations.tests.safes import Safe, in_sql
from kintrace.vault.actions import open_file
from kintrace.vault.copies import PASSING_TABLES
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)


def test_a_wrong_recipient_is_refused_before_anything_is_read(file: Slot, safe: Safe) -> None:
    with pytest.raises(CommandError, match="not a public age key"):
        call_command(
            "backup",
            str(safe.folder),
            *("--recipient", safe.recipients.records, "--slot-recipient", "age1nonsense"),
        )
    assert list(safe.folder.iterdir()) == []


def test_the_command_names_the_files_it_made_and_when_is_remembered(
    file: Slot, safe: Safe, capsys: pytest.CaptureFixture[str], settings: Settings, tmp_path: Path
) -> None:
    settings.DATA, before = tmp_path, timezone.now()
    assert last_made() is None
    call_command("backup", str(safe.folder), *options_of(safe))
    said = capsys.readouterr().out.splitlines()
    made = sorted(safe.folder.iterdir())
    assert sorted(said) == [f"{path.name} {path.stat().st_size} bytes" for path in made]
    when = last_made()
    assert when is not None
    assert before <= when <= timezone.now()


def options_of(safe: Safe) -> tuple[str, ...]:
    to = safe.recipients
    return ("--recipient", to.records, "--slot-recipient", to.slots)


def test_where_and_for_whom_may_stand_in_the_environment(
    file: Slot, safe: Safe, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA, settings.BACKUP_TO = tmp_path, str(safe.folder)
    settings.BACKUP_RECIPIENT = safe.recipients.records
    settings.BACKUP_SLOT_RECIPIENT = safe.recipients.slots
    call_command("backup")
    assert safe.opened("records")
    assert safe.opened("slots")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--recipient age1"),
        (("--recipient", "{records}"), "--slot-recipient age1"),
        (("--recipient", "{records}", "--slot-recipient", "{records}"), "the same identity"),
    ],
)
def test_keys_are_for_other_people_than_records(
    options: tuple[str, ...], said: str, safe: Safe
) -> None:
    own = [option.format(records=safe.recipients.records) for option in options]
    with pytest.raises(CommandError, match=said):
        call_command("backup", str(safe.folder), *own)
    assert not safe.folder.exists()


def test_without_a_folder_the_command_asks_for_one(safe: Safe) -> None:
    with pytest.raises(CommandError, match="KINTRACE_BACKUP_TO"):
        call_command("backup", *options_of(safe))


@pytest.mark.database_bound
def test_the_manifest_counts_what_is_in_the_backup_and_leaves_out_what_is_not(
    file: Slot, safe: Safe
) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    told = manifest.read(safe.opened("manifest"))
    assert told.rows["network_society"] == Society.objects.count()
    assert told.rows["vault_slot"] == 1
    assert told.rows.keys().isdisjoint(PASSING_TABLES)
    assert {"cases", "vault", "audit"} <= told.migrations.keys()
    named = {path.name for path in safe.folder.glob("*.age")}
    assert told.files.keys() | {f"kintrace-{NOW:{STAMP}}-manifest.age"} == named


def test_a_changed_file_is_found_by_its_sum_without_any_identity(file: Slot, safe: Safe) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    call_command("backup", str(safe.folder), "--verify")
    (slots,) = safe.folder.glob("*-slots.age")
    whole = slots.read_bytes()
    slots.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(CommandError, match=rf"Damaged or missing: {slots.name}\."):
        call_command("backup", str(safe.folder), "--verify")
    slots.unlink()
    with pytest.raises(CommandError, match=slots.name):
        call_command("backup", str(safe.folder), "--verify")


def test_a_disk_that_gives_back_something_else_makes_no_backup(
    file: Slot, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "on_disk", lambda _file: manifest.Sealed(0, "0" * 64))
    with pytest.raises(BackupFailed, match="does not give back"):
        back_up(safe.folder, to=safe.recipients, now=NOW)
    assert list(safe.folder.iterdir()) == []


def test_what_is_older_than_thirty_days_goes_whole(file: Slot, safe: Safe) -> None:
    old = back_up(safe.folder, to=safe.recipients, now=NOW - timedelta(days=31))
    young = back_up(safe.folder, to=safe.recipients, now=NOW - timedelta(days=29))
    assert forget_old(safe.folder, now=NOW) == sorted(old)
    assert sorted(safe.folder.iterdir()) == sorted(young)


@pytest.mark.database_bound
def test_a_key_made_while_the_backup_runs_is_in_neither_part(
    file: Slot, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both parts are of one moment: a slot that came between them waits for the next backup."""
    seal = pyrage.encrypt_io
    late: list[bytes] = []

    def sealing(source: Any, sink: Any, to: Any) -> None:
        seal(source, sink, to)
        if not late:
            with reading_as(file.society_id):
                late.append(bytes(Slot.objects.get(file=open_file(file.society_id)).wrapped))

    monkeypatch.setattr(pyrage, "encrypt_io", sealing)
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert in_sql(bytes(file.wrapped)) in safe.text("slots")
    assert in_sql(late[0]) not in safe.text("slots")
