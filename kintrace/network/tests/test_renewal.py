"""Somebody leaves, loses a box or resets a password: what becomes of the boxes."""

import html

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions
from kintrace.network.access import Role
from kintrace.network.lookups import keyholders
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import (
    PASSWORD,
    MakeMember,
    SignIn,
    open_box,
    with_boxes,
)
from kintrace.network.words import BOX_NAMES
from kintrace.vault import actions as vault
from kintrace.vault import lookups as vault_lookups
from kintrace.vault.reader import BoxIsShut, reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.database_bound,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
Officers = tuple[Member, Member]


@pytest.fixture
def officers(at: Society, alma: Member) -> Officers:
    return with_boxes(at, alma)


@pytest.fixture
def first(client: Client, officers: Officers, sign_in: SignIn) -> Client:
    """The first officer at the desk."""
    return sign_in(client, officers[0])


def both(officers: Officers) -> dict[str, str]:
    return {"own": PASSWORD, "second": officers[1].sign_in, "second_password": PASSWORD}


def sealed(society: Society, text: bytes = b"I am here.") -> bytes:
    return vault.seal_to_box(society.pk, box="inbox", plaintext=text, label="here")


def read(member: Member, message: bytes, *, password: str = PASSWORD) -> bytes:
    boxes = vault.opened(member.pk, society=member.society_id, opening_password=password)
    return boxes.open("inbox", message, label="here")


def due(society: Society) -> list[str]:
    return [one.box for one in keyholders.renewals(society.pk)]


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_a_box_waits_for_a_new_key_once_somebody_who_could_open_it_left(
    first: Client, at: Society, alma: Member, admin: Member
) -> None:
    assert due(at) == []
    actions.let_go(alma, by=admin)
    assert due(at) == ["inbox"]
    page = first.get("/desk/keys/").content.decode()
    assert "a member who could open it left on" in page
    assert "(Caseworker)" in page
    assert "alma" not in page
    assert "/desk/keys/inbox/renew/" in page


def test_a_new_key_shuts_out_who_left_and_keeps_what_came_before_readable(
    first: Client, at: Society, alma: Member, admin: Member, officers: Officers
) -> None:
    before = sealed(at)
    kept = vault.opened(alma.pk, society=at.pk, opening_password=PASSWORD)
    actions.let_go(alma, by=admin)
    assert first.post("/desk/keys/inbox/renew/", both(officers)).status_code == 302
    after = sealed(at, b"Later.")
    assert kept.open("inbox", before, label="here")
    with pytest.raises(BoxIsShut):
        kept.open("inbox", after, label="here")
    for officer in officers:
        assert (read(officer, before), read(officer, after)) == (b"I am here.", b"Later.")
    assert due(at) == []
    assert deeds(at)[0] == Deed.RENEWED_BOX


def test_a_role_that_does_not_hold_the_box_asks_for_a_new_key(
    at: Society, alma: Member, admin: Member, officers: Officers
) -> None:
    actions.change_role(alma, role=Role.OFFICER, by=admin)
    assert due(at) == []
    actions.change_role(alma, role=Role.VOLUNTEER, by=admin)
    assert due(at) == ["inbox"]
    assert not keyholders.renewals(at.pk)[0].left


def test_who_reset_a_password_before_leaving_had_the_box_all_the_same(
    at: Society, alma: Member, admin: Member, officers: Officers
) -> None:
    vault.drop_member_keys(alma.pk, society=at.pk)
    assert due(at) == []
    actions.let_go(alma, by=admin)
    assert due(at) == ["inbox"]


def test_who_never_held_the_box_leaves_no_task_behind(
    at: Society, admin: Member, officers: Officers, make_member: MakeMember
) -> None:
    guest = make_member(at, Role.CASEWORKER)
    actions.set_opening_password(guest, password=PASSWORD)
    actions.let_go(guest, by=admin)
    assert due(at) == []


