"""What speaks for two descriptions being one person, and against it: in bits, with reasons.

Absolute and symmetric: it depends on the two descriptions alone, never on what else is compared.
What is not told says nothing, and no single field rules a person out. People decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from kintrace.matching.weighed import reasons
from kintrace.matching.weighed.reasons import Code, Reason
from kintrace.matching.weighed.together import people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.matching.description import Description
    from kintrace.matching.weighed.together import Evidence

__all__ = ["Code", "Reason", "Weighed", "likeliest", "prior", "probability", "weigh", "weigh_many"]

# How many others of a base tell of the same person, on average: who is sought is told of by many.
OTHERS = 3.5
# Bits that the limits on what hangs together take off too much. Counted on invented files of a
# hundred thousand and of a million, and on one with more wrong facts: without them half of all
# pairs are one person where the sum says -0.8 to -1.9.
HELD_BACK = 0.8
SMALLEST = 100  # records: a smaller base is a part of a larger one


@dataclass(frozen=True, slots=True)
class Weighed:
    """Bits that speak for one person, and the reasons, the weightiest first. The bits of the
    reasons add up to them. Eight bits are odds of 256 to 1, before the prior is thought of."""

    bits: float
    reasons: tuple[Reason, ...]


def weigh(a: Description, b: Description) -> Weighed:
    """How much speaks for the two being one person, whichever comes first."""
    return weigh_many(a, [b])[0]


def weigh_many(one: Description, many: Sequence[Description]) -> list[Weighed]:
    """The same for one beside many, in their order; one beside 200 takes some ten milliseconds.

    Each is worth what `weigh` says of it alone.
    """
    return _told(_beside(one, many)) if many else []


def likeliest(
    one: Description, many: Sequence[Description], *, most: int
) -> list[tuple[int, Weighed]]:
    """Those of many that may be the one, the likeliest first, each as its place in them and what
    `weigh` says of it; of equals that one first which stood first."""
    if not many:
        return []
    found = _beside(one, many)
    places = np.argsort(-found.bits, kind="stable")[:most]
    return list(zip(places.tolist(), _told(found.of(places)), strict=True))


def _beside(one: Description, many: Sequence[Description]) -> Evidence:
    columns = np.arange(1, len(many) + 1)
    return people([one, *many]).beside(np.zeros_like(columns), columns)


def _told(found: Evidence) -> list[Weighed]:
    told = zip(found.bits, reasons.told(found), strict=True)
    return [Weighed(round(float(bits), 2), each) for bits, each in told]


def prior(records: int) -> float:
    """Log2 odds that two records of a base of that size are of one person, before they are read.

    The larger the base, the more strangers there are: `prior(10_000)` is -10.7, of a million -17.3.
    """
    return log2(OTHERS / max(records, SMALLEST)) + HELD_BACK


def probability(bits: float, prior: float) -> float:
    """How likely it is one person, 0 to 1: `probability(10.7, prior(10_000))` is a half."""
    odds = max(-60.0, min(60.0, bits + prior))
    return 1 / (1 + 2**-odds)
