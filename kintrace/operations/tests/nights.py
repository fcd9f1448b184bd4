"""A night with a backup and a morning after: what every test of a restore begins with."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pyrage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.operations.backup import Recipients, back_up
from kintrace.vault import ciphers
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from pytest_django import Settings

    from kintrace.network.access import Role


def a_scene(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch, **others: Role
) -> Scene:
    """One whole society, whose files lie in a folder of the test."""
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    settings.SAFE_FILES, settings.FACES = folder / "sealed", folder / "faces"
    settings.PINS, settings.DATA = folder / "pins.json", folder / "data"
    return build_scene("NM", **others)


def back_up_into(folder: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    (folder / "identity").write_text(f"# kept elsewhere\n{identity}\n")
    whom = str(identity.to_public())
    back_up(folder / "backups", to=Recipients(whom, whom), now=timezone.now())


def owners(database: str) -> str:
    """The address of a database as the owner, in the words of PostgreSQL's own programs."""
    return f"host={environment.server_folder()} user={environment.OWNER} dbname={database}"


@contextmanager
def empty_database(folder: Path, settings: Any) -> Iterator[str]:
    """Another database, and other folders for pictures; gives the owner's address of it."""
    name, before = f"restored_{secrets.token_hex(4)}", connection.settings_dict["NAME"]
    address = owners(name)
    if environment.on_postgres():
        with psycopg.connect(owners("postgres"), autocommit=True) as session:
            session.execute(f'CREATE DATABASE "{name}"'.encode())
    else:
        name = str(folder / name)
    settings.SAFE_FILES = folder / "new" / "sealed"
    settings.FACES = folder / "new" / "faces"
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield address
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def restore(folder: Path, address: str, **other: Any) -> None:
    options = {"identity": folder / "identity", "owner": address} | other
    call_command("restore", folder / "backups", **options)
