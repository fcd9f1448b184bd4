"""The network of a release, brought back into an empty database with its keys and files."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection

from kintrace.vault import keyring
from tests import environment
from tests.postgres import superuser
from tests.releases import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings


@contextmanager
def brought_back(version: str, folder: Path, settings: Settings) -> Iterator[place.Said]:
    """As it was left, in the process of a test, for as long as the block lasts."""
    place.unpack(place.archive_of(version, connection.vendor), folder)
    _use_files_in(folder, settings)
    before = connection.settings_dict["NAME"]
    connection.close()
    keyring.forget_all()
    try:
        connection.settings_dict["NAME"] = _filled_database(folder)
        yield place.Said.read(folder)
    finally:
        keyring.forget_all()
        connection.close()
        connection.settings_dict["NAME"] = before


def _use_files_in(folder: Path, settings: Settings) -> None:
    for key in (folder / "keys").glob("root-*.key"):
        key.chmod(0o400)
    settings.ROOT_KEYS, settings.DATA = folder / "keys", folder / "data"
    settings.SAFE_FILES, settings.FACES = folder / "data/sealed", folder / "data/faces"
    settings.PINS = folder / "data/pins.json"


def _filled_database(folder: Path) -> str:
    script = folder / "database.sql"
    if not environment.on_postgres():
        name = str(folder / "brought-back.sqlite3")
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()  # Django's own, for our checks use its functions
        # Table by table, so that some are told of others that come later.
        connection.connection.executescript(f"PRAGMA foreign_keys=OFF;{script.read_text()}")
        connection.close()
        return name
    name = f"release_{secrets.token_hex(4)}"
    with superuser(environment.server_folder()) as session:
        session.execute(f"CREATE DATABASE {name} OWNER {environment.OWNER}".encode())
    command = ["psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={name}", f"--file={script}"]
    command += ["--username=postgres", f"--host={environment.server_folder()}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return name


def migrate() -> None:
    """As an administrator does it: the command, as the owner of the tables."""
    name = str(connection.settings_dict["NAME"])
    address = environment.database_url(environment.OWNER, name)
    if not environment.on_postgres():
        address = f"sqlite:///{name}"
    connection.close()
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    surroundings = os.environ | {
        "KINTRACE_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    subprocess.run(command, cwd=place.ROOT, env=surroundings, check=True)
