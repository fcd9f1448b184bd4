"""Recall, mean reciprocal rank and F1 from a matrix of scores. Equal scores help nobody: among
wrong ones with the same score as the right one, the right one stands in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.names.task import Matrix, Truth


@dataclass(frozen=True)
class Figures:
    """What one system reached on one task."""

    recall1: float
    recall10: float
    mrr: float
    f1: float
    threshold: float


def measured(scores: Matrix, truth: Truth) -> Figures:
    """All figures of one matrix."""
    ranks = ranked(scores, truth)
    f1, threshold = best_f1(scores.ravel(), truth.ravel())
    return Figures(
        recall1=float(np.mean(ranks <= 1)),
        recall10=float(np.mean(ranks <= 10)),
        mrr=float(np.mean(1 / ranks)),
        f1=f1,
        threshold=threshold,
    )


def ranked(scores: Matrix, truth: Truth) -> NDArray[np.float64]:
    """For each query the place of the best true answer among the wrong ones."""
    best = np.where(truth, scores, -np.inf).max(axis=1, keepdims=True)
    above = ((scores > best) & ~truth).sum(axis=1)
    level = ((scores == best) & ~truth).sum(axis=1)
    places: NDArray[np.float64] = 1 + above + level / 2
    return places


def best_f1(scores: Matrix, truth: Truth) -> tuple[float, float]:
    """The best F1 that one threshold gives over all pairs, and that threshold."""
    kept = scores >= scores[truth].min()  # below the last true pair F1 only falls
    heights, right = scores[kept], truth[kept]
    order = np.argsort(-heights, kind="stable")
    heights, right = heights[order], right[order]
    found = np.cumsum(right)
    taken = np.arange(1, len(found) + 1)
    f1 = 2 * found / (taken + truth.sum())
    # Equal scores are taken together or not at all.
    ends = np.append(heights[1:] != heights[:-1], True)
    place = int(np.argmax(np.where(ends, f1, 0)))
    return float(f1[place]), float(heights[place])


def averaged(many: list[Figures]) -> Figures:
    """The mean over seeds."""
    return Figures(
        *(mean(getattr(one, name) for one in many) for name in Figures.__dataclass_fields__)
    )
