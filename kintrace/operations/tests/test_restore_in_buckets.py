"""A whole backup out of buckets, and back into others that are empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import faces
from kintrace.cases.tests.conftest import SELAM
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.operations import jobs
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, restore
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased
from kintrace.vault import safe_files
from kintrace.vault.reader import reading_as
from tests import seaweed, stored

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.slow
KARIM = PEOPLE[1]


@dataclass(frozen=True)
class Night:
    """What lay in the buckets when the backup was made; one of the two was erased since."""

    scene: Scene
    stays: UUID
    goes: UUID
    before: dict[str, bytes]


@pytest.fixture
def night(
    transactional_db: None,
    on_s3: stored.Buckets,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Night:
    scene = a_scene(settings, tmp_path, monkeypatch)
    with scene.acting(scene.alma):
        stays = playing.open_a_case(KARIM, by=scene.alma)
        playing.propose(stays, KARIM, seed=2, by=scene.alma)
        goes = playing.open_a_case(SELAM, by=scene.alma)
        playing.propose(goes, SELAM, seed=1, by=scene.alma)
    with scene.acting(scene.omar):
        playing.approve(stays, by=scene.omar)
        faces.put_on_wall(stays, by=scene.alma)
    back_up_into(tmp_path)
    before = stored.sealed()
    with reading_as(scene.society.pk, member=scene.omar.pk):
        protection.erase(goes.subject, by=scene.omar, why=WhyErased.ASKED)
    jobs.sign_heads()
    return Night(scene, stays.file, goes.file, before)


def test_photos_come_back_into_buckets_and_nobody_who_was_erased_with_them(
    night: Night, on_s3: stored.Buckets, settings: Settings, tmp_path: Path
) -> None:
    assert night.goes.hex in str(night.before)
    with empty_database(tmp_path, settings) as address:
        elsewhere = on_s3.server.places(seaweed.STAFF, folder=f"{on_s3.folder}-new")
        settings.STORAGES = settings.STORAGES | elsewhere
        assert stored.sealed() == {}
        restore(tmp_path, address)
        with reading_as(night.scene.society.pk):
            photo = safe_files.fetch(file=night.stays, name="photo.jpg")
        there = stored.sealed()
    assert photo[:2] == b"\xff\xd8"
    assert {name: night.before[name] for name in there} == there
    assert night.goes.hex not in str(there)
    assert stored.faces() == {}, "every face comes down with a restore"
