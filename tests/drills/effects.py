"""What a job did, as sums over everything that is kept: rows, numbers, deeds, letters, files."""

from __future__ import annotations

from collections import Counter
from email import message_from_bytes
from typing import TYPE_CHECKING, Any

from django.test import override_settings
from psycopg import sql

from kintrace.audit import anchors
from kintrace.vault import ledger
from tests import environment
from tests.postgres import superuser

if TYPE_CHECKING:
    from pathlib import Path

    from psycopg import Connection

    from tests.drills.killed import World

# Whose clock stands where, who lives and what was tried how often is no effect of a job.
CLOCKS = {"operations_due", "operations_beat", "operations_hour", "operations_look"}
TRIES = {("letters_outgoing", "tries"), ("letters_outgoing", "claimed_until")}
QUEUE = "django_tasks_database_dbtaskresult"
JOBS = f"SELECT task_path || ' ' || status, count(*) FROM {QUEUE} GROUP BY 1"  # noqa: S608 our own
LOOKS = "SELECT what, count(*) FROM operations_look GROUP BY 1"
NUMBERS = {"smallint", "integer", "bigint", "boolean", "numeric"}
Sums = dict[str, object]
COLUMNS = (
    "SELECT table_name, column_name, data_type FROM information_schema.columns"
    " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
)


def left_in(world: World) -> Sums:
    """Every table with the number of its rows, the sums of its numbers and how many of its
    optional columns are filled; the deeds by kind; what lies beside the database."""
    with superuser(environment.server_folder(), world.database) as session:
        sums = _tables(session)
        sums["deeds"] = _counted(session, "SELECT deed, count(*) FROM audit_entry GROUP BY deed")
        sums["letters"] = _counted(
            session, "SELECT kind || ' ' || state, count(*) FROM letters_outgoing GROUP BY 1"
        )
        sums["jobs"] = _counted(session, JOBS)
        sums["looked at"] = _counted(session, LOOKS)
    return sums | _beside(world)


def changed(before: Sums, after: Sums) -> dict[str, tuple[object, object]]:
    """What is not as it was."""
    names = before.keys() | after.keys()
    return {
        name: (before.get(name), after.get(name))
        for name in sorted(names)
        if before.get(name) != after.get(name)
    }


def _tables(session: Connection[Any]) -> Sums:
    wanted: dict[str, list[sql.Composable]] = {}
    for table, column, kind in session.execute(COLUMNS).fetchall():
        asked = wanted.setdefault(table, [sql.SQL("count(*)")])
        if (table, column) in TRIES:
            continue
        name = sql.Identifier(column)
        asked.append(sql.SQL("count({})").format(name))
        if kind in NUMBERS:
            asked.append(
                sql.SQL("sum({}::int8)").format(name)
                if kind != "boolean"
                else sql.SQL("sum({}::int)").format(name)
            )
    return {
        table: session.execute(
            sql.SQL("SELECT {} FROM {}").format(sql.SQL(", ").join(asked), sql.Identifier(table))
        ).fetchone()
        for table, asked in wanted.items()
        if table not in CLOCKS | {QUEUE}
    }


def _counted(session: Connection[Any], question: str) -> dict[str, int]:
    return dict(session.execute(question.encode()).fetchall())


def _beside(world: World) -> Sums:
    places = world.settings()
    with override_settings(**places):
        kept = ledger.read()
        signed = list(anchors.folder().glob("*.jsonl"))
        return {
            "erased files": len(kept.files),
            "said": Counter(said.code for said in kept.said),
            "anchors": sum(len(file.read_text().splitlines()) for file in signed),
            "pictures": _files(places["FACES"]),
            "sealed": _files(places["SAFE_FILES"]),
            "sent": _letters(places["EMAIL_FILE_PATH"]),
        }


def _files(folder: Path) -> int:
    return sum(one.is_file() for one in folder.rglob("*"))


def _letters(folder: Path) -> int:
    """Letters by their own number: one that went out twice is one for who gets it."""
    found = set()
    for file in folder.glob("*"):
        for part in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
            number = message_from_bytes(part.strip())["Message-ID"]
            found |= {number} if number else set()
    return len(found)
