"""How a database goes about a question: whether it reads a whole table for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection

from tests import environment
from tests.queries.crowded import planner

if TYPE_CHECKING:
    from collections.abc import Iterator

# May be read whole, and why: what does not grow with cases, persons, messages or the audit.
SMALL = {
    "django_content_type": "kinds of rows: some hundred",
    "network_society": "societies: forty-five, and perhaps two hundred",
    "network_societysettings": "one row a society",
    "network_desk": "places of a society: tens",
    "network_member": "members: 1,500 in the whole network",
    "network_sharingagreement": "agreements between societies",
    "network_team": "teams of children in care now",
    "network_teammember": "three or four a team",
    "wall_region": "regions posters are made for: tens",
    "audit_beginning": "one row a society",
    "audit_head": "one row a society",
    "watch_hours": "one row a society",
    "watch_patrol": "one row a society",
    "vault_devicekey": "one row a society",
    "vault_intakekey": "one row a society",
    "vault_matchkey": "one row a society",
    "vault_recordkey": "one row a society, two in a rotation",
    "vault_boxkey": "boxes of a society, by version",
    "vault_boxgrant": "members who open boxes",
    "vault_memberkey": "one row a member",
    "vault_signinglist": "officers' lists of a society, by version",
    "vault_formerholder": "members who opened boxes once",
    "protection_noticetext": "words that are read aloud: a few a society and language",
    "directory_place": "towns where somebody helps",
    "directory_listing": "who helps near a place: hundreds in a society",
    "wall_removal": "who asked to come down: emptied every day",
    "visitors_network": "networks that many share: camps and desks",
    "servicepoints_monthoutside": "months that may be told outside, a few rows each",
    "cases_criteria": "one row a society",
    "cases_aftercontact": "one row a society",
    "cases_sentence": "approved sentences: some two hundred a society",
    "cases_source": "places that may be asked: tens a society",
    "operations_due": "duties of the worker: thirty",
    "operations_look": "what the worker looks at: a dozen",
}
_ALIAS = re.compile(r'"(\w+)" (?:AS )?"?([TUVW]\d+)"?')
_SCAN = re.compile(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?")


def read_whole(sql: str, params: Any, *, role: str = environment.STAFF) -> list[str]:
    """The tables that this statement reads whole and that are not SMALL; PostgreSQL is asked as one
    of its roles, for each has walls of its own."""
    there = connection.vendor == "postgresql"
    found = _on_postgres(sql, params, role) if there else _on_sqlite(sql, params)
    return [table for table in found if table not in SMALL]


def _on_sqlite(sql: str, params: Any) -> list[str]:
    """Without a condition that an index carries it says SCAN. One that walks an index in its order
    and stops after some rows reads no table whole; nor does an index of a part of the rows."""
    named = {alias: table for table, alias in _ALIAS.findall(sql)}
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        steps = [str(row[3]) for row in cursor.fetchall()]
    found = []
    for step in steps:
        said = _SCAN.match(step)
        if said is None:
            continue
        table, index = named.get(said[1], said[1]), said[2]
        stops = index and ("LIMIT" in sql or index in _parts())
        if not stops and table in tables():
            found.append(table)
    return found


def _on_postgres(sql: str, params: Any, role: str) -> list[str]:
    """As it would go about it after years (crowded.py)."""
    asked = str(connection.ops.compose_sql(sql, params))  # type: ignore[attr-defined] # PostgreSQL's
    [(told,)] = planner(role).execute(f"EXPLAIN (FORMAT JSON) {asked}".encode()).fetchall()
    return [one for one in whole_reads(told[0]["Plan"], stops=False) if one in tables()]


def whole_reads(node: dict[str, Any], *, stops: bool) -> Iterator[str]:
    """The tables that a plan of PostgreSQL reads whole. stops: somebody above takes some rows."""
    kind, table = node["Node Type"], str(node.get("Relation Name", ""))
    if kind == "Seq Scan" or (
        kind in {"Index Scan", "Index Only Scan", "Bitmap Index Scan"}
        and "Index Cond" not in node
        and not stops
        and node["Index Name"] not in _parts()
    ):
        yield table or str(node.get("Index Name", ""))
    for below in node.get("Plans", ()):
        yield from whole_reads(below, stops=stops or kind == "Limit")


def tables() -> set[str]:
    return {str(model._meta.db_table) for model in apps.get_models(include_auto_created=True)}


def _parts() -> set[str]:
    """Indexes of a part of a table's rows."""
    return {
        str(index.name)
        for model in apps.get_models()
        for index in model._meta.indexes
        if index.condition is not None
    }
