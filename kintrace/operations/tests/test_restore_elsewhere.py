"""A backup came back: what lies with others comes back, and what goes on at home goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.actions import moves, safe
from kintrace.cases.models import Case, RedCrossMessage, Transfer
from kintrace.cases.red_cross import State as Letter
from kintrace.cases.states import State
from kintrace.cases.tests import handing, red_cross_ways
from kintrace.cases.tests.conftest import SELAM, build_scene
from kintrace.cases.tests.ways import LASTS, day, on_the_wall
from kintrace.cases.transfers import Stand
from kintrace.demo import playing
from kintrace.operations.replay import replay
from kintrace.people.lookups import card_row
from kintrace.protection import holders
from kintrace.servicepoints.models import HandOver, Registration
from kintrace.servicepoints.tests.people import Harbour, build_harbour
from kintrace.servicepoints.tests.test_handing_over import given
from kintrace.vault import ciphers
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.database_bound
# What they end lies in their own society: nobody else sees it before they were asked again.
AT_HOME = frozenset(
    {
        *("MatchingHolder", "PeopleHolder", "OfCases", "OfCameForward"),
        *("OfAttestations", "OfEnquiries", "OfAccounts", "OfFound", "OfPlans"),
        *("OfReferrals", "OfReunions"),
    }
)


@dataclass
class Coast:
    """One society of which everything lies elsewhere that can."""

    harbour: Harbour
    hanging: Case
    proposed: Case
    told: Case  # another society is asked, has a letter to deliver, and may say: safe and well
    carries: Registration

    @property
    def scene(self) -> Scene:
        return self.harbour.scene


@pytest.fixture
def coast(db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coast:
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS, settings.DATA = tmp_path / "pins.json", tmp_path / "data"
    harbour, there = build_harbour("NM"), build_scene("BG")
    scene, partner = harbour.scene, there.society
    with scene.acting(scene.alma) as alma:
        hanging, proposed, told = (playing.open_a_case(SELAM, by=alma) for _ in range(3))
        on_the_wall(hanging, until=day(LASTS), alma=alma, omar=scene.omar)
        playing.propose(proposed, SELAM, seed=1, by=alma)
        told = moves.move(told, to=State.TRACING, by=alma)
        handing.sent(told, partner, by=alma)
        red_cross_ways.sent(told, by=alma, second=scene.omar, partner=partner.pk)
        known = safe.Known("Selam Tesfay", year="1990")
        safe.write(told, known=known, sentences=["well"], how="spoken", by=alma)
    with harbour.working():
        carries = harbour.register()
        given(harbour, carries)
    return Coast(harbour, hanging, proposed, told, carries)


@pytest.fixture
def at_home(coast: Coast) -> Iterator[None]:
    """The backup came back, and its society reads."""
    replay(made=timezone.now())
    with reading_as(coast.scene.society.pk):
        yield


@pytest.mark.usefixtures("at_home")
def test_whatever_lies_with_others_is_taken_back(coast: Coast) -> None:
    for case in (coast.hanging, coast.proposed):
        notice = notice_of(case.subject)
        assert notice is not None
        assert notice.state == "taken_down"
    assert [one.state for one in Transfer.objects.all()] == [Stand.RECALLED]
    assert [one.state for one in RedCrossMessage.objects.all()] == [Letter.CANCELLED]
    safe_and_well = cases.safe_in(coast.told)
    assert safe_and_well is not None
    assert safe_and_well.told is None
    assert not HandOver.objects.exists()
    assert holders.elsewhere() == []


@pytest.mark.usefixtures("at_home")
def test_a_search_goes_on_and_who_is_to_be_seen_again_is_expected(coast: Coast) -> None:
    case = Case.objects.get(pk=coast.told.pk)
    assert case.state == State.TRACING
    sought = [one.subject for one in cases.sought_in(case)]
    assert all(card_row(subject) for subject in [case.subject, *sought])
    coast.carries.refresh_from_db()
    assert coast.carries.next_on is not None


def test_nothing_stands_elsewhere_of_whom_no_holder_tells(coast: Coast) -> None:
    with reading_as(coast.scene.society.pk):
        named = {
            *(case.subject for case in (coast.hanging, coast.proposed, coast.told)),
            coast.carries.subject,
        }
        assert set(holders.elsewhere()) == named


def test_every_holder_that_ends_something_says_of_whom_it_lies_elsewhere() -> None:
    parts = [part for one in holders.every() for part in getattr(one, "parts", [one])]
    ending = {type(one).__name__ for one in parts if _has_its_own(one, "stop")}
    telling = {type(one).__name__ for one in parts if _has_its_own(one, "elsewhere")}
    assert telling < ending
    assert ending - telling == AT_HOME


def _has_its_own(one: holders.Holder, name: str) -> bool:
    return getattr(type(one), name) is not getattr(holders.Quiet, name)
