"""The section “Matching: linkage” of RESULTS.md."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from bench.matching.systems import OURS
from bench.results import commit

if TYPE_CHECKING:
    from bench.matching.bands import Shown
    from bench.matching.measures import Figures, Truth
    from bench.matching.misses import Miss
    from bench.matching.systems import Linked

HEADING = "## Matching: linkage"
GOALS = {
    "10,000 records": "F1 .975",
    "100,000 records": "F1 .97; at 0 .98 / .95; strict .93; across .94; candidates .975 at 12",
    "1,000,000 records": "F1 .955; strict .90; across .90; candidates .945 at 13; 180 s, 6 GB",
    "100,000, facts wrong too": "F1 .96; at 0 .97 / .93",
    "FEBRL3": "F1 .995",
    "FEBRL4": "F1 .998",
}


@dataclass(frozen=True)
class Outcome:
    """One system on one file; `figures` is None where it did not end."""

    data: str
    system: str
    figures: Figures | None
    candidates: tuple[float, float] | None  # share of true pairs, pairs a record
    linked: Linked | None

    @classmethod
    def of(cls, data: str, system: str, truth: Truth, done: Linked | None) -> Outcome:
        if done is None:
            return cls(data, system, None, None, None)
        return cls(data, system, truth.figures(done.pairs), _seen(truth, done), done)


def _seen(truth: Truth, done: Linked) -> tuple[float, float] | None:
    if done.candidates is None:
        return None
    left, right = done.candidates["left"].to_numpy(), done.candidates["right"].to_numpy()
    pairs = left * truth.size + right
    return float(np.isin(truth.pairs, pairs).mean()), len(pairs) / truth.size


@dataclass
class Measured:
    """All that one run found."""

    outcomes: list[Outcome] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    ceiling: Figures | None = None


def line(one: Outcome) -> str:
    """One outcome as it is printed while the bench runs."""
    return " | ".join(_cells(one))


def _cells(one: Outcome) -> list[str]:
    if one.figures is None or one.linked is None:
        return [one.data, one.system, *["did not end"] + ["–"] * 7]
    told = one.figures
    at_zero = f"{told.precision:.3f} / {told.recall:.3f}"
    across = "–" if one.data.startswith("FEBRL") else f"{told.across:.3f}"
    seen = f"{one.candidates[0]:.3f} at {one.candidates[1]:.1f}" if one.candidates else "–"
    f1 = f"**{told.f1:.3f}**" if one.system == OURS else f"{told.f1:.3f}"
    done = one.linked
    cost = [f"{done.seconds:.0f} ({done.wall:.0f})", f"{done.memory:.1f}"]
    return [one.data, one.system, f1, at_zero, f"{told.strict:.3f}", across, seen, *cost]


def section(found: Measured) -> str:
    """Tables, words and the drawing."""
    parts = [
        HEADING,
        _head(),
        _table(found),
        "![best F1 of each system on each file](matching-linkage.svg)",
        _ceiling(found),
        _misses(found),
        _shown(found),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


ABOUT = """
Invented lives as many desks wrote them down (`bench/matching/people.py`): six parts of the world, a
quarter in native scripts, slips, swaps, merged and missing parts, births by habit and in other
calendars, one life in twelve a look-alike brother or sister. Names of the public lists are those of
the held-back quarter, every run has a seed of its own, weights were tuned on other seeds and other
names; which keys are wide and what the prior gives back (`HELD_BACK`), on other seeds of the same
names. “At 0” is the line of 50 %: weight 0. “Strict” is recall at 99 % precision, “across” recall
of pairs in two scripts at the best threshold, “candidates” the share of true pairs that were
weighed, and pairs weighed for each record. FEBRL is without its id field; its streets and numbers
stand where we ask for the place where somebody was last seen, which knows no houses. Seconds are of
a processor, all cores together, and in brackets on the clock; GB are of the greatest process.
recordlinkage is measured where it ends soon, and the million is ours alone.
Repeat: `make bench-matching`.
"""


def _head() -> str:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{datetime.now(UTC):%d %B %Y}, commit {commit()}, Python {sys.version.split()[0]}, "
        f"{os.cpu_count()} cores, load average of the machine at the end {load}. "
        + " ".join(ABOUT.split())
    )


def _table(found: Measured) -> str:
    head = ["data", "system", "best F1", "at 0: precision / recall", "strict", "across"]
    head += ["candidates", "s", "GB", "goal"]
    lines = [head, ["---"] * len(head)]
    for one in found.outcomes:
        goal = GOALS.get(one.data, "") if one.system == OURS else ""
        lines.append([*_cells(one)[: len(head) - 1], goal])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _ceiling(found: Measured) -> str:
    if found.ceiling is None:
        return ""
    told = found.ceiling
    return (
        "A supervised model (gradient-boosted trees, taught on another seed and other names) makes "
        f"of the same evidence on the same 100,000 records: best F1 {told.f1:.3f}, recall at 99 % "
        f"precision {told.strict:.3f}, across scripts {told.across:.3f}. What lies between it and "
        "ours is in the weights; what lies above it is not in the evidence or not a candidate."
    )


def _misses(found: Measured) -> str:
    if not found.misses:
        return ""
    lines = [
        "What limits each miss at the line of 50 %, 100,000 records:",
        "",
        "| scripts | true pairs | not a candidate | weighed below 0 | what spoke most against |",
        "|---|---|---|---|---|",
    ]
    for miss in found.misses:
        why = "; ".join(f"{words} ({share:.0%})" for words, share in miss.against)
        shares = (
            f"{count} ({count / max(1, miss.pairs):.1%})" for count in (miss.unseen, miss.low)
        )
        lines.append(f"| {miss.scripts} | {miss.pairs} | {' | '.join(shares)} | {why} |")
    return "\n".join(lines)


def _shown(found: Measured) -> str:
    if not found.shown:
        return ""
    lines = [
        "What the desk is shown, by the words for it, and how often it is one person:",
        "",
        "| data | shown as | from | pairs | one person | share of all true pairs |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.data} | {one.band} | {one.least:.0%} | {one.pairs} | {one.right:.3f} "
        f"| {one.found:.3f} |"
        for one in found.shown
    ]
    return "\n".join(lines)
