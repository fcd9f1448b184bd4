"""Counts of days."""

import time
from collections import Counter
from datetime import date

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from kintrace.visitors import actions, lookups


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_waiting", Counter())
    monkeypatch.setattr(actions, "_written_at", time.monotonic())


def today() -> dict[tuple[date, str], int]:
    day = timezone.localdate()
    return lookups.counts(day, day)


@pytest.mark.database_bound
def test_counts_wait_in_memory_and_add_up_in_one_row_a_day(db: None) -> None:
    for _ in range(3):
        actions.count_day("test-wall")
    assert today() == {}
    actions.write_counts()
    actions.count_day("test-wall")
    actions.count_day("test-message")
    actions.write_counts()
    day = timezone.localdate()
    assert today() == {(day, "test-wall"): 4, (day, "test-message"): 1}


def test_a_minute_later_the_next_count_writes_them_down(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.count_day("test-wall")
    monkeypatch.setattr(actions, "_written_at", actions._written_at - actions.EVERY)  # noqa: SLF001
    actions.count_day("test-wall")
    assert today() == {(timezone.localdate(), "test-wall"): 2}


def test_a_count_that_cannot_be_written_costs_nobody_the_page(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(actions, "_written_at", actions._written_at - actions.EVERY)  # noqa: SLF001
    with connection.execute_wrapper(busy):
        actions.count_day("test-message")
    assert today() == {}
