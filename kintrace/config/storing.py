"""Where sealed files and public pictures lie: the knobs of the store (docs/storage.md)."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from environ import Env

_HERE = {"localhost", "127.0.0.1", "::1"}
_NEEDED = ("ENDPOINT", "REGION", "KEY", "SECRET")


def places(env: Env, *, side: str) -> dict[str, dict[str, Any]]:
    """The stores that this side of the program has: the public one pictures alone, the worker
    that compares none. Raises ImproperlyConfigured."""
    kind = env.str("KINTRACE_STORE", default="disk")
    if kind not in {"disk", "s3"}:
        raise ImproperlyConfigured("KINTRACE_STORE must be disk or s3.")
    names = {"public": ["faces"], "matcher": []}.get(side, ["sealed", "faces"])
    if kind == "disk":
        return {name: _FOLDERS[name] for name in names}
    return _buckets(env, names, side=side) if names else {}


# Pictures are written by the staff side and read by another user, who serves the wall.
_FOLDERS = {
    name: {"BACKEND": "kintrace.vault.stores.disk.OnDisk", "OPTIONS": options}
    for name, options in {
        "sealed": {"place": "SAFE_FILES"},
        "faces": {"place": "FACES", "shared": True},
    }.items()
}


def _buckets(env: Env, names: list[str], *, side: str) -> dict[str, dict[str, Any]]:
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "KINTRACE_STORE=s3 needs the packages of requirements-network.txt. Install them."
        )
    if side == "public" and env.str("KINTRACE_S3_BUCKET_SEALED", default=""):
        raise ImproperlyConfigured(
            "KINTRACE_S3_BUCKET_SEALED must not be set on the public side: it has no business "
            "there. Give it credentials that read the bucket of faces and nothing else."
        )
    said = {name: _said(env, f"KINTRACE_S3_{name}") for name in _NEEDED}
    _require_tls(said["ENDPOINT"])
    server = {name.lower(): value for name, value in said.items()}
    server["ca"] = env.str("KINTRACE_S3_CA", default="")
    buckets = {name: _said(env, f"KINTRACE_S3_BUCKET_{name.upper()}") for name in names}
    if len(set(buckets.values())) < len(buckets):
        raise ImproperlyConfigured(
            "KINTRACE_S3_BUCKET_SEALED and KINTRACE_S3_BUCKET_FACES must be two buckets: the "
            "public side may read one of them."
        )
    return {
        name: {
            "BACKEND": "kintrace.vault.stores.bucket.InBucket",
            "OPTIONS": {"bucket": bucket, **server},
        }
        for name, bucket in buckets.items()
    }


def _said(env: Env, name: str) -> str:
    value: str = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is missing: KINTRACE_STORE=s3 needs it. See docs/storage.md."
        )
    return value


def _require_tls(endpoint: str) -> None:
    """Credentials and sealed files go to another machine encrypted, or not at all."""
    split = urlsplit(endpoint)
    if split.scheme not in {"http", "https"} or not split.hostname:
        raise ImproperlyConfigured(
            "KINTRACE_S3_ENDPOINT must be an address such as https://store.example:8333."
        )
    if split.scheme == "http" and split.hostname not in _HERE:
        raise ImproperlyConfigured(
            "KINTRACE_S3_ENDPOINT must begin with https: only on this machine may it be http."
        )


def purged(env: Env) -> list[str]:
    """The caches in front of us that are asked to forget. Raises ImproperlyConfigured."""
    addresses: list[str] = env.list("KINTRACE_PURGE", default=[])
    for one in addresses:
        if urlsplit(one).scheme not in {"http", "https"} or not urlsplit(one).hostname:
            raise ImproperlyConfigured(
                "KINTRACE_PURGE must name addresses such as http://10.0.0.5:8081, with commas."
            )
    return addresses
