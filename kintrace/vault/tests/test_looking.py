"""What is wrong with a store is found before somebody's photo is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kintrace.vault.stores import looking
from tests import seaweed, stored

if TYPE_CHECKING:
    from pytest_django import Settings

    from tests.lame_store import Lameness
    from tests.seaweed import Server


@pytest.fixture(autouse=True)
def pictures(settings: Settings, tmp_path: Path) -> Path:
    settings.FACES = tmp_path / "faces"
    return tmp_path / "faces"


def only(words: str) -> None:
    [line] = looking.troubles()
    assert words in line


@pytest.mark.usefixtures("either_store")
def test_a_store_that_is_right_is_found_right_and_no_probe_stays() -> None:
    assert looking.troubles() == []
    assert stored.sealed() == stored.faces() == {}


def test_a_store_that_does_not_take_anything_is_said(lame: Lameness) -> None:
    lame.fails = frozenset({"PUT"})
    assert [line.split(" cannot")[0] for line in looking.troubles()] == [
        "The store of sealed",
        "The store of faces",
    ]


def test_a_folder_of_sealed_files_that_others_may_enter_is_said(settings: Settings) -> None:
    Path(settings.SAFE_FILES).mkdir(mode=0o755)
    only("run chmod 700")


def test_a_bucket_that_keeps_versions_is_said(s3_server: Server, on_s3: stored.Buckets) -> None:
    owner, bucket = s3_server.client(seaweed.OWNER), seaweed.BUCKETS["sealed"]
    owner.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    try:
        only("keeps versions")
    finally:
        owner.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})


def test_a_bucket_that_anybody_reads_is_said(s3_server: Server, on_s3: stored.Buckets) -> None:
    owner, bucket = s3_server.client(seaweed.OWNER), seaweed.BUCKETS["faces"]
    everybody = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": ["s3:GetObject"],
                "Resource": [f"arn:aws:s3:::{bucket}/*"],
            }
        ],
    }
    owner.put_bucket_policy(Bucket=bucket, Policy=json.dumps(everybody))
    try:
        only("Anybody can read the bucket of faces")
    finally:
        owner.delete_bucket_policy(Bucket=bucket)


def test_the_public_side_is_right_when_it_can_read_and_nothing_else(
    s3_server: Server, settings: Settings, pictures: Path
) -> None:
    settings.HAS_STAFF = False
    settings.STORAGES = without_sealed(settings)
    only("cannot be read")
    pictures.mkdir()
    assert looking.troubles() == []
    settings.STORAGES = settings.STORAGES | s3_server.places(seaweed.PUBLIC)
    assert looking.troubles() == []


def without_sealed(settings: Settings) -> dict[str, Any]:
    return {name: held for name, held in settings.STORAGES.items() if name != "sealed"}


def test_credentials_that_can_write_are_said_on_the_public_side(
    s3_server: Server, settings: Settings
) -> None:
    settings.HAS_STAFF = False
    places = s3_server.places(seaweed.STAFF, folder="looking")
    settings.STORAGES = settings.STORAGES | places
    lines = looking.troubles()
    assert lines
    assert all("deploy/s3/public.json" in line for line in lines)


def test_a_wrong_secret_is_said(s3_server: Server, settings: Settings) -> None:
    settings.HAS_STAFF = False
    place = s3_server.places(seaweed.PUBLIC)["faces"]
    wrong = place["OPTIONS"] | {"secret": "another"}
    settings.STORAGES = without_sealed(settings) | {"faces": place | {"OPTIONS": wrong}}
    only("check KINTRACE_S3_KEY")
