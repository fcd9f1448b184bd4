"""A backup comes back whole, and nobody with it who was erased since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyrage
import pytest
from django.conf import settings as house
from django.core.management import CommandError, call_command
from django.db import connection

from kintrace.audit import anchors
from kintrace.audit import lookups as audit
from kintrace.cases import lookups as cases
from kintrace.cases.actions import drafts, faces
from kintrace.cases.models import Case, Draft
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.operations import jobs
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, owners, restore
from kintrace.people.lookups import person_of
from kintrace.protection import actions as protection
from kintrace.protection.lookups import is_erased
from kintrace.protection.purposes import WhyErased
from kintrace.vault import ledger, safe_files
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import notice_of
from kintrace.wall.models import Face

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

pytestmark = pytest.mark.database_bound
KARIM = PEOPLE[1]


@dataclass
class Night:
    """What stood when the backup was made, and what was erased the morning after."""

    scene: Scene
    stays: Case
    goes: Case
    face: str
    files: set[Any]
    folder: Path


@pytest.fixture
def night(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Night:
    scene = a_scene(settings, tmp_path, monkeypatch)
    with scene.acting(scene.alma):
        stays = playing.open_a_case(KARIM, by=scene.alma)
        playing.propose(stays, KARIM, seed=2, by=scene.alma)
        goes = playing.open_a_case(SELAM, by=scene.alma)
        playing.propose(goes, SELAM, seed=1, by=scene.alma)
        draft = playing.begin_a_draft(SELAM, by=scene.alma)
    with scene.acting(scene.omar):
        for case in (goes, stays):
            playing.approve(case, by=scene.omar)
        faces.put_on_wall(stays, by=scene.alma)
        face, _code = faces.put_on_wall(goes, by=scene.alma)
    back_up_into(tmp_path)
    with scene.acting(scene.alma):
        notice = notice_of(goes.subject)
        assert notice is not None
        files = {goes.file, notice.file, draft.file}
        drafts.drop(draft, by=scene.alma)
    with reading_as(scene.society.pk, member=scene.omar.pk):
        protection.erase(goes.subject, by=scene.omar, why=WhyErased.ASKED)
    jobs.sign_heads()
    return Night(scene, stays, goes, face.name, files, tmp_path)


def test_what_stood_comes_back_and_who_was_erased_since_does_not(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        assert "erased again" in capsys.readouterr().out
        society = night.scene.society.pk
        with reading_as(society):
            assert list(Case.objects.all()) == [night.stays]
            assert KARIM.given in str(dict(person_of(night.stays.subject).name_rows))
            assert cases.sought_in(night.stays)
            assert safe_files.fetch(file=night.stays.file, name="photo.jpg")
            assert is_erased(night.goes.subject)
            assert not Draft.objects.exists()
            # Whether the other one was taken down since, for danger perhaps, nobody knows.
            assert not Face.objects.exists()
            still = notice_of(night.stays.subject)
            assert still is not None
            assert still.state == "taken_down"
            assert not Slot.objects.filter(file__in=night.files).exists()
        assert audit.verify(society) == []
        _proves_what_stands_and_says_what_was_lost(society, capsys)
        left = {path.parent.name for path in house.SAFE_FILES.rglob("*") if path.is_file()}
        assert left == {night.stays.file.hex, still.file.hex}
        assert not [file for file in house.FACES.rglob("*") if file.is_file()]


def _proves_what_stands_and_says_what_was_lost(
    society: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    """The heads that were signed between backup and loss, and one signed since."""
    jobs.sign_heads()
    signed = anchors.read(anchors.folder())
    assert audit.verify(society, signed) == []
    unsaid = [one for one in signed if not one.restored]
    assert [one.harm for one in audit.verify(society, unsaid)] == [audit.Harm.ANCHOR_UNMET]
    call_command("verify_audit")
    assert "lost with the database: 1, from" in capsys.readouterr().out


def test_with_an_older_ledger_nothing_is_restored(night: Night, settings: Settings) -> None:
    lines = ledger.where().read_bytes().splitlines(keepends=True)
    whole = b"".join(lines)
    try:
        ledger.where().write_bytes(b"".join(lines[:-1]))
        with empty_database(night.folder, settings) as address:
            with pytest.raises(CommandError, match="older than its copy"):
                restore(night.folder, address)
            assert connection.introspection.table_names() == []
    finally:
        ledger.where().write_bytes(whole)


def test_without_anchors_nothing_is_restored(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        with pytest.raises(CommandError, match="no copy of the ledger"):
            restore(night.folder, address, anchors=night.folder / "nowhere")
        assert connection.introspection.table_names() == []


def test_a_database_that_holds_something_is_never_written_over(night: Night) -> None:
    with pytest.raises(CommandError, match="not empty"):
        restore(night.folder, owners("kintrace"))
    with reading_as(night.scene.society.pk):
        assert Case.objects.get() == night.stays


def test_another_identity_or_a_damaged_file_restores_nothing(
    night: Night, settings: Settings
) -> None:
    (night.folder / "other").write_text(str(pyrage.x25519.Identity.generate()))
    (night.folder / "none").write_text("not a key\n")
    with empty_database(night.folder, settings) as address:
        with pytest.raises(CommandError, match="does not open"):
            restore(night.folder, address, identity=night.folder / "other")
        with pytest.raises(CommandError, match="no age identity"):
            restore(night.folder, address, identity=night.folder / "none")
        [records] = (night.folder / "backups").glob("*-records.age")
        records.unlink()
        with pytest.raises(CommandError, match="no whole backup"):
            restore(night.folder, address)
        assert connection.introspection.table_names() == []


def test_the_anchors_hold_a_copy_of_the_ledger(night: Night) -> None:
    copy = anchors.folder() / ledger.where().name
    assert copy.read_bytes() == ledger.where().read_bytes()
    assert {str(file) in copy.read_text() for file in night.files} == {True}
