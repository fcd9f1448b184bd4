"""Words come back whole when many are sent at once, and everybody has a turn."""

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from threading import Barrier, Event

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.refusals import TooManyAtOnce
from kintrace.visitors import networks, passes
from kintrace.visitors.posting import Places, in_turn
from kintrace.visitors.quota import Quota
from kintrace.visitors.tests.test_networks import named
from kintrace.visitors.tests.waiting import on_page, waited

pytestmark = pytest.mark.django_db
TYPED = {"text": 'She said: "I live" & <wept>\r\nOn two lines.', "safe": ["day", "evening"]}
quota = Quota("test", burst=2, an_hour=1)


@in_turn(quota)
def door(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST["text"])


def send(address: str = "192.0.2.7", *, said: str = "") -> HttpResponse:
    sent = {**TYPED, "pass": said}
    return door(RequestFactory().post("/en/?as=news", sent, REMOTE_ADDR=address))


class Hidden(HTMLParser):
    """What the form on a page sends when its button is pressed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "input" and said.get("name") != "pass":
            self.fields.append((said["name"] or "", said["value"]))


def test_beyond_the_burst_everything_typed_comes_back_and_a_pass_takes_it() -> None:
    assert [send().status_code for _ in range(3)] == [200, 200, 429]
    page = send().content.decode()
    assert Hidden(page).fields == [
        ("text", TYPED["text"]),
        ("safe", "day"),
        ("safe", "evening"),
    ]
    assert 'action="/en/?as=news"' in page
    assert "never ask for money" in page
    token = on_page(page)
    assert send(said=token).status_code == 429  # neither waited nor worked
    taken = send(said=passes.worked(token))
    assert taken.status_code == 200
    assert send(said=passes.worked(token)).status_code == 429  # used
    assert send(said=waited()).status_code == 200  # without a script


def test_other_addresses_and_those_who_only_look_notice_nothing() -> None:
    for _ in range(5):
        send()
    assert send("192.0.2.8").status_code == 200

    @in_turn(quota)
    def page(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert page(RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")).status_code == 200


def test_what_need_not_take_turns_never_waits() -> None:
    @in_turn(quota, what=lambda request: "code" in request.POST)
    def page(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    def presses(**sent: str) -> list[int]:
        return [page(RequestFactory().post("/", sent)).status_code for _ in range(4)]

    assert presses(danger="yes") == [200] * 4
    assert presses(code="x") == [200, 200, 429, 429]


def test_a_named_network_sends_as_many_times_more() -> None:
    named(enlist(found("AT"), Role.OFFICER), "192.0.2.0/28", 3)
    networks.forget()
    assert [send().status_code for _ in range(7)] == [200] * 6 + [429]


def finds(places: Places, sender: bytes, *, earned: bool = False, share: int = 1) -> bool:
    """Whether somebody finds a place at this moment."""
    try:
        with places.one(sender, earned=earned, share=share):
            return True
    except TooManyAtOnce:
        return False


def test_two_places_of_three_are_for_who_earned_a_pass() -> None:
    places = Places()
    with places.one(b"a", earned=False, share=1):
        assert not finds(places, b"b")
        with places.one(b"b", earned=True, share=1):
            assert finds(places, b"c", earned=True)
            with places.one(b"c", earned=True, share=1):
                assert not finds(places, b"d", earned=True)
    assert finds(places, b"d")


def test_a_crowd_behind_one_address_has_one_place_at_a_time() -> None:
    places = Places()
    with places.one(b"crowd", earned=False, share=1):
        assert not finds(places, b"crowd", earned=True)
        assert finds(places, b"another", earned=True)
    with places.one(b"camp", earned=False, share=10):
        assert finds(places, b"camp", earned=True, share=10)


def test_a_pass_that_found_no_place_is_not_spent() -> None:
    said, busy, over = waited(), Barrier(2), Event()

    @in_turn(quota)
    def slow(_request: HttpRequest) -> HttpResponse:
        busy.wait(5)
        over.wait(5)
        return HttpResponse()

    def first() -> HttpResponse:
        return slow(RequestFactory().post("/", TYPED, REMOTE_ADDR="192.0.2.7"))

    with ThreadPoolExecutor(1) as other:
        # Known beforehand: a thread of its own would not see this test's rows.
        networks.times(RequestFactory().get("/"))
        served = other.submit(first)
        busy.wait(5)
        held = send(said=said)
        over.set()
        assert served.result().status_code == 200
    assert held.status_code == 429
    assert 'data-earned="yes"' in held.content.decode()
    assert f'value="{said}"' in held.content.decode()
    assert send(said=said).status_code == 200
