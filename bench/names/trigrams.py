"""PostgreSQL's pg_trgm as a rival: a private server, both lists as plain text in tables."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests import postgres
from tests.environment import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from bench.names.task import Matrix

TICK = os.sysconf("SC_CLK_TCK")
ROWS = (
    "SELECT (SELECT array_agg(similarity(asked.name, held.name) ORDER BY held.id) FROM held) "
    "FROM asked ORDER BY asked.id"
)


class Trigrams:
    """A session on the server."""

    def __init__(self, session: psycopg.Connection) -> None:
        self.session = session
        session.execute("CREATE EXTENSION pg_trgm")
        for table in ("asked", "held"):
            # `table` is one of the two words above.
            session.execute(f"CREATE UNLOGGED TABLE {table} (id int, name text)".encode())

    def scores(self, queries: list[str], gallery: list[str]) -> tuple[Matrix, float]:
        """`similarity` of every pair, and the processor seconds of the server for it."""
        self._fill("asked", queries)
        self._fill("held", gallery)
        begun = self._busy()
        with self.session.cursor(binary=True) as cursor:
            rows = [np.array(row[0], dtype=np.float32) for row in cursor.execute(ROWS)]
        return np.stack(rows), self._busy() - begun

    def _fill(self, table: str, names: list[str]) -> None:
        self.session.execute(f"TRUNCATE {table}".encode())
        with (
            self.session.cursor() as cursor,
            cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy,
        ):
            for place, name in enumerate(names):
                copy.write_row((place, name))
        self.session.execute(f"ANALYZE {table}".encode())

    def _busy(self) -> float:
        stat = Path(f"/proc/{self.session.info.backend_pid}/stat").read_text()
        fields = stat.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK


@contextmanager
def running() -> Iterator[Trigrams]:
    """Start the server, end it afterwards."""
    folder = Path(tempfile.gettempdir()) / f"{PREFIX}{os.getpid()}-names"
    with postgres.running(folder), postgres.superuser(folder) as session:
        yield Trigrams(session)
