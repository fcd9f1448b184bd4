"""The opening step, keys of one's own, the key ceremony and grants, through the pages."""

import json
import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import (
    PASSWORD,
    MakeMember,
    MakeSociety,
    SignIn,
    open_box,
    with_boxes,
)
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
NEW = "seven geese over the lake"


@pytest.fixture
def desk(client: Client, alma: Member, sign_in: SignIn) -> Client:
    return sign_in(client, alma)


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


@pytest.mark.database_bound
def test_a_page_behind_the_box_leads_to_the_opening_step_and_back(
    desk: Client, at: Society, alma: Member
) -> None:
    with_boxes(at, alma)
    there = desk.get("/desk/boxed/?page=2")["Location"]
    assert there == "/desk/open-box/?next=%2Fdesk%2Fboxed%2F%3Fpage%3D2"
    answer = desk.post(
        "/desk/open-box/", {"opening_password": PASSWORD, "next": "/desk/boxed/?page=2"}
    )
    assert answer["Location"] == "/desk/boxed/?page=2"
    assert desk.get("/desk/boxed/").content == b"the box is open"
    assert Deed.OPENED_BOX in deeds(at)


def test_the_browsers_half_is_for_this_host_and_no_script(
    desk: Client, at: Society, alma: Member
) -> None:
    with_boxes(at, alma)
    cookie = open_box(desk).cookies[settings.BOX_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == ""


def test_neither_half_alone_opens_anything(
    desk: Client, at: Society, alma: Member, sign_in: SignIn
) -> None:
    with_boxes(at, alma)
    open_box(desk)
    key = desk.cookies.pop(settings.BOX_COOKIE_NAME)
    assert desk.get("/desk/boxed/").status_code == 302
    other = sign_in(Client(), alma)
    other.cookies[settings.BOX_COOKIE_NAME] = key.value
    assert other.get("/desk/boxed/").status_code == 302
    assert key.value not in str([row.get_decoded() for row in Session.objects.all()])


def test_a_wrong_opening_password_is_said_and_written_down(
    desk: Client, at: Society, alma: Member
) -> None:
    with_boxes(at, alma)
    answer = desk.post("/desk/open-box/", {"opening_password": "a guess as good as any"})
    assert answer.status_code == 422
    assert "This opening password is not right." in answer.content.decode()
    assert deeds(at)[0] == Deed.OPENING_FAILED


def test_the_opening_step_leads_to_no_other_host(desk: Client, at: Society, alma: Member) -> None:
    with_boxes(at, alma)
    said = {"opening_password": PASSWORD, "next": "//elsewhere.example/"}
    assert desk.post("/desk/open-box/", said)["Location"] == "/desk/"


@pytest.mark.parametrize("ending", ["out", "role", "password"])
def test_what_ends_a_session_shuts_the_box(
    desk: Client, at: Society, alma: Member, sign_in: SignIn, ending: str
) -> None:
    officer, _ = with_boxes(at, alma)
    open_box(desk)
    if ending == "out":
        answer = desk.post("/sign-in/out/")
    elif ending == "role":
        actions.change_role(alma, role=Role.OFFICER, by=officer)
        answer = desk.get("/desk/boxed/")
    else:
        answer = desk.post("/sign-in/password/", {"old": PASSWORD, "password": NEW, "again": NEW})
    assert answer.cookies[settings.BOX_COOKIE_NAME]["max-age"] == 0
    assert desk.get("/desk/boxed/").status_code == 302


def test_a_member_without_keys_sets_an_opening_password_first(
    desk: Client, at: Society, alma: Member
) -> None:
    assert desk.get("/desk/open-box/")["Location"] == "/desk/open-box/first/"
    page = desk.post("/desk/open-box/first/", {"password": NEW, "again": NEW}).content.decode()
    assert re.search(r"([A-Z0-9]{4}-){5}[A-Z0-9]{4}", page)
    assert lookups.has_keys(alma)


def test_a_recovery_code_opens_the_boxes_again_and_is_used_up(
    desk: Client, at: Society, alma: Member
) -> None:
    code = actions.set_opening_password(alma, password="a password she will forget")
    said = {"code": code.lower(), "password": NEW, "again": NEW}
    assert desk.post("/desk/open-box/recover/", said).status_code == 200
    assert desk.post("/desk/open-box/recover/", said).status_code == 422


@pytest.mark.database_bound
def test_two_officers_hold_the_ceremony_at_one_screen(
    client: Client, at: Society, alma: Member, make_member: MakeMember, sign_in: SignIn
) -> None:
    first, second = make_member(at, Role.OFFICER), make_member(at, Role.OFFICER, "second")
    for member in [first, second, alma]:
        actions.set_opening_password(member, password=PASSWORD)
    sign_in(client, first)
    assert "alma" in client.get("/desk/ceremony/").content.decode()
    said = {"own": PASSWORD, "second": "Second", "second_password": PASSWORD}
    page = client.post("/desk/ceremony/", said).content.decode()
    pin = json.loads(settings.PINS.read_text())[str(at.pk)]
    assert pin in page
    assert lookups.ceremony_was_held(at.pk)
    assert Deed.HELD_CEREMONY in deeds(at)
    open_box(client)
    assert client.get("/desk/boxed/").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"),
    [("first", PASSWORD), ("alma", PASSWORD), ("nobody", PASSWORD), ("second", "wrong password")],
)
def test_a_ceremony_needs_a_second_officer(
    client: Client,
    at: Society,
    alma: Member,
    make_member: MakeMember,
    sign_in: SignIn,
    name: str,
    password: str,
) -> None:
    first = make_member(at, Role.OFFICER, "first")
    for member in [first, make_member(at, Role.OFFICER, "second"), alma]:
        actions.set_opening_password(member, password=PASSWORD)
    sign_in(client, first)
    said = {"own": PASSWORD, "second": name, "second_password": password}
    answer = client.post("/desk/ceremony/", said)
    assert answer.status_code == 422
    assert not lookups.ceremony_was_held(at.pk)


