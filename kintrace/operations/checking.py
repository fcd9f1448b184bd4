"""Reading a backup through without a database: whether all that it should hold is in it."""

from __future__ import annotations

import sqlite3
import subprocess
import tarfile
import threading
from collections import Counter
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from kintrace.operations import restore
from kintrace.operations.dumping import counted
from kintrace.operations.opening import Collected, NotRestored, opened, pour

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import IO

    from kintrace.operations.manifest import Manifest
    from kintrace.operations.opening import Identities


def check(backup: restore.Backup, identities: Identities) -> tuple[Manifest, int]:
    """What a whole backup says it holds, and how many files lie in its media. Raises NotRestored
    when a file is damaged, or rows are missing."""
    told = restore.require_whole(backup, identities)
    found = Counter[str]()
    for part in ("records", "slots"):
        file, identity = backup.part(part), identities.of(part)
        if told.database == "sqlite":
            found.update(_in_sqlite(file, identity))
        else:
            found.update(_in_dump(file, identity))
    wrong = sorted(name for name, rows in told.rows.items() if found[name] != rows)
    if wrong or found.total() != sum(told.rows.values()):
        raise NotRestored(f"Rows are missing, or too many, in: {', '.join(wrong) or 'the dump'}.")
    return told, _files_in(backup.media, identities)


def _in_sqlite(file: Path, identity: object) -> dict[str, int]:
    plain = Collected()
    pour(file, identity, plain)
    plain[18:20] = b"\x01\x01"  # no write-ahead log lies beside it
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(bytes(plain))
        names = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
        return counted(database, [name for (name,) in database.execute(names)])


def _in_dump(file: Path, identity: object) -> dict[str, int]:
    """Rows by table, counted in the words of pg_restore: it reads every block of the dump."""
    command = ["pg_restore", "--data-only", "--file=-"]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader,  # noqa: S603 our own command
        opened(file, identity) as plain,
    ):
        if reader.stdin is None or reader.stdout is None:
            raise NotRestored("pg_restore does not answer.")
        feeder = threading.Thread(target=_feed, args=(plain, reader.stdin))
        feeder.start()
        found = _counted(reader.stdout)
        feeder.join()
    if reader.returncode:
        raise NotRestored(f"{file.name}: pg_restore cannot read it (it ended with an error).")
    return found


def _feed(plain: IO[bytes], into: IO[bytes]) -> None:
    with suppress(BrokenPipeError), into:
        while piece := plain.read(1024 * 1024):
            into.write(piece)


def _counted(lines: Iterable[bytes]) -> Counter[str]:
    """Lines between the words COPY … FROM stdin; and a full stop, by table."""
    rows, table = Counter[str](), ""
    for line in lines:
        if not table and line.startswith(b"COPY ") and line.endswith(b"FROM stdin;\n"):
            table = line.split(maxsplit=2)[1].decode().rpartition(".")[2].strip('"')
        elif line == b"\\.\n":
            table = ""
        elif table:
            rows[table] += 1
    return rows


def _files_in(media: Path, identities: Identities) -> int:
    """How many files the archive of pictures holds, each read to its end."""
    try:
        with (
            opened(media, identities.of("media")) as plain,
            tarfile.open(fileobj=plain, mode="r|") as archive,
        ):
            return sum(member.isfile() for member in archive)
    except tarfile.TarError as reason:
        raise NotRestored(f"{media.name} holds no whole archive of pictures.") from reason
