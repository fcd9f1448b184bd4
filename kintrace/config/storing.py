"""Where sealed files and public pictures lie: the knobs of the store (docs/storage.md)."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from kintrace.config.reading import Knobs

    Places = dict[str, dict[str, Any]]

_HERE = {"localhost", "127.0.0.1", "::1"}
_BUCKET, _BUCKETS_NAME = r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "be the name of a bucket"
# The public side has pictures to read, the worker that compares has neither.
_HAS = {"public": ("faces",), "matcher": ()}
# Pictures are written by the staff side and read by another user, who serves the wall.
_FOLDERS: dict[str, dict[str, Any]] = {
    "sealed": {"place": "SAFE_FILES"},
    "faces": {"place": "FACES", "shared": True},
}


def places(env: Knobs, *, side: str) -> Places:
    """The stores that this side of the program has, as Django's STORAGES says them."""
    names = _HAS.get(side, ("sealed", "faces"))
    kind = env.one_of("KINTRACE_STORE", ("disk", "s3"), default="disk")
    server, buckets = _server(env), _buckets(env)
    if kind == "disk":
        return {name: _place("disk.OnDisk", **_FOLDERS[name]) for name in names}
    if names:
        _require_whole(env, names, side=side)
    return {name: _place("bucket.InBucket", bucket=buckets[name], **server) for name in names}


def _place(door: str, **options: object) -> dict[str, Any]:
    return {"BACKEND": f"kintrace.vault.stores.{door}", "OPTIONS": options}


def _server(env: Knobs) -> dict[str, str]:
    one = {
        "endpoint": env.address("KINTRACE_S3_ENDPOINT"),
        "region": env.str("KINTRACE_S3_REGION", default="us-east-1", shape=r"[a-z0-9-]+"),
        "key": env.str("KINTRACE_S3_KEY", default="", shape=r"\S+"),
        "secret": env.str("KINTRACE_S3_SECRET", default="", shape=r"\S+"),
        "ca": env.file("KINTRACE_S3_CA"),
    }
    split = urlsplit(one["endpoint"])
    if split.scheme == "http" and split.hostname not in _HERE:
        env.refuse(
            "KINTRACE_S3_ENDPOINT must begin with https: only on this machine may it be http, for "
            "faces and credentials would pass over the network for everybody to read."
        )
    return one


def _buckets(env: Knobs) -> dict[str, str]:
    return {
        "sealed": env.str(
            "KINTRACE_S3_BUCKET_SEALED", default="", shape=_BUCKET, must=_BUCKETS_NAME
        ),
        "faces": env.str("KINTRACE_S3_BUCKET_FACES", default="", shape=_BUCKET, must=_BUCKETS_NAME),
    }


def _require_whole(env: Knobs, names: tuple[str, ...], *, side: str) -> None:
    """All that a store in buckets needs, and nothing that this side must not have."""
    if find_spec("storages") is None or find_spec("boto3") is None:
        env.refuse(
            "KINTRACE_STORE=s3 needs the packages of requirements-network.txt: install them."
        )
    env.needs("KINTRACE_S3_ENDPOINT", "the address of the store (docs/storage.md)")
    env.needs("KINTRACE_S3_KEY", "the name of this side at the store (docs/storage.md)")
    env.needs("KINTRACE_S3_SECRET", "the secret that goes with KINTRACE_S3_KEY")
    for name in names:
        env.needs(f"KINTRACE_S3_BUCKET_{name.upper()}", "the name of a bucket (docs/storage.md)")
    held = [env.ENVIRON.get(f"KINTRACE_S3_BUCKET_{name}") for name in ("SEALED", "FACES")]
    if side == "public" and held[0]:
        env.refuse(
            "KINTRACE_S3_BUCKET_SEALED must not be set on the public side. Give it a name at the "
            "store that reads the bucket of faces and nothing else."
        )
    elif held[0] and held[0] == held[1]:
        env.refuse(
            "KINTRACE_S3_BUCKET_FACES must be another bucket than KINTRACE_S3_BUCKET_SEALED: the "
            "public side may read it."
        )


def purged(env: Knobs) -> list[str]:
    """The caches in front of us that are asked to forget a face that is down."""
    return env.list(
        "KINTRACE_PURGE",
        default=[],
        shape=r"https?://[A-Za-z0-9.:\[\]-]+",
        must="be addresses such as http://10.0.0.5:8081 with commas between",
    )
