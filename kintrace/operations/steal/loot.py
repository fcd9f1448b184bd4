"""What a thief carries away: the database, the disk, the log, the cache, the backups."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.utils import timezone

from kintrace.operations.backup import PARTS, Recipients, back_up

if TYPE_CHECKING:
    from kintrace.operations.steal.needles import Planted

Places = list[tuple[str, Path]]


def steal(planted: Planted, home: Path) -> Places:
    """Lay everything out in folders of `home`; gives what each folder is."""
    loot = home / "loot"
    connection.close()
    return [
        ("database", _database(loot / "database")),
        ("rows", _rows(loot / "rows")),
        ("disk", Path(settings.DATA)),
        ("keys", Path(settings.ROOT_KEYS)),
        ("log", home / "logs"),
        ("cache", _cache(loot / "cache")),
        *_backups(planted, home),
        ("temporary files", home / "tmp"),
    ]


def _database(folder: Path) -> Path:
    """The files of the database as they lie: its write-ahead log included."""
    if not settings.ON_SQLITE:
        with _superuser() as session:
            session.execute("CHECKPOINT")
        return Path(str(connection.settings_dict["HOST"]))
    folder.mkdir(parents=True)
    name = Path(str(connection.settings_dict["NAME"]))
    for file in name.parent.glob(f"{name.name}*"):
        shutil.copy(file, folder)
    return folder


def _rows(folder: Path) -> Path:
    """Every row in words, for a string may lie across two pages of a file."""
    folder.mkdir(parents=True)
    if settings.ON_SQLITE:
        with closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as source:
            (folder / "rows.sql").write_text("\n".join(source.iterdump()))
        return folder
    place = connection.settings_dict
    command = ["pg_dump", "--username=postgres", f"--host={place['HOST']}"]
    command += [f"--dbname={place['NAME']}", f"--file={folder / 'rows.sql'}"]
    subprocess.run(command, check=True)  # noqa: S603 our own command
    return folder


def _superuser() -> psycopg.Connection:
    place = connection.settings_dict
    return psycopg.connect(
        host=str(place["HOST"]), dbname=str(place["NAME"]), user="postgres", autocommit=True
    )


def _cache(folder: Path) -> Path:
    """What the process keeps in its cache, though it never touches the disk."""
    folder.mkdir(parents=True)
    held: dict[str, bytes] = vars(caches["default"]).get("_cache", {})
    for place, (name, value) in enumerate(held.items()):
        (folder / str(place)).write_bytes(name.encode() + b"\n" + bytes(value))
    return folder


def _backups(planted: Planted, home: Path) -> Places:
    """Backups as they lie, and opened with identities that lie nowhere."""
    records, slots = (pyrage.x25519.Identity.generate() for _ in range(2))
    planted.code(str(records))
    planted.code(str(slots))
    to = Recipients(str(records.to_public()), str(slots.to_public()))
    made = back_up(home / "backups", to=to, now=timezone.now())
    opened = home / "loot" / "opened"
    for part, file in zip(PARTS, made, strict=False):  # beside them lie their sums, in clear
        (opened / part).mkdir(parents=True)
        plain = pyrage.decrypt(file.read_bytes(), [slots if part == "slots" else records])
        _unpack(part, plain, opened / part)
    return [("backups", home / "backups"), ("backups, opened", opened)]


def _unpack(part: str, plain: bytes, folder: Path) -> None:
    (folder / part).write_bytes(plain)  # media are a tar, in which everything lies as it is
    if part in {"records", "slots"} and not settings.ON_SQLITE:  # compressed as it lies
        command = ["pg_restore", f"--file={folder / part}.sql", str(folder / part)]
        subprocess.run(command, check=True)  # noqa: S603 our own command