@pytest.mark.parametrize("step", ["ceremony", "grant"])
def test_another_officers_password_cannot_be_guessed_unseen_or_without_end(
    client: Client,
    at: Society,
    alma: Member,
    make_member: MakeMember,
    sign_in: SignIn,
    step: str,
) -> None:
    if step == "ceremony":
        first, second = make_member(at, Role.OFFICER), make_member(at, Role.OFFICER)
        for member in [first, second]:
            actions.set_opening_password(member, password=PASSWORD)
        where = "/desk/ceremony/"
    else:
        first, second = with_boxes(at)
        actions.set_opening_password(alma, password=PASSWORD)
        where = f"/desk/keys/{alma.pk}/inbox/"
    sign_in(client, first)
    said = {"own": PASSWORD, "second": second.sign_in, "second_password": "a guess"}
    for _ in range(10):
        assert client.post(where, said).status_code == 422
    right = client.post(where, said | {"second_password": PASSWORD})
    assert right.status_code == 422
    assert "Too many attempts." in right.content.decode()
    assert deeds(at).count(Deed.OPENING_FAILED) == 10


def test_a_society_with_one_officer_borrows_one_of_the_networks_office(
    at: Society, make_member: MakeMember
) -> None:
    office = actions.found_society(
        "ICRC", name="Office", country="CH", languages=["en"], kind="network_office"
    )
    first, lent = make_member(at, Role.OFFICER), make_member(office, Role.OFFICER)
    for member in [first, lent]:
        actions.set_opening_password(member, password=PASSWORD)
    actions.hold_ceremony(own=PASSWORD, second=actions.Hand(lent.sign_in, PASSWORD), by=first)
    assert lookups.ceremony_was_held(at.pk)


def test_an_officer_of_another_society_cannot_be_lent(
    at: Society, make_society: MakeSociety, make_member: MakeMember
) -> None:
    first, stranger = make_member(at, Role.OFFICER), make_member(make_society("BG"), Role.OFFICER)
    for member in [first, stranger]:
        actions.set_opening_password(member, password=PASSWORD)
    with pytest.raises(actions.NoSuchOfficer):
        actions.hold_ceremony(
            own=PASSWORD, second=actions.Hand(stranger.sign_in, PASSWORD), by=first
        )


@pytest.mark.database_bound
def test_a_box_is_granted_by_two_officers_to_who_joined_later(
    client: Client, at: Society, alma: Member, sign_in: SignIn
) -> None:
    first, second = with_boxes(at)
    actions.set_opening_password(alma, password=PASSWORD)
    sign_in(client, first)
    page = client.get("/desk/keys/").content.decode()
    where = f"/desk/keys/{alma.pk}/inbox/"
    assert where in page
    said = {"own": PASSWORD, "second": second.sign_in, "second_password": PASSWORD}
    assert client.post(where, said).status_code == 302
    assert Deed.GRANTED_BOX in deeds(at)
    hers = open_box(sign_in(Client(), alma))
    assert hers.get("/desk/boxed/").status_code == 200


def test_a_box_that_the_role_does_not_hold_cannot_be_granted(
    client: Client, at: Society, alma: Member, sign_in: SignIn
) -> None:
    first, _ = with_boxes(at, alma)
    sign_in(client, first)
    assert client.get(f"/desk/keys/{alma.pk}/protection/").status_code == 404
