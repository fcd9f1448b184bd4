"""What a store promises, on the disk and in a bucket alike."""

from __future__ import annotations

import errno
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as django_settings
from django.core.files.storage import InvalidStorageError
from django.core.files.storage.handler import StorageHandler

from kintrace.vault import stores
from kintrace.vault.stores.bucket import _AT_ONCE
from tests import seaweed, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

LARGE = os.urandom(_AT_ONCE // 2)
MINUTE = timedelta(minutes=1)


class PullsOut(Exception):
    """Whoever was writing."""


def breaks_off(number: int) -> Iterator[bytes]:
    """So many pieces, and then no more."""
    for _ in range(number):
        yield LARGE
    raise PullsOut


@pytest.mark.usefixtures("either_store")
def test_what_is_put_comes_back_whole_or_in_pieces_and_is_replaced_by_the_next() -> None:
    store, name = stores.sealed(), "ab/0f/a"
    store.put(name, [b"old"])
    store.put(name, [b"0123", b"", b"456789"])
    assert (store.get(name), store.size(name)) == (b"0123456789", 10)
    parts = {(0, 4): b"0123", (3, None): b"3456789", (8, 99): b"89", (10, 12): b""}
    for (start, stop), there in parts.items():
        with store.piece(name, start, stop) as piece:
            assert piece.size == len(there)
            assert piece.read(piece.size) == there
    store.put("ab/empty", [])
    with store.piece("ab/empty", 0, 5) as piece:
        assert piece.read(5) == b""


@pytest.mark.usefixtures("either_store")
@pytest.mark.parametrize("pieces", [0, 1, 5])
def test_what_breaks_off_leaves_nothing_and_not_a_hair_of_what_was_there(pieces: int) -> None:
    store = stores.sealed()
    store.put("a/whole", [b"as it was"])
    for name in ("a/whole", "a/new"):
        with pytest.raises(PullsOut):
            store.put(name, breaks_off(pieces))
    assert stored.sealed() == {"a/whole": b"as it was"}


@pytest.mark.usefixtures("either_store")
def test_a_large_file_goes_in_parts_and_is_one_file() -> None:
    store, pieces = stores.sealed(), [LARGE, LARGE, LARGE, b"end"]
    store.put("a/large", iter(pieces))
    assert store.get("a/large") == b"".join(pieces)


@pytest.mark.usefixtures("either_store")
def test_what_is_deleted_is_all_that_begins_so_and_nothing_else() -> None:
    store = stores.sealed()
    for name in ("ab/1/a", "ab/1/b", "ab/2/a", "face-1", "face-2", "other-1"):
        store.put(name, [b"x"])
    for beginning in ("ab/1/", "face-", "face-", "nothing/"):
        store.delete(beginning)
    assert stored.names_in(store) == ["ab/2/a", "other-1"]
    with pytest.raises(FileNotFoundError):
        store.get("ab/1/a")
    with pytest.raises(FileNotFoundError):
        store.size("ab/1/a")
    with pytest.raises(FileNotFoundError), store.piece("ab/1/a", 0, 3):
        pass


@pytest.mark.usefixtures("either_store")
def test_a_store_says_since_when_something_lies_there() -> None:
    stores.faces().put("a", [b"x"])
    (one,) = stores.faces().lying()
    assert abs(one.since - datetime.now(UTC)) < MINUTE


def test_what_somebody_left_in_the_folder_is_passed_over(
    settings: Settings, tmp_path: Path
) -> None:
    """A file manager's, or a copy made by hand: no backup and no sweep stumbles over it."""
    store, folder = stores.faces(), tmp_path / "faces"
    settings.FACES = folder
    store.put("a.jpg", [b"x"])
    (folder / "lost+found").mkdir()
    for name in ("Thumbs.db", "a (copy).jpg", "lost+found/x", "Ä"):
        (folder / name).write_bytes(b"y")
    assert stored.names_in(store) == ["a.jpg"]
    assert store.strangers() == 4


def test_what_somebody_left_in_the_bucket_is_passed_over(on_s3: stored.Buckets) -> None:
    store = stores.faces()
    store.put("a.jpg", [b"x"])
    theirs = on_s3.server.client(seaweed.OWNER)
    theirs.put_object(
        Bucket=seaweed.BUCKETS["faces"], Key=f"{on_s3.folder}/a (copy).jpg", Body=b"y"
    )
    assert stored.names_in(store) == ["a.jpg"]
    assert store.strangers() == 1


@pytest.mark.usefixtures("either_store")
@pytest.mark.parametrize("name", ["", "../a", "a/../b", "/a", "a//b", ".a", "a/.b", "Ä", "a b"])
def test_no_name_leads_out_of_a_store(name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        stores.sealed().put(name, [b"x"])


def test_what_a_killed_process_left_half_on_the_disk_is_no_file_and_is_tidied_up(
    settings: Settings,
) -> None:
    store = stores.sealed()
    store.put("ab/1/a", [b"x"])
    half = Path(settings.SAFE_FILES) / "ab/1/.0123456789abcdef"
    half.write_bytes(b"half")
    assert stored.names_in(store) == ["ab/1/a"]
    store.tidy(datetime.now(UTC) - MINUTE)
    assert half.exists(), "somebody may be writing it"
    store.tidy(datetime.now(UTC) + MINUTE)
    assert not half.exists()
    assert stored.names_in(store) == ["ab/1/a"]


def test_what_a_killed_process_left_half_in_a_bucket_is_no_file_and_is_tidied_up(
    on_s3: stored.Buckets,
) -> None:
    store, bucket = stores.sealed(), seaweed.BUCKETS["sealed"]
    client = on_s3.server.client(seaweed.STAFF)
    client.create_multipart_upload(Bucket=bucket, Key=f"{on_s3.folder}/half")
    begun = {"Bucket": bucket, "Prefix": f"{on_s3.folder}/"}
    assert stored.names_in(store) == []
    store.tidy(datetime.now(UTC) - MINUTE)
    assert client.list_multipart_uploads(**begun).get("Uploads"), "somebody may be writing it"
    store.tidy(datetime.now(UTC) + MINUTE)
    assert not client.list_multipart_uploads(**begun).get("Uploads")


def test_sealed_files_are_for_their_user_alone_and_pictures_for_who_serves_the_wall(
    settings: Settings, tmp_path: Path
) -> None:
    settings.FACES = tmp_path / "faces"
    stores.sealed().put("ab/1/a", [b"x"])
    stores.faces().put("a", [b"x"])
    modes = [
        path.stat().st_mode & 0o777
        for path in (
            Path(settings.SAFE_FILES) / "ab/1/a",
            Path(settings.SAFE_FILES) / "ab/1",
            Path(settings.SAFE_FILES) / "ab",
            Path(settings.SAFE_FILES),
            Path(settings.FACES) / "a",
            Path(settings.FACES),
        )
    ]
    assert modes == [0o600, 0o700, 0o700, 0o700, 0o644, 0o755]


def test_a_full_disk_keeps_nothing_half_and_what_was_there(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    stores.sealed().put("ab/1/a", [b"as it was"])

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no room"):
        stores.sealed().put("ab/1/a", [b"new"])
    left = [path.name for path in Path(settings.SAFE_FILES).rglob("*") if path.is_file()]
    assert left == ["a"]
    assert stored.sealed() == {"ab/1/a": b"as it was"}


def test_the_public_side_has_no_place_of_sealed_files(s3_server: seaweed.Server) -> None:
    places = StorageHandler(s3_server.places(seaweed.PUBLIC))
    assert places["faces"] is not None
    with pytest.raises(InvalidStorageError):
        places["sealed"]


def test_nobody_but_the_store_knows_where_files_lie() -> None:
    """What goes past it would find an empty folder where files lie in buckets."""
    house = Path(django_settings.ROOT) / "kintrace"
    knows = re.compile(r"\bSAFE_FILES\b|\bsettings\.FACES\b|house\.FACES\b")
    found = {
        str(path.relative_to(house))
        for path in house.rglob("*.py")
        if "tests" not in path.parts and knows.search(path.read_text(encoding="utf-8"))
    }
    assert found == {
        "config/settings.py",
        "config/storing.py",
        "operations/doctor/keys.py",  # that no key lies there
        "operations/doctor/machine.py",  # whether the folders that are used can be
        "operations/media.py",  # what names of older backups begin with
        "protection/data_register/places.py",
    }
