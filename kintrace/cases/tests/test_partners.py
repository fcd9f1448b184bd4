"""A partner society's second eye, by its pages: asked from the case, answered under Second eye."""

import pytest
from django.test import Client

from kintrace.cases.actions import faces
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import consented, latest, put_up, taken
from kintrace.demo import playing
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import SignIn, enlist, found
from kintrace.network.words import SharingPurpose
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import reviews_for


@pytest.fixture
def berta(scene: Scene) -> Member:
    """An officer of a society with which there is an agreement."""
    officer = enlist(found("BG"), Role.OFFICER)
    with scene.acting(scene.omar):
        network.sign_agreement(
            scene.society,
            taker=officer.society,
            purposes=[SharingPurpose.SECOND_EYE],
            by=scene.omar,
        )
    return officer


@pytest.fixture
def case(scene: Scene) -> Case:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        consented(case, by=scene.alma)
        taken(case, by=scene.alma)
        faces.propose(case, **put_up(), by=scene.alma)
    return case


def ask(at_desk: Client, case: Case, partner: Member) -> str:
    """Ask, by the page of the case; gives the address under which the partner looks."""
    asked = {"partner": str(partner.society_id)}
    assert at_desk.post(f"/desk/cases/{case.pk}/ask-partner/", asked).status_code == 302
    with reading_as(partner.society_id, member=partner.pk):
        [paper] = reviews_for(partner)
    return f"/desk/second-eye/partner/{paper.pk}/"


def test_a_partners_officer_looks_and_says_yes(
    scene: Scene, case: Case, berta: Member, sign_in: SignIn
) -> None:
    at_desk, partner = sign_in(Client(), scene.alma), sign_in(Client(), berta)
    here = ask(at_desk, case, berta)
    assert (
        "Society BG looks at the photo" in at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    )
    assert here in partner.get("/desk/second-eye/").content.decode()
    page = partner.get(here).content.decode()
    assert "I am looking for my brother." in page
    for told in ("Selam", "Keren", case.reference, str(case.pk), str(case.subject)):
        assert told not in page
    assert partner.get(f"{here}picture.jpg").headers["Content-Type"] == "image/jpeg"
    assert partner.post(here, {}).status_code == 422, "nothing was decided"
    assert partner.post(here, {"approve": "1"}).status_code == 302
    assert "Put it on the wall" in at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    assert partner.get(here).status_code == 404


def test_a_partners_no_has_a_reason_that_the_case_shows(
    scene: Scene, case: Case, berta: Member, sign_in: SignIn
) -> None:
    at_desk, partner = sign_in(Client(), scene.alma), sign_in(Client(), berta)
    here = ask(at_desk, case, berta)
    assert partner.post(here, {"send_back": "1"}).status_code == 422
    assert partner.post(here, {"send_back": "1", "declined": "tells"}).status_code == 302
    page = at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "The picture tells a place, a name or a number." in page


def test_what_was_asked_is_taken_back(
    scene: Scene, case: Case, berta: Member, sign_in: SignIn
) -> None:
    at_desk, partner = sign_in(Client(), scene.alma), sign_in(Client(), berta)
    here = ask(at_desk, case, berta)
    assert at_desk.post(f"/desk/cases/{case.pk}/recall/").status_code == 302
    assert partner.get(here).status_code == 404
    with scene.acting(scene.alma):
        assert latest(case).state == "cleared"


def test_an_empty_press_decides_nothing(scene: Scene, case: Case, sign_in: SignIn) -> None:
    omar = sign_in(Client(), scene.omar)
    with scene.acting(scene.alma):
        here = f"/desk/second-eye/{latest(case).pk}/"
    for said in ({}, {"send_back": "1"}):
        assert omar.post(here, said).status_code == 422
        with scene.acting(scene.alma):
            assert latest(case).state == "cleared"
    assert omar.post(here, {"send_back": "1", "declined": "picture"}).status_code == 302
