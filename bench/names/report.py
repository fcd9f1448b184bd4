"""The section "Names" of RESULTS.md."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bench.names.contest import SHORTLIST, SLOW, WAYS, Outcome, called
from bench.names.measures import Figures, averaged
from bench.names.pairs import pairs
from bench.names.rivals import ROOT
from bench.names.systems import OURS
from bench.names.task import GALLERY, QUERIES
from bench.names.tasks import MEASURES, WORKS

if TYPE_CHECKING:
    from bench.names.cost import Cost
    from bench.names.tasks import Work

HEADING = "## Names\n"
PAIRS_GOAL, BULK_GOAL, DESK_GOAL = 0.85, 2, 20


@dataclass
class Measured:
    """All that one run found out."""

    half: str
    seeds: list[int]
    outcomes: list[Outcome] = field(default_factory=list)
    labelled: dict[str, list[tuple[str, str, float]]] = field(default_factory=dict)
    costs: list[Cost] = field(default_factory=list)
    growth: list[tuple[int, Outcome]] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    disagreement: float = 0.0

    def reached(self, task: int, system: str) -> tuple[str, Figures] | None:
        """The better way of a system on a task, and its mean over the seeds."""
        ways: dict[str, list[Figures]] = {}
        for one in self.outcomes:
            if (one.task, one.system) == (task, system):
                ways.setdefault(one.way, []).append(one.figures)
        means = {way: averaged(figures) for way, figures in ways.items()}
        return max(means.items(), key=lambda one: one[1].recall1 + one[1].f1, default=None)

    def asked(self, task: int) -> int:
        """How many queries a task has."""
        return max(one.queries for one in self.outcomes if one.task == task)

    def spread(self) -> float:
        """The greatest distance between two seeds in a figure of ours."""
        widest = 0.0
        for work in WORKS:
            mine = [
                one.figures
                for one in self.outcomes
                if (one.task, one.system) == (work.number, OURS)
            ]
            for name in MEASURES:
                values = [getattr(one, name) for one in mine]
                widest = max(widest, max(values) - min(values))
        return widest


def short(value: float | None) -> str:
    """As the goals are written: .92, and 1.00 where it is all."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def row(name: str, measure: str, goal: float | None, values: list[float | None]) -> str:
    """A line of the table; the best value is bold."""
    best = max((value for value in values if value is not None), default=0)
    cells = [f"**{short(one)}**" if one == best else short(one) for one in values]
    return f"| {name} | {measure} | {short(goal)} | {' | '.join(cells)} |"


def task_rows(all_of_it: Measured, work: Work) -> list[str]:
    """A line for each measure; the first one names the task."""
    reached = [all_of_it.reached(work.number, system) for system in WAYS]
    rows, name = [], f"{work.number}. {work.name} ({all_of_it.asked(work.number)} queries)"
    for measure, said in MEASURES.items():
        values = [getattr(one[1], measure) if one else None for one in reached]
        rows.append(row(name, said, work.goals.get(measure), values))
        name = ""
    return rows


def pair_rows(all_of_it: Measured) -> list[str]:
    rows = []
    for said, found in all_of_it.labelled.items():
        values = [
            max((f1 for one, _, f1 in found if one == system), default=None) for system in WAYS
        ]
        rows.append(row(f"8. labelled pairs, {said}", "F1", PAIRS_GOAL, values))
    return rows


def worth() -> str:
    """What F1 is worth on the labelled pairs."""
    shares = [sum(pair.same for pair in some) / len(some) for some in (pairs("held"), pairs())]
    held, whole = [2 * share / (1 + share) for share in shares]
    return (
        f"Whoever calls every labelled pair the same has an F1 of {short(held)} on the held-back "
        f"ones and of {short(whole)} on all."
    )


def head(*columns: str) -> list[str]:
    return [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]


def taken(all_of_it: Measured) -> str:
    """Which way of each rival the table shows."""
    told = []
    for system, ways in WAYS.items():
        chosen = {
            work.number: found[0]
            for work in WORKS
            if len(ways) > 1 and (found := all_of_it.reached(work.number, system))
        }
        for way in ways:
            numbers = ", ".join(str(task) for task, one in chosen.items() if one == way)
            told += [f"{called(system, way)} in {numbers}"] if numbers else []
    return "; ".join(told)


def cost_rows(all_of_it: Measured) -> list[str]:
    rows = []
    for system, ways in WAYS.items():
        for way in ways:
            found = [one for one in all_of_it.costs if (one.system, one.way) == (system, way)]
            if found:
                cells = [f"{one.bulk:.2f}" for one in found]
                cells += ["–" if one.desk is None else f"{one.desk:.0f}" for one in found]
                cells += ["–" if one.single is None else f"{one.single:.0f}" for one in found]
                rows.append(f"| {called(system, way)} | {' | '.join(cells)} |")
    return rows


