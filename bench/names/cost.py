"""What a comparison costs, in bulk and one at a time, and how everything grows with the gallery."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.names import arabic, systems, typos
from bench.names.contest import SLOW, Outcome, outcomes
from bench.names.pairs import pairs
from bench.names.systems import OURS
from bench.names.task import Task, Wanted
from bench.names.tasks import BY_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.names.contest import Ring

SIDE, ONE_BY_ONE = 3000, 2000
LISTED, ASKED = 1000, 20
GROWING, SIZES = (1, 2, 3), (1500, 3000, 20_000)


@dataclass(frozen=True)
class Cost:
    """Microseconds of processor time for one pair."""

    system: str
    way: str
    kind: str
    bulk: float
    single: float | None = None
    desk: float | None = None  # of a list that is looked at together


def kinds() -> dict[str, Task]:
    """As many names on both sides, in one script and in two."""
    square = Wanted(queries=SIDE, gallery=SIDE)
    crossing = arabic.full_names(Wanted(queries=SIDE, gallery=SIDE * 3))
    return {
        "Latin": typos.slips(square),
        "Arabic to Latin": Task(crossing.queries, crossing.gallery[:SIDE], []),
    }


def costs(on: Ring) -> Iterator[Cost]:
    """In bulk of every system; one at a time of ours. The slow one has 3,000 pairs to score."""
    cells = np.eye(SIDE, dtype=np.bool_)
    for kind, task in kinds().items():
        for system, way in on.ways():
            _, took = on.scored(system, way, task, cells)
            number = SIDE if system == SLOW else SIDE * SIDE
            alone = (one_by_one(task), listed(task)) if system == OURS else ()
            yield Cost(system, way, kind, took / number * 1e6, *alone)


def one_by_one(task: Task) -> float:
    """`likeness`, reasons and all, as a caseworker's page asks for it."""
    likeness = systems.package().likeness
    some = list(zip(task.queries, task.gallery, strict=True))[:ONE_BY_ONE]
    begun = time.process_time()
    for one, other in some:
        likeness(one, other)
    return (time.process_time() - begun) / len(some) * 1e6


def listed(task: Task) -> float:
    """One name beside a thousand, with all reasons said, as a list of candidates asks for it; the
    names have been compared before, as those of a register have."""
    likenesses, some = systems.package().likenesses, task.gallery[:LISTED]
    likenesses(task.queries[0], some)
    begun = time.process_time()
    for query in task.queries[1 : 1 + ASKED]:
        for one in likenesses(query, some):
            _ = one.reasons
    return (time.process_time() - begun) / (ASKED * LISTED) * 1e6


def disagreement() -> float:
    """How far `likeness` and `scores` are apart at most, on the labelled pairs."""
    some, package = pairs(), systems.package()
    square = systems.our_scores([pair.one for pair in some], [pair.other for pair in some])
    single = [package.likeness(pair.one, pair.other).score for pair in some]
    return float(np.abs(square.diagonal() - np.array(single)).max())


def growth(on: Ring, half: str = "held") -> Iterator[tuple[int, Outcome]]:
    """Galleries of growing size, as far as the data reach; with each its true size."""
    for number in GROWING:
        for size in SIZES:
            wanted = Wanted(half=half, gallery=size)
            real = len(BY_NUMBER[number].build(wanted).gallery)
            for one in outcomes(on, BY_NUMBER[number], wanted):
                yield real, one
