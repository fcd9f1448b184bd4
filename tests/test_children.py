"""A child without its parents: only its team can tell that it is here; each step waits for it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from kintrace.cases import children_pages, lookups
from kintrace.cases.actions import children
from kintrace.cases.models import Child, ChildClaim, ChildPage, ChildPhoto
from kintrace.cases.tests.children_ways import SAFE, WHO, Looked, looked_after
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.lookups.keyholders import teams_of
from kintrace.network.seen import ChangedElsewhere
from kintrace.network.tests.cast import enlist, let_in, open_box
from kintrace.protection import actions as protection
from kintrace.protection import copies, holders
from kintrace.protection.holders import Cover
from kintrace.protection.lookups import every_basis, is_held, risk_answers
from kintrace.protection.purposes import How, WhyErased
from kintrace.protection.refusals import AskedApart
from kintrace.protection.tests.given import CALM
from kintrace.ui.refusals import NoRight
from kintrace.vault.actions import boxes_from, open_boxes
from kintrace.vault.reader import BoxIsShut, reading_as
from tests.access.expected_children import CHILDREN
from tests.access.matrix import address

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from tests.town import Town

TOLD = ("Hewanit", "Zerabruk", "Letebrhan", "donkey")


@pytest.fixture
def nora(town: Town, looked: Looked) -> Member:
    """A second child-protection officer of the society, who opens its boxes and is in no team."""
    one = enlist(town.society, Role.CHILD_PROTECTION, "nora")
    network.set_opening_password(one, password=PASSWORD)
    omar, second = town[Role.OFFICER], network.Hand(town.lena.sign_in, PASSWORD)
    with reading_as(town.society.pk, member=omar.pk):
        network.grant(one, box="inbox", own=PASSWORD, second=second, by=omar)
    return one


def at_the_desk(member: Member) -> Client:
    return open_box(let_in(Client(), member), password=PASSWORD)


# --- nobody but the team ---


def test_for_everybody_outside_the_team_the_child_was_never_here(
    town: Town, looked: Looked, nora: Member
) -> None:
    pages = [address(name, line, town) for name, line in CHILDREN.items() if line.of_a_team]
    absent = [address(name, line, None) for name, line in CHILDREN.items() if line.of_a_team]
    for member in (nora, town[Role.OFFICER]):
        desk = at_the_desk(member)
        for page, none in zip(pages, absent, strict=True):
            one, other = desk.get(page), desk.get(none)
            assert one.status_code == other.status_code != 200, page
            assert one.content == other.content
        assert "No child is with one of your teams." in desk.get("/desk/children/").content.decode()
        wider = ("?whose=desk", "?whose=society")
        for place in ("", *wider, "children/pictures/", "cases/", "events/", "holds/", "rights/"):
            page = desk.get(f"/desk/{place}").content.decode()
            assert str(looked.child.pk) not in page
            assert str(looked.child.subject) not in page
            assert not [word for word in TOLD if word in page], place
    inside = at_the_desk(looked.alma).get("/desk/children/").content.decode()
    assert str(looked.child.pk) in inside
    assert "Hewanit Zerabruk" in inside


def test_the_work_list_of_a_colleague_is_the_same_with_and_without_the_child(
    town: Town, looked: Looked, nora: Member
) -> None:
    with playing.acting(town[Role.OFFICER]) as omar:
        assert list(children_waiting(omar)) == []
    with playing.acting(looked.alma) as alma:
        assert [one.what for one in children_waiting(alma)] == [
            "Look again how a child is cared for."
        ]
    with playing.acting(nora):
        assert teams_of(nora) == []


def test_what_a_child_told_opens_to_its_team_alone(
    town: Town, looked: Looked, nora: Member
) -> None:
    def reads() -> list[object]:
        page, claim = ChildPage.objects.all()[0], ChildClaim.objects.all()[0]
        photo = ChildPhoto.objects.all()[0]
        return [page.told, claim.claimant, claim.claimant_says, claim.child_says, photo.picture]

    for outsider in (nora, town[Role.OFFICER]):
        with playing.acting(outsider):
            for page in ChildPage.objects.all():
                with pytest.raises(BoxIsShut):
                    _ = page.told
            for claim in ChildClaim.objects.all():
                with pytest.raises(BoxIsShut):
                    _ = claim.claimant
    with playing.acting(looked.alma):
        assert len(reads()) == 5


def test_who_leaves_the_team_reads_nothing_that_comes_after(town: Town, looked: Looked) -> None:
    lena, omar = town.lena, town[Role.OFFICER]
    kept = boxes_from(
        *open_boxes(lena.pk, society=lena.society_id, opening_password=PASSWORD)
    )  # what Lena may have copied while she was in
    with playing.acting(lena):
        assert lookups.child_for(lena, looked.child.pk) == looked.child
    with reading_as(town.society.pk, member=omar.pk):
        network.take_from_team(looked.child.team, lena, by=omar)
        hand = network.Hand(lena.sign_in, PASSWORD)
        network.renew_box(looked.child.team.box, own=PASSWORD, second=hand, by=omar)
    assert at_the_desk(lena).get(reverse("cases:child", args=[looked.child.pk])).status_code == 404
    looked.keep("wishes", {"live_with": ["With my grandmother."]})
    with reading_as(town.society.pk, member=lena.pk, boxes=kept), pytest.raises(BoxIsShut):
        _ = lookups.answers_of(looked.child, "wishes")
    with playing.acting(looked.alma):
        assert lookups.answers_of(looked.child, "wishes")["live_with"] == ["With my grandmother."]
        assert lookups.answers_of(looked.child, "who")["given"] == ["Hewanit"]


def test_only_an_officer_of_the_team_writes_a_child_down_who_is_no_grown_up(
    town: Town, looked: Looked, nora: Member
) -> None:
    team = looked.child.team
    with pytest.raises(children.NotAChild), transaction.atomic():
        looked_after(team, carla=looked.carla, alma=looked.alma, age=18)
    for other in (looked.alma, nora):
        with pytest.raises((NoRight, ValueError)), transaction.atomic():
            looked_after(team, carla=other, alma=looked.alma)


def test_who_protects_children_chooses_a_team_and_two_officers_sign(
    town: Town, looked: Looked, nora: Member
) -> None:
    omar, lena = (network.Hand(one.sign_in, PASSWORD) for one in (town[Role.OFFICER], town.lena))
    chosen: dict[str, Any] = {"members": [looked.alma], "by": nora}
    with reading_as(town.society.pk, member=looked.alma.pk), pytest.raises(NoRight):
        network.choose_team("Oak", first=omar, second=lena, **chosen | {"by": looked.alma})
    with reading_as(town.society.pk, member=nora.pk):
        with pytest.raises(network.NoSuchOfficer), transaction.atomic():
            network.choose_team("Oak", first=omar, second=omar, **chosen)
        team = network.choose_team("Oak", first=omar, second=lena, **chosen)
    own = looked_after(team, carla=nora, alma=looked.alma)
    with playing.acting(looked.alma) as alma:
        assert lookups.child_for(alma, own.child.pk) == own.child
    with playing.acting(looked.carla) as carla:
        assert own.child not in lookups.children_of(carla)


def test_who_agreed_for_a_child_stands_in_the_box_of_its_team_alone(
    town: Town, looked: Looked
) -> None:
    own = looked_after(looked.child.team, carla=looked.carla, alma=looked.alma, how=How.GUARDIAN)
    with playing.acting(looked.alma) as alma:
        [basis] = every_basis(own.child.subject)
        assert basis.how == How.SPOKEN
        assert "who speaks for it said so" in str(
            children_pages.shown(own.child, by=alma)["agreed"]
        )


# --- pages ---


def test_a_page_that_a_colleague_changed_meanwhile_loses_no_word(looked: Looked) -> None:
    page = reverse("cases:child_page", args=[looked.child.pk, "wishes"])
    desk = at_the_desk(looked.alma)
    looked.keep("wishes", {"live_with": ["With my aunt."]})
    late = {"live_with": "With my grandmother.", "seen": "0"}
    answer = desk.post(page, late)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "With my aunt." in said
    assert "With my grandmother." in said
    [seen] = set(re.findall(r'name="seen" value="(\d+)"', said))
    assert desk.post(page, late | {"seen": seen}).status_code == 302
    with playing.acting(looked.alma):
        assert lookups.answers_of(looked.child, "wishes")["live_with"] == ["With my grandmother."]
    with pytest.raises(ChangedElsewhere), transaction.atomic():
        looked.keep("wishes", {"live_with": ["x"]}, seen=0)
    with pytest.raises(ChangedElsewhere), transaction.atomic():  # of a page that nobody wrote yet
        looked.keep("signs", {"belongings": ["x"]}, seen=7)


def test_marks_say_what_must_be_answered_and_what_only_helps(looked: Looked) -> None:
    desk = at_the_desk(looked.alma)
    care = desk.get(reverse("cases:child_page", args=[looked.child.pk, "care"])).content.decode()
    signs = desk.get(reverse("cases:child_page", args=[looked.child.pk, "signs"])).content.decode()
    assert re.search(r">●</span>\s*Who looks after the child now\?", care)
    assert re.search(r">○</span>\s*Since which day\?", care)
    assert re.search(r">◆</span>\s*Marks on the body", signs)


def test_nobody_writes_answers_about_a_childs_safety_outside_its_box(
    town: Town, looked: Looked
) -> None:
    looked.keep("safety", SAFE | {"debt": ["yes"]})
    with playing.acting(looked.carla):
        rows = risk_answers(looked.child.subject)
        assert rows is not None
        assert rows.answers == {"answers": {}, "note": ""}
        assert lookups.answers_of(looked.child, "safety")["debt"] == ["yes"]
    subject = looked.child.subject
    with playing.acting(looked.alma) as alma:
        with pytest.raises(AskedApart):
            protection.answer_risk(subject, answers=CALM | {"debt": "yes"}, by=alma)
        with pytest.raises(AskedApart):
            protection.ask_who_recognises(subject, who="A", danger="yes", by=alma)
        assert not is_held(subject)
    desk, where = at_the_desk(looked.alma), reverse("protection:answer_risk", args=[subject])
    assert desk.get(where).status_code == AskedApart.status
    page = desk.get(reverse("protection:subject", args=[subject])).content.decode()
    assert where not in page


# --- pictures ---


def test_a_picture_is_small_says_who_looks_and_is_not_taken_away(
    town: Town, looked: Looked
) -> None:
    where = reverse("cases:child_picture", args=[looked.child.pk])
    seen = [at_the_desk(member).get(where) for member in (looked.alma, looked.carla)]
    for answer in seen:
        assert answer.headers["Content-Disposition"] == "inline"
        assert answer.headers["Cache-Control"] == "no-store"
        with Image.open(BytesIO(answer.content)) as picture:
            assert max(picture.size) <= 400
            assert not picture.getexif()
    assert seen[0].content != seen[1].content
    with playing.acting(looked.alma):
        [kept] = ChildPhoto.objects.filter(child=looked.child)
        assert set(kept.picture) == {"jpeg", "note"}


def test_the_gallery_shows_children_under_fifteen_to_their_team(town: Town, looked: Looked) -> None:
    desk = at_the_desk(looked.alma)
    where = reverse("cases:child_picture", args=[looked.child.pk])
    assert where in desk.get("/desk/children/pictures/").content.decode()
    assert (
        where
        not in at_the_desk(town[Role.OFFICER]).get("/desk/children/pictures/").content.decode()
    )
    looked.keep("who", WHO | {"age": ["15"]})
    assert where not in desk.get("/desk/children/pictures/").content.decode()


# --- its own rights ---


def test_a_copy_has_the_childs_words_and_no_name_of_others(town: Town, looked: Looked) -> None:
    words = "With Letebrhan Kidane. Near the school. Samuel brought me here."
    looked.keep("wishes", {"live_with": [words]})
    looked.keep("found", {"finder": ["A driver, Samuel"]})
    looked.keep("care", {"kind": ["foster"], "with_whom": ["The Habte family"]})
    looked.keep("assent", {"assent": ["yes"], "guardian": ["My uncle Berhe agrees."]})
    with playing.acting(looked.alma):
        lines = copies.from_the_inbox(looked.child.subject)
    said = [value for _name, value, _cover in lines]
    assert "Hewanit" in said
    assert "Near the school." in said
    covered = {name for name, value, cover in lines if cover == Cover.OTHER and not value}
    assert "Name of who looks after the child, and where" in covered
    assert "Who else speaks for the child, and what does that person say?" in covered
    for name in ("Letebrhan", "Gebre", "Samuel", "Habte", "Berhe"):
        assert not [value for value in said if name in value]
    with playing.acting(town[Role.OFFICER]), pytest.raises(BoxIsShut):
        copies.from_the_inbox(looked.child.subject)
    with reading_as(town.society.pk):
        assert holders.label(looked.child.subject) == holders.page(looked.child.subject) == ""


def test_erased_nothing_is_left_of_a_child(town: Town, looked: Looked) -> None:
    dora, subject = town[Role.DATA_PROTECTION], looked.child.subject
    with reading_as(town.society.pk, member=dora.pk):
        said = protection.erase(subject, why=WhyErased.ASKED, by=dora)
        assert not [one for one in said if "child" in one.lower()]
        assert not holders.known([subject])
    assert not Child.objects.filter(subject=subject).exists()
    assert not ChildPage.objects.filter(child=looked.child).exists()
