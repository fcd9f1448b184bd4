"""The second factor: set up before anything else, asked for ever after, and never readable."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import factor
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import MakeMember, MakeSociety
from kintrace.network.tests.door import code_of, give_password, recovery_codes, set_up
from kintrace.vault.reader import reading_as

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


def shows_code(code: str) -> int:
    """Somebody with the password shows this code to a process that remembers none."""
    other = Client()
    give_password(other)
    cache.clear()
    return other.post("/sign-in/code/", {"code": code}).status_code


def test_a_code_may_be_typed_as_the_app_shows_it_in_two_groups(
    client: Client, alma: Member
) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(60)
        code = code_of(secret, clock().timestamp())
        assert shows_code(f"{code[:3]} {code[3:]}") == 302


@pytest.mark.parametrize(("late", "status"), [(-30, 302), (30, 302), (-60, 200), (60, 200)])
def test_a_code_may_be_half_a_minute_early_or_late(
    client: Client, alma: Member, late: int, status: int
) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(300)
        assert shows_code(code_of(secret, clock().timestamp() - late)) == status


def test_a_code_typed_late_counts_once_and_none_before_it_any_more(
    client: Client, alma: Member
) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(300)
        used, before = (code_of(secret, clock().timestamp() - late) for late in (0, 30))
        for code, waited, status in [(used, 0, 302), (used, 31, 200), (before, 0, 200)]:
            clock.tick(waited)
            assert shows_code(code) == status


def test_a_code_that_runs_out_while_it_is_looked_at_lets_nobody_in(
    client: Client, alma: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    with freeze_time(MORNING) as clock:
        give_password(client)
        secret = set_up(client, clock().timestamp())
        clock.tick(60)
        monkeypatch.setattr(factor, "yield_hotp_counters_from_time", lambda: [1, 2, 3])
        assert shows_code(code_of(secret, clock().timestamp())) == 200


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
