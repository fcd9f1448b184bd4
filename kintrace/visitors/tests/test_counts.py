"""Counts of days."""

import time
from collections import Counter
from datetime import date

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.translation import override

from kintrace.visitors import actions, lookups


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_waiting", Counter())
    monkeypatch.setattr(actions, "_written_at", time.monotonic())


def today() -> dict[tuple[date, str], int]:
    day = timezone.localdate()
    return lookups.counts(day, day)


def in_another_process(*kinds: str) -> None:
    """What a second process of the public side counted and wrote down: its memory is its own."""
    own, actions._waiting = actions._waiting, Counter()  # noqa: SLF001
    for kind in kinds:
        actions.count_day(kind)
    actions.write_counts()
    actions._waiting = own  # noqa: SLF001


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


@pytest.mark.database_bound
def test_each_language_is_counted_by_itself(db: None) -> None:
    actions.count_day("test-wall")
    with override("ar"):
        actions.count_day("test-wall")
        actions.count_day("test-face")
    actions.write_counts()
    day = timezone.localdate()
    both = lookups.views({"test-wall", "test-face"}, day, day)
    assert both == {"en": {day: 1}, "ar": {day: 2}}
    assert lookups.views({"test-face"}, day, day) == {"ar": {day: 1}}
    assert today() == {(day, "test-wall"): 2, (day, "test-face"): 1}


@pytest.mark.database_bound
def test_counts_of_two_processes_and_after_a_restart_add_up(db: None) -> None:
    actions.count_day("test-wall")
    in_another_process("test-wall", "test-wall")  # the other is the first of the day
    actions.write_counts()
    in_another_process("test-wall")  # started anew: it knows nothing of what it counted before
    assert today() == {(timezone.localdate(), "test-wall"): 4}


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
