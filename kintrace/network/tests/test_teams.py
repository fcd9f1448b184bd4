"""A child's team: named members, a box of their own, and what a change of members asks for."""

import pytest
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions
from kintrace.network.access import Role
from kintrace.network.lookups import keyholders
from kintrace.network.models import Member, Society, Team
from kintrace.network.tests.cast import (
    PASSWORD,
    MakeMember,
    SignIn,
    enlist,
    with_boxes,
)
from kintrace.vault import actions as vault
from kintrace.vault.reader import BoxIsShut, reading_as

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]
Officers = tuple[Member, Member]


@pytest.fixture
def carla(at: Society, make_member: MakeMember) -> Member:
    return make_member(at, Role.CHILD_PROTECTION, "carla")


@pytest.fixture
def officers(at: Society, alma: Member, carla: Member) -> Officers:
    return with_boxes(at, alma, carla)


@pytest.fixture
def chidi(at: Society, make_member: MakeMember) -> Member:
    """A caseworker who is in no team yet."""
    member = make_member(at, Role.CASEWORKER, "chidi")
    actions.set_opening_password(member, password=PASSWORD)
    return member


@pytest.fixture
def maple(alma: Member, carla: Member, officers: Officers) -> Team:
    second = actions.Hand(officers[1].sign_in, PASSWORD)
    return actions.make_team(
        "Maple", members=[alma, carla], own=PASSWORD, second=second, by=officers[0]
    )


def both(officers: Officers) -> dict[str, str]:
    return {"own": PASSWORD, "second": officers[1].sign_in, "second_password": PASSWORD}


def sealed(team: Team) -> bytes:
    return vault.seal_to_box(team.society_id, box=team.box, plaintext=b"She fears.", label="here")


def opens(member: Member, team: Team, note: bytes) -> bool:
    boxes = vault.opened(member.pk, society=team.society_id, opening_password=PASSWORD)
    try:
        return boxes.open(team.box, note, label="here") == b"She fears."
    except BoxIsShut:
        return False


def test_the_team_opens_its_box_and_no_officer_does(
    maple: Team, alma: Member, carla: Member, officers: Officers
) -> None:
    note = sealed(maple)
    assert [opens(one, maple, note) for one in (alma, carla, *officers)] == [
        *(True, True),
        *(False, False),
    ]


def test_two_officers_make_a_team_at_one_screen(
    client: Client, at: Society, alma: Member, carla: Member, officers: Officers, sign_in: SignIn
) -> None:
    sign_in(client, officers[0])
    said = {
        "name": "Maple",
        "members": [str(alma.pk), str(carla.pk)],
        "own": PASSWORD,
        "second": officers[1].sign_in,
        "second_password": PASSWORD,
    }
    alone = client.post("/desk/teams/make/", said | {"second": officers[0].sign_in})
    assert alone.status_code == 422
    where = client.post("/desk/teams/make/", said)["Location"]
    page = client.get(where).content.decode()
    assert "Maple" in page
    assert page.count("Can open it") == 2
    assert "Maple" in client.get("/desk/teams/").content.decode()
    with reading_as(at.pk):
        assert Deed.MADE_TEAM in [entry.deed for entry in audit.entries(at.pk)]


@pytest.mark.parametrize("who", [["alma"], ["carla"], ["alma", "chidi"]])
def test_a_team_has_two_members_and_somebody_who_protects_children(
    officers: Officers, alma: Member, carla: Member, chidi: Member, who: list[str]
) -> None:
    known = {"alma": alma, "carla": carla, "chidi": chidi}
    second = actions.Hand(officers[1].sign_in, PASSWORD)
    with pytest.raises(actions.NotATeam):
        actions.make_team(
            "Maple",
            members=[known[one] for one in who],
            own=PASSWORD,
            second=second,
            by=officers[0],
        )


def test_who_comes_into_a_team_is_granted_its_box_with_somebody_of_the_team(
    client: Client, maple: Team, chidi: Member, officers: Officers, sign_in: SignIn
) -> None:
    note = sealed(maple)
    sign_in(client, officers[0])
    client.post(f"/desk/teams/{maple.pk}/", {"member": str(chidi.pk)})
    assert (chidi, maple.box) in [
        (one.member, one.box) for one in keyholders.waiting(maple.society_id)
    ]
    where = f"/desk/keys/{chidi.pk}/{maple.box}/"
    said = both(officers)
    assert client.post(where, said).status_code == 422
    lent = said | {"holder": "alma", "holder_password": PASSWORD}
    assert client.post(where, lent).status_code == 302
    assert opens(chidi, maple, note)