def growth_rows(all_of_it: Measured) -> list[str]:
    rows = []
    for task, size in dict.fromkeys((one.task, size) for size, one in all_of_it.growth):
        found = [one for real, one in all_of_it.growth if (one.task, real) == (task, size)]
        best = [
            max((one.figures.recall1 for one in found if one.system == system), default=None)
            for system in WAYS
        ]
        mine = next(one for one in found if one.system == OURS)
        figures = [short(mine.figures.recall10), short(mine.figures.f1)]
        figures += [f"{mine.cost:.2f}", f"{mine.cost * size / 1000:.1f}"]
        cells = [*map(short, best), *figures]
        rows.append(f"| {task} | {size:,} | {' | '.join(cells)} |")
    return rows


def about(all_of_it: Measured) -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{datetime.now(UTC):%-d %B %Y}, commit {commit.stdout.strip()}, Python "
        f"{platform.python_version()}, {os.cpu_count()} cores, load average of the machine at the "
        f"end {load}. Up to {QUERIES} queries, galleries of {GALLERY:,}, means over the seeds "
        f"{', '.join(map(str, all_of_it.seeds))} (ours differs by {all_of_it.spread():.3f} at most "
        "between two of them). Measured on the held-back quarter of the native names, from which "
        "no weight was learnt; where that does not fill a gallery, strangers come from the rest. "
        "F1 is at the one best threshold over all pairs of query and gallery; equal scores help "
        "nobody. Repeat: `make bench-names`."
    )


def section(all_of_it: Measured) -> str:
    """The whole text."""
    tables = [one for work in WORKS for one in task_rows(all_of_it, work)]
    lines = [HEADING, about(all_of_it), ""]
    lines += [*head("task", "measure", "goal", *WAYS), *tables, *pair_rows(all_of_it), ""]
    lines += ["![recall of each system on each task](names-tasks.svg)", "", MISSED, ""]
    lines += [f"Of two ways the better is shown: {taken(all_of_it)}. {WHAT} {worth()}", ""]
    for name, why in all_of_it.missing.items():
        lines += [f"Not measured: {name} ({why}).", ""]
    lines += [COST, "", *head("system", *COSTS), *cost_rows(all_of_it), ""]
    lines += [f"`likeness` and `scores` differ by {all_of_it.disagreement:.3f} at most.", ""]
    lines += [GROWTH, "", *head("task", "gallery", *WAYS, *OURS_TOO), *growth_rows(all_of_it), ""]
    lines += ["![recall by size of the gallery](names-growth.svg)", ""]
    return "\n".join(lines)


KINDS = ["Latin", "Arabic to Latin"]
COSTS = [f"{how}, {kind}" for how in ("bulk", "one of a list", "one alone") for kind in KINDS]
OURS_TOO = ["ours: recall@10", "F1", "µs a pair", "ms a query"]
WHAT = (
    f"{SLOW} (nomenklatura) is too slow for every pair: it scores the {SHORTLIST} first answers of "
    "each other rival and the right ones, all others count as 0, which flatters it. Double "
    "metaphone compares the codes of the words on anyascii. pg_trgm is `similarity` on plain text."
)
COST = (
    "Microseconds of processor time for one pair, 3,000 by 3,000 names (for logic-v2 3,000 pairs "
    f"of them); goals ≤ {BULK_GOAL} in bulk, ≤ {DESK_GOAL} with reasons. “One of a list” is one "
    "name beside a thousand (`likenesses`), all reasons said; “one alone” is `likeness`:"
)
MISSED = (
    "Where a goal is missed. **2**: of 1,500 queries 63 went wrong on the day this was written; in "
    "52 of them both names score above .7 and lie close together: a word is missing in what was "
    "asked, and a relative bears the two others. No comparison of names tells such two apart, so "
    "that .965 is near the ceiling of this set; dates and parents' names do (matching). **3**: the "
    "right name is a title that weighs little, or the transcription leaves out what is written. "
    "**5**: towns that have a Ukrainian and a Russian name stand in one gallery, and both fit. "
    "**7**: two slips in a word of four letters leave nothing to go by; a whole-string ratio "
    "forgives them, and forgives as much between two names. **With reasons**: a comparison is some "
    "hundred calls of numpy, whether it is of two names or of a thousand; below that lies a "
    "compiled kernel, which we do not have. The errors that remain stand in "
    "[NAMES_ERRORS.md](NAMES_ERRORS.md)."
)
GROWTH = "Recall@1 while the gallery grows (seed 1), and what a query costs ours:"
