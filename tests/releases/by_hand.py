"""The rules for what is written by hand: SQL, Python over rows, types that become others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from tests.releases.released import Schema
    from tests.releases.rules import Step

NAME = r'(?:ONLY )?(?:IF (?:NOT )?EXISTS )?"?(\w+)"?'
LENGTH = re.compile(r"varchar\((\d+)\)")
ROWS = {"get_model", "objects", "cursor"}

BUILT = re.compile(rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).*? ON {NAME}", re.IGNORECASE)
ALTERED = re.compile(rf"ALTER TABLE {NAME} (.*)", re.IGNORECASE | re.DOTALL)
DROPPED = re.compile(rf"DROP TABLE {NAME}", re.IGNORECASE)
LOCKED = re.compile(rf"(?:LOCK TABLE|LOCK|CLUSTER|VACUUM FULL) {NAME}", re.IGNORECASE)
COLUMN = re.compile(r'DROP COLUMN (?:IF EXISTS )?"?(\w+)"?', re.IGNORECASE)
NEW = re.compile(r'ADD COLUMN "?(\w+)"? (.*)', re.IGNORECASE | re.DOTALL)
HARMS = {
    r"^RENAME": "{table} is renamed, or a column of it, while the last release reads the old name.",
    r"ALTER COLUMN .* TYPE (?!VARCHAR|TEXT)": "a column of {table} changes its type, which writes "
    "the table anew under a lock.",
    r"SET NOT NULL": "a column of {table} becomes NOT NULL, for which all of it is read under a "
    "lock.",
    r"DROP DEFAULT": "a column of {table} loses its default, and the last release may write no "
    "row.",
}


def may_run(known: dict[str, Schema], since: str) -> list[str]:
    """Versions whose program may still run while this migration does: the last one alone; and if
    the migration says since when nobody reads something, all from that version on."""
    versions = list(known)
    first = versions.index(since) if since in versions else len(versions) - 1
    return versions[first:]


def may_become(old: str, new: str) -> bool:
    """Whether PostgreSQL changes the type without reading the table, and the last release can
    read and write it as before: the same one, and a longer or unbounded text."""
    if old == new:
        return True
    before, after = LENGTH.fullmatch(old), LENGTH.fullmatch(new)
    longer = bool(before and after and int(after[1]) >= int(before[1]))
    return longer or bool(before and new == "text")


def touches_rows(do: Callable[..., object]) -> bool:
    """Whether a function asks for a model or a cursor, itself or in what it calls of its module."""
    seen: set[CodeType] = set()
    waiting = [do]
    while waiting:
        function = waiting.pop()
        code = getattr(function, "__code__", None)
        if code is None or code in seen:
            continue
        seen.add(code)
        names = set(code.co_names)
        if ROWS & names:
            return True
        known = {**function.__globals__, **_closed_over(function)}
        waiting += [
            known[name] for name in names | set(code.co_freevars) if callable(known.get(name))
        ]
    return False


def _closed_over(function: Callable[..., object]) -> dict[str, object]:
    cells = getattr(function, "__closure__", None) or ()
    names = function.__code__.co_freevars
    return {name: cell.cell_contents for name, cell in zip(names, cells, strict=True)}


def statements(sql: object) -> list[str]:
    """What RunSQL was given, one statement each."""
    if isinstance(sql, str):
        return [" ".join(one.split()) for one in sql.split(";") if one.strip()]
    parts = sql if isinstance(sql, list | tuple) else []
    return [one for part in parts for one in statements(part if isinstance(part, str) else part[0])]


def asked_of_sql(statement: str, step: Step) -> Iterator[str]:
    """The same rules for one statement, whoever wrote it."""
    if (built := BUILT.search(statement)) and step.grows(built[1]):
        yield f"an index is built while nobody can write to {built[1]}. Say CONCURRENTLY."
    if (locked := LOCKED.match(statement)) and step.stood(locked[1]):
        yield f"{locked[1]} is locked as a whole. Nobody could be served meanwhile."
    if (dropped := DROPPED.match(statement)) and (readers := step.readers(dropped[1])):
        yield f"{dropped[1]} is dropped while {' and '.join(readers)} still reads it."
    if (altered := ALTERED.match(statement)) and step.stood(altered[1]):
        yield from _asked_of_table(altered[1], altered[2], step)


def _asked_of_table(table: str, words: str, step: Step) -> Iterator[str]:
    upper = words.upper()
    if (column := COLUMN.search(words)) and (readers := step.readers(table, column[1])):
        yield f"{table}.{column[1]} is dropped while {' and '.join(readers)} still reads it."
    if (new := NEW.search(words)) and _must_be_given(new[2].upper()):
        yield f"{table}.{new[1]} is NOT NULL without a default: the last release can write no row."
    for pattern, harm in HARMS.items():
        if re.search(pattern, upper):
            yield harm.format(table=table)
    if step.grows(table) and _reads_all(upper):
        yield f"a constraint reads all of {table} under a lock. Say NOT VALID, or USING INDEX."


def _must_be_given(column: str) -> bool:
    return "NOT NULL" in column and "DEFAULT" not in column


def _reads_all(upper: str) -> bool:
    adds = re.search(r"ADD CONSTRAINT|ADD (CHECK|UNIQUE|FOREIGN KEY|PRIMARY KEY)", upper)
    return bool(adds) and "NOT VALID" not in upper and "USING INDEX" not in upper
