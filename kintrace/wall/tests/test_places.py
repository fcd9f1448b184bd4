"""Where to find us, and the places along somebody's way."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from kintrace.network import actions as network
from kintrace.network.models import Society
from kintrace.network.tests.cast import found
from kintrace.visitors.actions import write_counts
from kintrace.visitors.models import DayCount
from kintrace.wall import places

ROUTE = "/en/information/along-the-way/"
WHERE = "/en/information/where/"


@pytest.fixture
def three(db: None) -> dict[str, Society]:
    societies = {code: found(code, languages=("en", "ti")) for code in ("SD", "LY", "IT")}
    network.add_desk(
        societies["LY"],
        name="Port office",
        address="Harbour 4\nbehind the market",
        hours="Sunday to Thursday 9:00 to 15:00",
        phone="+218 00 000",
        languages=("ar", "so"),
    )
    return societies


def headings(page: str) -> list[str]:
    return re.findall(r"<h2>\d+\. <bdi>([^<]+)</bdi></h2>", page)


@pytest.mark.database_bound
def test_every_desk_stands_under_its_country_with_all_one_needs(
    three: dict[str, Society], visitor: Client
) -> None:
    page = visitor.get(WHERE).content.decode()
    for said in ("Italy", "Libya", "Sudan", "Port office", "behind the market", "soomaali"):
        assert said.casefold() in page.casefold()
    assert 'href="tel:+21800000"' in page
    assert "Sunday to Thursday 9:00 to 15:00" in page
    assert "Checked on" in page
    assert "<form" not in page  # nothing is asked: which country somebody opens, nobody learns


def test_countries_are_named_in_the_language_of_the_page(three: dict[str, Society]) -> None:
    with override("ar"):
        assert "إيطاليا" in [country.name for country in places.everywhere()]


def test_a_desk_may_stand_in_another_country_than_its_society(three: dict[str, Society]) -> None:
    network.add_desk(three["SD"], name="Over the border", country="TD", phone="+235 1")
    [chad], _others = places.along(["TD"])
    assert chad.name == "Chad"
    assert [(host.name, host.places[0].name) for host in chad.hosts] == [
        ("Society SD", "Over the border")
    ]


def test_a_society_without_a_desk_has_its_phone_at_least(three: dict[str, Society]) -> None:
    network.found_society("ML", name="Society ML", country="ML", languages=["fr"], phone="+223 1")
    [mali], _others = places.along(["ML"])
    assert mali.hosts[0].places[0].phone == "+223 1"


@pytest.mark.database_bound
def test_a_society_that_left_is_nowhere(three: dict[str, Society], visitor: Client) -> None:
    Society.objects.filter(pk=three["LY"].pk).update(state=Society.State.LEFT)
    for page in (visitor.get(WHERE), visitor.post(ROUTE, {"country": ["LY", "IT"]})):
        content = page.content.decode()
        assert "Italy" in content
        assert "Libya" not in content
        assert "Port office" not in content


@pytest.mark.database_bound
def test_a_way_stands_in_the_order_it_was_chosen_in(
    three: dict[str, Society], visitor: Client
) -> None:
    first = visitor.post(ROUTE, {"country": "SD"}).content.decode()
    assert headings(first) == ["Sudan"]
    then = visitor.post(ROUTE, {"before": ["SD"], "country": "LY"}).content.decode()
    assert headings(then) == ["Sudan", "Libya"]
    last = visitor.post(ROUTE, {"before": ["SD", "LY"], "country": ["IT", "SD"]}).content.decode()
    assert headings(last) == ["Sudan", "Libya", "Italy"]
    less = visitor.post(ROUTE, {"before": ["SD", "LY", "IT"], "without": "LY"}).content.decode()
    assert headings(less) == ["Sudan", "Italy"]


@pytest.mark.database_bound
def test_a_way_is_kept_nowhere_and_stands_in_no_address(
    three: dict[str, Society], visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    write_counts()  # what other tests left waiting
    DayCount.objects.all().delete()
    answer = visitor.post(ROUTE, {"country": ["SD", "LY"]})
    content = answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    write_counts()
    assert list(DayCount.objects.values_list("kind", "count")) == [("information", 1)]
    # No link of the page carries the way on; the switch of language leads to the empty page.
    assert not re.findall(r'(?:href|action)="[^"]*(?:SD|LY|country|before)[^"]*"', content)
    assert "SD" not in caplog.text
    # The same words in an address say nothing: nobody can be sent a link with a way in it.
    assert headings(visitor.get(ROUTE, {"country": "SD"}).content.decode()) == []


def test_a_way_of_another_site_and_countries_that_are_none_are_passed_over(
    three: dict[str, Society], visitor: Client
) -> None:
    odd = visitor.post(ROUTE, {"country": ["XX", "<script>", "SD"], "before": ["ZZ"] * 50})
    assert headings(odd.content.decode()) == ["Sudan"]
    foreign = visitor.post(ROUTE, {"country": "SD"}, headers={"Origin": "https://other.example"})
    assert foreign.status_code == 403


def test_who_ticked_nothing_is_told_so(three: dict[str, Society], visitor: Client) -> None:
    answer = visitor.post(ROUTE)
    assert answer.status_code == 422
    assert "Tick at least one country." in answer.content.decode()
    assert "<title>Please correct:" in answer.content.decode()
    taken_out = visitor.post(ROUTE, {"before": "SD", "without": "SD"})
    assert taken_out.status_code == 200
    assert "Tick at least one country." not in taken_out.content.decode()


KEEP = "/en/information/where/keep/"


def kept(answer: Any) -> str:
    """What lies in the file, once it is one that keeps itself."""
    assert answer.headers["Content-Disposition"] == 'attachment; filename="information.html"'
    page = str(answer.content.decode())
    assert "default-src 'none'" in page  # nor could it fetch anything, opened wherever it is
    assert not re.search(r"<script|<link|<img|<form|src=|@import|url\(", page)
    assert all(way.startswith(("#i-", "tel:")) for way in re.findall(r'href="([^"]*)"', page))
    return page


def test_all_places_are_kept_as_one_file_that_tells_no_way(
    three: dict[str, Society], visitor: Client
) -> None:
    page = kept(visitor.get(KEEP))
    for said in ("Italy", "Libya", "Sudan", "Port office", "tel:+21800000", "Kept on"):
        assert said in page


def test_a_way_is_kept_as_a_file_only_when_somebody_asks_for_it(
    three: dict[str, Society], visitor: Client
) -> None:
    shown = visitor.post(ROUTE, {"country": ["LY"]})
    assert "Content-Disposition" not in shown
    assert "who looks into your phone then sees your way" in shown.content.decode()
    page = kept(visitor.post(ROUTE, {"before": ["LY", "IT"], "keep": "1"}))
    assert "Port office" in page
    assert "Sudan" not in page
    assert page.index("Libya") < page.index("Italy")


def test_a_file_speaks_and_runs_as_the_page_it_was_asked_on(
    three: dict[str, Society], visitor: Client
) -> None:
    page = kept(visitor.get("/ar/information/where/keep/"))
    assert '<html lang="ar" dir="rtl">' in page
    assert "إيطاليا" in page


def test_a_touch_screen_keeps_no_file(three: dict[str, Society], visitor: Client) -> None:
    there = "/en/kiosk/wall/information/along-the-way/"
    answer = visitor.post(there, {"before": ["LY"], "keep": "1"})
    assert "Content-Disposition" not in answer
    assert 'name="keep"' not in answer.content.decode()
