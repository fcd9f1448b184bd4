"""What was worked out of a word is kept for the next time, and forgotten when somebody says so.

Names of people stay in the memory of a program that compares them: `forget` when the work is done.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

MOST = 65_536  # answers of one question that are kept
_KEPT: list[Any] = []


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """A function of a word that answers the same words again without working."""
    kept = lru_cache(maxsize=MOST)(function)
    _KEPT.append(kept)
    return cast("Callable[P, T]", kept)


def forget() -> None:
    """Let go of every word, name and day that was compared so far."""
    for kept in _KEPT:
        kept.cache_clear()


def how_many() -> int:
    """How many answers are kept now."""
    return sum(kept.cache_info().currsize for kept in _KEPT)
