"""How well pairs with weights fit the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.matching.people import PERSON

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

STRICT = 0.99


@dataclass(frozen=True)
class Figures:
    """Shares of 1: the best F1 over all thresholds, precision and recall at weight 0, recall at
    the threshold where precision is 99 %, recall across scripts at the best threshold."""

    f1: float
    threshold: float
    precision: float
    recall: float
    strict: float
    across: float


class Truth:
    """Which records tell of one person; a pair is one number."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.size = len(frame)
        self.places = {each: at for at, each in enumerate(frame["rec_id"])}
        self.native = (frame["script"] != "Latn").to_numpy()
        self.pairs = _pairs(frame[PERSON].to_numpy(), self.size)
        self.across = self.are_across(self.pairs)

    def numbers(self, found: pd.DataFrame) -> Ints:
        """The pairs of a frame with a and b as numbers."""
        a, b = (found[name].map(self.places).to_numpy(np.int64) for name in ("a", "b"))
        return np.asarray(np.minimum(a, b) * self.size + np.maximum(a, b))

    def are_across(self, pairs: Ints) -> NDArray[np.bool_]:
        """One of the two in a native script, the other in Latin letters."""
        return np.asarray(self.native[pairs // self.size] != self.native[pairs % self.size])

    def scripts(self, pairs: Ints) -> Ints:
        """How many of the two are in a native script."""
        one, other = self.native[pairs // self.size], self.native[pairs % self.size]
        return np.asarray(one.astype(np.int64) + other)

    def figures(self, found: pd.DataFrame) -> Figures:
        """What the pairs of a system are worth."""
        pairs, weights = self.numbers(found), found["weight"].to_numpy()
        order = np.argsort(-weights, kind="stable")
        true = np.isin(pairs[order], self.pairs)
        hits, weights = np.cumsum(true), weights[order]
        last = np.append(weights[1:] != weights[:-1], True)  # equal weights stand or fall together
        counts = np.arange(1, len(true) + 1)
        precision, recall = hits / counts, hits / max(1, len(self.pairs))
        f1 = np.where(last, 2 * precision * recall / np.maximum(precision + recall, 1e-9), 0)
        best = int(f1.argmax())
        strict = np.flatnonzero((precision >= STRICT) & last)
        at_zero = int((weights >= 0).sum())
        across = self.are_across(pairs[order]) & true & (weights >= weights[best])
        return Figures(
            f1=float(f1[best]),
            threshold=float(weights[best]),
            precision=float(precision[at_zero - 1]) if at_zero else 0.0,
            recall=float(recall[at_zero - 1]) if at_zero else 0.0,
            strict=float(recall[strict[-1]]) if len(strict) else 0.0,
            across=float(across.sum() / max(1, self.across.sum())),
        )


def _pairs(person: Any, size: int) -> Ints:
    """All pairs of records that tell of one person, as numbers."""
    _, codes = np.unique(person, return_inverse=True)
    order = np.argsort(codes, kind="stable")
    found = []
    for apart in range(1, size):
        same = codes[order[apart:]] == codes[order[:-apart]]
        if not same.any():
            break
        one, other = order[:-apart][same], order[apart:][same]
        found.append(np.minimum(one, other) * size + np.maximum(one, other))
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
