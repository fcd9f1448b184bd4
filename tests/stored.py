"""Where the files of a test lie: on the disk as ever, or in buckets of a real S3 server.

A test that holds in both asks for `either_store`; one about buckets asks for `on_s3`, and for
`s3_server` to look behind our backs.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kintrace.vault import stores
from tests import lame_store, seaweed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

    from kintrace.vault.stores import Store


@dataclass(frozen=True)
class Buckets:
    """The server, and the beginning of every name that this test gives."""

    server: seaweed.Server
    folder: str


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[seaweed.Server]:
    """One server for the whole run, started when the first test asks for it."""
    with seaweed.running(tmp_path_factory.mktemp("seaweed")) as server:
        yield server


@pytest.fixture
def on_s3(s3_server: seaweed.Server, settings: Settings) -> Buckets:
    """All stores of this test are buckets, as the staff side has them."""
    folder = f"t{secrets.token_hex(6)}"
    settings.STORAGES = settings.STORAGES | s3_server.places(seaweed.STAFF, folder=folder)
    return Buckets(s3_server, folder)


@pytest.fixture
def lame(s3_server: seaweed.Server, settings: Settings) -> Iterator[lame_store.Lameness]:
    """All stores of this test are buckets that can be told to fail."""
    with lame_store.before(s3_server) as lame:
        told = {"folder": f"t{secrets.token_hex(6)}", "endpoint": lame.endpoint}
        settings.STORAGES = settings.STORAGES | s3_server.places(seaweed.STAFF, **told)
        yield lame


@pytest.fixture(params=["disk", "s3"])
def either_store(request: pytest.FixtureRequest) -> None:
    """The test runs twice: with folders, and with buckets."""
    if request.param == "s3":
        request.getfixturevalue("on_s3")


def names_in(store: Store) -> list[str]:
    """What lies there, sorted."""
    return sorted(one.name for one in store.lying())


def contents_of(store: Store) -> dict[str, bytes]:
    """All that lies there, as it lies there."""
    return {name: store.get(name) for name in names_in(store)}


def sealed() -> dict[str, bytes]:
    """What a thief of the sealed files has."""
    return contents_of(stores.sealed())


def faces() -> dict[str, bytes]:
    """What hangs on the wall, and what was left."""
    return contents_of(stores.faces())
