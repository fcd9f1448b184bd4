"""What limits each miss: not looked at, or weighed too low, and what spoke against it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.matching.measures import Truth

if TYPE_CHECKING:
    import pandas as pd

    from bench.matching.systems import Linked

SCRIPTS = ("both Latin", "one native", "both native")
SHOWN = 3  # reasons


@dataclass(frozen=True)
class Miss:
    """True pairs of two scripts: how many there are, were not looked at, were weighed below 0; and
    what spoke most against the latter, in words, with their share."""

    scripts: str
    pairs: int
    unseen: int
    low: int
    against: tuple[tuple[str, float], ...]


def misses(frame: pd.DataFrame, ours: Linked) -> list[Miss]:
    """For each pair of scripts what was missed at the line of 50 %, and why."""
    truth = Truth(frame)
    if ours.candidates is None:
        return []
    left, right = ours.candidates["left"].to_numpy(), ours.candidates["right"].to_numpy()
    seen = np.isin(truth.pairs, left * truth.size + right)
    numbers = truth.numbers(ours.pairs)
    high = np.isin(truth.pairs, numbers[ours.pairs["weight"].to_numpy() >= 0])
    why = dict(zip(numbers.tolist(), ours.pairs["reasons"], strict=True))
    scripts = truth.scripts(truth.pairs)
    found = []
    for number, name in enumerate(SCRIPTS):
        here = scripts == number
        low = truth.pairs[here & seen & ~high]
        against = Counter(_worst(why.get(pair, "")) for pair in low.tolist())
        told = tuple((word, count / len(low)) for word, count in against.most_common(SHOWN))
        found.append(Miss(name, int(here.sum()), int((here & ~seen).sum()), len(low), told))
    return found


def _worst(reasons: str) -> str:
    """The reason that speaks most against a pair; where none does, too little spoke for it."""
    told = [each.rsplit(", ", 1) for each in reasons.split("; ") if each]
    if not told:
        return "too little to be shown at all"
    words, bits = min(told, key=lambda each: float(each[1]))
    return words if float(bits) < -1 else "too little speaks for it"
