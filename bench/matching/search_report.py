"""`python -m bench.matching.search_report`: our search beside rivals over sizes, into RESULTS.md.

Each size and each database is measured in a process of its own, one after the other.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from math import log10
from typing import Any

from bench import results
from bench.names.charts import sheet, text

SIZES = (10_000, 100_000, 1_000_000)
SQLITE_SIZES = (10_000, 100_000)
SEED = 41  # of no run that anything was tuned on
CHART = results.RESULTS.parent / "search-growth.svg"
OURS = "Kintrace, sealed"
HEAD = "## Matching: search\n\n"
COLOURS = {
    f"{OURS}, names": "#b3261e",
    f"{OURS}, names, birth, father": "#d98c80",
    "pg_trgm GIN, names": "#5b8db8",
    "pg_trgm GiST, names": "#88a96b",
}
ROOM, TALL, LEFT, TOP = 420, 240, 70, 70
SLOWEST = 10_000  # milliseconds, at the top of the chart

Run = dict[str, Any]


def measured(size: int, seed: int, *, postgres: bool) -> Run:
    """One process; what it prints last is its answer."""
    command = [sys.executable, "-m", "bench.matching.searching", str(size), str(seed)]
    surroundings = os.environ | {"KINTRACE_TEST_POSTGRES": "1" if postgres else "0"}
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True)
    run: Run = json.loads(done.stdout.splitlines()[-1])
    return run


def table(runs: list[Run]) -> list[str]:
    lines = [
        "| database | records | system | asked | p50 ms | p95 ms | recall@10 | across scripts |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return lines + [
        f"| {run['database']} | {run['records']:,} | {one['system']} | {one['asked']} | "
        f"{one['p50']:.1f} | {one['p95']:.1f} | {one['recall']:.3f} | {one['cross']:.3f} |"
        for run in runs
        for one in run["figures"]
    ]


def costs(runs: list[Run]) -> list[str]:
    lines = ["| records | laying a card | " + " | ".join(_sizes(runs)) + " |"]
    lines.append("|---" * (2 + len(_sizes(runs))) + "|")
    for run in runs:
        if run["sizes"]:
            bytes_ = " | ".join(f"{size / 1e6:,.0f} MB" for size in run["sizes"].values())
            lines.append(f"| {run['records']:,} | {run['load']:.0f} µs | {bytes_} |")
    return lines


def _sizes(runs: list[Run]) -> list[str]:
    return next((list(run["sizes"]) for run in runs if run["sizes"]), [])


def ratios(runs: list[Run]) -> list[str]:
    """What the goals ask: p95 beside pg_trgm in the same run, and its growth."""
    lines = []
    for run in runs:
        by = {(one["system"], one["asked"]): one["p95"] for one in run["figures"]}
        rival = by.get(("pg_trgm GIN", "names"))
        if rival:
            few, more = by[OURS, "names"], by[OURS, "names, birth, father"]
            lines.append(
                f"- {run['records']:,} records: p95 is 1/{rival / few:.1f} of that of pg_trgm GIN "
                f"with names alone, 1/{rival / more:.1f} with birth and father."
            )
    ends = [run for run in runs if run["database"] == "PostgreSQL"]
    first, last = (_p95(run, "names") for run in (ends[0], ends[-1]))
    grown = ends[-1]["records"] / ends[0]["records"]
    return [
        *lines,
        f"- From the smallest to the largest, {grown:.0f} times the cards, p95 grows "
        f"{last / first:.1f} times.",
    ]


def _p95(run: Run, asked: str) -> float:
    found = (one["p95"] for one in run["figures"] if (one["system"], one["asked"]) == (OURS, asked))
    return float(next(found))


def chart(runs: list[Run]) -> str:
    """p95 over the size, both on scales of tens."""
    runs = [run for run in runs if run["database"] == "PostgreSQL"]
    parts = [
        text(LEFT, 24, "Time of one search, 95th percentile, PostgreSQL", 'font-weight="bold"')
    ]
    for place, (name, colour) in enumerate(COLOURS.items()):
        left, top = LEFT + 240 * (place % 2), 42 + 16 * (place // 2)
        parts.append(f'<rect x="{left}" y="{top - 9}" width="10" height="10" fill="{colour}"/>')
        parts.append(text(left + 14, top, name))
    for exponent in range(5):
        y = _y(10**exponent)
        parts.append(f'<path d="M{LEFT} {y:.0f}h{ROOM}" stroke="#ddd"/>')
        parts.append(text(LEFT - 6, y + 4, f"{10**exponent:,} ms", 'text-anchor="end"'))
    for run in runs:
        label = f"{round(run['records'], -4):,}"
        parts.append(text(_x(run, runs), TOP + TALL + 18, label, 'text-anchor="middle"'))
    for name, colour in COLOURS.items():
        points = [(_x(run, runs), _y(ms)) for run in runs for ms in _of(run, name)]
        way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path d="M{way}" fill="none" stroke="{colour}" stroke-width="2"/>')
    return sheet(LEFT + ROOM + 60, TOP + TALL + 40, parts)


def _of(run: Run, name: str) -> list[float]:
    return [one["p95"] for one in run["figures"] if f"{one['system']}, {one['asked']}" == name]


def _x(run: Run, runs: list[Run]) -> float:
    first, last = log10(runs[0]["records"]), log10(runs[-1]["records"])
    return LEFT + 20 + (ROOM - 40) * (log10(run["records"]) - first) / max(last - first, 1)


def _y(ms: float) -> float:
    return TOP + TALL * (1 - log10(max(ms, 1)) / log10(SLOWEST))


def section(runs: list[Run]) -> str:
    today = datetime.now(UTC).date().isoformat()
    return "\n".join(
        [
            HEAD.rstrip(),
            "",
            f"{today}, {os.cpu_count()} cores, Python {platform.python_version()}; invented "
            f"records of `bench/matching`, seed {SEED}, names of the half that nothing was learned "
            "from. A query is a record of somebody whose other records lie in the base. Ours asks "
            "sealed cards; the rivals read names in clear.",
            "",
            *table(runs),
            "",
            *ratios(runs),
            "",
            *costs(runs),
            "",
            f"![Time over size]({CHART.name})",
            "",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", action="append", type=int)
    told = parser.parse_args()
    sizes = told.size or SIZES
    runs = [measured(size, SEED, postgres=True) for size in sizes]
    runs += [measured(size, SEED, postgres=False) for size in SQLITE_SIZES if size in sizes]
    if told.size:
        sys.stdout.write("\n".join([*table(runs), *ratios(runs), *costs(runs)]) + "\n")
        return
    CHART.write_text(chart(runs), encoding="utf-8")
    results.written(section(runs))


if __name__ == "__main__":
    main()
