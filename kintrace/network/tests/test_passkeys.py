"""Passkeys: only the member's own, only for this question, and nonsense breaks nothing."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import MakeMember, SignIn
from kintrace.network.tests.device import HOST, Device
from kintrace.network.tests.door import give_password
from kintrace.vault import actions as vault
from kintrace.vault.reader import reading_as

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]
PAGE, CODE, AGAIN = "/sign-in/passkeys/", "/sign-in/code/", "/sign-in/again/passkey/"
HALF = {"id": "AA", "rawId": "AA", "type": "public-key"}
CREATED = {"clientDataJSON": "AA", "attestationObject": "AA"}
USED = {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}
NONSENSE = [
    *("", "nothing", "[]", "1", "{}"),
    *(json.dumps(HALF | {"response": response}) for response in ({}, CREATED, USED)),
]


@pytest.fixture
def client() -> Client:
    return Client(SERVER_NAME=HOST)


@pytest.fixture
def desk(alma: Member, sign_in: SignIn) -> Client:
    return sign_in(Client(SERVER_NAME=HOST), alma)


@pytest.fixture
def phone(desk: Client) -> Device:
    """Alma's telephone, set up."""
    device = Device()
    answer = desk.post(PAGE, {"credential": device.makes(read(desk, PAGE))})
    assert answer.status_code == 302, answer.context["form"].errors
    return device


def read(client: Client, page: str) -> str:
    return client.get(page).content.decode()


def of(member: Member) -> list[Authenticator]:
    return list(Authenticator.objects.filter(user=member, type="webauthn"))


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_a_passkey_lets_in_after_the_password(client: Client, phone: Device, at: Society) -> None:
    assert give_password(client).startswith(CODE)
    answer = client.post(CODE, {"credential": phone.uses(read(client, CODE))})
    assert answer.status_code == 302
    assert client.get("/desk/").status_code == 200
    assert Deed.SET_PASSKEY in deeds(at)


def test_a_passkey_proves_it_once_more(alma: Member, phone: Device, sign_in: SignIn) -> None:
    late = sign_in(Client(SERVER_NAME=HOST), alma, stepped_up=False)
    assert late.get(PAGE)["Location"].startswith("/sign-in/again/")
    assert AGAIN in read(late, "/sign-in/again/")
    said = {"credential": phone.uses(read(late, AGAIN)), "next": PAGE}
    assert late.post(AGAIN, said)["Location"] == PAGE
    assert late.get(PAGE).status_code == 200


def test_an_answer_counts_once_and_for_its_own_question_alone(
    client: Client, phone: Device
) -> None:
    give_password(client)
    older = phone.uses(read(client, CODE))
    read(client, CODE)
    assert client.post(CODE, {"credential": older}).status_code == 200
    assert client.get("/desk/").status_code == 302


def test_another_members_telephone_lets_nobody_in(
    client: Client, phone: Device, at: Society
) -> None:
    give_password(client)
    other = Device()
    other.id = phone.id  # a copied name without the key
    assert client.post(CODE, {"credential": other.uses(read(client, CODE))}).status_code == 200
    assert client.get("/desk/").status_code == 302
    assert deeds(at)[0] == Deed.SIGN_IN_FAILED


def test_a_found_telephone_is_no_second_factor(desk: Client, alma: Member) -> None:
    device = Device(verified=False)
    assert desk.post(PAGE, {"credential": device.makes(read(desk, PAGE))}).status_code == 422
    assert of(alma) == []


@pytest.mark.parametrize("answer", NONSENSE)
def test_nonsense_makes_no_passkey_and_lets_nobody_in(
    client: Client, desk: Client, phone: Device, alma: Member, answer: str
) -> None:
    read(desk, PAGE)
    assert desk.post(PAGE, {"credential": answer}).status_code == 422
    read(desk, AGAIN)
    assert desk.post(AGAIN, {"credential": answer}).status_code == 422
    assert len(of(alma)) == 1
    give_password(client)
    read(client, CODE)
    assert client.post(CODE, {"credential": answer}).status_code == 200
    assert client.get("/desk/").status_code == 302


def test_a_passkey_has_no_name_and_is_removed_by_its_owner_alone(
    desk: Client, phone: Device, alma: Member, at: Society, make_member: MakeMember, sign_in: SignIn
) -> None:
    (kept,) = of(alma)
    assert kept.data["name"] == ""
    other = sign_in(Client(SERVER_NAME=HOST), make_member(at))
    other.post(PAGE, {"remove": str(kept.pk)})
    assert of(alma) == [kept]
    desk.post(PAGE, {"remove": str(kept.pk)})
    assert of(alma) == []
    assert Deed.REMOVED_PASSKEY in deeds(at)


def test_a_lost_phone_takes_the_passkeys_along(
    phone: Device, alma: Member, at: Society, make_member: MakeMember
) -> None:
    actions.forget_second_factor(alma, by=make_member(at, Role.SOCIETY_ADMIN))
    assert of(alma) == []


def test_a_passkey_opens_no_box_and_the_first_opening_phrase_is_long(
    desk: Client, phone: Device, alma: Member
) -> None:
    vault.drop_member_keys(alma.pk, society=alma.society_id)
    assert desk.get("/desk/open-box/")["Location"] == "/desk/open-box/first/"
    short = {"password": "fourteen signs", "again": "fourteen signs"}
    assert desk.post("/desk/open-box/first/", short).status_code == 422
    assert not lookups.has_keys(alma)
    long = {"password": "fifteen signs, say", "again": "fifteen signs, say"}
    assert desk.post("/desk/open-box/first/", long).status_code == 200
    assert lookups.has_keys(alma)
