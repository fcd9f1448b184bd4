"""Reasons as bars: what speaks for one person to the right, what speaks against it to the left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.matching.scoring import Code
from kintrace.matching.told import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST_WIDE = 6.0  # bits that a side of the drawing shows at least, so that little looks like little
NOTHING = 0.05  # bits below which a reason has no weight


@dataclass(frozen=True)
class Bar:
    """One reason. `start` and `width` are lengths in bits, from the middle of the drawing."""

    words: str
    bits: float

    @property
    def start(self) -> float:
        return min(0.0, self.bits)

    @property
    def width(self) -> float:
        return abs(self.bits)

    @property
    def is_against(self) -> bool:
        return self.bits < 0

    @property
    def said(self) -> str:
        """With a sign in front, as it stands beside the bar; "" where it weighs nothing."""
        if abs(self.bits) < NOTHING:
            return ""
        return f"+{self.bits:.1f}" if self.bits > 0 else f"−{-self.bits:.1f}"  # noqa: RUF001 a minus


@dataclass(frozen=True)
class Why:
    """All reasons of a pair on one scale."""

    bars: Sequence[Bar]
    reach: float  # bits to each side

    @property
    def frame(self) -> str:
        """The drawing's own units: from the most against to the most for."""
        return f"{-self.reach:g} 0 {2 * self.reach:g} 1"

    @property
    def left(self) -> float:
        return -self.reach

    @property
    def across(self) -> float:
        return 2 * self.reach


def why(reasons: Iterable[tuple[str, float]]) -> Why:
    """Codes with their bits, the weightiest first. A limit that took nothing off is no reason."""
    told = [one for one in reasons if one[0] != Code.LIMIT or abs(one[1]) >= NOTHING]
    bars = [Bar(in_words(code), bits) for code, bits in told]
    return Why(bars, max([LEAST_WIDE, *(bar.width for bar in bars)]))
