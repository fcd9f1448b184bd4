"""Media leave the store into a backup and come back, wherever the store lies then."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING

import pyrage
import pytest
from django.conf import settings as house
from django.utils import timezone

from kintrace.operations import media
from kintrace.operations.backup import BackupFailed, Recipients, back_up
from kintrace.operations.opening import NotRestored
from kintrace.operations.restore import _unpack
from kintrace.vault import stores
from tests import stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from tests.lame_store import Lameness

SEALED = {
    "ab/abcd/photo.jpg": b"sealed" * 5000,
    "ab/abcd/preview-whole.jpg": b"small",
    "c/d/e": b"",
}
FACES = {"f-160.jpg": b"a face", "f-960.webp": b"a large face" * 999}


@pytest.fixture(autouse=True)
def places(settings: Settings, tmp_path: Path) -> None:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"


def fill() -> None:
    for name, held in SEALED.items():
        stores.sealed().put(name, [held])
    for name, held in FACES.items():
        stores.faces().put(name, [held])


def packed() -> bytes:
    with media.packed() as stream:
        return stream.read()


def elsewhere(settings: Settings, tmp_path: Path) -> None:
    """An empty place on a disk."""
    settings.SAFE_FILES, settings.FACES = tmp_path / "other" / "s", tmp_path / "other" / "f"
    settings.STORAGES = house.STORAGES | {
        "sealed": {
            "BACKEND": "kintrace.vault.stores.disk.OnDisk",
            "OPTIONS": {"place": "SAFE_FILES"},
        },
        "faces": {"BACKEND": "kintrace.vault.stores.disk.OnDisk", "OPTIONS": {"place": "FACES"}},
    }


@pytest.mark.usefixtures("either_store")
def test_from_either_store_onto_a_disk(settings: Settings, tmp_path: Path) -> None:
    fill()
    stream = packed()
    elsewhere(settings, tmp_path)
    assert stored.sealed() == {}
    media.unpack(io.BytesIO(stream))
    assert (stored.sealed(), stored.faces()) == (SEALED, FACES)


def test_from_a_disk_into_buckets(request: pytest.FixtureRequest) -> None:
    fill()
    stream = packed()
    request.getfixturevalue("on_s3")
    assert stored.sealed() == {}
    media.unpack(io.BytesIO(stream))
    assert (stored.sealed(), stored.faces()) == (SEALED, FACES)


def test_a_backup_made_before_there_were_stores_comes_back(tmp_path: Path) -> None:
    """Names began with the folder's, and halves of a killed process lay among them."""
    house.SAFE_FILES = tmp_path / "safe-files"
    stream = tar({"safe-files/ab/cd/a": b"x", "safe-files/ab/cd/.0123": b"half", "faces/f": b"y"})
    media.unpack(io.BytesIO(stream))
    assert (stored.sealed(), stored.faces()) == ({"ab/cd/a": b"x"}, {"f": b"y"})


def tar(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, held in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(held)
            archive.addfile(entry, io.BytesIO(held))
    return out.getvalue()


@pytest.mark.parametrize("name", ["sealed/../a", "faces/a b", "sealed/a//../../b"])
def test_no_name_in_a_backup_leads_out_of_its_store(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotRestored, match="outside its own"):
        _unpack(io.BytesIO(tar({name: b"x"})))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_erased_while_the_backup_runs_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill()
    store = stores.sealed()
    listed = list(store.lying())

    def lying() -> Iterator[stores.Lying]:
        store.delete("ab/abcd/")
        yield from listed

    monkeypatch.setattr(store, "lying", lying)
    with tarfile.open(fileobj=io.BytesIO(packed())) as archive:
        names = archive.getnames()
    assert names == ["sealed/c/d/e", "faces/f-160.jpg", "faces/f-960.webp"]


def test_a_store_that_fails_on_the_way_makes_no_backup_that_looks_whole(
    transactional_db: None, lame: Lameness, tmp_path: Path
) -> None:
    fill()
    lame.asked.clear()
    lame.fails, lame.after = frozenset({"GET"}), 3
    whom = str(pyrage.x25519.Identity.generate().to_public())
    with pytest.raises(BackupFailed, match="StoreAway"):
        back_up(tmp_path / "backups", to=Recipients(whom, whom), now=timezone.now())
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_store_that_fails_while_media_come_back_is_said_with_what_to_do(lame: Lameness) -> None:
    fill()
    stream = packed()
    lame.fails = frozenset({"PUT"})
    with pytest.raises(NotRestored, match="store of pictures does not answer"):
        _unpack(io.BytesIO(stream))
