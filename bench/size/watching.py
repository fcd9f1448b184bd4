"""What a page asks of a large database: how long each question takes, and by which plan."""

from __future__ import annotations

import json
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import connection

from tests.queries.plans import SMALL, whole_reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW = 10.0  # milliseconds
BIG = 10_000  # rows: what is smaller is read whole sooner than by an index
# Read whole on purpose: all faces that hang make up the wall's deck, which is kept (decision 007).
AS_MEANT = {"wall_face"}
ASKS = ("SELECT", "WITH", "UPDATE", "DELETE", "INSERT INTO")


@dataclass(frozen=True)
class Question:
    """One statement that took long, and how the database went about it."""

    sql: str
    took: float
    plan: str


@dataclass
class Watched:
    """All that was asked while it was looked at."""

    slow: list[Question] = field(default_factory=list)
    whole: dict[str, str] = field(default_factory=dict)  # big table → by which statement
    number: int = 0


@contextmanager
def watched() -> Iterator[Watched]:
    """Look at every statement of this connection; each is explained after it was answered."""
    found = Watched()
    busy = False

    def look(execute: Callable[..., Any], sql: str, params: Any, *more: Any) -> Any:
        nonlocal busy
        begun = time.perf_counter()
        answer = execute(sql, params, *more)
        took = (time.perf_counter() - begun) * 1000
        if not busy and sql.lstrip().startswith(ASKS) and params is not None:
            busy = True
            try:
                _note(found, sql, params, took)
            finally:
                busy = False
        return answer

    with connection.execute_wrapper(look):
        yield found


def _note(found: Watched, sql: str, params: Any, took: float) -> None:
    found.number += 1
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        told = cursor.fetchone()[0]
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    for table in whole_reads(plan, stops=False):
        if table in _big() - SMALL.keys() - AS_MEANT:
            found.whole.setdefault(table, sql)
    if took >= SLOW:
        found.slow.append(Question(sql, took, ", ".join(_said(plan))))


@cache
def _big() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [BIG])
        return {str(row[0]) for row in cursor.fetchall()}


def _said(node: dict[str, Any]) -> Iterator[str]:
    """A plan in one line: each step with its table or index, the outermost first."""
    where = node.get("Index Name") or node.get("Relation Name") or ""
    yield f"{node['Node Type']} {where}".strip()
    for below in node.get("Plans", ()):
        yield from _said(below)


def shortened(sql: str) -> str:
    """A statement without its list of columns: what it is about, for a table of a report."""
    flat = re.sub(r"\s+", " ", sql)
    flat = re.sub(r"^SELECT (DISTINCT )?.*? FROM", "SELECT … FROM", flat)
    flat = re.sub(r"(%s, )+%s", "%s…", flat).replace('"', "").replace("|", "/")
    return flat[:220]
