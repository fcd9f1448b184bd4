"""A passkey alone: it is two factors by itself, opens no box, and is never the last thing lost."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import PASSWORD, MakeMember, SignIn
from kintrace.network.tests.device import HOST, Device
from kintrace.network.tests.door import give_password
from kintrace.network.words import MemberState, SocietyState
from kintrace.vault.reader import reading_as

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]
MINE, ALONE, WITHOUT = "/sign-in/passkeys/", "/sign-in/passkey/", "/sign-in/passkeys/alone/"


@pytest.fixture
def client() -> Client:
    return Client(SERVER_NAME=HOST)


def read(client: Client, page: str) -> str:
    return client.get(page).content.decode()


def set_up(desk: Client) -> Device:
    device = Device()
    assert desk.post(MINE, {"credential": device.makes(read(desk, MINE))}).status_code == 302
    return device


@pytest.fixture
def phone(alma: Member, sign_in: SignIn) -> Device:
    """Alma's telephone, set up."""
    return set_up(sign_in(Client(SERVER_NAME=HOST), alma))


def comes_in(client: Client, device: Device) -> int:
    return client.post(ALONE, {"credential": device.uses(read(client, ALONE))}).status_code


@pytest.fixture
def alone(client: Client, phone: Device) -> Client:
    """Alma, who came in with the telephone alone."""
    assert comes_in(client, phone) == 302
    return client


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_a_passkey_lets_in_without_a_password_and_is_written_down(
    alone: Client, at: Society
) -> None:
    assert alone.get("/desk/").status_code == 200
    assert deeds(at)[0] == Deed.SIGNED_IN


def test_it_opens_no_box(alone: Client, alma: Member) -> None:
    with reading_as(alma.society_id, member=alma.pk):
        actions.set_opening_password(alma, password=PASSWORD)
    assert 'name="opening_password"' in read(alone, "/desk/open-box/")


@pytest.mark.parametrize("whose", ["nobody", "not verified", "another's name", "nonsense"])
def test_nothing_else_lets_in(
    client: Client, phone: Device, at: Society, make_member: MakeMember, whose: str
) -> None:
    page = read(client, ALONE)
    if whose == "nobody":
        phone.whose = b"00000000-0000-4000-8000-000000000000"
    elif whose == "not verified":
        phone.verified = False
    elif whose == "another's name":
        phone.whose = make_member(at).pk.hex.encode()
    said = "{}" if whose == "nonsense" else phone.uses(page)
    assert client.post(ALONE, {"credential": said}).status_code == 422
    assert client.get("/desk/").status_code == 302


def test_an_answer_counts_once(client: Client, phone: Device) -> None:
    said = {"credential": phone.uses(read(client, ALONE))}
    assert client.post(ALONE, said).status_code == 302
    again = Client(SERVER_NAME=HOST)
    read(again, ALONE)
    assert again.post(ALONE, said).status_code == 422


def test_who_left_and_whose_society_left_stay_outside(
    client: Client, phone: Device, alma: Member, at: Society
) -> None:
    Member.objects.filter(pk=alma.pk).update(state=MemberState.LEFT)
    assert comes_in(client, phone) == 422
    Member.objects.filter(pk=alma.pk).update(state=MemberState.ACTIVE)
    Society.objects.filter(pk=at.pk).update(state=SocietyState.LEFT)
    assert comes_in(client, phone) == 422


def test_the_password_is_given_up_by_who_came_in_without_it(
    alone: Client, alma: Member, at: Society, client: Client, phone: Device
) -> None:
    assert "Give up my password" in read(alone, WITHOUT)
    assert alone.post(WITHOUT).status_code == 302
    assert alone.get("/desk/").status_code == 200
    assert Deed.GAVE_UP_PASSWORD in deeds(at)
    other = Client(SERVER_NAME=HOST)
    give_password(other)
    assert other.get("/desk/").status_code == 302
    assert comes_in(other, phone) == 302
    assert "Change my password" not in read(other, "/sign-in/second-factor/")


def test_who_came_in_with_the_password_tries_the_passkey_first(
    alma: Member, phone: Device, sign_in: SignIn
) -> None:
    desk = sign_in(Client(SERVER_NAME=HOST), alma)
    assert "First try it" in read(desk, WITHOUT)
    assert desk.post(WITHOUT).status_code == 409
    alma.refresh_from_db()
    assert alma.has_usable_password()


def test_a_passkey_that_was_removed_since_is_no_ground_to_give_up_the_password(
    alone: Client, alma: Member
) -> None:
    alone.post(MINE, {"remove": str(Authenticator.objects.get(user=alma, type="webauthn").pk)})
    assert alone.post(WITHOUT).status_code == 409
    alma.refresh_from_db()
    assert alma.has_usable_password()


def test_who_is_in_already_is_led_on(alone: Client) -> None:
    assert alone.get(ALONE)["Location"] == "/desk/"


def test_without_a_password_the_last_passkey_is_not_removed(
    alone: Client, alma: Member, phone: Device
) -> None:
    alone.post(WITHOUT)
    own = Authenticator.objects.filter(user=alma, type="webauthn")
    last = own.get()
    assert alone.post(MINE, {"remove": str(last.pk)}).status_code == 409
    set_up(alone)
    assert alone.post(MINE, {"remove": str(last.pk)}).status_code == 302
    assert own.count() == 1


def test_without_a_password_it_is_proved_once_more_with_the_passkey(
    alone: Client, alma: Member, phone: Device, sign_in: SignIn
) -> None:
    alone.post(WITHOUT)
    alma.refresh_from_db()
    late = sign_in(Client(SERVER_NAME=HOST), alma, stepped_up=False)
    there = late.get(MINE)["Location"]
    while late.get(there).status_code == 302:
        there = late.get(there)["Location"]
    assert "/sign-in/again/passkey/" in there + read(late, there)


def test_what_was_typed_when_a_session_ended_comes_along(client: Client, phone: Device) -> None:
    page = client.post(ALONE, {"kept": "sealed words"}).content.decode()
    assert 'name="kept" value="sealed words"' in page
