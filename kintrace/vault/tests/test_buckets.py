"""Buckets of a real S3 server: who may what in them, what they hold, and what happens without."""

from __future__ import annotations

import io
import os
import socket
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from django.core.files.storage.handler import StorageHandler

from kintrace.vault import ciphers, safe_files, safe_parts, stores
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as
from kintrace.vault.stores import StoreAway, bucket, rest
from tests import seaweed, stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.vault.stores import Store
    from tests.lame_store import Lameness
    from tests.seaweed import Server

SEALED, FACES = seaweed.BUCKETS["sealed"], seaweed.BUCKETS["faces"]
QUICK = Config(connect_timeout=0.3, read_timeout=0.3)


@pytest.fixture
def picture(on_s3: stored.Buckets) -> str:
    """The name, for whoever asks the server, of a picture that hangs."""
    stores.faces().put("a-320.jpg", [b"a face"])
    return f"{on_s3.folder}/a-320.jpg"


def refused(asked: Callable[..., object], **what: object) -> int:
    """The status with which the server refuses."""
    with pytest.raises(ClientError) as error:
        asked(**what)
    return int(error.value.response["ResponseMetadata"]["HTTPStatusCode"])


def test_nobody_reads_without_a_name_of_their_own(s3_server: Server, picture: str) -> None:
    for address in (f"{FACES}/{picture}", FACES, SEALED, ""):
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(f"{s3_server.endpoint}/{address}", timeout=5)  # noqa: S310 our own
        assert error.value.code == 403
        error.value.close()


def test_the_public_side_reads_faces_and_does_nothing_else(
    s3_server: Server, on_s3: stored.Buckets, picture: str
) -> None:
    stores.sealed().put("a", [b"sealed"])
    public = s3_server.client(seaweed.PUBLIC)
    assert public.get_object(Bucket=FACES, Key=picture)["Body"].read() == b"a face"
    answers = [
        refused(public.get_object, Bucket=SEALED, Key=f"{on_s3.folder}/a"),
        refused(public.head_object, Bucket=SEALED, Key=f"{on_s3.folder}/a"),
        *(
            refused(asked, Bucket=name, **more)
            for name in (FACES, SEALED)
            for asked, more in (
                (public.list_objects_v2, {}),
                (public.list_object_versions, {}),
                (public.list_multipart_uploads, {}),
                (public.get_bucket_policy, {}),
                (public.put_object, {"Key": picture, "Body": b"another face"}),
                (public.delete_object, {"Key": picture}),
                (public.create_multipart_upload, {"Key": picture}),
                (public.put_object_acl, {"Key": picture, "ACL": "public-read"}),
                (public.delete_bucket, {}),
            )
        ),
        refused(public.create_bucket, Bucket="kintrace-other"),
    ]
    assert set(answers) == {403}
    gone = public.delete_objects(Bucket=FACES, Delete={"Objects": [{"Key": picture}]})
    assert [error["Code"] for error in gone["Errors"]] == ["AccessDenied"]
    assert stored.faces() == {"a-320.jpg": b"a face"}
    assert stored.sealed() == {"a": b"sealed"}


def test_the_public_store_shows_a_picture_and_changes_none(
    s3_server: Server, on_s3: stored.Buckets, picture: str
) -> None:
    faces: Store = StorageHandler(s3_server.places(seaweed.PUBLIC, folder=on_s3.folder))["faces"]  # type: ignore[assignment]
    assert faces.get("a-320.jpg") == b"a face"
    with pytest.raises(FileNotFoundError):
        faces.get("b-320.jpg")
    with pytest.raises(StoreAway):
        faces.put("a-320.jpg", [b"another face"])
    with pytest.raises(StoreAway):
        faces.delete("a-")
    with pytest.raises(StoreAway):
        list(faces.lying())
    assert faces.get("a-320.jpg") == b"a face", "to be refused is no reason to rest"


def test_the_staff_side_makes_no_bucket_and_opens_none_to_others(s3_server: Server) -> None:
    staff = s3_server.client(seaweed.STAFF)
    assert refused(staff.create_bucket, Bucket="kintrace-other") == 403
    for name in (FACES, SEALED):
        assert refused(staff.delete_bucket, Bucket=name) == 403
        assert refused(staff.put_bucket_policy, Bucket=name, Policy="{}") == 403
        assert refused(staff.put_object_acl, Bucket=name, Key="a", ACL="public-read") == 403


def test_the_thief_of_the_stores_disk_reads_faces_and_nothing_sealed(
    austria: UUID, s3_server: Server, on_s3: stored.Buckets
) -> None:
    marker = os.urandom(24)  # so that no server makes it shorter, and with it invisible
    with reading_as(austria):
        file, lock = open_file(austria), ciphers.new_key()
        safe_files.keep(marker, file=file, name="photo.jpg")
        safe_parts.keep(io.BytesIO(marker * 5000), lock=lock, file=file, name="paper")
    stores.faces().put("a-320.jpg", [marker])
    held = {name: s3_server.bytes_of(name) for name in (SEALED, FACES)}
    assert marker in held[FACES], "the scan finds what is there"
    assert len(held[SEALED]) > 5000 * len(marker)
    assert marker not in held[SEALED]
    assert not any(marker in lying for lying in stored.sealed().values())


