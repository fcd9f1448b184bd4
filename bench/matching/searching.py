"""`python -m bench.matching.searching SIZE SEED`: our sealed search beside rivals on plain text.

One process, one database, one size: PostgreSQL where KINTRACE_TEST_POSTGRES is 1, else SQLite.
Every query is a record of somebody whose other records lie in the base, and is not in it itself.
Prints one JSON object.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from bench.database import filled
from kintrace.names.remembering import forget
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

QUERIES, WARM_UP = 400, 20
RIVAL_QUERIES = 100  # those that read the whole base for each take their time
NAMES = ("given", "middle", "family", "full_name")
MORE = (*NAMES, "father_name", "dob")


@dataclass(frozen=True)
class Query:
    """A description, the records that are right, and whether all of them are in other scripts."""

    description: dict[str, str]
    right: frozenset[str]
    is_cross_script: bool


@dataclass(frozen=True)
class Figures:
    """milliseconds: median and 95th percentile; shares of queries with a right one in the first
    ten, all and those across scripts."""

    system: str
    asked: str
    p50: float
    p95: float
    recall: float
    cross: float
    queries: int


def split(people: pd.DataFrame, count: int) -> tuple[pd.DataFrame, list[Query]]:
    """The base without the queries, and the queries: one record each of people with several."""
    several = people[people.duplicated("person", keep=False)]
    chosen = several.drop_duplicates("person").head(count)
    base = people.drop(index=chosen.index)
    there = {person: group for person, group in base.groupby("person") if person in _set(chosen)}
    return base, [_query(row, there[row["person"]]) for row in chosen.to_dict("records")]


def _set(chosen: pd.DataFrame) -> set[int]:
    return set(chosen["person"])


def _query(row: dict[str, Any], right: pd.DataFrame) -> Query:
    return Query(
        {name: row[name] for name in MORE},
        frozenset(right["rec_id"]),
        bool((right["script"] != row["script"]).all()),
    )


def timed(
    system: str,
    asked: str,
    search: Callable[[Query], Sequence[str]],
    queries: Sequence[Query],
    *,
    after: Callable[[], object] = lambda: None,
) -> Figures:
    """Ask each; the first ones warm up and count for recall alone. after: what a server does once
    it has answered."""
    took, hits = [], []
    for query in queries:
        began = time.perf_counter()
        found = search(query)
        took.append((time.perf_counter() - began) * 1000)
        after()
        hits.append(bool(query.right.intersection(found)))
    warm = quantiles(took[WARM_UP:], n=20)
    cross = [hit for hit, query in zip(hits, queries, strict=True) if query.is_cross_script]
    recall, across = sum(hits) / len(hits), sum(cross) / max(1, len(cross))
    return Figures(system, asked, warm[9], warm[18], recall, across, len(queries))


def ours(queries: Sequence[Query]) -> Iterator[Figures]:
    """With names alone, and with birth and father where the record has them."""
    from kintrace.matching import loading, lookups  # noqa: PLC0415 - Django stands only now
    from kintrace.vault.reader import reading_as  # noqa: PLC0415

    member = loading.searcher_of(loading.society_coded())
    gc.collect()
    gc.freeze()
    for asked, columns in (("names", NAMES), ("names, birth, father", MORE)):

        def search(query: Query, columns: Sequence[str] = columns) -> list[str]:
            told = {name: query.description[name] for name in columns}
            with reading_as(member.society_id, member=member.pk):
                return [record for record, _, _ in lookups.search(told, by=member)]

        yield timed("Kintrace, sealed", asked, search, queries, after=_answered)


def _answered() -> None:
    """As our server does (`operations/serving.py`)."""
    forget()
    gc.collect()


def load(base: pd.DataFrame) -> float:
    """Microseconds a card."""
    from kintrace.matching import loading  # noqa: PLC0415
    from kintrace.vault import root  # noqa: PLC0415

    root.make()
    society, began = loading.society_coded(), time.perf_counter()
    for _ in loading.load(base.to_dict("records"), society=society):
        pass
    return (time.perf_counter() - began) / len(base) * 1e6


def main(size: int, seed: int) -> dict[str, Any]:
    from bench.matching import search_rivals  # noqa: PLC0415
    from bench.matching.people import generate  # noqa: PLC0415

    base, queries = split(generate(size, seed), QUERIES)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    environment.enter()  # forgets where the names are, as everything that is not of a test
    took: list[float] = []
    with filled(lambda: took.append(load(base))) as database:
        sizes = search_rivals.prepare(base)
        figures = [asdict(one) for one in ours(queries)]
        few = queries[: RIVAL_QUERIES + WARM_UP]
        figures += [asdict(one) for one in search_rivals.figures(base, few)]
    return {
        "database": database,
        "records": len(base),
        "seed": seed,
        "load": took[0],
        "sizes": sizes,
        "figures": figures,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))) + "\n")
