"""Signing in whole, through the client: password, second factor, and what is left behind."""

import re
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
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
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
BROWSER = "Mozilla/5.0 CanaryBrowser"
ADDRESS = "203.0.113.77"
MORNING = "2026-03-02 08:00:00"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def client() -> Client:
    return Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)


@pytest.fixture
def alma(make_society: MakeSociety, make_member: MakeMember) -> Member:
    return make_member(make_society("AT"), Role.CASEWORKER, "alma")


def give_password(
    client: Client, name: str = "alma", password: str = PASSWORD, to: str = ""
) -> str:
    answer = client.post(f"/sign-in/?next={quote(to)}", {"login": name, "password": password})
    return str(answer.headers.get("Location", ""))


def code_of(secret: str, now: float) -> str:
    return str(format_hotp_value(hotp_value(secret, int(now) // 30)))


def set_up(client: Client, now: float) -> str:
    """Set up the second factor as a person would; gives the secret."""
    page = client.get("/sign-in/second-factor/set-up/").content.decode()
    secret = re.search(r"[A-Z2-7]{32}", page)
    assert secret
    done = client.post("/sign-in/second-factor/set-up/", {"code": code_of(secret[0], now)})
    assert done["Location"] == "/sign-in/recovery-codes/"
    return secret[0]


def recovery_codes(client: Client) -> list[str]:
    return re.findall(r">(\d{8})<", client.get("/sign-in/recovery-codes/").content.decode())


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_the_first_sign_in_leads_to_the_second_factor_and_nowhere_else(
    client: Client, alma: Member
) -> None:
    assert give_password(client, to="/desk/cases/") == "/desk/cases/"
    for shut in [
        "/desk/",
        "/desk/cases/",
        "/sign-in/second-factor/",
        "/sign-in/sessions/",
        "/sign-in/recovery-codes/",
        "/sign-in/recovery-codes/new/",
    ]:
        assert client.get(shut)["Location"] == "/sign-in/second-factor/set-up/"


def test_set_up_shows_recovery_codes_and_opens_the_desk(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        set_up(client, clock().timestamp())
        assert len(recovery_codes(client)) == 10
        assert client.get("/desk/").status_code == 200
    assert {Deed.SIGNED_IN, Deed.SET_SECOND_FACTOR} <= set(deeds(alma.society))


def test_the_qr_code_is_a_picture_of_its_own(client: Client, alma: Member) -> None:
    give_password(client)
    page = client.get("/sign-in/second-factor/set-up/")
    assert b"data:" not in page.content
    picture = client.get("/sign-in/second-factor/picture.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<?xml")


@pytest.mark.database_bound
def test_later_sign_ins_ask_for_the_code(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        client.post("/sign-in/out/")
        clock.tick(60)
        assert give_password(client, to="/desk/cases/") == "/sign-in/code/"
        assert client.get("/desk/").status_code == 302
        wrong = client.post("/sign-in/code/", {"code": "000000"})
        assert wrong.status_code == 200
        right = client.post("/sign-in/code/", {"code": code_of(secret, clock().timestamp())})
        assert right["Location"] == "/desk/cases/"
        assert client.get("/desk/cases/").content == b"cases"
    assert Deed.SIGN_IN_FAILED in deeds(alma.society)


def test_a_code_counts_once(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(60)
        code = code_of(secret, clock().timestamp())
        for last_page in ["/desk/", "/sign-in/code/"]:
            other = Client()
            give_password(other)
            cache.clear()  # another process remembers nothing of the first
            answer = other.post("/sign-in/code/", {"code": code})
            assert (answer.status_code == 302) == (last_page == "/desk/")


@pytest.mark.database_bound
def test_a_recovery_code_lets_in_once(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        set_up(client, clock().timestamp())
        code = recovery_codes(client)[3]
    for status in [302, 200]:
        other = Client()
        give_password(other)
        assert other.post("/sign-in/code/", {"code": code}).status_code == status


def test_new_recovery_codes_end_the_old_ones(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        set_up(client, clock().timestamp())
        before = recovery_codes(client)
        answer = client.post("/sign-in/recovery-codes/new/")
        assert answer["Location"] == "/sign-in/recovery-codes/"
        assert not set(before) & set(recovery_codes(client))
    assert Deed.MADE_RECOVERY_CODES in deeds(alma.society)


def test_a_new_phone_replaces_the_old_one(client: Client, alma: Member) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        old = set_up(client, clock().timestamp())
        clock.tick(60)
        new = set_up(client, clock().timestamp())
        clock.tick(60)
        for secret, status in [(old, 200), (new, 302)]:
            other = Client()
            give_password(other)
            code = code_of(secret, clock().timestamp())
            assert other.post("/sign-in/code/", {"code": code}).status_code == status


def test_a_session_with_the_password_alone_gains_nothing_from_the_members_own_set_up(
    client: Client, alma: Member
) -> None:
    thief = Client()
    give_password(thief)
    with freeze_time(MORNING) as clock:
        give_password(client)
        set_up(client, clock().timestamp())
    assert thief.get("/desk/")["Location"].startswith("/sign-in/?")


def test_the_waiting_secret_lies_in_no_row_in_clear(client: Client, alma: Member) -> None:
    give_password(client)
    page = client.get("/sign-in/second-factor/set-up/").content.decode()
    secret = re.search(r"[A-Z2-7]{32}", page)
    assert secret
    kept = " ".join(str(row.get_decoded()) for row in Session.objects.all())
    assert secret[0] not in kept


def test_a_secret_moved_to_another_member_does_not_open(
    client: Client, alma: Member, make_member: MakeMember
) -> None:
    thief = make_member(alma.society, Role.CASEWORKER, "thief")
    with freeze_time(MORNING) as clock:
        give_password(client, "thief")
        secret = set_up(client, clock().timestamp())
        stolen = Authenticator.objects.get(user=thief, type="totp")
        Authenticator.objects.create(user=alma, type="totp", data=stolen.data)
        other = Client(raise_request_exception=False)
        give_password(other, "alma")
        clock.tick(60)
        answer = other.post("/sign-in/code/", {"code": code_of(secret, clock().timestamp())})
        assert answer.status_code == 500
        assert other.get("/desk/").status_code == 302


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
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            cells += [_text(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


def _text(cell: object) -> str:
    return bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell)
