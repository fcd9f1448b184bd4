"""What others offer for the same search, on names that anybody could read."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from bench.matching.searching import timed
from tests import environment
from tests.postgres import superuser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd
    import psycopg

    from bench.matching.searching import Figures, Query

GIN = "SELECT id FROM rival WHERE name %% %s ORDER BY similarity(name, %s) DESC LIMIT 10"
GIST = "SELECT id FROM rival ORDER BY name <-> %s LIMIT 10"
FTS = "SELECT id FROM rival WHERE name MATCH ? ORDER BY rank LIMIT 10"
SCAN = "SELECT id FROM base ORDER BY jaro_winkler_similarity(name, $name) DESC LIMIT 10"
SIZES = {
    "index of tags": "people_cardtags_tags",
    "trigram GIN": "rival_gin",
    "trigram GiST": "rival_gist",
}


def prepare(base: pd.DataFrame) -> dict[str, int]:
    """Lay the plain names beside our cards; bytes of each index (PostgreSQL alone)."""
    if not environment.on_postgres():
        return {}
    with superuser(environment.server_folder(), "kintrace") as session:
        session.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        session.execute("CREATE TABLE rival (id text PRIMARY KEY, name text)")
        with session.cursor().copy("COPY rival (id, name) FROM STDIN") as copy:
            for row in zip(base["rec_id"], base["full_name"], strict=True):
                copy.write_row(row)
        session.execute("CREATE INDEX rival_gin ON rival USING gin (name gin_trgm_ops)")
        session.execute("CREATE INDEX rival_gist ON rival USING gist (name gist_trgm_ops)")
        session.execute("VACUUM ANALYZE")
        return {
            called: session.execute("SELECT pg_relation_size(%s)", [name]).fetchone()[0]  # type: ignore[index]
            for called, name in SIZES.items()
        }


def figures(base: pd.DataFrame, queries: Sequence[Query]) -> Iterator[Figures]:
    """The rivals of this database."""
    if environment.on_postgres():
        with superuser(environment.server_folder(), "kintrace") as session:
            yield timed("pg_trgm GIN", "names", lambda one: _gin(session, one), queries)
            yield timed("pg_trgm GiST", "names", lambda one: _gist(session, one), queries)
        return
    plain = _trigrams(base)
    yield timed("SQLite FTS5 trigram", "names", lambda one: _match(plain, one), queries)
    yield from _scanned(base, queries)


def _gin(session: psycopg.Connection[Any], query: Query) -> list[str]:
    name = query.description["full_name"]
    return [row[0] for row in session.execute(GIN, [name, name])]


def _gist(session: psycopg.Connection[Any], query: Query) -> list[str]:
    return [row[0] for row in session.execute(GIST, [query.description["full_name"]])]


def _trigrams(base: pd.DataFrame) -> sqlite3.Connection:
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE rival USING fts5(id UNINDEXED, name, tokenize='trigram')")
    plain.executemany(
        "INSERT INTO rival VALUES (?, ?)", zip(base["rec_id"], base["full_name"], strict=True)
    )
    return plain


def _match(plain: sqlite3.Connection, query: Query) -> list[str]:
    """Any three letters that they share; a name shorter than that finds nobody."""
    name = query.description["full_name"]
    threes = {name[at : at + 3].replace('"', " ") for at in range(len(name) - 2)}
    wanted = " OR ".join(f'"{three}"' for three in sorted(threes))
    return [row[0] for row in plain.execute(FTS, [wanted])] if wanted else []


def _scanned(base: pd.DataFrame, queries: Sequence[Query]) -> Iterator[Figures]:
    import duckdb  # noqa: PLC0415 - of the linkage extra

    plain = duckdb.connect(":memory:")
    names = base[["rec_id", "full_name"]].rename(columns={"rec_id": "id", "full_name": "name"})
    plain.register("frame", names)
    plain.execute("CREATE TABLE base AS SELECT * FROM frame")

    def scan(query: Query) -> list[str]:
        asked = plain.execute(SCAN, {"name": query.description["full_name"]})
        return [row[0] for row in asked.fetchall()]

    yield timed("DuckDB Jaro-Winkler scan", "names", scan, queries)
