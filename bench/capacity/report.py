"""LOAD.md: what was measured, what saturates first, and what a network of each size needs."""

from __future__ import annotations

import os
import platform
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench.capacity.demand import KINDS, of
from bench.results import commit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.capacity.measuring import Round

RESULTS = Path(__file__).resolve().parent.parent / "LOAD.md"
SIZES = (1, 10, 45, 190)
FULL = 0.6  # of a core: above it answers wait for each other


def written(
    alone: list[Round], together: list[Round], memory: dict[str, float], load: tuple[float, ...]
) -> str:
    """The whole page."""
    lines = [
        "# What a machine carries",
        "",
        *_head(load),
        "## Kind by kind",
        "",
        "Four lines each ask as fast as they are answered. CPU is what the workers of the side and "
        "PostgreSQL used for one answer, by /proc. 429 is the page on which visitors wait while "
        "many write at once.",
        "",
        "| asked for | answers a second | p95 ms | CPU ms web | CPU ms PostgreSQL | not 200 |",
        "|---|---|---|---|---|---|",
        *map(_kind, alone),
        "",
        *_mix(together),
        *_saturates(together),
        *_memory(memory),
        *_needs(alone, together),
    ]
    text = "\n".join(lines)
    RESULTS.write_text(text, encoding="utf-8")
    return text


def _head(load: tuple[float, ...]) -> Iterator[str]:
    said = ", ".join(f"{one:.1f}" for one in load)
    yield (
        f"{datetime.now(UTC):%-d %B %Y}, commit {commit()}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, load average before it began {said}: everything else that the "
        "machine did at that time makes these figures worse. gunicorn as in service but for TLS, "
        "2 workers of 4 threads for each side, PostgreSQL with a pool, all on one machine with "
        "the process that asks. Repeat: `make bench-load`."
    )
    yield ""


def _kind(one: Round) -> str:
    web, database = _each(one)
    return (
        f"| {one.name} | {one.a_second:.1f} | {one.slow():.0f} | {web:.1f} | {database:.1f} "
        f"| {_wrong(one)} |"
    )


def _wrong(one: Round) -> str:
    """How many got another answer, and which: 429 asks to wait, 0 is none at all."""
    counted = Counter(status for every in one.wrong.values() for status in every)
    told = ", ".join(f"{number} times {status}" for status, number in counted.most_common())
    return f"{told or '0'} of {one.answers}"


def _each(one: Round) -> tuple[float, float]:
    """CPU milliseconds of the web and of the database for one answer."""
    work, answers = one.work, max(one.answers, 1)
    return (work.public + work.staff) * 1000 / answers, work.database * 1000 / answers


def _mix(together: list[Round]) -> Iterator[str]:
    shares = ", ".join(f"{one.name} {one.a_second:.2f}" for one in KINDS)
    yield "## The mix of a busy hour"
    yield ""
    yield (
        f"What 45 societies ask in a second of their busiest hour ({shares}); uploads and "
        "messages are measured above and are too rare here to be seen."
    )
    yield ""
    yield "| lines | answers a second | p95 ms | not 200 | cores of ours | cores idle |"
    yield "|---|---|---|---|---|---|"
    for one in together:
        yield (
            f"| {one.lines} | {one.a_second:.0f} | {one.slow():.0f} | {_wrong(one)} "
            f"| {one.work.ours / one.seconds:.2f} | {one.work.idle / one.seconds:.2f} |"
        )
    yield ""


def _saturates(together: list[Round]) -> Iterator[str]:
    """By what each used of the best round."""
    best = max(together, key=lambda one: one.a_second)
    parts = {
        "the public side": best.work.public,
        "the staff side": best.work.staff,
        "PostgreSQL": best.work.database,
        "everything else of the machine": best.work.machine - best.work.idle - best.work.ours,
    }
    told = ", ".join(f"{name} {work / best.seconds:.2f}" for name, work in parts.items())
    idle, cores = best.work.idle / best.seconds, os.cpu_count() or 1
    first = max(list(parts)[:3], key=lambda name: parts[name])
    what = (
        f"the processor: nothing of {cores} cores is left, and {first} takes most of ours"
        if idle < 0.1 * cores
        else f"not the processor ({idle:.2f} cores are idle): threads wait for each other"
    )
    yield "## What saturates first"
    yield ""
    yield (
        f"At {best.a_second:.0f} answers a second (cores used: {told}) it is {what}. That are "
        f"{best.answers / max(best.work.ours, 0.01):.0f} answers of the mix for each second of a "
        "core of ours, PostgreSQL included. Each worker has a pool of 8 connections for its 4 "
        "threads, so no thread waits for one."
    )
    yield ""


def _memory(memory: dict[str, float]) -> Iterator[str]:
    told = ", ".join(f"{name} {size:.0f} MB" for name, size in memory.items())
    yield "## Memory"
    yield ""
    yield f"Shared pages counted once, after all rounds: {told}."
    yield ""


def _needs(alone: list[Round], together: list[Round]) -> Iterator[str]:
    """Cores by the formula, whether or not this machine was asked as much."""
    best = max(one.a_second for one in together)
    cost = {one.name: sum(_each(one)) / 1000 for one in alone}
    yield "## What a network needs"
    yield ""
    yield (
        f"Cores = Σ (requests of a kind a second by its CPU seconds, web and PostgreSQL) ÷ {FULL}, "
        "and one more for workers, backup and the night. A row is measured where this machine "
        "gave as many answers of the mix a second; beyond, it is computed."
    )
    yield ""
    yield "| societies | requests a second at the peak | CPU cores for them | to have | this row |"
    yield "|---|---|---|---|---|"
    for societies in SIZES:
        asked = of(societies)
        busy = sum(number * cost[name] for name, number in asked.items())
        total = sum(asked.values())
        how = "measured" if total <= best else "computed"
        yield f"| {societies} | {total:.1f} | {busy:.2f} | {_cores(busy)} | {how} |"
    yield ""


def _cores(busy: float) -> int:
    return -int(-(busy / FULL + 1) // 1)
