"""Networks that many share, named by a desk."""

from contextlib import nullcontext
from ipaddress import ip_network
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.models import Desk, Member
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.vault.reader import reading_as
from kintrace.visitors import actions, lookups, networks
from kintrace.visitors.models import Network
from kintrace.visitors.quota import Quota
from tests import environment
from tests.postgres import connected_as

PAGE = "/desk/networks/"


@pytest.fixture
def officer(db: None) -> Member:
    return enlist(found("AT"), Role.OFFICER)


def desk_of(member: Member) -> Desk:
    return Desk.objects.get(society_id=member.society_id)


def named(member: Member, addresses: str, times: int = 10) -> Network:
    with reading_as(member.society_id, member=member.pk):
        return actions.name_network(
            desk_of(member), addresses=ip_network(addresses), times=times, by=member
        )


def times(address: str) -> int:
    return networks.times(RequestFactory().get("/", REMOTE_ADDR=address))


def sent(member: Member, addresses: str, **other: str) -> dict[str, str]:
    return {"desk": str(desk_of(member).pk), "addresses": addresses, "times": "10", **other}


@pytest.mark.database_bound
def test_the_public_side_knows_the_ranges_of_every_society(transactional_db: None) -> None:
    for code, addresses, many in (("AT", "192.0.2.0/28", 10), ("BG", "2001:db8:77::/48", 3)):
        named(enlist(found(code), Role.OFFICER), addresses, many)
    on_postgres = environment.on_postgres()
    with connected_as(environment.PUBLIC) if on_postgres else nullcontext():
        assert [times(one) for one in ("192.0.2.9", "::ffff:192.0.2.9", "192.0.2.16")] == [
            10,
            10,
            1,
        ]
        assert [times(one) for one in ("2001:db8:77:9::1", "2001:db8:78::1", "", "x")] == [
            3,
            1,
            1,
            1,
        ]


def test_the_most_of_overlapping_ranges_counts(officer: Member) -> None:
    named(officer, "192.0.2.0/24", 4)
    named(officer, "192.0.2.7/32", 2)
    assert times("192.0.2.7") == 4


def test_the_table_is_asked_once_a_minute(officer: Member) -> None:
    assert times("192.0.2.7") == 1
    named(officer, "192.0.2.7/32")
    assert times("192.0.2.7") == 1
    networks.forget()
    assert times("192.0.2.7") == 10


def test_a_named_network_may_ask_so_many_times_as_often(officer: Member) -> None:
    named(officer, "192.0.2.0/28", 3)
    tries = Quota("test", burst=5, an_hour=1)
    for address, expected in (("192.0.2.7", 15), ("198.51.100.7", 5)):
        asks = RequestFactory().get("/", REMOTE_ADDR=address)
        assert sum(tries.allows(asks) for _ in range(20)) == expected


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SOCIETY_ADMIN])
def test_a_desk_names_a_network_and_takes_it_off_again(
    role: Role, officer: Member, client: Client
) -> None:
    member = officer if role is Role.OFFICER else enlist(officer.society, role)
    let_in(client, member)
    page = client.post(PAGE, sent(member, " 192.0.2.9/28 "), follow=True).content.decode()
    assert "The network is on the list." in page
    assert "192.0.2.0/28" in page
    assert "Main desk" in page
    with reading_as(member.society_id):
        [network] = lookups.networks(member)
    page = client.post(f"{PAGE}{network.pk}/remove/", follow=True).content.decode()
    assert "The network is taken off the list." in page
    assert "192.0.2.0/28" not in page
    with reading_as(member.society_id):
        deeds = [one.deed for one in audit.entries(member.society_id)]
    assert deeds.count("named_network") == deeds.count("removed_network") == 1


@pytest.mark.parametrize(
    ("addresses", "says"),
    [
        ("nonsense", "Write addresses as in"),
        ("192.0.2.0/23", "far more than one place"),
        ("0.0.0.0/0", "far more than one place"),
        ("2001:db8::/47", "far more than one place"),
        ("", "required"),
    ],
)
def test_what_is_no_place_is_not_taken(
    addresses: str, says: str, officer: Member, client: Client
) -> None:
    answer = let_in(client, officer).post(PAGE, sent(officer, addresses))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Network.objects.exists()


def test_naming_it_twice_and_too_much_is_told(officer: Member, client: Client) -> None:
    let_in(client, officer)
    client.post(PAGE, sent(officer, "192.0.2.7"))
    again = client.post(PAGE, sent(officer, "192.0.2.7/32"))
    assert again.status_code == 422
    assert "in the list already" in again.content.decode()
    assert client.post(PAGE, sent(officer, "192.0.2.8", times="11")).status_code == 422
    elsewhere = sent(officer, "192.0.2.8", desk=str(uuid4()))
    assert client.post(PAGE, elsewhere).status_code == 422


@pytest.mark.database_bound
def test_another_societys_network_does_not_exist(officer: Member, client: Client) -> None:
    theirs = named(enlist(found("BG"), Role.OFFICER), "192.0.2.0/28")
    let_in(client, officer)
    assert "192.0.2.0" not in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}{theirs.pk}/remove/").status_code == 404
    if connection.vendor == "postgresql":
        with reading_as(officer.society_id):
            assert not Network.objects.exists()
