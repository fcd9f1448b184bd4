"""A backup by the house's own command, brought back elsewhere; and all that can be read there."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
from django.conf import settings as house
from django.core.management import call_command
from django.db import connection

from kintrace.operations.steal.columns import columns, rows_of
from kintrace.vault.reader import KeyNotAtHand
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_django import Settings

    from tests.drills.months import Stage


def back_up(folder: Path) -> None:
    """With an identity that lies elsewhere in service."""
    identity = pyrage.x25519.Identity.generate()
    (folder / "identity").write_text(f"{identity}\n")
    whom = str(identity.to_public())
    same = {"recipient": whom, "slot_recipient": whom, "same_recipient": True}
    call_command("backup", folder / "backups", **same)


@contextmanager
def restored(folder: Path, settings: Settings) -> Iterator[None]:
    """The newest backup in an empty database, with empty folders for pictures."""
    before = connection.settings_dict["NAME"]
    name = _new_database(folder)
    settings.SAFE_FILES = folder / "new" / "sealed"
    settings.FACES = folder / "new" / "faces"
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        said = {"identity": folder / "identity", "owner": _as_owner(name)}
        call_command("restore", folder / "backups", **said)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _new_database(folder: Path) -> str:
    name = f"restored_{secrets.token_hex(4)}"
    if not environment.on_postgres():
        return str(folder / name)
    with psycopg.connect(_as_owner("postgres"), autocommit=True) as session:
        session.execute(f'CREATE DATABASE "{name}"'.encode())
    return name


def _as_owner(database: str) -> str:
    return f"host={environment.server_folder()} user={environment.OWNER} dbname={database}"


# --- what can be read ---


def words_left(stage: Stage, words: Iterable[str]) -> set[str]:
    """Which of these words anybody of the society could still read, or stand in a file as they
    are: in the database, among the pictures, in their names."""
    everything = [*_read_by_members(stage), *_raw()]
    return {word for word in words if any(word.encode() in one for one in everything)}


def _read_by_members(stage: Stage) -> Iterator[bytes]:
    """Every sealed column, by members who open every box together."""
    scene = stage.scene
    for member in (scene.alma, scene.omar, scene.dora, stage.carla):
        with scene.acting(member):
            for column in columns():
                for row in rows_of(column, stage.society):
                    try:
                        value = getattr(row, column[1])
                    except KeyNotAtHand:
                        continue
                    yield json.dumps(value, ensure_ascii=False, default=str).encode()


def _raw() -> Iterator[bytes]:
    yield _database()
    for folder in map(Path, (house.SAFE_FILES, house.FACES)):
        for file in folder.rglob("*"):
            yield str(file).encode()
            if file.is_file():
                yield file.read_bytes()


def _database() -> bytes:
    name = str(connection.settings_dict["NAME"])
    if not environment.on_postgres():
        return Path(name).read_bytes()
    # The role that makes backups alone reads past row security.
    whole = (
        f"host={environment.server_folder()} user={house.DATABASE_ROLES['backup']} dbname={name}"
    )
    surroundings = {**os.environ, "PGPASSWORD": house.BACKUP_PASSWORD}
    command = ["pg_dump", "--inserts", f"--dbname={whole}"]
    return subprocess.run(command, env=surroundings, capture_output=True, check=True).stdout