def test_one_officer_takes_a_box_back_and_is_led_to_the_new_key(
    first: Client, at: Society, alma: Member, officers: Officers, sign_in: SignIn
) -> None:
    hers = open_box(sign_in(Client(), alma))
    where = f"/desk/keys/{alma.pk}/inbox/take-back/"
    assert where in first.get("/desk/keys/").content.decode()
    assert first.get(where).status_code == 200
    assert first.post(where)["Location"] == "/desk/keys/inbox/renew/"
    assert hers.get("/desk/boxed/").status_code == 302
    assert due(at) == ["inbox"]
    assert deeds(at)[0] == Deed.REVOKED_GRANTS
    assert first.get(where).status_code == 404
    answer = first.post(f"/desk/keys/{alma.pk}/inbox/", both(officers))
    assert answer.status_code == 302
    assert due(at) == []


def test_nobody_takes_a_box_from_themselves_or_from_the_last_who_opens_it(
    at: Society, alma: Member, officers: Officers
) -> None:
    with pytest.raises(actions.NotYourself):
        actions.take_back(officers[0], box="inbox", by=officers[0])
    for member in (alma, officers[1]):
        actions.take_back(member, box="inbox", by=officers[0])
    with pytest.raises(actions.NobodyElseOpensIt):
        actions.take_back(officers[0], box="inbox", by=officers[1])


def test_an_open_box_is_opened_anew_after_a_new_key(
    first: Client, alma: Member, officers: Officers, sign_in: SignIn
) -> None:
    hers = open_box(sign_in(Client(), alma))
    assert hers.get("/desk/boxed/").status_code == 200
    first.post("/desk/keys/inbox/renew/", both(officers))
    assert hers.get("/desk/boxed/")["Location"].startswith("/desk/open-box/")
    assert open_box(hers).get("/desk/boxed/").status_code == 200


@pytest.mark.parametrize("box", ["nothing", "team"])
def test_a_box_that_the_society_does_not_have_gets_no_key(first: Client, box: str) -> None:
    assert first.get(f"/desk/keys/{box}/renew/").status_code == 404


def test_a_new_key_needs_a_second_officer(first: Client, at: Society, officers: Officers) -> None:
    said = both(officers) | {"second": "alma"}
    assert first.post("/desk/keys/inbox/renew/", said).status_code == 422
    with reading_as(at.pk):
        key = vault_lookups.newest_box_key(at.pk, "inbox")
    assert key
    assert key.version == 1
    assert deeds(at)[0] == Deed.OPENING_FAILED


# --- a new password by letter, and a new grant ---


def start_anew(member: Member, *, password: str) -> None:
    """What a reset by letter does to a member's keys."""
    vault.drop_member_keys(member.pk, society=member.society_id)
    vault.make_member_keys(member.pk, society=member.society_id, opening_password=password)


def test_who_reset_a_password_opens_nothing_until_two_officers_grant_it_again(
    first: Client, at: Society, alma: Member, officers: Officers, sign_in: SignIn
) -> None:
    before, new = sealed(at), "seven geese over the lake"
    start_anew(alma, password=new)
    hers = sign_in(Client(), alma)
    answer = hers.post("/desk/open-box/", {"opening_password": new})
    assert "Ask two officers to grant it" in answer.content.decode()
    assert [one.member for one in keyholders.waiting(at.pk)] == [alma]
    assert first.post(f"/desk/keys/{alma.pk}/inbox/", both(officers)).status_code == 302
    assert keyholders.waiting(at.pk) == []
    assert read(alma, before, password=new) == b"I am here."


def how_boxes_work(client: Client) -> str:
    page = html.unescape(client.get("/desk/boxes/how/").content.decode())
    return page[page.index("<main") : page.index("</main>")]


def test_how_boxes_work_is_told_of_every_box(client: Client, alma: Member, sign_in: SignIn) -> None:
    main = how_boxes_work(sign_in(client, alma))
    assert "<svg" in main
    for told in (*map(str, BOX_NAMES.values()), "child's team", "addresses and stories"):
        assert told in main
    assert "Who has only a passkey sets an opening word of their own" in main


def test_how_boxes_work_is_read_in_a_minute(client: Client, alma: Member, sign_in: SignIn) -> None:
    words = strip_tags(how_boxes_work(sign_in(client, alma))).split()
    assert 100 <= len(words) <= 170