def test_in_a_bucket_that_keeps_versions_every_version_is_deleted(
    s3_server: Server, on_s3: stored.Buckets
) -> None:
    owner, store = s3_server.client(seaweed.OWNER), stores.sealed()
    owner.put_bucket_versioning(Bucket=SEALED, VersioningConfiguration={"Status": "Enabled"})
    try:
        for data in (b"first", b"second"):
            store.put("ab/1/photo.jpg", [data])
        owner.delete_object(Bucket=SEALED, Key=f"{on_s3.folder}/ab/1/photo.jpg")
        where = {"Bucket": SEALED, "Prefix": f"{on_s3.folder}/"}
        there = owner.list_object_versions(**where)
        assert len(there["Versions"]) == 2
        assert there["DeleteMarkers"]
        store.delete("ab/1/")
        left = owner.list_object_versions(**where)
        assert not left.get("Versions")
        assert not left.get("DeleteMarkers")
    finally:
        owner.put_bucket_versioning(Bucket=SEALED, VersioningConfiguration={"Status": "Suspended"})


# --- without it ---


@pytest.fixture
def short_of_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket, "_CALLS", bucket._CALLS.merge(QUICK))  # noqa: SLF001


def every_call(store: Store) -> dict[str, Callable[[], object]]:
    return {
        "put": lambda: store.put("a", [b"x"]),
        "get": lambda: store.get("a"),
        "size": lambda: store.size("a"),
        "delete": lambda: store.delete("a"),
        "lying": lambda: list(store.lying()),
    }


@pytest.mark.usefixtures("short_of_patience")
@pytest.mark.parametrize("call", ["put", "get", "size", "delete", "lying"])
def test_whatever_a_failing_store_is_asked_it_is_away(call: str, lame: Lameness) -> None:
    lame.fails = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE"})
    with pytest.raises(StoreAway):
        every_call(stores.sealed())[call]()
    assert len(lame.asked) == 2, "one more try, and no more"


@pytest.mark.usefixtures("short_of_patience")
def test_one_failure_is_tried_again_and_nobody_notices(lame: Lameness) -> None:
    stores.sealed().put("a", [b"x"])
    lame.fails, lame.after = frozenset({"GET"}), 0
    lame.asked.clear()
    refuses = lame.refuses
    lame.refuses = lambda method: refuses(method) and len(lame.asked) == 1  # type: ignore[method-assign]
    assert stores.sealed().get("a") == b"x"
    assert lame.asked == ["GET", "GET"]


@pytest.mark.usefixtures("short_of_patience")
def test_a_store_that_does_not_answer_is_left_alone_for_a_while(
    lame: Lameness, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stores.sealed()
    store.put("a", [b"x"])
    lame.late = 2.0
    with pytest.raises(StoreAway):
        store.get("a")
    lame.forget()
    begun = time.monotonic()
    for _ in range(100):
        with pytest.raises(StoreAway):
            store.get("a")
    assert lame.asked == []
    assert time.monotonic() - begun < 1.0, "nobody waits for it in turn"
    monkeypatch.setattr(rest, "LENGTH", 0.0)
    store._rest.begin()  # type: ignore[attr-defined] # noqa: SLF001
    assert store.get("a") == b"x", "and then it is asked again"


def test_after_a_rest_one_asks_and_the_others_wait_for_its_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    pause = rest.Rest()
    pause.require_over()
    pause.begin()
    now[0] += rest.LENGTH + 1
    pause.require_over()
    with pytest.raises(StoreAway):
        pause.require_over()
    pause.end()
    pause.require_over()


@pytest.mark.slow
def test_a_dead_store_holds_nobody_up_for_long(
    s3_server: Server, figure: Callable[[str, str, str], None]
) -> None:
    """A machine that takes the connection and says nothing is the slowest to be found out."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}"
        places = StorageHandler(s3_server.places(seaweed.STAFF, endpoint=endpoint))
        store: Store = places["sealed"]  # type: ignore[assignment]
        begun = time.monotonic()
        with pytest.raises(StoreAway):
            store.get("a")
        took = time.monotonic() - begun
        begun = time.monotonic()
        with pytest.raises(StoreAway):
            store.get("a")
        next_one = time.monotonic() - begun
    figure("a store that says nothing: the first who asks", f"{took:.1f} s", "≤ 25 s")
    figure("and all others for half a minute", f"{next_one * 1000:.1f} ms", "≤ 100 ms")
    assert took < 25
    assert took < rest.LENGTH
    assert next_one < 0.1
