"""Counting what a member read. Pure: the rows come from the audit."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kintrace.audit.deeds import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta
    from uuid import UUID

    from kintrace.audit.lookups import Done


class What(NamedTuple):
    """What makes a thing another one: its id; a search is another one each time."""

    about: UUID
    at: datetime | None = None


def what(one: Done) -> What:
    return What(one.about, one.at if one.deed == Deed.SEARCHED else None)


def different(rows: Iterable[Done], *, since: datetime) -> int:
    """How many different things were read since a moment."""
    return len({what(one) for one in rows if one.at >= since})


@dataclass(frozen=True)
class Peak:
    """The most that was read within one span of time."""

    count: int
    since: datetime
    until: datetime


def peak(rows: Iterable[Done], span: timedelta, *, after: datetime) -> Peak | None:
    """The most different things within any span that ends at a row not before `after`.

    So a patrol that comes late sees what a punctual one would have seen.
    """
    within: deque[Done] = deque()
    counts: Counter[What] = Counter()
    most: Peak | None = None
    for one in rows:
        within.append(one)
        counts[what(one)] += 1
        while within[0].at <= one.at - span:
            _leave(counts, what(within.popleft()))
        if one.at >= after and (most is None or len(counts) > most.count):
            most = Peak(len(counts), within[0].at, one.at)
    return most


def _leave(counts: Counter[What], gone: What) -> None:
    counts[gone] -= 1
    if not counts[gone]:
        del counts[gone]
