"""Signing in by name and password, signing out, and what may not be left behind."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import sessions
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import PASSWORD, MakeMember, MakeSociety
from kintrace.network.tests.door import code_of, give_password, set_up
from kintrace.vault.reader import reading_as
from tests.readable import readable_tables

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
BROWSER = "Mozilla/5.0 CanaryBrowser"
ADDRESS = "203.0.113.77"
MORNING = "2026-03-02 08:00:00"


@pytest.fixture
def client() -> Client:
    return Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)


@pytest.fixture
def alma(make_society: MakeSociety, make_member: MakeMember) -> Member:
    return make_member(make_society("AT"), Role.CASEWORKER, "alma")


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


@pytest.mark.parametrize(
    ("name", "password"),
    [("alma", "not her password at all"), ("nobody", PASSWORD), ("gone", PASSWORD)],
)
def test_wrong_unknown_and_gone_are_one_answer(
    client: Client, alma: Member, make_member: MakeMember, name: str, password: str
) -> None:
    gone = make_member(alma.society, Role.OFFICER, "gone")
    gone.state = Member.State.LEFT
    gone.save()
    answer = client.post("/sign-in/", {"login": name, "password": password})
    assert answer.status_code == 200
    assert "This name and password do not belong together." in answer.content.decode()
    assert sessions.SEEN not in client.session


def test_the_case_of_the_sign_in_name_does_not_matter(client: Client, alma: Member) -> None:
    assert give_password(client, " Alma ") == "/desk/"


def test_guessing_is_slowed_down(client: Client, alma: Member) -> None:
    for _ in range(5):
        give_password(client, password="a guess as long as can be")
    answer = client.post("/sign-in/", {"login": "alma", "password": PASSWORD})
    assert "Too many attempts" in answer.content.decode()


@pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example/", "desk"])
def test_signing_in_never_leads_to_another_host(client: Client, alma: Member, where: str) -> None:
    assert give_password(client, to=where) == "/desk/"


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_reset_password",
        "account_confirm_login_code",
        "mfa_trust",
        "mfa_list_webauthn",
        "account_set_password",
        "account_inactive",
    ],
)
def test_what_is_not_wanted_of_allauth_is_not_there(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_signing_out_clears_the_tablet(client: Client, alma: Member) -> None:
    give_password(client)
    assert UserSession.objects.count() == 1
    answer = client.post("/sign-in/out/?next=/desk/cases/")
    assert answer["Location"] == "/sign-in/"
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()
    assert Deed.SIGNED_OUT in deeds(alma.society)


@pytest.mark.parametrize("signed_in", [True, False])
def test_what_waits_on_a_tablet_is_not_lost_by_signing_out_unasked(
    client: Client, alma: Member, signed_in: bool
) -> None:
    if signed_in:
        give_password(client)
    client.cookies[settings.WAITING_COOKIE_NAME] = "3"
    asked = client.post("/sign-in/out/")
    assert (asked.status_code, "Clear-Site-Data" in asked) == (409, False)
    assert b"Not sent yet from this tablet: 3." in asked.content
    assert UserSession.objects.count() == signed_in
    answer = client.post("/sign-in/out/", {"lose": "yes"})
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not UserSession.objects.exists()


@pytest.mark.parametrize("said", ["", "0", "-1", "²", "many", "9" * 40])
def test_nonsense_about_what_waits_holds_nobody_back(
    client: Client, alma: Member, said: str
) -> None:
    give_password(client)
    client.cookies[settings.WAITING_COOKIE_NAME] = said
    assert client.post("/sign-in/out/")["Location"] == "/sign-in/"


@pytest.mark.database_bound
def test_no_address_browser_or_mail_is_left_in_any_table(client: Client, alma: Member) -> None:
    with reading_as(alma.society_id):
        alma.email = "alma@example.org"
        alma.save()
    with freeze_time(MORNING) as clock:
        give_password(client, password="wrong, and so a failed attempt")
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(60)
        again = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
        give_password(again)
        again.post("/sign-in/code/", {"code": code_of(secret, clock().timestamp())})
    everything = every_cell()
    for trace in [ADDRESS, "CanaryBrowser", secret, "example.org"]:
        assert trace not in everything
    assert not EmailAddress.objects.exists()
    assert set(UserSession.objects.values_list("user_agent", flat=True)) == {""}


def every_cell() -> str:
    """All the database holds, as text; sessions also decoded."""
    cells = [str(row.get_decoded()) for row in Session.objects.all()]
    with connection.cursor() as cursor:
        for table in readable_tables():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            cells += [_text(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


def _text(cell: object) -> str:
    return bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell)
