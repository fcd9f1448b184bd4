"""What a visitor reads of a place: whole without a script, and honest about what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.directory import actions
from kintrace.directory.kinds import Kind, State
from kintrace.directory.tests.cast import PHONE, a_listing, a_place, last_asked, site
from kintrace.network.models import Society
from kintrace.vault.reader import reading_as
from kintrace.visitors.actions import write_counts
from kintrace.visitors.models import DayCount

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.directory.models import Listing, Place
    from kintrace.network.models import Member

House = tuple[Society, "Member"]
PLACES = "/en/places-that-help/"
DOUBT = "Nobody confirmed this for 90 days."


@pytest.fixture
def place(kept_house: House) -> Place:
    society, alma = kept_house
    with reading_as(society.pk):
        return a_place(by=alma, ar="إيستبورت", ti="ኢስትፖርት")


@pytest.fixture
def clinic(kept_house: House, place: Place) -> Listing:
    society, alma = kept_house
    with reading_as(society.pk):
        return a_listing(place, by=alma)


def page(visitor: Client, place: Place, language: str = "en") -> str:
    answer = visitor.get(f"/{language}/places-that-help/{place.code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_comes_from_the_information_to_the_town_to_the_phone(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    assert PLACES in visitor.get("/en/information/").content.decode()
    towns = visitor.get(PLACES).content.decode()
    assert "Eastport" in towns
    assert f'href="{PLACES}{place.code}/"' in towns
    read = page(visitor, place)
    assert 'href="tel:+00010555' in read
    for said in ("Station clinic", "Doctors of the Harbour", "behind the clock", "No steps."):
        assert said in read
    for said in ("Monday–Friday", "08:00–20:00", "Free", "ትግርኛ", "Last confirmed on"):
        assert said in read
    assert "<script" not in read
    assert "<form" not in read


def test_every_language_reads_its_own_words_and_else_what_there_is(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    arabic = page(visitor, place, "ar")
    assert '<bdi lang="ar" dir="rtl">عيادة المحطة</bdi>' in arabic
    assert '<bdi lang="en" dir="ltr">For everybody, without papers.</bdi>' in arabic
    assert "الاثنين–الجمعة" in arabic
    french = page(visitor, place, "fr")
    assert '<bdi lang="fr" dir="ltr">Pour tous, sans papiers.</bdi>' in french
    assert '<bdi lang="en" dir="ltr">Station clinic</bdi>' in french


def test_what_nobody_confirmed_for_ninety_days_is_marked(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    last_asked(clinic, days_ago=90)
    assert DOUBT not in page(visitor, place)
    last_asked(clinic, days_ago=91)
    assert DOUBT in page(visitor, place)


def test_what_is_closed_says_so_and_what_is_retired_is_gone(
    visitor: Client, kept_house: House, clinic: Listing, place: Place
) -> None:
    society, alma = kept_house
    with reading_as(society.pk):
        a_listing(place, at=site(state=State.CLOSED), kind=Kind.FOOD, by=alma)
        assert "Closed for now." in page(visitor, place)
        actions.retire(clinic, by=alma)
    read = page(visitor, place)
    assert "Advice" not in read
    assert ">Health<" not in read
    assert "Food" in read


def test_a_town_without_help_is_in_no_list(visitor: Client, kept_house: House) -> None:
    society, alma = kept_house
    with reading_as(society.pk):
        a_place("Emptyville", by=alma)
    assert "Emptyville" not in visitor.get(PLACES).content.decode()


def test_what_a_society_that_left_once_wrote_is_nowhere(
    visitor: Client, kept_house: House, clinic: Listing, place: Place
) -> None:
    Society.objects.update(state=Society.State.LEFT)
    assert "Eastport" not in visitor.get(PLACES).content.decode()
    for path in (f"{PLACES}{place.code}/", f"/places-that-help/{place.code}.json"):
        assert visitor.get(path).status_code == 404


def test_neither_address_nor_title_tells_which_town_somebody_looked_at(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    head = page(visitor, place).split("</head>")[0]
    assert "eastport" not in place.code
    assert "Eastport" not in head
    answer = visitor.get(f"{PLACES}{place.code}/")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_the_square_leads_to_the_language_of_the_phone(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    for spoken, language in (("ti-ER", "ti"), ("ar", "ar"), ("sv", "en")):
        answer = visitor.get(
            f"/places-that-help/{place.code}/", headers={"accept-language": spoken}
        )
        assert answer["Location"] == f"/{language}/places-that-help/{place.code}/"


def test_a_visit_is_counted_without_saying_where(
    visitor: Client, clinic: Listing, place: Place
) -> None:
    write_counts()  # what other tests left waiting
    DayCount.objects.all().delete()
    page(visitor, place)
    write_counts()
    assert list(DayCount.objects.values_list("kind", "count")) == [("services", 1)]


def test_a_town_that_is_not_there_is_not_found(visitor: Client, db: None) -> None:
    assert visitor.get(f"{PLACES}00000000/").status_code == 404
    assert visitor.get(f"{PLACES}Eastport/").status_code == 404


def test_other_systems_read_the_same_and_no_member(
    visitor: Client, kept_house: House, clinic: Listing, place: Place
) -> None:
    _society, alma = kept_house
    [service] = visitor.get(f"/places-that-help/{place.code}.json").json()
    assert service["name"] == "Station clinic"
    assert service["assured_date"] == timezone.localdate().isoformat()
    assert service["service_at_locations"][0]["phones"][0]["number"] == PHONE
    assert str(alma.pk) not in str(service)
