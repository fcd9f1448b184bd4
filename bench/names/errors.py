"""NAMES_ERRORS.md: where ours went wrong, the worst first, with an explanation where we have one.

What may not be quoted is left out; where that is all there is, a handful of single names stands
for it. Explanations are kept in names_data/explained.tsv: asked, stood first, why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.names import systems
from bench.names.measures import best_f1, ranked
from bench.names.pairs import pairs
from bench.names.report import head
from bench.names.sources import LISTS
from bench.names.task import Wanted
from bench.names.tasks import WORKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.names.pairs import Pair
    from bench.names.task import Task
    from bench.names.tasks import Work

SHOWN, HANDFUL = 20, 5
EXPLAINED = LISTS / "explained.tsv"


@dataclass(frozen=True)
class Error:
    """A query whose right answer did not stand first."""

    asked: str
    right: str
    reached: float
    first: str
    above: float
    free: bool  # may be quoted

    @property
    def depth(self) -> float:
        return self.above - self.reached

    def single(self) -> Error:
        """The same, cut down to the first of its names."""
        asked, right, first = (one.split()[0] for one in (self.asked, self.right, self.first))
        return Error(asked, right, self.reached, first, self.above, free=True)


def errors(task: Task) -> Iterator[Error]:
    """All of one task."""
    scores, truth = systems.our_scores(task.queries, task.gallery), task.truth()
    for row in np.flatnonzero(ranked(scores, truth) > 1):
        right = int(np.where(truth[row], scores[row], -np.inf).argmax())
        first = int(np.where(truth[row], -np.inf, scores[row]).argmax())
        told = task.queries[row], task.gallery[right], task.gallery[first]
        heights = float(scores[row, right]), float(scores[row, first])
        yield Error(told[0], told[1], heights[0], told[2], heights[1], free=task.quotable(*told))


def worst(work: Work, seeds: list[int], half: str) -> list[Error]:
    """The twenty deepest that may be shown, over all seeds, each once."""
    found = [one for seed in seeds for one in errors(work.build(Wanted(seed, half)))]
    shallow_first = sorted(found, key=lambda one: one.depth)
    each = {one.asked: one for one in shallow_first}  # the deepest of each query stays
    deepest = sorted(each.values(), key=lambda one: -one.depth)
    free = [one for one in deepest if one.free][:SHOWN]
    return free or [one.single() for one in deepest[:HANDFUL]]


def explanations() -> dict[tuple[str, str], str]:
    if not EXPLAINED.exists():
        return {}
    lines = EXPLAINED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(asked, first): why for asked, first, why in rows}


def misjudged() -> list[tuple[Pair, float]]:
    """Labelled pairs on the wrong side of the best threshold, the farthest first."""
    some = pairs()
    square = systems.our_scores([one.one for one in some], [one.other for one in some])
    scores = square.diagonal()
    _, threshold = best_f1(scores, np.array([one.same for one in some]))
    wrong = [
        (one, float(score))
        for one, score in zip(some, scores, strict=True)
        if one.same != (score >= threshold)
    ]
    return sorted(wrong, key=lambda found: -abs(found[1] - threshold))[:SHOWN]


def page(seeds: list[int], half: str) -> str:
    """The whole file."""
    lines = ["# The worst errors of our name comparison", "", ABOUT, ""]
    for work in WORKS:
        lines += [f"## {work.language}", "", *table(work, seeds, half), ""]
    return "\n".join([*lines, "## Labelled pairs", "", *pair_table(), ""])


def table(work: Work, seeds: list[int], half: str) -> list[str]:
    found, known = worst(work, seeds, half), explanations()
    rows = [line(one, known) for one in found]
    return [*head(*COLUMNS), *rows] if found else ["None that may be quoted."]


def pair_table() -> list[str]:
    known, rows = explanations(), head("region", "one", "another", "score", "is", "why")
    for pair, score in misjudged():
        said = "the same" if pair.same else "another"
        why = known.get((pair.one, pair.other), pair.why)
        told = [pair.region, pair.one, pair.other, f"{score:.2f}", said, why]
        rows.append(f"| {' | '.join(told)} |")
    return rows


def line(one: Error, known: dict[tuple[str, str], str]) -> str:
    why = known.get((one.asked, one.first), "")
    told = [one.asked, one.right, f"{one.reached:.2f}", one.first, f"{one.above:.2f}", why]
    return f"| {' | '.join(told)} |"


COLUMNS = ["asked", "right", "score", "stood first", "score", "why"]
ABOUT = (
    "Written by `make bench-names`, from the held-back quarter: queries whose right answer did not "
    "stand first, the deepest first, at most twenty of each kind. Names from data that may not be "
    "copied are left out, but for a handful of single ones. The explanations are in "
    "`bench/names_data/explained.tsv`."
)
