"""The doors to a child: list, gallery, pages, picture, who says to be family, work list, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client

from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.tests.cast import let_in, open_box
from kintrace.protection import copies, holders
from kintrace.vault.reader import BoxIsShut
from tests.gates.doors import NOT_THERE, SHUT, THERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Member
    from tests.gates.stage import House
    from tests.gates.ward import Ward

UNDER = 15  # of whom the gallery shows a picture
LISTS: tuple[str, ...] = (
    "/desk/",
    "/desk/children/",
    "/desk/children/pictures/",
    "/desk/cases/",
    "/desk/rights/",
)
LISTS += ("/desk/other/",)
LETTERS = "/desk/red-cross/"
PAGES: tuple[str, ...] = (
    "",
    "page/who/",
    "photo/",
    "picture.jpg",
    "talk/",
    "family/",
    "go/tracing/",
    "home/",
)
PAGES += ("ask-society/", "write/")
OF_A_CLAIM = ("ask/child/", "ask/claimant/")


def look_for_child(
    houses: Sequence[House], ward: Ward, inside: list[Member], outsider: Member
) -> None:
    """One of the team finds the child behind each door; to all others it was never here."""
    for member in inside[-1:]:
        team_agrees(_at_the_desk(member), ward)
    named = outsider.pk in ward.team.inside  # and was granted no box yet
    desk = _at_the_desk(outsider)
    outsider_agrees(outsider, desk, ward, named=named)
    if not _brings(houses, ward, outsider) and not named:
        nothing_written_is_there(desk, ward)
    volunteer = let_in(Client(), houses[ward.team.home].one(Role.VOLUNTEER))
    assert volunteer.get(_doors(ward)[0]).status_code == SHUT


def _brings(houses: Sequence[House], ward: Ward, member: Member) -> bool:
    """Whether their society delivers, or delivered, something that the child wrote."""
    own = {house.number for house in houses if house.society.pk == member.society_id}
    return any(one.to in own for one in ward.letters)


def nothing_written_is_there(desk: Client, ward: Ward) -> None:
    assert ward.called not in desk.get(LETTERS).content.decode()
    for one in ward.letters:
        assert desk.get(f"{LETTERS}{one.pk}/").status_code == NOT_THERE


def _at_the_desk(member: Member) -> Client:
    cache.clear()  # no run has tried to open a box before
    return open_box(let_in(Client(), member), password=PASSWORD)


def _doors(ward: Ward) -> list[str]:
    claims = [
        f"/desk/children/family/{one.pk}/{page}" for one in ward.claims for page in OF_A_CLAIM
    ]
    return [*(f"/desk/children/{ward.pk}/{page}" for page in PAGES), *claims[-2:]]


def team_agrees(desk: Client, ward: Ward) -> None:
    there = THERE if not ward.erased else NOT_THERE
    child = f"/desk/children/{ward.pk}/"
    for page in (child, f"{child}page/withhold/", f"{child}talk/"):
        assert desk.get(page).status_code == there, page
    picture = f"{child}picture.jpg"
    pictured = ward.photographed and not ward.erased
    assert desk.get(picture).status_code == (THERE if pictured else NOT_THERE)
    assert (child in desk.get("/desk/children/").content.decode()) == (not ward.erased)
    for one in ward.letters:
        assert desk.get(f"{LETTERS}{one.pk}/").status_code == (NOT_THERE if one.gone else THERE)
    young = pictured and ward.age < UNDER and ward.closed is None
    assert (picture in desk.get("/desk/children/pictures/").content.decode()) == young


def outsider_agrees(member: Member, desk: Client, ward: Ward, *, named: bool) -> None:
    """Whoever is named and was granted nothing sees that there is a child, and no word of it."""
    for page in _doors(ward):
        answer = desk.get(page)
        assert answer.status_code == NOT_THERE or (named and not ward.erased), page
        assert ward.called not in answer.content.decode(), page
    for page in LISTS:
        words = desk.get(page).content.decode()
        assert ward.called not in words, page
        assert named or str(ward.pk) not in words, page
    with playing.seated(member):
        assert holders.label(ward.subject) == holders.page(ward.subject) == ""
        if ward.versions and not ward.erased and member.society_id == ward.team.row.society_id:
            with pytest.raises(BoxIsShut):
                copies.from_the_inbox(ward.subject)
