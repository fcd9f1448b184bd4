"""What the desk is shown: how often a band of likelihood is right, and what share it finds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from bench.matching.measures import Truth
from kintrace.matching.pairs import LIKELY_FROM, SHOWN_FROM, VERY_FROM

if TYPE_CHECKING:
    import pandas as pd

    from bench.matching.systems import Linked

NAMES = ("very likely", "likely", "possible")
EDGES = (1.0, VERY_FROM, LIKELY_FROM, SHOWN_FROM)


@dataclass(frozen=True)
class Shown:
    """Pairs of one file in a band. least: from which likelihood on; right: the share that is one
    person; found: their share of all true pairs."""

    data: str
    band: str
    least: float
    pairs: int
    right: float
    found: float


def shown(data: str, frame: pd.DataFrame, ours: Linked | None) -> list[Shown]:
    """The bands of one file, the likeliest first; nothing where it was not linked."""
    if ours is None:
        return []
    truth = Truth(frame)
    true = np.isin(truth.numbers(ours.pairs), truth.pairs)
    weights, every = ours.pairs["weight"].to_numpy(), max(1, len(truth.pairs))
    found = []
    for name, (high, least) in zip(NAMES, pairwise(EDGES), strict=True):
        here = (weights >= _weight(least)) & (weights < _weight(high))
        number, right = int(here.sum()), int(true[here].sum())
        found.append(Shown(data, name, least, number, right / max(1, number), right / every))
    return found


def _weight(likely: float) -> float:
    """Log2 odds, the prior among them."""
    return log2(likely / (1 - likely)) if likely < 1 else float("inf")
