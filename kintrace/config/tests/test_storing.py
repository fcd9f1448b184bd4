"""A store in buckets: all that it needs, and nothing that the public side must not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.config import storing
from kintrace.config.reading import Knobs

if TYPE_CHECKING:
    from collections.abc import Mapping

RIGHT = {
    "KINTRACE_STORE": "s3",
    "KINTRACE_S3_ENDPOINT": "https://store.example.org:8333",
    "KINTRACE_S3_BUCKET_SEALED": "kintrace-sealed",
    "KINTRACE_S3_BUCKET_FACES": "kintrace-faces",
    "KINTRACE_S3_KEY": "staff",
    "KINTRACE_S3_SECRET": "s" * 20,
}
PUBLIC = {name: held for name, held in RIGHT.items() if name != "KINTRACE_S3_BUCKET_SEALED"}


def refused(told: Mapping[str, str], side: str = "staff") -> list[str]:
    """What the settings say to these knobs."""
    env = Knobs(told)
    storing.places(env, side=side)
    return env.troubles


@pytest.mark.parametrize(
    ("told", "side", "names"),
    [
        ({}, "staff", {"sealed", "faces"}),
        ({}, "public", {"faces"}),
        ({}, "matcher", set()),
        (RIGHT, "staff", {"sealed", "faces"}),
        (PUBLIC, "public", {"faces"}),
        ({"KINTRACE_STORE": "s3"}, "matcher", set()),
    ],
)
def test_each_side_has_the_stores_that_it_needs_and_no_other(
    told: dict[str, str], side: str, names: set[str]
) -> None:
    env = Knobs(told)
    assert set(storing.places(env, side=side)) == names
    assert env.troubles == []


def test_a_bucket_is_asked_with_what_was_set() -> None:
    faces = storing.places(Knobs(PUBLIC), side="public")["faces"]
    assert faces["OPTIONS"] == {
        "bucket": "kintrace-faces",
        "endpoint": "https://store.example.org:8333",
        "region": "us-east-1",
        "key": "staff",
        "secret": "s" * 20,
        "ca": "",
    }


def test_the_public_side_may_not_even_know_the_bucket_of_sealed_files() -> None:
    [line] = refused(RIGHT, side="public")
    assert line.startswith("KINTRACE_S3_BUCKET_SEALED must not be set on the public side")


@pytest.mark.parametrize("name", sorted(set(RIGHT) - {"KINTRACE_STORE"}))
def test_what_buckets_need_is_asked_for_by_name(name: str) -> None:
    [line] = refused({other: held for other, held in RIGHT.items() if other != name})
    assert line.startswith(f"{name} is missing")


def test_faces_never_share_a_bucket_with_what_is_sealed() -> None:
    [line] = refused(RIGHT | {"KINTRACE_S3_BUCKET_FACES": "kintrace-sealed"})
    assert line.startswith("KINTRACE_S3_BUCKET_FACES must be another bucket")


def test_only_a_store_on_this_machine_is_asked_without_tls() -> None:
    [line] = refused(RIGHT | {"KINTRACE_S3_ENDPOINT": "http://store.example.org:8333"})
    assert line.startswith("KINTRACE_S3_ENDPOINT must begin with https")
    assert refused(RIGHT | {"KINTRACE_S3_ENDPOINT": "http://127.0.0.1:8333"}) == []


def test_without_its_packages_a_store_in_buckets_is_refused_at_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(storing, "find_spec", lambda _name: None)
    [line] = refused(RIGHT)
    assert "requirements-network.txt" in line
    assert refused({}) == [], "a store on disk needs none of them"
