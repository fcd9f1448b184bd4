"""How a list is gone through: one by one, or by several processes (`linked.hands`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

P = TypeVar("P")
R = TypeVar("R")


class Each(Protocol):
    """Answers what work makes of every text, in their order."""

    def __call__(self, work: Callable[[P], R], texts: Sequence[P], /) -> list[R]: ...


def one_by_one(work: Callable[[P], R], texts: Sequence[P]) -> list[R]:
    """Here and now."""
    return [work(text) for text in texts]
