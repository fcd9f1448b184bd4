"""The index card of who is safe and well and searches for nobody: laid by their yes alone."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases.actions import safe
from kintrace.cases.actions.came_forward import AChild
from kintrace.cases.actions.safe_looking import require_no_child
from kintrace.cases.safe_words import Look
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.cases.tests.test_safe import KNOWN, NAME, found, written
from kintrace.cases.tests.test_safe_alone import (
    HAPPENS,
    KEY,
    TOLD,
    hold,
    informed,
    rows,
    taking_back,
)
from kintrace.network.access import Role
from kintrace.people.lookups import card_of, cards_of_network, how_many_cards
from kintrace.protection import actions as protection
from kintrace.protection import jobs
from kintrace.protection.lookups import bases_in_force, holds_in_force
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from freezegun.api import FrozenDateTimeFactory
    from pytest_django import Settings

    from kintrace.cases.models import Case, SafeAndWell
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound


@pytest.fixture(autouse=True)
def compared(folders: None, settings: Settings, tmp_path: Path) -> None:
    """The network compares."""
    network_compares(settings, tmp_path)


def kept(scene: Scene, subject: UUID, look: Look, *, year: str = "1990") -> SafeAndWell:
    known = safe.Known(NAME, "ሰላም ተስፋይ", year, "Tesfay")
    said = ["well"]
    return safe.write_alone(
        subject, known=known, sentences=said, how="spoken", look=look, by=scene.chidi
    )


@pytest.fixture
def entry(scene: Scene) -> SafeAndWell:
    """Who said yes to both."""
    with reading_as(scene.society.pk):
        return kept(scene, informed(scene), Look.ACROSS)


def lies(scene: Scene, entry: SafeAndWell) -> tuple[bool, bool]:
    """Whether a card lies, and whether it lies open to the network."""
    with reading_as(scene.society.pk):
        is_open = cards_of_network([entry.subject]).exists()
        return card_of(entry.subject) is not None, is_open


# --- laid ---


@pytest.mark.parametrize(
    ("look", "laid"),
    [(Look.NO, (False, False)), (Look.HERE, (True, False)), (Look.ACROSS, (True, True))],
)
def test_a_card_lies_only_as_far_as_the_person_said(
    scene: Scene, look: Look, laid: tuple[bool, bool]
) -> None:
    with reading_as(scene.society.pk):
        entry = kept(scene, informed(scene), look)
    assert lies(scene, entry) == laid


def test_the_card_has_what_the_family_knows_and_no_place(scene: Scene, entry: SafeAndWell) -> None:
    with reading_as(scene.society.pk):
        card = card_of(entry.subject)
    assert card is not None
    assert card.names == (
        (("given", "Selam"), ("father", "Tesfay")),
        (("given", "ሰላም"), ("father", "ተስፋይ")),
    )
    assert (card.role, card.fathers, card.births[0].start.year) == ("safe", ("Tesfay",), 1990)
    assert (card.places, card.kin, card.reference, card.sex) == ((), (), "", "")


def test_who_has_a_case_gets_no_second_card(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        before = how_many_cards()
        entry = written(scene, selams)
        assert how_many_cards() == before
        safe.end(entry, by=scene.alma)
        assert bases_in_force(selams.subject, Purpose.TRACE).exists(), "the search goes on"


def test_the_card_of_a_child_is_for_a_team_to_lay(scene: Scene) -> None:
    with reading_as(scene.society.pk):
        child = informed(scene)
        with pytest.raises(AChild):
            kept(scene, child, Look.HERE, year="2020")
        kept(scene, child, Look.NO, year="2020")


def test_who_may_be_a_child_is_a_child_in_whatever_calendar_the_year_is() -> None:
    this = timezone.localdate().year
    for year in (this - 18, this - 17, this - 17 - 621):  # the last is a year of Solar Hijri
        with pytest.raises(AChild):
            require_no_child(str(year), how="spoken")
    for year in (this - 19, this - 40 - 621):
        require_no_child(str(year), how="spoken")


def test_the_yes_of_a_guardian_lays_no_card(scene: Scene) -> None:
    known = safe.Known(NAME, father="Tesfay")  # no year says how old the person is
    with reading_as(scene.society.pk):
        ward = informed(scene)
        by_guardian = partial(
            safe.write_alone, ward, known=known, sentences=["well"], how="guardian", by=scene.chidi
        )
        with pytest.raises(AChild):
            by_guardian(look=Look.HERE)
        by_guardian(look=Look.NO)
        assert card_of(ward) is None


def test_nothing_chosen_on_the_page_is_no(scene: Scene, sign_in: SignIn) -> None:
    with reading_as(scene.society.pk):
        silent, willing = informed(scene), informed(scene)
    chidi = sign_in(Client(), scene.chidi)
    page = f"/desk/safe/new/{silent}/"
    asked = chidi.get(page).content.decode()
    assert "May we look whether one of our searches is for you?" in asked
    assert "checked" not in asked
    chidi.post(page, TOLD)
    chidi.post(f"/desk/safe/new/{willing}/", TOLD | {"look": "here", "name": "Hirut Alem"})
    with reading_as(scene.society.pk):
        assert card_of(silent) is None
        assert card_of(willing) is not None


# --- gone ---


@pytest.mark.parametrize("happens", HAPPENS)
def test_whatever_ends_it_takes_the_card(
    scene: Scene, there: Scene, entry: SafeAndWell, happens: Callable[[Scene, UUID], None]
) -> None:
    with scene.acting(scene.alma):
        happens(scene, entry.subject)
    assert lies(scene, entry) == (False, False)


def test_taken_back_by_its_key_nobody_looks_any_more(scene: Scene, entry: SafeAndWell) -> None:
    with reading_as(scene.society.pk):
        safe.take_back(KNOWN, by=scene.chidi)
        assert not bases_in_force(entry.subject, Purpose.TRACE).exists()
    assert lies(scene, entry) == (False, False)


def test_the_database_is_asked_as_often_whether_or_not_somebody_was_looked_for(
    scene: Scene, entry: SafeAndWell
) -> None:
    assert taking_back(scene, "Nobody Known") == taking_back(scene, NAME)
    assert rows(scene) == 0


def test_over_it_is_gone_with_its_time(
    clock: FrozenDateTimeFactory, scene: Scene, entry: SafeAndWell
) -> None:
    clock.tick(timedelta(days=365))
    jobs.expire.call()
    assert lies(scene, entry) == (True, True)
    clock.tick(timedelta(days=1))
    jobs.expire.call()
    assert lies(scene, entry) == (False, False)


@pytest.mark.parametrize(
    ("purpose", "left"), [(Purpose.TRACE, (False, False)), (Purpose.COMPARE, (True, False))]
)
def test_who_takes_back_that_anybody_looks_is_told_of_as_before(
    scene: Scene, entry: SafeAndWell, purpose: Purpose, left: tuple[bool, bool]
) -> None:
    with scene.acting(scene.alma):
        protection.withdraw(entry.subject, purpose=purpose, by=scene.alma)
    assert lies(scene, entry) == left
    assert found(scene, NAME, year=KEY["year"]) == 1


@pytest.mark.parametrize(("look", "left"), [(Look.NO, (False, False)), (Look.HERE, (True, False))])
def test_who_says_less_when_it_is_written_anew_is_taken_at_their_word(
    scene: Scene, entry: SafeAndWell, look: Look, left: tuple[bool, bool]
) -> None:
    with reading_as(scene.society.pk):
        kept(scene, entry.subject, look)
    assert lies(scene, entry) == left


def test_on_hold_no_card_lies_and_lifted_it_lies_again(db: None) -> None:
    scene = build_scene("NM", carla=Role.CHILD_PROTECTION)
    with scene.acting(scene.alma):
        entry = kept(scene, informed(scene), Look.ACROSS)
        hold(scene, entry.subject)
    assert lies(scene, entry) == (False, False)
    with scene.acting(scene.others["carla"]) as carla:
        [one] = holds_in_force(entry.subject)
        protection.lift_hold(one, because="She was alone.", by=carla)
    assert lies(scene, entry) == (True, True)
