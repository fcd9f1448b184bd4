"""Task 8: pairs of names of which we say ourselves whether they may be one person's."""

from __future__ import annotations

from dataclasses import dataclass

from bench.names.halves import is_held
from bench.names.sources import LISTS

SAME = {"same": True, "different": False}


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are the same, and why they stand in the list."""

    one: str
    other: str
    same: bool
    region: str
    why: str


def pairs(half: str = "") -> list[Pair]:
    """The labelled pairs of one half, or all of them."""
    lines = (LISTS / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found = [Pair(one, other, SAME[said], region, why) for region, one, other, said, why in rows]
    return [pair for pair in found if not half or is_held(pair.one) == (half == "held")]
