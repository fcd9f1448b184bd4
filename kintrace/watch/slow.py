"""Slow reading: an account that reads little each day and much over weeks.

Measured against the member's own past, for a borrowed account hides behind its owner's work. What
is opened and never worked on counts by itself: an intruder reads, a caseworker does something.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from kintrace.watch.rules import Finding
from kintrace.watch.table import (
    A_STRANGERS_SHARE,
    FEWEST,
    READING,
    RECORDS,
    TIMES_USUAL,
    WEEK,
    WEEKS_KNOWN,
    WEEKS_OF_PAST,
    WORKED_ON,
    Rule,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.lookups import Done
    from kintrace.watch.table import Lines

MONTH = WEEK * 4
Rows = list["Done"]


def slow(member: UUID, rows: Rows, lines: Lines, now: datetime) -> Iterator[Finding]:
    """Whether the last week, or the last four, hold far more than is usual.

    `rows` begin at `back_to`.
    """
    for count, usual in ((_opened, lines.usual), (_idle, lines.idle_usual)):
        found, before = _this_week_and_before(rows, now, count)
        line = max(FEWEST, TIMES_USUAL * _usual(before, usual))
        if found > line:
            yield Finding(Rule.SLOW, member, now - WEEK, now, found)
            return
    yield from _a_stranger(member, _between(rows, now - MONTH, now), lines, now)


def _a_stranger(member: UUID, rows: Rows, lines: Lines, now: datetime) -> Iterator[Finding]:
    """Somebody who only reads has no usual to be measured by: it would soon be the intruder's."""
    idle, share = _idle(rows), A_STRANGERS_SHARE * len(_records(rows, WORKED_ON))
    if idle > lines.stranger and idle > share:
        yield Finding(Rule.SLOW, member, now - MONTH, now, idle)


def _opened(rows: Rows) -> int:
    return len(_records(rows, RECORDS))


def _idle(rows: Rows) -> int:
    """Records that were opened, and that the member did nothing about."""
    worked_on = {one.about for one in rows if one.deed not in READING}
    return len(_records(rows, WORKED_ON) - worked_on)


def _records(rows: Rows, deeds: frozenset[str]) -> set[UUID]:
    return {one.about for one in rows if one.deed in deeds}


def _this_week_and_before(
    rows: Rows, now: datetime, count: Callable[[Rows], int]
) -> tuple[int, list[int]]:
    """The last seven days, and each of the weeks before in which the member worked at all."""
    weeks = [
        _between(rows, now - WEEK * (back + 1), now - WEEK * back)
        for back in range(WEEKS_OF_PAST + 1)
    ]
    return count(weeks[0]), [count(week) for week in weeks[1:] if week]


def _between(rows: Rows, since: datetime, until: datetime) -> Rows:
    return [one for one in rows if since <= one.at < until]


def _usual(before: list[int], of_the_role: int) -> float:
    """The middle of the member's own weeks; a past of one or two weeks says nothing yet."""
    return median(before) if len(before) >= WEEKS_KNOWN else of_the_role


def back_to(now: datetime) -> datetime:
    """How far back the rows must go."""
    return now - WEEK * (WEEKS_OF_PAST + 1)
