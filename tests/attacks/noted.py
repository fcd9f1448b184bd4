"""What an attack of `make attack` says that it came to."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.attacks.table import PROMISES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta


@pytest.fixture
def attacked() -> Callable[..., None]:
    """`attacked(who, tried=…, got=…, noticed=…)` holds an intruder to their line in table.py, and
    puts it into bench/SECURITY.md when make attack runs."""
    return held


def held(who: str, *, tried: str, got: int, noticed: timedelta | None = None) -> None:
    """Note what came of it; fail where it is more than was promised, or noticed later."""
    promise = PROMISES[who]
    if "KINTRACE_TEST_ATTACKS" in os.environ:
        seconds = None if noticed is None else noticed.total_seconds()
        with Path(os.environ["KINTRACE_TEST_ATTACKS"]).open("a") as told:
            told.write(json.dumps([who, tried, got, seconds]) + "\n")
    assert got <= promise.most, f"{who} got {got} {promise.what}"
    if promise.noticed is not None:
        assert noticed is not None, f"nobody was told of {who}"
        assert noticed <= promise.noticed, f"{who} was noticed after {noticed}"
