"""Counting different things within a span of time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import Done
from kintrace.watch.counting import different, peak
from kintrace.watch.hours import OfWork

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def done(minute: int, thing: int, deed: Deed = Deed.READ_CASE) -> Done:
    return Done(BEGIN + minute * MINUTE, deed, UUID(int=thing))


def test_one_record_opened_often_is_one() -> None:
    rows = [done(minute, 7) for minute in range(30)]
    assert different(rows, since=BEGIN) == 1
    found = peak(rows, HOUR, after=BEGIN)
    assert found is not None
    assert found.count == 1


def test_each_search_counts() -> None:
    assert different([done(minute, 7, Deed.SEARCHED) for minute in range(5)], since=BEGIN) == 5


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 9)), max_size=60),
    st.integers(0, 300),
)
def test_the_peak_is_what_a_count_at_each_moment_would_find(
    told: list[tuple[int, int]], after: int
) -> None:
    rows = [done(minute, thing) for minute, thing in sorted(told)]
    seen = BEGIN + after * MINUTE
    counts = [
        len({one.about for one in rows if end.at - HOUR < one.at <= end.at})
        for end in rows
        if end.at >= seen
    ]
    found = peak(rows, HOUR, after=seen)
    assert (found.count if found else 0) == max(counts, default=0)


def test_hours_are_those_of_the_place() -> None:
    hours = OfWork(zone="Africa/Windhoek", days=(0,))  # two hours before UTC's
    assert hours.has(BEGIN.replace(hour=3))
    assert not hours.has(BEGIN.replace(hour=20))
    assert not hours.has(BEGIN + timedelta(days=1))
