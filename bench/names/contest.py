"""Lets ours and every rival that runs here score the same lists."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.names import rivals, systems, trigrams
from bench.names.measures import Figures, best_f1, measured
from bench.names.pairs import pairs
from bench.names.systems import OURS
from bench.names.task import Task
from tests.postgres import PostgresMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.names.task import Matrix, Truth, Wanted
    from bench.names.tasks import Work

TRIGRAMS, SLOW = "pg_trgm", "logic-v2"
# Each rival with the ways in which it can be used; the better one is shown.
WAYS = {
    OURS: [""],
    "rapidfuzz": ["token_sort_ratio", "WRatio"],
    "Jaro-Winkler on ICU": ["words as they stand", "words sorted"],
    "double metaphone": ["on anyascii"],
    TRIGRAMS: ["as written", "on anyascii"],
    SLOW: ["sampled"],
}
SHORTLIST = 30  # of every other rival's first answers, which the slow one scores anew


@dataclass(frozen=True)
class Outcome:
    """What one system reached on one task with one seed, and microseconds for each pair."""

    task: int
    seed: int
    system: str
    way: str
    figures: Figures
    cost: float
    queries: int


def called(system: str, way: str) -> str:
    """A system and, where there are several, how it is used."""
    return f"{system}, {way}" if way else system


class Ring:
    """All that can score, under one door."""

    def __init__(
        self, child: rivals.Child | None, server: trigrams.Trigrams | None, missing: dict[str, str]
    ) -> None:
        self.child, self.server, self.missing = child, server, missing
        self._latin: dict[str, str] = {}

    def scored(self, system: str, way: str, task: Task, cells: Truth) -> tuple[Matrix, float]:
        """A matrix and the processor seconds it took; `cells` bind the slow one alone."""
        if system == OURS:
            begun = time.process_time()
            return systems.our_scores(task.queries, task.gallery), time.process_time() - begun
        if system == TRIGRAMS and self.server:
            plain = way == "as written"
            lists = [
                texts if plain else self.latin(texts) for texts in (task.queries, task.gallery)
            ]
            return self.server.scores(*lists)
        if not self.child:
            raise RuntimeError(f"{system} does not run here")
        held = np.argwhere(cells).tolist() if system == SLOW else []
        return self.child.scores(rivals.Contest(system, way, task.queries, task.gallery, held))

    def latin(self, texts: list[str]) -> list[str]:
        """By anyascii, each text once."""
        new = [text for text in dict.fromkeys(texts) if text not in self._latin]
        if new and self.child:
            self._latin |= dict(zip(new, self.child.latin(new), strict=True))
        return [self._latin[text] for text in texts]

    def ways(self, only: list[str] | None = None) -> Iterator[tuple[str, str]]:
        """Whatever runs here; the slow one last, for it needs the others' answers."""
        for system, ways in WAYS.items():
            if system not in self.missing and (not only or system in only):
                yield from ((system, way) for way in ways)


@contextmanager
def ring(*, alone: bool = False) -> Iterator[Ring]:
    """Ours alone, or with all rivals that can be had."""
    if alone:
        yield Ring(None, None, {})
        return
    with rivals.running() as child:
        try:
            with trigrams.running() as server:
                yield Ring(child, server, child.missing)
        except PostgresMissing as error:
            yield Ring(child, None, child.missing | {TRIGRAMS: str(error)})


def outcomes(
    on: Ring, work: Work, wanted: Wanted, only: list[str] | None = None
) -> Iterator[Outcome]:
    """Every system on one task."""
    task = work.build(wanted)
    truth = task.truth()
    cells = truth.copy()
    for system, way in on.ways(only):
        scores, took = on.scored(system, way, task, cells)
        if system not in {OURS, SLOW}:
            cells |= first(scores)
        cost = took / (cells.sum() if system == SLOW else scores.size) * 1e6
        figures = measured(scores, truth)
        asked = len(task.queries)
        yield Outcome(work.number, wanted.seed, system, way, figures, cost, asked)


def first(scores: Matrix) -> Truth:
    """Where the first answers to each query stand."""
    chosen = np.zeros(scores.shape, dtype=np.bool_)
    number = min(SHORTLIST, scores.shape[1])
    places = np.argpartition(-scores, number - 1, axis=1)[:, :number]
    np.put_along_axis(chosen, places, values=True, axis=1)
    return chosen


def labelled(
    on: Ring, half: str, only: list[str] | None = None
) -> Iterator[tuple[str, str, float]]:
    """F1 of every system on the labelled pairs, at the best threshold it can have for them."""
    some = pairs(half)
    task = Task([pair.one for pair in some], [pair.other for pair in some], [])
    same = np.array([pair.same for pair in some])
    for system, way in on.ways(only):
        scores, _ = on.scored(system, way, task, np.eye(len(some), dtype=np.bool_))
        yield system, way, best_f1(scores.diagonal(), same)[0]
