"""So many look-ups per address, and no address kept."""

import pytest
from django.test import RequestFactory
from freezegun import freeze_time

from kintrace.visitors import quota
from kintrace.visitors.quota import Quota, address_tag

get = RequestFactory().get


def test_one_address_runs_out_and_another_does_not(db: None) -> None:
    tries = Quota("test", burst=3, an_hour=60)
    mine, other = get("/", REMOTE_ADDR="192.0.2.7"), get("/", REMOTE_ADDR="192.0.2.8")
    assert [tries.allows(mine) for _ in range(4)] == [True, True, True, False]
    assert tries.allows(other)


def test_waiting_gives_a_try_back(db: None) -> None:
    tries = Quota("test", burst=1, an_hour=60)
    mine = get("/", REMOTE_ADDR="192.0.2.7")
    with freeze_time("2026-11-18 12:00") as clock:
        assert tries.allows(mine)
        assert not tries.allows(mine)
        clock.tick(61)
        assert tries.allows(mine)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::5", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::5", "2001:db8:1:3::5", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("", "nonsense", True),
    ],
)
def test_a_sender_is_an_exact_ipv4_or_a_64_of_ipv6(one: str, other: str, *, same: bool) -> None:
    tags = {address_tag(get("/", REMOTE_ADDR=address)) for address in (one, other)}
    assert (len(tags) == 1) is same


def test_a_tag_says_nothing_about_the_address_and_differs_by_matter() -> None:
    request = get("/", REMOTE_ADDR="192.0.2.7")
    assert address_tag(request, about="a") != address_tag(request, about="b")
    assert b"192" not in address_tag(request)


def test_many_senders_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "MOST_REMEMBERED", 10)
    tries = Quota("test", burst=1, an_hour=1)
    for last in range(50):
        tries.allows(get("/", REMOTE_ADDR=f"192.0.2.{last}"))
    assert len(tries._buckets) <= 11  # noqa: SLF001