@pytest.fixture
def full(client: Client, maple: Team, chidi: Member, officers: Officers, sign_in: SignIn) -> Team:
    """The team with Chidi in it, too; the first officer is at the desk."""
    sign_in(client, officers[0])
    client.post(f"/desk/teams/{maple.pk}/", {"member": str(chidi.pk)})
    lent = both(officers) | {"holder": "alma", "holder_password": PASSWORD}
    client.post(f"/desk/keys/{chidi.pk}/{maple.box}/", lent)
    return maple


def goes(client: Client, team: Team, member: Member, why: str) -> None:
    admin = enlist(team.society, Role.SOCIETY_ADMIN)
    if why == "team":
        led = client.post(f"/desk/teams/{team.pk}/{member.pk}/leave/")["Location"]
        assert led == f"/desk/keys/{team.box}/renew/"
    elif why == "role":
        actions.change_role(member, role=Role.VOLUNTEER, by=admin)
    else:
        actions.let_go(member, by=admin)


@pytest.mark.parametrize("why", ["team", "role", "leaves"])
def test_who_goes_opens_nothing_new_once_the_box_has_its_new_key(
    client: Client, full: Team, alma: Member, carla: Member, officers: Officers, why: str
) -> None:
    kept = vault.opened(alma.pk, society=full.society_id, opening_password=PASSWORD)
    goes(client, full, alma, why)
    assert full.box in [one.box for one in keyholders.renewals(full.society_id)]
    page = client.get(f"/desk/keys/{full.box}/renew/").content.decode()
    assert "Maple" in page
    assert "carla" in page
    assert "alma" not in page
    answer = client.post(f"/desk/keys/{full.box}/renew/", both(officers))
    assert answer.status_code == 302
    note = sealed(full)
    assert opens(carla, full, note)
    with pytest.raises(BoxIsShut):
        kept.open(full.box, note, label="here")


def test_a_team_keeps_two_members_unless_they_leave_the_society(
    maple: Team, alma: Member, officers: Officers
) -> None:
    with pytest.raises(actions.NotATeam), reading_as(maple.society_id):
        actions.take_from_team(maple, alma, by=officers[0])


def test_nobody_leaves_a_team_whose_words_nobody_else_could_read(
    maple: Team, alma: Member, chidi: Member, officers: Officers, make_member: MakeMember
) -> None:
    """Who was named and not granted the box yet opens nothing of what is there."""
    with reading_as(maple.society_id):
        for one in (chidi, make_member(maple.society, Role.CHILD_PROTECTION)):
            actions.add_to_team(maple, one, by=officers[0])
        actions.take_from_team(maple, alma, by=officers[0])
        carla = next(one for one in keyholders.keeping(maple.society_id, maple.box))
        with pytest.raises(actions.NobodyElseOpensIt):
            actions.take_from_team(maple, carla, by=officers[0])
    assert opens(carla, maple, sealed(maple))


def test_only_who_works_with_children_comes_into_a_team(
    maple: Team, officers: Officers, make_member: MakeMember
) -> None:
    guard = make_member(maple.society, Role.DATA_PROTECTION)
    with pytest.raises(actions.NotForThisRole), reading_as(maple.society_id):
        actions.add_to_team(maple, guard, by=officers[0])


def test_the_code_from_the_safe_gives_a_team_its_box_again(
    at: Society, alma: Member, carla: Member, make_member: MakeMember
) -> None:
    omar, lena = make_member(at, Role.OFFICER, "omar"), make_member(at, Role.OFFICER, "lena")
    everyone = (omar, lena, alma, carla)
    for member in everyone:
        actions.set_opening_password(member, password=PASSWORD)
    second = actions.Hand("lena", PASSWORD)
    held = actions.hold_ceremony(own=PASSWORD, second=second, by=omar)
    team = actions.make_team("Maple", members=[alma, carla], own=PASSWORD, second=second, by=omar)
    note = sealed(team)
    for member in everyone:
        vault.drop_member_keys(member.pk, society=at.pk)
        vault.make_member_keys(member.pk, society=at.pk, opening_password=PASSWORD)
    actions.use_safe(code=held.recovery_code, own=PASSWORD, second=second, by=omar)
    assert opens(alma, team, note)
    assert not opens(omar, team, note)
