"""The code from the society's safe, when nobody can open a box any more."""

import re

import pytest
from django.test import Client

from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.lookups import keyholders
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import PASSWORD, MakeMember, SignIn
from kintrace.network.tests.test_renewal import deeds, read, sealed, start_anew
from kintrace.vault import lookups as vault_lookups
from kintrace.vault.members import safe_of
from kintrace.vault.reader import reading_as

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


def everyone_forgets(*members: Member) -> None:
    for member in members:
        start_anew(member, password=PASSWORD)


@pytest.fixture
def code(at: Society, alma: Member, make_member: MakeMember) -> str:
    """The code that the ceremony made; everybody's password is lost afterwards."""
    pair = make_member(at, Role.OFFICER, "omar"), make_member(at, Role.OFFICER, "lena")
    for member in (*pair, alma):
        actions.set_opening_password(member, password=PASSWORD)
    second = actions.Hand("lena", PASSWORD)
    made = actions.hold_ceremony(own=PASSWORD, second=second, by=pair[0])
    everyone_forgets(alma, *pair)
    return made.recovery_code


def named(sign_in_name: str) -> Member:
    member = lookups.member_named(sign_in_name)
    assert member
    return member


@pytest.fixture
def omar(client: Client, code: str, sign_in: SignIn) -> Client:
    return sign_in(client, named("omar"))


def said_with(code: str) -> dict[str, str]:
    return {"code": code, "own": PASSWORD, "second": "lena", "second_password": PASSWORD}


def test_the_code_from_the_safe_opens_the_boxes_when_nobody_can(
    omar: Client, at: Society, alma: Member, code: str
) -> None:
    before = sealed(at)
    assert omar.get("/desk/keys/").content.decode().count("Fewer than two of your officers") == 1
    page = omar.post("/desk/keys/safe/", said_with(code.lower())).content.decode()
    fresh = re.search(r"([A-Z0-9]{4}-){5}[A-Z0-9]{4}", page)
    assert fresh
    assert fresh[0] != code
    after = sealed(at, b"Later.")
    assert (read(alma, before), read(alma, after)) == (b"I am here.", b"Later.")
    assert deeds(at)[0] == Deed.USED_SAFE
    assert keyholders.waiting(at.pk) == []
    assert len(keyholders.able_to_sign(at.pk)) == 2
    used = omar.post("/desk/keys/safe/", said_with(code))
    assert used.status_code == 422
    assert omar.post("/desk/keys/safe/", said_with(fresh[0])).status_code == 200


def test_wrong_codes_from_the_safe_are_counted_and_written_down(
    omar: Client, at: Society, code: str
) -> None:
    wrong = said_with("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ")
    for _ in range(10):
        answer = omar.post("/desk/keys/safe/", wrong)
        assert answer.status_code == 422
        assert "This recovery code is not right." in answer.content.decode()
    right = omar.post("/desk/keys/safe/", said_with(code))
    assert right.status_code == 422
    assert "Too many attempts." in right.content.decode()
    assert deeds(at).count(Deed.OPENING_FAILED) == 10
    with reading_as(at.pk):
        assert set(vault_lookups.holders(at.pk, "inbox")) == {safe_of(at.pk)}


def test_the_safe_gives_nothing_to_who_had_a_box_taken_back(
    omar: Client, at: Society, alma: Member, code: str
) -> None:
    omar.post("/desk/keys/safe/", said_with(code))
    actions.take_back(alma, box="inbox", by=named("omar"))
    assert alma.pk not in keyholders.entitled_again(at.pk)["inbox"]
    assert [one.member for one in keyholders.waiting(at.pk)] == []
