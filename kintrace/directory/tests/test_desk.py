"""What members do with listings: write, look through, confirm with one tap, retire."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from kintrace.audit.deeds_listings import ListingDeed
from kintrace.audit.models import Entry
from kintrace.directory.kinds import Kind, State
from kintrace.directory.models import Confirmation, Listing, Organisation, Place, Service
from kintrace.directory.tests.cast import a_listing, a_place, last_asked
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society

House = tuple["Society", "Member"]
pytestmark = pytest.mark.database_bound


@pytest.fixture
def clinic(kept_house: House) -> Listing:
    society, alma = kept_house
    with reading_as(society.pk):
        return a_listing(a_place(by=alma), by=alma)


@pytest.fixture
def desk(kept_house: House) -> Client:
    return let_in(Client(), kept_house[1])


def asked(near: Place, **other: Any) -> dict[str, Any]:
    """A form as a member sends it."""
    plan = {
        "kind": "legal",
        "place": str(near.pk),
        "organisation": "Open Law",
        "names_en": "A lawyer listens",
        "names_ar": "محامٍ يستمع إليك",
        "address": "Court Street 5",
        "phone_0": "+00 010 555 0165",
        "days_0": ["TU", "TH"],
        "opens_0": "10:00",
        "closes_0": "16:00",
        "days_1": ["SA"],
        "fee": "paid",
        "amount": "5",
        "currency": "eur",
        "languages": ["ar", "fr"],
    }
    return plan | other


def written(society: Society, **wanted: Any) -> Listing:
    with reading_as(society.pk):
        return Listing.objects.select_related("service").get(**wanted)


def test_a_service_is_written_once_and_everybody_reads_it(
    desk: Client, kept_house: House, clinic: Listing
) -> None:
    answer = desk.post("/desk/services/new/", asked(clinic.place))
    assert answer.status_code == 302, answer.context["form"].errors
    society, _alma = kept_house
    law = written(society, service__kind=Kind.LEGAL)
    with reading_as(society.pk):
        assert law.service.names == {"en": "A lawyer listens", "ar": "محامٍ يستمع إليك"}
        hours = {one.days: (one.opens, one.closes) for one in law.openings.all()}
        assert hours == {"TU,TH": (time(10), time(16)), "SA": (None, None)}
        [cost] = law.service.costs.all()
        assert (str(cost.amount), cost.currency) == ("5.00", "EUR")
        assert Confirmation.objects.filter(listing=law).count() == 1
    assert "It costs" in desk.get(f"/desk/services/{law.pk}/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"names_en": "", "names_ar": ""}, "names_en"),
        ({"address": "", "phone_0": ""}, "__all__"),
        ({"closes_0": ""}, "opens_0"),
        ({"days_0": []}, "days_0"),
        ({"phone_0": "010 555 01 65 77"}, "phone_0"),
        ({"about_en": "See www.example.org"}, "about_en"),
        ({"currency": "Euro"}, "currency"),
        ({"kind": "safe_space"}, "may_be_known"),
        ({"place": "00000000-0000-0000-0000-000000000001"}, "place"),
    ],
)
def test_what_would_lead_somebody_astray_is_sent_back_with_a_sentence(
    desk: Client, clinic: Listing, wrong: dict[str, Any], field: str
) -> None:
    answer = desk.post("/desk/services/new/", asked(clinic.place, **wrong))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "A lawyer listens" in answer.content.decode() or "names_en" in wrong


def test_the_address_of_a_safe_space_needs_the_word_of_its_people(
    desk: Client, clinic: Listing
) -> None:
    safe = asked(clinic.place, kind="safe_space")
    assert desk.post("/desk/services/new/", safe).status_code == 422
    assert desk.post("/desk/services/new/", safe | {"may_be_known": "on"}).status_code == 302
    assert desk.post("/desk/services/new/", safe | {"address": ""}).status_code == 302


def sent_back(desk: Client, listing: Listing) -> dict[str, Any]:
    """The form of a listing as a browser sends it when nothing is changed."""
    form = desk.get(f"/desk/services/{listing.pk}/change/").context["form"]
    values = {bound.html_name: bound.value() for bound in form}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
        if value not in (None, False)
    }


def test_keeping_everything_as_it_is_changes_no_number_and_confirms_it(
    desk: Client, kept_house: House, clinic: Listing
) -> None:
    society, _alma = kept_house
    last_asked(clinic, days_ago=100)
    with reading_as(society.pk):
        before = {model: set(model.objects.values_list("pk")) for model in parts_of(clinic)}
    said = sent_back(desk, clinic)
    answer = desk.post(f"/desk/services/{clinic.pk}/change/", said)
    assert answer.status_code == 302, answer.context["form"].errors
    with reading_as(society.pk):
        assert before == {model: set(model.objects.values_list("pk")) for model in before}
        clinic.refresh_from_db()
        assert clinic.confirmed is not None
        assert Confirmation.objects.filter(listing=clinic).count() == 2


def parts_of(listing: Listing) -> list[Any]:
    rows = (listing.phones, listing.openings, listing.service.costs, listing.service.spoken)
    return [Organisation, Service, Listing, *(one.model for one in rows)]


def test_what_is_taken_out_is_gone_and_the_rest_keeps_its_number(
    desk: Client, kept_house: House, clinic: Listing
) -> None:
    society, _alma = kept_house
    with reading_as(society.pk):
        stays = clinic.openings.get(days="SA,SU").pk
    said = sent_back(desk, clinic) | {"languages": ["ti"]}
    [turn] = [name[-1] for name, value in said.items() if value == ["MO", "TU", "WE", "TH", "FR"]]
    said = {name: value for name, value in said.items() if not name.endswith(f"s_{turn}")}
    assert desk.post(f"/desk/services/{clinic.pk}/change/", said).status_code == 302
    with reading_as(society.pk):
        assert [one.pk for one in clinic.openings.all()] == [stays]
        assert [one.code for one in clinic.service.spoken.all()] == ["ti"]


def test_a_volunteer_confirms_with_one_tap_and_writes_nothing(
    kept_house: House, clinic: Listing
) -> None:
    society, _alma = kept_house
    chidi = enlist(society, Role.VOLUNTEER)
    desk = let_in(Client(), chidi)
    last_asked(clinic, days_ago=100)
    answer = desk.post(f"/desk/services/{clinic.pk}/confirm/", {"next": "/desk/services/?due=on"})
    assert answer["Location"] == "/desk/services/?due=on"
    with reading_as(society.pk):
        asked_last = Confirmation.objects.filter(listing=clinic).first()
        assert asked_last is not None
        assert asked_last.by_id == chidi.pk
        assert Entry.objects.filter(deed=ListingDeed.CONFIRMED_LISTING, actor=chidi.pk).exists()
    page = desk.get(f"/desk/services/{clinic.pk}/").content.decode()
    assert "Change it" not in page
    for path in ("new/", f"{clinic.pk}/change/", "places/new/"):
        assert desk.get(f"/desk/services/{path}").status_code == 403
    assert desk.post(f"/desk/services/{clinic.pk}/retire/").status_code == 403


def test_a_list_shows_what_is_asked_for_and_what_falls_due_first(
    desk: Client, kept_house: House, clinic: Listing
) -> None:
    society, alma = kept_house
    with reading_as(society.pk):
        place = a_place("Upper Ferry", by=alma)
        soup = a_listing(place, kind=Kind.FOOD, names={"en": "Soup"}, spoken=[], by=alma)
    last_asked(soup, days_ago=80)
    shown = {
        "": {"Soup", "Station clinic"},
        "kind=food": {"Soup"},
        f"place={clinic.place_id}": {"Station clinic"},
        "language=ti": {"Station clinic"},
        "due=on": {"Soup"},
        "kind=nonsense": {"Soup", "Station clinic"},
    }
    for query, names in shown.items():
        cards = desk.get(f"/desk/services/?{query}").context["cards"]
        assert {card.name.words for card in cards} == names, query
    last_asked(clinic, days_ago=91)
    first = desk.get("/desk/services/").context["cards"][0]
    assert first.name.words == "Station clinic"


def test_what_is_retired_is_shown_to_nobody_and_can_be_opened_again(
    desk: Client, kept_house: House, clinic: Listing
) -> None:
    society, _alma = kept_house
    assert desk.post(f"/desk/services/{clinic.pk}/retire/").status_code == 302
    assert "Station clinic" not in desk.get("/desk/services/").content.decode()
    assert desk.post(f"/desk/services/{clinic.pk}/confirm/").status_code == 409
    said = sent_back(desk, clinic)
    assert desk.post(f"/desk/services/{clinic.pk}/change/", said).status_code == 302
    assert written(society, pk=clinic.pk).state == State.OPEN


def test_a_place_is_named_in_the_languages_people_ask_in(desk: Client, kept_house: House) -> None:
    said = {"country": "AT", "names_en": "Upper Ferry", "names_ti": "ላዕለዋይ መዓዲ"}
    assert desk.post("/desk/services/places/new/", said).status_code == 302
    society, _alma = kept_house
    with reading_as(society.pk):
        [place] = Place.objects.all()
        assert place.names == {"en": "Upper Ferry", "ti": "ላዕለዋይ መዓዲ"}
    nameless = desk.post("/desk/services/places/new/", {"country": "AT"})
    assert nameless.status_code == 422
    path = f"/desk/services/places/{place.pk}/"
    assert desk.post(path, said | {"names_fr": "Haut-Bac"}).status_code == 302
    assert "Haut-Bac" in desk.get(path).content.decode()
