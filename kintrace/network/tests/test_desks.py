"""Desks: what a society says of its places, and who may say it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry
from kintrace.network import lookups
from kintrace.network.access import Role
from kintrace.network.forms_desks import DeskForm
from kintrace.network.models import Desk, Society
from kintrace.network.tests.cast import MakeMember, MakeSociety, SignIn
from kintrace.ui import tongues
from kintrace.vault.reader import reading_as

SAID: dict[str, Any] = {
    "name": "Harbour Street",
    "address": "Harbour Street 4,\nbehind the fish market",
    "hours": "Monday to Friday 9:00 to 17:00",
    "phone": "+43 1 234 56 78",
    "languages": ["ti", "fa-af"],
}


@pytest.fixture
def society(make_society: MakeSociety) -> Society:
    return make_society("AT")


@pytest.fixture
def admin(society: Society, make_member: MakeMember, sign_in: SignIn, client: Client) -> Client:
    return sign_in(client, make_member(society, Role.SOCIETY_ADMIN))


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return list(Entry.objects.order_by("seq").values_list("deed", flat=True))


@pytest.mark.database_bound
def test_an_administrator_adds_changes_and_closes_a_desk_and_each_is_written_down(
    society: Society, admin: Client
) -> None:
    assert admin.post("/desk/places/add/", SAID).status_code == 302
    [added] = [desk for desk in lookups.desks(society.pk) if desk.name == "Harbour Street"]
    assert added.checked == timezone.localdate()
    assert added.languages == ["ti", "fa-af"]
    page = f"/desk/places/{added.pk}/"
    assert admin.post(page, SAID | {"hours": "Every day 8:00 to 20:00"}).status_code == 302
    added.refresh_from_db()
    assert added.hours == "Every day 8:00 to 20:00"
    assert admin.post(f"{page}close/").status_code == 302
    assert not Desk.objects.filter(pk=added.pk).exists()
    assert deeds(society)[-3:] == [Deed.OPENED_DESK, Deed.CHANGED_DESK, Deed.CLOSED_DESK]


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"hours": "always"}, "hours", "Write days and times in numbers"),
        ({"hours": "9:00\n17:00"}, "hours", "in one line"),
        ({"hours": "see www.example.org 9"}, "hours", "Links and e-mail addresses"),
        ({"hours": "9:00 " * 60}, "hours", "at most 200"),
        ({"address": "write to help@example.org"}, "address", "Links and e-mail addresses"),
        ({"phone": "01 234 56 78 99"}, "phone", "the number of the country"),
        ({"phone": "ask at the door"}, "phone", "the number of the country"),
        ({"languages": ["xx"]}, "languages", "xx"),
        ({"country": "XX1"}, "country", "XX1"),
        ({"name": ""}, "name", "required"),
        ({"address": "", "phone": ""}, "__all__", "Give an address or a phone number"),
    ],
)
def test_what_nobody_could_use_is_refused_with_a_sentence(
    said: dict[str, Any], field: str, sentence: str
) -> None:
    form = DeskForm(SAID | said)
    assert not form.is_valid()
    assert sentence in str(form.errors[field])


@pytest.mark.parametrize("phone", ["116 000", "+00 010 555 0142", "+1 (202) 555-0142", ""])
def test_a_number_with_its_country_and_a_short_one_are_taken(phone: str) -> None:
    assert DeskForm(SAID | {"phone": phone}).is_valid()


def test_a_form_that_is_refused_keeps_every_word(society: Society, admin: Client) -> None:
    answer = admin.post("/desk/places/add/", SAID | {"hours": "always"})
    assert answer.status_code == 422
    assert "behind the fish market" in answer.content.decode()
    assert len(lookups.desks(society.pk)) == 1


def test_a_foreign_desk_is_not_there(make_society: MakeSociety, admin: Client) -> None:
    [theirs] = lookups.desks(make_society("BG").pk)
    for path in (f"/desk/places/{theirs.pk}/", f"/desk/places/{theirs.pk}/close/"):
        assert admin.post(path, SAID).status_code == 404
    assert Desk.objects.filter(pk=theirs.pk, name="Main desk").exists()


@pytest.mark.database_bound
def test_desks_of_a_society_that_left_are_in_nobodys_list(make_society: MakeSociety) -> None:
    here, gone = make_society("AT"), make_society("BG")
    Society.objects.filter(pk=gone.pk).update(state=Society.State.LEFT)
    assert [desk.society for desk in lookups.every_desk()] == [here]


def test_every_language_one_may_choose_has_a_name_of_its_own() -> None:
    nameless = [code for code, name in tongues.choices() if code == name]
    assert nameless == []
    assert tongues.own_name("fa-af") == "دری"
