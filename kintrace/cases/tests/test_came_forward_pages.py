"""The pages about people who came forward, from the inbox to the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kintrace.cases import came_forward_pages as pages
from kintrace.cases import lookups
from kintrace.cases.models import CameForward
from kintrace.cases.tests.coming_forward import WROTE, written_down, wrote
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.people.lookups import person_of
from kintrace.protection import actions as protection
from kintrace.protection.lookups import not_with
from kintrace.protection.tests.given import CALM, read_on
from kintrace.wall.screening import Kind

if TYPE_CHECKING:
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn
    from kintrace.wall.models import Message

SENT = {
    "given": "Rigat",
    "father": "Asmerom",
    "given_original": "ርግኣት",
    "sex": "female",
    "said": WROTE["born"],
    "year": "1991",
    "precision": "year",
    "calendar": "gregorian",
    "place": WROTE["origin"],
    "mother": "Letebrhan",
    "kin": ["sister"],
    "kin_names": "Yodit",
    "together": WROTE["together"],
    "quiet-fears": "yes",
    "quiet-persons": "My uncle Gebru",
}


@pytest.fixture
def message(scene: Scene) -> Message:
    with scene.acting(scene.alma) as alma:
        return wrote(to=alma)


@pytest.fixture
def desk(scene: Scene, client: Client, sign_in: SignIn) -> Client:
    """Alma's browser, with the box open."""
    return open_box(sign_in(client, scene.alma), password=PASSWORD)


def lead_of(scene: Scene) -> CameForward:
    with scene.acting(scene.alma):
        return CameForward.objects.get()


def test_the_inbox_has_it_as_its_own_kind_question_by_question(
    desk: Client, message: Message
) -> None:
    assert "Somebody says who they are" in desk.get("/desk/messages/").content.decode()
    page = desk.get(f"/desk/messages/{message.pk}/").content.decode()
    for words in (
        *("Your names, as you say them", "Rigat Asmerom", "Letebrhan", "My uncle Gebru"),
        *("25 to 44", "My sister", "No, only this society", "Write this person down"),
    ):
        assert words in page
    assert "Write a lead onto the case" not in page


def test_the_form_begins_with_what_was_told_and_makes_a_lead(
    desk: Client, message: Message, scene: Scene
) -> None:
    page = desk.get(f"/desk/messages/{message.pk}/person/").content.decode()
    for value in ("Rigat Asmerom", "ርግኣት ኣስመሮም", "Letebrhan", "1991", "My uncle Gebru"):
        assert value in page.partition('class="side"')[2].partition("<aside")[0]
    to = desk.post(f"/desk/messages/{message.pk}/person/", SENT)["Location"]
    lead = lead_of(scene)
    assert to == f"/desk/came-forward/{lead.pk}/"
    with scene.acting(scene.alma):
        assert person_of(lead.subject).told.called == "Rigat Asmerom"
        assert not_with(lead.subject).persons == ("My uncle Gebru",)
        assert lookups.forward_beside(lead).mother == "Letebrhan"
    shown = desk.get(f"/desk/messages/{message.pk}/").content.decode()
    assert lead.reference in shown
    assert "Write this person down" not in shown
    assert desk.get(f"/desk/messages/{message.pk}/person/").status_code == 409


def test_a_mistake_in_either_part_of_the_form_is_told(
    desk: Client, message: Message, scene: Scene
) -> None:
    wrong = SENT | {"given": "", "father": "", "given_original": "", "quiet-persons": ""}
    answer = desk.post(f"/desk/messages/{message.pk}/person/", wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write at least one name, as the person says it." in page
    assert "Write who must not learn of it, or choose a country or a society." in page
    with scene.acting(scene.alma):
        assert not CameForward.objects.exists()


def test_of_a_message_about_a_face_no_lead_of_its_own_is_made(
    desk: Client, message: Message
) -> None:
    type(message).objects.filter(pk=message.pk).update(kind=Kind.MESSAGE)
    assert desk.get(f"/desk/messages/{message.pk}/person/").status_code == 404


def test_the_page_leads_through_safety_to_the_search_and_on(
    desk: Client, message: Message, scene: Scene
) -> None:
    here = desk.post(f"/desk/messages/{message.pk}/person/", SENT)["Location"]
    page = desk.get(here).content.decode()
    assert "Ask whether it is safe" in page
    assert f"{here}search/" not in page
    assert desk.post(f"{here}search/").status_code == 409
    lead = lead_of(scene)
    safety = f"/desk/subjects/{lead.subject}/risk/?next={here}"
    answers = CALM | read_on(desk.get(safety).content.decode())
    assert desk.post(safety, answers)["Location"] == here
    assert "1 person came forward. Ask whether it is safe" in desk.get("/desk/").content.decode()
    assert desk.post(f"{here}search/")["Location"] == here
    assert "searched: see who is likely" in desk.get("/desk/").content.decode()
    desk.post(f"{here}looked/")
    assert "came forward" not in desk.get("/desk/").content.decode().partition("<main")[2]
    desk.post(f"{here}longer/", {"how": "phone"})
    desk.post(f"{here}end/", {"why": "not_related"})
    assert "It belongs to none of our searches" in desk.get(here).content.decode()
    assert lead.reference not in desk.get("/desk/came-forward/").content.decode()
    assert lead.reference in desk.get("/desk/came-forward/?which=ended").content.decode()


def test_who_wrote_it_down_reads_that_it_waits_and_a_colleague_sees_nothing_of_a_hold(
    desk: Client, message: Message, scene: Scene, sign_in: SignIn
) -> None:
    here = desk.post(f"/desk/messages/{message.pk}/person/", SENT)["Location"]
    omar = open_box(sign_in(Client(), scene.omar), password=PASSWORD)
    before = read(omar, here)
    with scene.acting(scene.dora):
        protection.put_on_hold(lead_of(scene).subject, reason="An uncle.", by=scene.dora)
    page = desk.get(here).content.decode()
    assert "Somebody looks at this first." in page
    assert "An uncle." not in page
    assert read(omar, here) == before


def read(client: Client, path: str) -> str:
    """The words of a page, without what is drawn anew for each."""
    page = client.get(path).content.decode().partition("<main")[2]
    return re.sub(r'name="(csrfmiddlewaretoken|kept)" value="[^"]*"', "", page)


def test_what_a_program_can_read_out_of_an_age_and_a_year() -> None:
    assert pages.begun_with(WROTE)["year"] == "1991"
    in_words = WROTE | {"born": "when the cranes came late"}
    begun = pages.begun_with(in_words)
    assert (begun["age"], begun["age_to"], begun["precision"]) == (25, 44, "band")
    assert begun["said"] == "when the cranes came late"
    assert pages.begun_with(WROTE | {"born": "in ١٩٩١"})["year"] == "1991"
    nothing = pages.begun_with({"text": ""})
    assert (nothing["sex"], nothing["said"]) == ("unknown", "")
    assert pages.feared_by({}) == {"fears": "no", "persons": ""}


def test_the_list_opens_no_name(desk: Client, scene: Scene) -> None:
    with scene.acting(scene.alma) as alma:
        lead = written_down(by=alma)
    page = desk.get("/desk/came-forward/").content.decode()
    assert lead.reference in page
    assert "Rigat" not in page
