"""What administrators do with members and societies."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import (
    MakeMember,
    MakeSociety,
    SignIn,
    open_box,
    with_boxes,
    work_off,
)
from kintrace.network.tests.second_tab import seen_on
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]


@pytest.fixture
def desk(client: Client, admin: Member, sign_in: SignIn) -> Client:
    return sign_in(client, admin)


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


def test_an_administrator_sees_the_own_society_only(
    desk: Client, alma: Member, make_society: MakeSociety, make_member: MakeMember
) -> None:
    make_member(make_society("BG"), sign_in="boris")
    page = desk.get("/desk/members/").content.decode()
    assert "alma" in page
    assert "boris" not in page


@pytest.mark.parametrize("doing", ["", "role/", "invite/", "second-factor/", "leave/"])
def test_a_member_of_another_society_is_not_there(
    desk: Client, make_society: MakeSociety, make_member: MakeMember, doing: str
) -> None:
    stranger = make_member(make_society("BG"))
    answer = desk.post(f"/desk/members/{stranger.pk}/{doing}", {"new-role": "officer"})
    assert answer.status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active
    assert stranger.role == Role.CASEWORKER


@pytest.mark.database_bound
def test_what_is_known_of_a_member_is_corrected_and_sealed(
    desk: Client, alma: Member, at: Society
) -> None:
    said = {"name": "Alma Bauer", "email": "a@example.org", "phone": "", "languages": ["ar"]}
    page = f"/desk/members/{alma.pk}/"
    seen = seen_on(desk.get(page).content.decode())
    assert desk.post(page, said | {"seen": seen}).status_code == 302
    assert "Alma Bauer" in desk.get("/desk/members/").content.decode()
    assert Deed.CHANGED_MEMBER in deeds(at)


def test_letters_go_in_the_first_language_that_the_desk_speaks(alma: Member) -> None:
    alma.languages = ["ti", "ar", "en"]
    assert alma.language == "ar"
    alma.languages = ["ti", "fr"]
    assert alma.language == "en"


def test_a_new_role_ends_the_members_sessions(
    desk: Client, alma: Member, at: Society, sign_in: SignIn
) -> None:
    hers = sign_in(Client(), alma)
    desk.post(f"/desk/members/{alma.pk}/role/", {"new-role": "officer"})
    assert hers.get("/desk/").status_code == 302
    alma.refresh_from_db()
    assert alma.role == Role.OFFICER


def test_a_role_without_the_box_loses_it(at: Society, alma: Member, admin: Member) -> None:
    with_boxes(at, alma)
    actions.change_role(alma, role=Role.VOLUNTEER, by=admin)
    assert holders(at, "inbox").isdisjoint({alma.pk})


def holders(society: Society, box: str) -> set[object]:
    with reading_as(society.pk):
        rows = lookups.standings(society.pk)
    return {one.member.pk for one in rows if one.box == box and one.granted}


@pytest.mark.database_bound
def test_who_leaves_keeps_no_session_key_or_second_factor(
    desk: Client, alma: Member, at: Society, sign_in: SignIn
) -> None:
    with_boxes(at, alma)
    hers = open_box(sign_in(Client(), alma))
    Authenticator.objects.create(user=alma, type="totp", data={"secret": "sealed"})
    desk.post(f"/desk/members/{alma.pk}/leave/")
    assert hers.get("/desk/").status_code == 302
    assert not Authenticator.objects.filter(user=alma).exists()
    assert not lookups.has_keys(alma)
    assert Deed.MEMBER_LEFT in deeds(at)


def test_a_lost_phone_is_forgotten_by_an_administrator(
    desk: Client, alma: Member, at: Society
) -> None:
    Authenticator.objects.create(user=alma, type="totp", data={"secret": "sealed"})
    desk.post(f"/desk/members/{alma.pk}/second-factor/")
    assert not Authenticator.objects.filter(user=alma).exists()
    assert Deed.REMOVED_SECOND_FACTOR in deeds(at)


@pytest.mark.parametrize("doing", ["role/", "second-factor/", "leave/"])
def test_nobody_does_this_to_themselves(desk: Client, admin: Member, doing: str) -> None:
    answer = desk.post(f"/desk/members/{admin.pk}/{doing}", {"new-role": "officer"})
    assert answer.status_code == 409
    admin.refresh_from_db()
    assert admin.is_active
    assert admin.role == Role.SOCIETY_ADMIN


@pytest.mark.database_bound
def test_the_networks_office_founds_a_society_and_invites_its_administrator(
    client: Client, make_society: MakeSociety, make_member: MakeMember, sign_in: SignIn
) -> None:
    office = make_society("ICRC")
    sign_in(client, make_member(office, Role.NETWORK_ADMIN))
    said = {
        "code": "bg",
        "name": "Society BG",
        "kind": "national_society",
        "country": "bg",
        "phone": "",
        "languages": ["en"],
    }
    answer = client.post("/desk/societies/found/", said)
    society = lookups.society_coded("BG")
    assert answer["Location"] == f"/desk/societies/{society.pk}/administrator/"
    who = {"sign_in": "boris", "name": "Boris Petrov", "email": "boris@example.org"}
    assert client.post(answer["Location"], who).status_code == 302
    work_off()
    assert mail.outbox[0].to == ["boris@example.org"]
    boris = lookups.member_named("boris")
    assert boris is not None
    assert boris.society == society
    assert boris.role == Role.SOCIETY_ADMIN
    assert Deed.INVITED_MEMBER in deeds(society)


def test_an_administrator_of_a_society_invites_to_no_other(
    admin: Member, make_society: MakeSociety
) -> None:
    with pytest.raises(NoRight):
        actions.invite(
            make_society("BG"),
            sign_in="boris",
            role=Role.OFFICER,
            name="Boris",
            email="boris@example.org",
            door=str,
            by=admin,
        )
