"""So many faces an hour for one address, then a page to wait on, then one that says until when."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from freezegun import freeze_time
from pytest_django import Settings

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.visitors import browsing, passes
from kintrace.visitors.browsing import HARD, MORE, SOFT, look_at, within_quota
from kintrace.visitors.tests.test_networks import named
from kintrace.visitors.tests.waiting import on_page, waited

pytestmark = pytest.mark.django_db
HOUSEHOLD = "2001:db8:1:2::5"


@pytest.fixture(autouse=True)
def _network() -> None:
    found("NM")  # whose phone stands on the pages


def shows(
    faces: Iterable[int], *, said: str = "", waits: bool = True, address: str = "192.0.2.7"
) -> HttpResponse:
    """A page with these faces, as one address asks for it."""

    @within_quota
    def page(request: HttpRequest) -> HttpResponse:
        look_at(request, map(str, faces), waits=waits)
        return HttpResponse("faces")

    return page(RequestFactory().get("/en/", {"o": "7", "pass": said}, REMOTE_ADDR=address))


def walked(number: int, address: str = "192.0.2.7") -> int:
    """How many faces somebody sees who goes on page by page until a page does not come."""
    for start in range(0, number, 12):
        if shows(range(start, start + 12), address=address).status_code != 200:
            return start
    return number


def waiting_page() -> str:
    page = shows([SOFT])
    assert page.status_code == 429
    return page.content.decode()


def test_three_hundred_faces_an_hour_are_free_and_then_a_page_waits() -> None:
    assert walked(HARD) == SOFT
    page = waiting_page()
    for said in ("goes on by itself", "never ask for money", "Talk to a person", "noindex"):
        assert said in page


def test_the_waiting_page_goes_on_by_a_header_to_where_the_visitor_was_going() -> None:
    walked(HARD)
    page = shows([SOFT])
    after, _, address = page.headers["Refresh"].partition("; url=")
    assert 20 <= int(after) <= 21
    assert page.headers["Retry-After"] == "20"
    assert urlsplit(address)[:3] == ("", "", "/en/")
    query = parse_qs(urlsplit(address).query)
    assert query["o"] == ["7"]
    [link] = re.findall(r'href="([^"]+)"[^>]*data-seed', page.content.decode())
    assert unescape(link) == address
    assert not page.cookies


def test_who_waited_or_worked_sees_as_many_faces_more() -> None:
    walked(HARD)
    assert shows(range(SOFT, SOFT + MORE), said=waited()).status_code == 200
    assert shows(range(SOFT, SOFT + MORE)).status_code == 200  # loaded again
    token = on_page(shows([SOFT + MORE]).content.decode())
    assert shows([SOFT + MORE], said=token).status_code == 429  # too early
    done = passes.worked(token)
    assert shows([SOFT + MORE], said=done).status_code == 200
    assert shows(range(1000, 1000 + MORE), said=done).status_code == 429  # used


def test_who_comes_too_early_waits_on_and_does_not_begin_anew() -> None:
    now = timezone.now().replace(microsecond=0)
    with freeze_time(now) as clock:
        walked(HARD)
        token = on_page(waiting_page())
        clock.tick(15)
        early = shows([SOFT], said=token)
        assert early.status_code == 429
        assert early.headers["Retry-After"] == "5"
        clock.tick(5)
        assert shows([SOFT], said=token).status_code == 200


def test_a_face_counts_once_an_hour_however_often_it_is_looked_at() -> None:
    for _ in range(10):
        assert walked(SOFT) == SOFT
    assert shows([3]).status_code == 200
    assert shows([SOFT]).status_code == 429


def test_past_the_hard_limit_a_page_says_when_to_come_back() -> None:
    with freeze_time(timezone.now()) as clock:
        for start in range(0, HARD, MORE):
            faces = range(start, min(start + MORE, HARD))
            assert shows(faces, said=waited()).status_code == 200
        clock.tick(20 * 60)
        over = shows([HARD], said=waited())
        assert over.status_code == 429
        assert "in 41 minutes" in over.content.decode()
        assert "Talk to a person" in over.content.decode()
        assert over.headers["Retry-After"] == str(41 * 60)
        assert "Refresh" not in over.headers
        clock.tick(41 * 60)
        assert walked(HARD) == SOFT


def test_what_cannot_show_a_waiting_page_is_held_to_the_hard_limit_only() -> None:
    walked(HARD)
    assert shows(range(SOFT, HARD), waits=False).status_code == 200
    assert shows([HARD], waits=False).status_code == 429


def test_addresses_count_apart_and_a_household_as_one() -> None:
    assert walked(HARD, address=HOUSEHOLD) == SOFT
    assert walked(12, address="2001:db8:1:2:ffff::9") == 12  # the same faces
    assert shows([SOFT], address="2001:db8:1:2:ffff::9").status_code == 429
    assert walked(HARD, address="2001:db8:1:3::5") == SOFT


def test_a_camp_that_a_desk_named_sees_as_many_times_more() -> None:
    named(enlist(found("AT"), Role.OFFICER), "192.0.2.0/28", 10)
    assert walked(HARD * 2) == HARD * 2
    assert walked(HARD, address="198.51.100.1") == SOFT


def test_the_hard_limit_is_shared_by_the_processes_and_never_below_the_soft_one(
    settings: Settings,
) -> None:
    for processes, limit in ((3, 500), (20, SOFT)):
        browsing.forget()
        settings.PUBLIC_PROCESSES = processes
        assert shows(range(limit), waits=False).status_code == 200
        assert shows([limit], waits=False).status_code == 429


def test_many_senders_and_many_faces_do_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browsing, "MOST_FACES", 100)
    hours = browsing.Hours()
    for sender in range(50):
        faces = {bytes([sender, face]) for face in range(12)}
        assert hours.look(bytes([sender]), faces, soft=SOFT, hard=HARD) is None
    assert sum(len(hour.seen) for hour in hours._hours.values()) <= 100  # noqa: SLF001
    assert hours._faces <= 100  # noqa: SLF001
