"""The paper of a place: two sides, every script whole, and nothing on it that is in doubt."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from kintrace.directory import brochure, lookups
from kintrace.directory.kinds import Kind, State, runs_out
from kintrace.directory.refusals import NothingToPrint
from kintrace.directory.tests.cast import NAMES, PHONE, a_listing, a_place, last_asked, site
from kintrace.directory.told import Number
from kintrace.network import lookups as network
from kintrace.network.tests.cast import let_in
from kintrace.ui.public_address import NoPublicAddress
from kintrace.ui.tests.test_paper import fonts_of
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.test_printing import letters, raster, text_of
from tests.languages import each_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

    from kintrace.directory.models import Place
    from kintrace.network.models import Member, Society

House = tuple["Society", "Member"]
TOWN = {"ar": "إيستبورت", "fa": "ایست‌پورت", "ti": "ኢስትፖርት"}
ADDRESS = "https://wall.example.org"


@pytest.fixture
def place(kept_house: House, settings: Settings) -> Iterator[Place]:
    """A town with a clinic, read at the desk."""
    settings.PUBLIC_ADDRESS = f"{ADDRESS}/"
    society, alma = kept_house
    with reading_as(society.pk, member=alma.pk):
        place = a_place(by=alma, **TOWN)
        a_listing(place, by=alma)
        yield place


def test_the_paper_is_one_sheet_with_everything_a_traveller_needs(
    place: Place, kept_house: House
) -> None:
    [desk] = network.desks(kept_house[0].pk)
    made = brochure.pdf(place, languages=["en"], desk=desk)
    read, said = PdfReader(BytesIO(made)), text_of(made)
    assert len(read.pages) == 2
    sides = {tuple(round(float(one) / 72 * 25.4) for one in p.mediabox[2:]) for p in read.pages}
    assert sides == {(297, 210)}
    assert read.metadata is None
    today = timezone.localdate()
    for words in (
        *("Help near Eastport", "Station clinic", "Doctors of the Harbour", PHONE, "Main desk"),
        *("Monday–Friday 08:00–20:00", "Free", "Learn two phone numbers by heart."),
        f"Printed on {today.isoformat()}; all of it was confirmed within the 90 days before.",
        f"Ask for a new one after {runs_out(today).isoformat()}.",
    ):
        assert words in said


def test_the_square_leads_to_the_page_of_the_place(place: Place) -> None:
    made = brochure.pdf(place, languages=["en"])
    [square] = zxingcpp.read_barcodes(raster(made, dots=200))
    assert square.text == f"{ADDRESS}/places-that-help/{place.code}/"
    path = square.text.removeprefix(ADDRESS)
    assert Client().get(path, follow=True).status_code == 200


@each_language
def test_every_script_is_whole_on_paper(language: str, place: Place) -> None:
    made = brochure.pdf(place, languages=[language])
    said = letters(text_of(made))
    one = brochure.tongue(language, place, timezone.localdate())
    for words in (one.title, one.before, *one.tips, one.money, one.scan, NAMES.get(language, "")):
        assert letters(words) - said == set(), words
    fonts = fonts_of(PdfReader(BytesIO(made)))
    assert all(fonts.values())
    assert [name for name in fonts if "Noto" not in name] == []


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_numbers_stand_in_their_order_beside_words_from_right_to_left(
    language: str, place: Place
) -> None:
    said = text_of(brochure.pdf(place, languages=[language]))
    for number in (PHONE, "08:00–20:00", timezone.localdate().isoformat()):
        assert number in said


def test_three_languages_stand_on_one_paper_and_what_is_the_same_stands_once(
    place: Place,
) -> None:
    said = text_of(brochure.pdf(place, languages=["ar", "en", "ti"]))
    for code in ("ar", "en", "ti"):
        assert letters(NAMES[code]) <= letters(said)
    assert said.count(PHONE) == 1
    assert said.count("Doctors of the Harbour") == 1


def test_what_is_in_doubt_closed_or_retired_is_not_printed(place: Place, kept_house: House) -> None:
    _society, alma = kept_house
    old = a_listing(place, kind=Kind.FOOD, names={"en": "Old soup"}, by=alma)
    last_asked(old, days_ago=91)
    shut = site(state=State.CLOSED)
    a_listing(place, kind=Kind.CASH, names={"en": "Shut vouchers"}, at=shut, by=alma)
    a_listing(place, kind=Kind.LEGAL, names={"en": "A lawyer"}, by=alma)
    said = text_of(brochure.pdf(place, languages=["en"]))
    assert "A lawyer" in said
    assert "Old soup" not in said
    assert "Shut vouchers" not in said


def test_a_town_with_nothing_to_print_says_what_to_do(place: Place, kept_house: House) -> None:
    [clinic] = lookups.listings_at(place)
    last_asked(clinic, days_ago=91)
    with pytest.raises(NothingToPrint):
        brochure.pdf(place, languages=["en"])
    desk = let_in(Client(), kept_house[1])
    path = f"/desk/services/places/{place.pk}/brochure/"
    assert "confirm them first" in desk.get(path).content.decode()
    assert desk.get(f"{path}?languages=en").status_code == 409


def crowd(place: Place, number: int, *, by: Member) -> list[str]:
    """So many services of every kind; the phone of each, in the order of the paper."""
    kinds = list(Kind)
    for turn in range(number):
        phones = [Number(number=f"+00 010 777 {turn:04}")]
        kind = kinds[turn * len(kinds) // number]
        names = {"en": f"Service {turn}", "ar": f"خدمة {turn}"}
        a_listing(place, kind=kind, names=names, at=site(phones=phones), by=by)
    return [one.phones.all()[0].number for one in lookups.printable_at(place)]


def test_a_dozen_in_two_languages_have_room_for_all(place: Place, kept_house: House) -> None:
    phones = crowd(place, 11, by=kept_house[1])
    made = brochure.pdf(place, languages=["en", "ar"])
    assert len(PdfReader(BytesIO(made)).pages) == 2
    assert [one for one in phones if one not in text_of(made)] == []


def test_what_has_no_room_is_left_out_from_the_end_and_the_square_has_it(
    place: Place, kept_house: House
) -> None:
    phones = crowd(place, 45, by=kept_house[1])
    made = brochure.pdf(place, languages=["en", "ar", "ti"])
    assert len(PdfReader(BytesIO(made)).pages) == 2
    said = text_of(made)
    printed = [one for one in phones if one in said]
    assert printed == phones[: len(printed)]
    assert 14 <= len(printed) < len(phones)
    with override("en"):
        assert said.count(brochure.tongue("en", place, timezone.localdate()).scan) == 2


def test_no_more_than_three_languages_are_asked_of_one_paper(
    place: Place, kept_house: House
) -> None:
    desk = let_in(Client(), kept_house[1])
    path = f"/desk/services/places/{place.pk}/brochure/"
    answer = desk.get(f"{path}?languages=en&languages=ar&languages=ti&languages=fr")
    assert answer.status_code == 422
    assert "Choose up to three languages for one paper." in answer.content.decode()
    made = desk.get(f"{path}?languages=en&languages=ar")
    assert made["Content-Type"] == "application/pdf"
    assert made["Cache-Control"] == "no-store"


def test_without_a_public_address_nothing_is_printed(place: Place, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = ""
    with pytest.raises(NoPublicAddress):
        brochure.pdf(place, languages=["en"])
