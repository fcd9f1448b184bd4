"""A pass is good once, by waiting or by work, and remembers nobody."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from freezegun import freeze_time

from kintrace.visitors import actions, jobs, passes
from kintrace.visitors.models import Challenge
from kintrace.visitors.tests.waiting import waited


def test_waiting_twenty_seconds_makes_a_token_good() -> None:
    now = timezone.now().replace(microsecond=0)
    with freeze_time(now):
        token = passes.issue()
        assert not passes.is_good(token)
        assert passes.seconds_left(token) == 20
        assert passes.waiting(token) == token  # its clock runs on
    with freeze_time(now + timedelta(seconds=19)):
        assert not passes.is_good(token)
    with freeze_time(now + timedelta(seconds=20)):
        assert passes.is_good(token)
        assert passes.waiting(token) != token


def test_work_makes_a_token_good_at_once() -> None:
    token = passes.issue()
    done = passes.worked(token)
    assert passes.is_good(done)
    assert not passes.is_good(done.replace(token, passes.issue()))  # the work is for one token


@pytest.mark.parametrize(
    "work",
    [
        "",
        "1.2.3",
        "9" * 400,
        *(f"{one}.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1" for one in (1, "a", "", "٣", -1, 2**32)),
    ],
)
def test_work_not_done_is_no_work(work: str) -> None:
    assert not passes.is_good(passes.issue() + passes.BETWEEN + work)


@pytest.mark.parametrize("said", ["", "~", "nonsense", "a:b:c", "\x00", "é:1:x", "a:zzzzzz:b~1"])
def test_a_pass_that_is_not_ours_is_not_good_and_no_crash(said: str) -> None:
    assert not passes.is_good(said)
    assert passes.waiting(said)


def test_a_pass_is_not_good_for_ever() -> None:
    token = waited()
    with freeze_time(timezone.now() + timedelta(minutes=31)):
        assert not passes.is_good(token)
        assert not passes.is_good(passes.worked(token))


@pytest.mark.database_bound
@pytest.mark.parametrize("work", [False, True])
def test_a_pass_is_used_once(db: None, *, work: bool) -> None:
    token = passes.issue() if work else waited()
    said = passes.worked(token) if work else token
    assert actions.spend(said)
    assert not actions.spend(said)
    with freeze_time(timezone.now() + timedelta(seconds=21)):
        assert not actions.spend(token)  # nor in the other way


@pytest.mark.database_bound
def test_of_many_who_use_one_pass_at_once_one_is_let_on(transactional_db: None) -> None:
    said = waited()

    def spend(_: int) -> bool:
        try:
            return actions.spend(said)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(spend, range(8))) == 1


def test_what_is_kept_of_a_pass_tells_neither_moment_nor_token(db: None) -> None:
    token = waited()
    actions.spend(token)
    [row] = Challenge.objects.values()
    assert set(row) == {"id", "until"}
    assert (row["until"].minute, row["until"].second, row["until"].microsecond) == (0, 0, 0)
    assert row["id"].hex not in token


@pytest.mark.database_bound
def test_a_used_pass_is_remembered_until_its_age_refuses_it(db: None) -> None:
    token = waited()
    actions.spend(token)
    with freeze_time(timezone.now() + timedelta(seconds=passes.GOOD_FOR - 40)):
        jobs.forget_spent_passes.call()
        assert passes.is_good(token)
        assert not actions.spend(token)
    with freeze_time(timezone.now() + timedelta(hours=2)):
        jobs.forget_spent_passes.call()
        assert not Challenge.objects.exists()
        assert not passes.is_good(token)


def test_a_token_of_a_clock_that_stood_ahead_is_changed_for_one_that_counts_from_now() -> None:
    with freeze_time(timezone.now() + timedelta(hours=1)):
        ahead = passes.issue()
    fresh = passes.waiting(ahead)
    assert fresh != ahead
    assert passes.seconds_left(fresh) <= passes.WAIT
