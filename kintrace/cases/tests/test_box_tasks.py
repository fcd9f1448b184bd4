"""What boxes ask of a member stands on the first page of the desk."""

import pytest
from django.test import Client

from kintrace.network import actions
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import PASSWORD, MakeMember, MakeSociety, SignIn, with_boxes

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(make_society: MakeSociety) -> Society:
    return make_society("AT")


@pytest.fixture
def alma(at: Society, make_member: MakeMember) -> Member:
    return make_member(at, Role.CASEWORKER, "alma")


def work(client: Client) -> str:
    return client.get("/desk/").content.decode()


def test_officers_find_the_new_key_on_their_work_list_until_it_is_made(
    client: Client, at: Society, alma: Member, make_member: MakeMember, sign_in: SignIn
) -> None:
    first, second = with_boxes(at, alma)
    sign_in(client, first)
    assert "Make a new key" not in work(client)
    actions.let_go(alma, by=make_member(at, Role.SOCIETY_ADMIN))
    page = work(client)
    assert "Make a new key for “Inbox”: a member left on" in page
    assert "(Caseworker)" in page
    assert "alma" not in page
    actions.renew_box(
        "inbox", own=PASSWORD, second=actions.Hand(second.sign_in, PASSWORD), by=first
    )
    assert "Make a new key" not in work(client)


def test_who_waits_for_a_box_and_those_who_grant_it_are_told(
    at: Society, alma: Member, sign_in: SignIn
) -> None:
    first, _ = with_boxes(at)
    hers, his = sign_in(Client(), alma), sign_in(Client(), first)
    assert "waits to be granted a box" not in work(his)
    actions.set_opening_password(alma, password=PASSWORD)
    assert "1 member waits to be granted a box." in work(his)
    assert "You cannot open “Inbox” yet: two officers grant it." in work(hers)
