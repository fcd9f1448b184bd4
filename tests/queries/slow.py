"""Which statements take long, whoever else works on the machine: each by its quickest time."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def quickest() -> Iterator[dict[str, float]]:
    """Milliseconds by statement, of the quickest of all times it was asked in this block."""
    found: dict[str, float] = {}

    def timed(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        begun = time.perf_counter()
        answer = execute(sql, *more)
        took = (time.perf_counter() - begun) * 1000
        found[sql] = min(took, found.get(sql, took))
        return answer

    with connection.execute_wrapper(timed):
        yield found
