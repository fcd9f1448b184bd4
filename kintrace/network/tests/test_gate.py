"""The gate and the one transaction, through the whole row of middleware."""

from uuid import uuid4

import pytest
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import MakeMember, MakeSociety, SignIn
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]


@pytest.fixture
def desk(client: Client, alma: Member, sign_in: SignIn) -> Client:
    return sign_in(client, alma)


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_an_undeclared_view_is_shut_to_everybody(client: Client, desk: Client) -> None:
    assert Client().get("/undeclared/").status_code == 403
    assert desk.get("/undeclared/").status_code == 403


def test_a_visitor_is_let_in_where_everyone_is(client: Client) -> None:
    assert client.get("/open/").content == b"welcome"


def test_who_is_not_signed_in_is_led_to_sign_in_and_back(client: Client) -> None:
    answer = client.get("/desk/cases/?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=%2Fdesk%2Fcases%2F%3Fpage%3D2"


def test_inside_ones_society_without_the_right_is_403_and_written_down(
    client: Client, at: Society, make_member: MakeMember, sign_in: SignIn
) -> None:
    sign_in(client, make_member(at, Role.VOLUNTEER))
    assert client.get("/desk/cases/").status_code == 403
    assert Deed.REFUSED in deeds(at)


def test_another_society_cannot_tell_the_member_exists(
    desk: Client, make_society: MakeSociety, make_member: MakeMember
) -> None:
    stranger = make_member(make_society("BG"))
    assert desk.get(f"/desk/colleague/{stranger.pk}/").status_code == 404
    assert desk.get(f"/desk/colleague/{uuid4()}/").status_code == 404


def test_a_members_request_reads_as_their_society(desk: Client, at: Society) -> None:
    assert desk.get("/desk/").content.decode() == f"desk of {at.pk}"


def test_a_refusal_is_a_sentence_and_leaves_nothing_but_its_own_trace(
    desk: Client, at: Society
) -> None:
    answer = desk.get("/desk/refuses/")
    assert answer.status_code == 409
    assert "Ask the enquirer first." in answer.content.decode()
    assert len(lookups.desks(at.pk)) == 1
    assert deeds(at)[0] == Deed.REFUSED
    assert deeds(at).count(Deed.OPENED_DESK) == 1


def test_a_refusal_for_want_of_a_right_is_403(desk: Client) -> None:
    assert desk.get("/desk/not-theirs/").status_code == 403


@pytest.mark.parametrize("where", ["breaks", "500"])
def test_what_a_failed_view_did_is_undone(desk: Client, at: Society, where: str) -> None:
    desk.get(f"/desk/{where}/")
    assert len(lookups.desks(at.pk)) == 1


def test_a_streamed_page_is_refused(desk: Client) -> None:
    desk.raise_request_exception = False
    assert desk.get("/desk/streamed/").status_code == 500


def test_a_page_rendered_late_is_rendered_inside(
    client: Client, at: Society, sign_in: SignIn, make_member: MakeMember
) -> None:
    member = make_member(at)
    with reading_as(at.pk):
        member.name = "Alma Bauer"
        member.save()
    sign_in(client, member)
    assert "Alma Bauer" in client.get("/desk/late/").content.decode()


def test_a_careful_view_asks_again_who_it_is(
    client: Client, at: Society, make_member: MakeMember, sign_in: SignIn
) -> None:
    admin = make_member(at, Role.SOCIETY_ADMIN)
    sign_in(client, admin, stepped_up=False)
    answer = client.post("/desk/careful/")
    assert answer["Location"].startswith("/sign-in/again/?next=")
    sign_in(client, admin)
    assert client.post("/desk/careful/").content == b"done with care"


def test_a_script_is_told_that_nobody_is_signed_in_and_is_led_nowhere(client: Client) -> None:
    asked = Client().post("/desk/careful/", headers={"accept": "application/json"})
    assert (asked.status_code, asked.json()) == (401, {"trouble": "signed-out"})
