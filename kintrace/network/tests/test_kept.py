"""What was typed is not lost when a session ends, a proof grows old or a token no longer fits."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from freezegun import freeze_time

from kintrace.network import kept
from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import PASSWORD, MakeMember, MakeSociety, SignIn

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
MORNING = "2026-03-02 08:00:00"
WORDS = "He wore a green coat at the ferry"


@pytest.fixture
def alma(make_society: MakeSociety, make_member: MakeMember) -> Member:
    return make_member(make_society("AT"), Role.SOCIETY_ADMIN, "alma")


@pytest.fixture
def late(alma: Member) -> dict[str, str]:
    return {"words": WORDS, kept.FIELD: kept.owner_of_form(alma)}


def carried(page: str) -> str:
    found = re.search(r'name="kept" value="([^"]+)"', page)
    return found[1] if found else ""


def signed_in_again(client: Client, name: str, value: str) -> Client:
    """Sign in by the page that carries what was typed, and prove the second factor."""
    client.post("/sign-in/", {"login": name, "password": PASSWORD, "kept": value})
    session = client.session
    session["second_factor"] = True
    session.save()
    return client


def test_a_post_after_the_session_ended_comes_back_after_signing_in(
    client: Client, alma: Member, late: dict[str, str], sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, alma)
        clock.tick(timedelta(minutes=31))
        page = client.post("/desk/careful/", late).content.decode()
        assert "What you typed is not lost" in page
        assert WORDS not in page
        signed_in_again(client, "alma", carried(page))
        again = client.get("/sign-in/typed/").content.decode()
    assert WORDS in again
    assert 'action="/desk/careful/"' in again


def test_a_wrong_password_on_the_way_does_not_lose_it(client: Client, late: dict[str, str]) -> None:
    value = carried(client.post("/desk/careful/", late).content.decode())
    answer = client.post("/sign-in/", {"login": "alma", "password": "wrong", "kept": value})
    assert carried(answer.content.decode()) == value


def test_nobody_else_gets_to_see_it(
    client: Client, alma: Member, late: dict[str, str], make_member: MakeMember
) -> None:
    make_member(alma.society, Role.OFFICER, "boris")
    value = carried(client.post("/desk/careful/", late).content.decode())
    signed_in_again(client, "boris", value)
    assert WORDS not in client.get("/sign-in/typed/").content.decode()
    assert WORDS not in client.get("/sign-in/typed/").content.decode()


def test_after_half_an_hour_it_is_gone(client: Client, alma: Member, late: dict[str, str]) -> None:
    with freeze_time(MORNING) as clock:
        value = carried(client.post("/desk/careful/", late).content.decode())
        clock.tick(timedelta(minutes=31))
        signed_in_again(client, "alma", value)
        assert WORDS not in client.get("/sign-in/typed/").content.decode()


def test_a_form_that_is_not_ours_is_not_kept(client: Client, alma: Member) -> None:
    answer = client.post("/desk/careful/", {"words": WORDS, kept.FIELD: str(alma.pk)})
    assert answer["Location"].startswith("/sign-in/?")


def test_an_old_proof_does_not_lose_it_and_no_row_shows_it(
    client: Client, alma: Member, late: dict[str, str], sign_in: SignIn
) -> None:
    sign_in(client, alma, stepped_up=False)
    there = client.post("/desk/careful/", late)["Location"]
    assert there == "/sign-in/again/?next=%2Fsign-in%2Ftyped%2F"
    assert "green coat" not in str([row.get_decoded() for row in Session.objects.all()])
    assert client.post(there, {"password": PASSWORD})["Location"] == "/sign-in/typed/"
    assert WORDS in client.get("/sign-in/typed/").content.decode()


def test_the_row_of_the_session_and_the_servers_key_do_not_tell_it(
    client: Client, alma: Member, late: dict[str, str]
) -> None:
    value = carried(client.post("/desk/careful/", late).content.decode())
    signed_in_again(client, "alma", value)
    (row,) = Session.objects.all()
    assert kept.unseal(row.get_decoded()[kept.SESSION]) is None
    del client.cookies["kept"]
    assert WORDS not in client.get("/sign-in/typed/").content.decode()


def test_a_token_that_no_longer_fits_does_not_lose_it(
    alma: Member, late: dict[str, str], sign_in: SignIn
) -> None:
    client = sign_in(Client(enforce_csrf_checks=True), alma)
    answer = client.post("/desk/careful/", late)
    assert answer.status_code == 403
    assert WORDS in answer.content.decode()


def test_a_foreign_form_with_a_token_of_its_own_is_refused(
    alma: Member, make_member: MakeMember, sign_in: SignIn
) -> None:
    other = make_member(alma.society, Role.OFFICER, "boris")
    client = sign_in(Client(enforce_csrf_checks=True), alma)
    forged = {"words": WORDS, kept.FIELD: kept.owner_of_form(other)}
    answer = client.post("/desk/careful/", forged)
    assert answer.status_code == 403
    assert WORDS not in answer.content.decode()
