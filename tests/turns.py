"""Whose turn it is today: what is asked of every page is asked of a part of them every day.

Whoever runs the tests on several days asks all of them, and `make test-slow` asks all that are not
of today. What every view declares, and what every template holds, is asked of all every day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    F = TypeVar("F", bound=Callable[..., None])


def waits(name: str, *, turns: int) -> bool:
    """Whether something has its turn on another day, of so many days."""
    return (crc32(name.encode()) + date.today().toordinal()) % turns != 0  # noqa: DTZ011


def later(name: str, *, turns: int) -> list[pytest.MarkDecorator]:
    """The marks of a file of tests that has its turn every so many days."""
    return [pytest.mark.slow] if waits(name, turns=turns) else []


def by_turns(turns: int) -> Callable[[F], F]:
    """Above one test, which has its turn every so many days."""

    def marked(test: F) -> F:
        return pytest.mark.slow(test) if waits(test.__name__, turns=turns) else test

    return marked


def in_turns(names: Iterable[str], *, turns: int) -> list[Any]:
    """The names as parameters of a test: of today, and slow ones that have their turn later."""
    return [
        pytest.param(name, marks=[pytest.mark.slow] if waits(name, turns=turns) else [])
        for name in names
    ]
