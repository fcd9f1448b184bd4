"""How long a session lives, and what ends it."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, sessions
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import PASSWORD, MakeMember, MakeSociety, SignIn
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
MORNING = "2026-03-02 08:00:00"


@pytest.fixture
def alma(make_society: MakeSociety, make_member: MakeMember) -> Member:
    return make_member(make_society("AT"), Role.CASEWORKER, "alma")


def test_half_an_hour_of_nothing_ends_a_session(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, alma)
        clock.tick(timedelta(minutes=29))
        assert client.get("/desk/").status_code == 200
        clock.tick(timedelta(minutes=29))
        assert client.get("/desk/").status_code == 200
        clock.tick(timedelta(minutes=31))
        assert client.get("/desk/")["Location"] == "/sign-in/?next=%2Fdesk%2F"
        assert not Session.objects.exists()


def test_ten_hours_end_a_session_however_busy(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, alma)
        for _ in range(24):
            clock.tick(timedelta(minutes=25))
            assert client.get("/desk/").status_code == 200
        clock.tick(timedelta(minutes=1))
        assert client.get("/desk/").status_code == 302


def test_an_ended_session_takes_the_browsers_half_of_the_box_along(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, alma)
        client.cookies[settings.BOX_COOKIE_NAME] = "half"
        clock.tick(timedelta(minutes=31))
        answer = client.get("/desk/")
    assert answer.cookies[settings.BOX_COOKIE_NAME]["max-age"] == 0


@pytest.mark.parametrize("change", ["role", "state", "password", "sessions_ended"])
def test_a_session_ends_with_what_it_stood_on(
    client: Client, alma: Member, sign_in: SignIn, change: str
) -> None:
    sign_in(client, alma)
    new = {"role": Role.OFFICER, "state": "left", "password": "!", "sessions_ended": 1}
    Member.objects.filter(pk=alma.pk).update(**{change: new[change]})
    assert client.get("/desk/")["Location"].startswith("/sign-in/?")


def test_a_member_sees_their_sessions_and_ends_one(alma: Member, sign_in: SignIn) -> None:
    here, there = Client(), Client()
    there.post("/sign-in/", {"login": "alma", "password": PASSWORD})
    sign_in(here, alma)
    listed = UserSession.objects.get()
    assert str(listed.pk) in here.get("/sign-in/sessions/").content.decode()
    here.post("/sign-in/sessions/", {"session": str(listed.pk)})
    assert there.get("/desk/")["Location"].startswith("/sign-in/?")
    assert here.get("/desk/").status_code == 200


def test_nobody_ends_anothers_session(
    client: Client, alma: Member, make_member: MakeMember, sign_in: SignIn
) -> None:
    make_member(alma.society, Role.OFFICER, "boris")
    there = Client()
    there.post("/sign-in/", {"login": "boris", "password": PASSWORD})
    sign_in(client, alma)
    client.post("/sign-in/sessions/", {"session": str(UserSession.objects.get().pk)})
    assert there.get("/desk/")["Location"] == "/sign-in/second-factor/set-up/"


def test_ending_all_sessions_of_a_member_ends_those_in_no_list_too(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, alma)
    assert not UserSession.objects.exists()
    actions.end_sessions(alma, by=alma)
    assert client.get("/desk/").status_code == 302


def test_a_session_keeps_no_browser(client: Client, alma: Member, sign_in: SignIn) -> None:
    sign_in(client, alma)
    client.get("/desk/", HTTP_USER_AGENT="CanaryBrowser")
    kept = [row.get_decoded() for row in Session.objects.all()]
    assert "CanaryBrowser" not in str(kept)
    assert kept[0][sessions.FACTOR] is True


def test_a_session_ends_when_the_society_leaves_the_network(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, alma)
    Society.objects.update(state=Society.State.LEFT)
    assert client.get("/desk/").status_code == 302
    answer = client.post("/sign-in/", {"login": "alma", "password": PASSWORD})
    assert answer.status_code == 200


def test_a_clock_that_stood_ahead_makes_no_session_last_longer(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, alma)
        clock.tick(timedelta(days=-1))
        assert client.get("/desk/").status_code == 200, "it was put right, and nobody is sent out"
        clock.tick(timedelta(minutes=31))
        assert client.get("/desk/").status_code == 302


def test_who_proves_it_once_more_goes_on_alone_under_a_new_number(
    alma: Member, sign_in: SignIn
) -> None:
    owner, thief = Client(), Client()
    owner.post("/sign-in/", {"login": "alma", "password": PASSWORD})
    sign_in(owner, alma)
    old = owner.cookies[settings.SESSION_COOKIE_NAME].value
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get("/desk/").status_code == 200
    assert owner.post("/sign-in/again/", {"password": PASSWORD}).status_code == 302
    assert owner.get("/desk/").status_code == 200
    assert thief.get("/desk/")["Location"].startswith("/sign-in/?")
    listed = owner.get("/sign-in/sessions/")
    assert [one.session_key for one in listed.context["sessions"]][-1] == listed.context["here"]
    with reading_as(alma.society_id):
        assert Deed.CONFIRMED_SELF in [one.deed for one in audit.entries(alma.society_id)]


def test_a_wrong_word_within_a_session_is_written_down(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, alma, stepped_up=False)
    for said in ("", "a guess"):  # nothing is no guess
        assert client.post("/sign-in/again/", {"password": said}).status_code == 200
    with reading_as(alma.society_id):
        written = [one.deed for one in audit.entries(alma.society_id)]
    assert written.count(Deed.SIGN_IN_FAILED) == 1
