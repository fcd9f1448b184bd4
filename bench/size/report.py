"""SIZE.md: what was loaded, what it took, how long everything takes, and by which plans."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.results import commit
from bench.size.measuring import TIMES
from bench.size.watching import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.size.measuring import Figure

RESULTS = Path(__file__).resolve().parent.parent / "SIZE.md"
MOST = 40  # slow statements that are told


def written(loaded: dict[str, Any], shown: list[Figure], done: list[Figure]) -> str:
    """The whole page."""
    lines = [
        "# The network after ten years",
        "",
        *_head(loaded),
        *_loading(loaded),
        "## Pages",
        "",
        f"Server time in the process, milliseconds, {TIMES} times each, by members of the largest "
        "society with their boxes open and by a visitor; limits on reading lifted, audit written.",
        "",
        "| asked for | p50 | p95 | questions | of them over 10 ms | reads a large table whole |",
        "|---|---|---|---|---|---|",
        *map(_row, shown),
        "",
        "## In the background",
        "",
        "Each once. A duty of the worker goes round all societies; what it looked at is counted.",
        "",
        "| done | seconds | what | questions | over 10 ms | reads a large table whole |",
        "|---|---|---|---|---|---|",
        *(_long_row(one) for one in done),
        "",
        *_plans([*shown, *done]),
        *_whole([*shown, *done]),
    ]
    text = "\n".join(lines)
    RESULTS.write_text(text, encoding="utf-8")
    return text


def _head(loaded: dict[str, Any]) -> Iterator[str]:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    offices = loaded["offices"]
    yield (
        f"{datetime.now(UTC):%-d %B %Y}, commit {commit()}, Python {platform.python_version()}, "
        f"PostgreSQL on the same machine (2 GB of shared buffers, every commit on the disk), "
        f"{os.cpu_count()} cores, load average when it ended {load}. "
        f"{loaded['rows']['cases_case']:,} cases of {len(offices)} societies, the largest with "
        f"{offices[0][1]:,} and the smallest with {offices[-1][1]:,}; "
        f"{loaded['rows']['people_person']:,} persons, sealed under real keys with real tags. "
        "Repeat: `make bench-size` (CASES=… another size, KEEP=folder keeps the loaded server)."
    )
    yield ""


def _loading(loaded: dict[str, Any]) -> Iterator[str]:
    load = ", ".join(f"{one:.1f}" for one in loaded["load"])
    yield "## Loading"
    yield ""
    yield (
        f"{loaded['seconds'] / 60:.0f} minutes with two processes, founding and indexes included "
        f"(load average at its end {load}); {loaded['disk'] / 1e9:.1f} GB on the disk."
    )
    yield ""
    yield "| table | rows |"
    yield "|---|---|"
    for table, number in loaded["rows"].items():
        yield f"| {table} | {number:,} |"
    yield ""


def _row(one: Figure) -> str:
    return (
        f"| {one.name} | {one.middle:.0f} | {one.slow:.0f} | {one.watched.number // 2} "
        f"| {len(one.watched.slow) // 2} | {', '.join(one.watched.whole) or '–'} |"
    )


def _long_row(one: Figure) -> str:
    return (
        f"| {one.name} | {one.middle / 1000:.2f} | {one.more} | {one.watched.number} "
        f"| {len(one.watched.slow)} | {', '.join(one.watched.whole) or '–'} |"
    )


def _plans(figures: Iterable[Figure]) -> Iterator[str]:
    """The slowest statements, each once."""
    slow: dict[str, tuple[float, str, str]] = {}
    for figure in figures:
        for one in figure.watched.slow:
            key = shortened(one.sql)
            if one.took > slow.get(key, (0.0, "", ""))[0]:
                slow[key] = (one.took, figure.name, one.plan)
    yield "## Statements over 10 ms"
    yield ""
    yield "| ms | where | statement | plan |"
    yield "|---|---|---|---|"
    for key, (took, where, plan) in sorted(slow.items(), key=lambda one: -one[1][0])[:MOST]:
        yield f"| {took:.0f} | {where} | `{key}` | {plan[:300]} |"
    yield ""


def _whole(figures: Iterable[Figure]) -> Iterator[str]:
    found = {
        (table, shortened(sql)): figure.name
        for figure in figures
        for table, sql in figure.watched.whole.items()
    }
    yield "## Large tables that are read whole"
    yield ""
    if not found:
        yield "None."
    for (table, sql), name in found.items():
        yield f"- {table}, by {name}: `{sql}`"
    yield ""
