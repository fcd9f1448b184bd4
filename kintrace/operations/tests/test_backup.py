"""A backup says nothing without its identity, little with it, and never lies half-written."""

import sqlite3
import tarfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from kintrace.network.models import Society
from kintrace.operations.backup import (
    BackupFailed,
    back_up,
)
from kintrace.operations.tests.safes import PHOTO, Safe, in_sql
from kintrace.vault.copies import SLOT_TABLES
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
PARTS = ("records", "slots", "media", "manifest")
SUMS = "kintrace-20261118T030000Z-sums.txt"


def test_a_backup_is_four_files_that_only_their_identities_open(file: Slot, safe: Safe) -> None:
    *made, sums = back_up(safe.folder, to=safe.recipients, now=NOW)
    assert sums.name == SUMS
    assert [path.name for path in made] == [f"kintrace-20261118T030000Z-{p}.age" for p in PARTS]
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
    for path in made:
        assert path.read_bytes().startswith(b"age-encryption.org/v1")
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(path.read_bytes(), [pyrage.x25519.Identity.generate()])


@pytest.mark.database_bound
def test_records_hold_the_society_and_no_wrapped_key(file: Slot, safe: Safe) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert "Society AT" in safe.text("records")
    assert in_sql(bytes(file.wrapped)) not in safe.text("records")
    assert bytes(file.wrapped) not in safe.opened("records")  # nor in a page that was freed


@pytest.mark.database_bound
def test_slots_hold_the_wrapped_key_and_nothing_of_the_records(file: Slot, safe: Safe) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert in_sql(bytes(file.wrapped)) in safe.text("slots")
    assert "Society AT" not in safe.text("slots")


def test_the_identity_of_the_records_does_not_open_the_slots(file: Slot, safe: Safe) -> None:
    slots = back_up(safe.folder, to=safe.recipients, now=NOW)[1]
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(slots.read_bytes(), [safe.records])


@pytest.mark.database_bound
def test_an_erased_slot_is_in_the_next_backup_no_more(file: Slot, safe: Safe) -> None:
    wrapped = bytes(file.wrapped)
    with reading_as(file.society_id):
        file.delete()
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert in_sql(wrapped) not in safe.text("slots")
    assert wrapped not in safe.opened("slots")


def test_media_hold_the_sealed_photo_and_no_root_key(file: Slot, safe: Safe) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    tar = safe.opened("media")
    with tarfile.open(fileobj=BytesIO(tar)) as archive:
        names = archive.getnames()
    assert [name for name in names if name.endswith("photo.jpg")] == [
        f"{settings.SAFE_FILES.name}/{file.file.hex[:2]}/{file.file.hex}/photo.jpg"
    ]
    assert PHOTO[:64] not in tar
    keys = settings.ROOT_KEYS.glob("root-*.key")
    assert [key for key in keys if key.read_bytes() in tar] == []


@pytest.mark.database_bound
def test_every_table_of_the_house_is_in_one_of_the_two(file: Slot, safe: Safe) -> None:
    """A table made later is backed up without anybody thinking of it."""
    back_up(safe.folder, to=safe.recipients, now=NOW)
    ours = {model._meta.db_table for model in apps.get_models()}
    assert set(SLOT_TABLES) <= ours
    named = "CREATE TABLE {}" if not settings.ON_SQLITE else 'CREATE TABLE IF NOT EXISTS "{}"'
    text = safe.text("records").replace("CREATE TABLE public.", "CREATE TABLE ")
    text = text.replace('CREATE TABLE "', 'CREATE TABLE IF NOT EXISTS "')
    assert {table for table in ours if named.format(table) not in text} == set()


def test_nobody_is_signed_in_after_a_restore(
    file: Slot, safe: Safe, client: Any, make_member: Any, sign_in: Any
) -> None:
    sign_in(client, make_member(Society.objects.get()))
    key = client.session.session_key
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert key not in safe.text("records")
    assert key not in safe.text("slots")


@pytest.mark.parametrize("part", PARTS)
def test_one_flipped_byte_is_refused(part: str, file: Slot, safe: Safe) -> None:
    back_up(safe.folder, to=safe.recipients, now=NOW)
    (path,) = safe.folder.glob(f"*-{part}.age")
    whole = path.read_bytes()
    for at in (len(whole) // 3, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(pyrage.DecryptError):
            safe.opened(part)


@pytest.mark.database_bound
def test_nothing_is_left_behind_when_the_dump_fails(
    file: Slot, safe: Safe, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(connection.settings_dict, "NAME", str(tmp_path / "no-such"))
        with pytest.raises((BackupFailed, sqlite3.OperationalError)):
            back_up(safe.folder, to=safe.recipients, now=NOW)
    assert list(safe.folder.iterdir()) == []


def test_nothing_is_left_behind_when_the_last_part_fails(
    file: Slot, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tarfile.TarFile, "addfile", _fails)
    with pytest.raises(BackupFailed):
        back_up(safe.folder, to=safe.recipients, now=NOW)
    assert list(safe.folder.iterdir()) == []


def _fails(*_args: object, **_more: object) -> None:
    raise OSError("the disk does not answer")


def test_nothing_in_clear_touches_the_disk_on_the_way(
    file: Slot, safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file that is opened for writing is one that the cipher fills."""
    begun = _Watch(safe.folder)
    monkeypatch.setattr(pyrage, "encrypt_io", begun)
    back_up(safe.folder, to=safe.recipients, now=NOW)
    assert begun.seen == [set()] * len(PARTS)


class _Watch:
    """Looks into the folder of the backup at the moment each part is sealed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seal = pyrage.encrypt_io
        self.seen: list[set[str]] = []

    def __call__(self, source: Any, sink: Any, to: Any) -> None:
        self.seal(source, sink, to)
        sink.flush()
        heads = {path.name: path.read_bytes()[:21] for path in self.folder.iterdir()}
        self.seen.append({name for name, head in heads.items() if head != b"age-encryption.org/v1"})
