"""What is said later of who came forward, and what becomes of their card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import came_forward
from kintrace.cases.came_forward import Ended
from kintrace.cases.tests.coming_forward import searched
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.network.access import Role
from kintrace.people.lookups import card_of, cards_of_network
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.purposes import Purpose
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import CameForward
    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound


@pytest.fixture(autouse=True)
def pair(folders: None, settings: Settings, tmp_path: Path) -> None:
    """The network compares."""
    network_compares(settings, tmp_path)


@pytest.fixture
def alma(scene: Scene) -> Iterator[Member]:
    with scene.acting(scene.alma):
        yield scene.alma


def is_open_to_others(lead: CameForward) -> bool:
    return cards_of_network([lead.subject]).exists()


def test_on_hold_no_card_lies_and_lifted_it_lies_again(db: None) -> None:
    scene = build_scene("NM", carla=Role.CHILD_PROTECTION)
    with scene.acting(scene.alma) as alma:
        lead = searched(by=alma)
        protection.put_on_hold(lead.subject, reason="An uncle dictates.", by=alma)
        assert card_of(lead.subject) is None
    with scene.acting(scene.others["carla"]) as carla:
        [hold] = holds_in_force(lead.subject)
        protection.lift_hold(hold, because="She was alone.", by=carla)
        assert card_of(lead.subject) is not None


def test_ended_or_taken_back_the_card_is_gone(alma: Member) -> None:
    ended, back = searched(by=alma), searched(by=alma)
    came_forward.end(ended, why=Ended.NOT_RELATED, by=alma)
    protection.withdraw(back.subject, purpose=Purpose.TRACE, by=alma)
    assert card_of(ended.subject) is card_of(back.subject) is None


def test_who_takes_back_that_others_are_asked_is_found_at_home_alone(alma: Member) -> None:
    lead = searched(by=alma, across="yes")
    protection.withdraw(lead.subject, purpose=Purpose.COMPARE, by=alma)
    assert not is_open_to_others(lead)
    assert card_of(lead.subject) is not None
    lead.refresh_from_db()
    assert lead.is_open


def test_whom_they_fear_stands_on_the_card_as_soon_as_it_is_said(alma: Member) -> None:
    lead = searched(by=alma)
    feared = NotWith(persons=("The driver",))
    protection.change_not_with(lead.subject, not_with=feared, by=alma)
    card = card_of(lead.subject)
    assert card is not None
    assert card.not_with["persons"] == ["The driver"]
