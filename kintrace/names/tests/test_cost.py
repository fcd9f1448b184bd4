"""What a comparison costs in bulk; the figures themselves stand in bench/RESULTS.md."""

import random
import time
from collections.abc import Callable

import pytest

from kintrace.names import scores
from kintrace.names.variants import every

NAMES = 3000
MOST = 20e-6  # seconds a pair that no day may pass; the goal is 2e-6


@pytest.mark.slow
@pytest.mark.alone
def test_a_comparison_in_bulk_costs_microseconds(
    figure: Callable[[str, str, str], None],
) -> None:
    dice = random.Random(6)  # noqa: S311 no secret
    words = sorted({word for spellings in every() for word in spellings[:4]})
    names = [" ".join(dice.sample(words, 3)) for _ in range(2 * NAMES)]
    scores(names[:5], names[:5])
    begun = time.perf_counter()
    scores(names[:NAMES], names[NAMES:])
    each = (time.perf_counter() - begun) / NAMES**2
    figure("a name of three words beside another, in bulk", f"{each * 1e6:.2f} µs", "≤ 2 µs")
    assert each < MOST
