"""The invented people: enough of them, of every kind, plausible, and the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter, defaultdict
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image

from kintrace.cases.shown_as import band_of
from kintrace.demo.crowd import crowd
from kintrace.demo.invented import PEOPLE
from kintrace.demo.network import plan
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import NOT_YET, Lot, lots
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import look
from kintrace.demo.portraits import draw
from kintrace.demo.tests.test_portraits import difference
from kintrace.names.scripts import script_of
from kintrace.network.access import Role
from kintrace.network.words import SocietyKind
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.told import Birth, Name, Part, Told
from kintrace.wall.relations import Relation

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = {"ti": "Ethi", "am": "Ethi", "uk": "Cyrl", "so": "Latn", "es": "Latn", "ku": "Latn"}
SCRIPTS |= dict.fromkeys(("ar", "fa", "fa-af", "ps"), "Arab")
NEVER_OFFICIAL = {f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}  # ISO 3166 leaves them
ASKED_ELSEWHERE = """
from kintrace.demo.crowd import crowd
from kintrace.demo.drawn.look import look_of
print([(one, look_of(3, sex=one.sex, band="25-44", complexion=one.complexion))
       for one in crowd(80, year=2026)])
"""


def published() -> list[Lot]:
    return [lot for lot in lots() if lot.fate not in NOT_YET]


def birth_of(lot: Lot) -> Birth:
    year, calendar = lot.person.born
    told = Said(year=int(year))
    return Birth.told(year, told, calendar=Calendar(calendar), precision=Precision.YEAR)


def test_240_publications_stand_at_seven_desks_each_at_every_stage() -> None:
    assert len(published()) == 240
    stages = defaultdict[str, set[Fate]](set)
    for lot in lots():
        stages[lot.house.code].add(lot.fate)
    assert len(stages) == 7
    assert all(found == set(Fate) for found in stages.values())


def test_every_relation_is_searched_for_and_some_people_search_for_several() -> None:
    sought = Counter(one for lot in published() for one in (lot.person.seeks, *lot.person.also))
    assert set(sought) == set(Relation.values)
    assert min(sought.values()) >= 8
    assert {len(lot.person.also) for lot in published()} == {0, 1, 2}


def test_whom_somebody_looks_for_does_not_follow_from_where_they_come() -> None:
    sought = defaultdict[str, set[str]](set)
    for lot in published():
        sought[lot.person.language].add(lot.person.seeks)
    assert min(map(len, sought.values())) >= 8


def test_names_are_written_in_the_script_of_their_language() -> None:
    for lot in lots():
        person = lot.person
        for own in (person.given_own, person.father_own, person.sought_given_own):
            assert script_of(own) == SCRIPTS.get(person.language, "Latn"), person
    assert {script_of(lot.person.given_own) for lot in lots()} == {"Latn", "Arab", "Ethi", "Cyrl"}
    assert any("پ" in lot.person.given_own for lot in lots())  # a letter only Persian scripts have


def test_nobody_has_the_names_of_another() -> None:
    names = [(one.person.given, one.person.father, one.person.grandfather) for one in lots()]
    assert len(set(names)) == len(names)


def test_every_age_is_that_of_its_band_and_minors_are_from_15_to_17() -> None:
    today = timezone.localdate()
    for lot in lots():
        birth = birth_of(lot)
        name: Name = (Part("given", lot.person.given),)
        assert band_of(Told(names=(name,), births=(birth,))) == lot.person.age_band, lot.person
        assert (15 <= birth.youngest(today) < 18) is (lot.fate is Fate.MINOR), lot.person
    assert {lot.person.born[1] for lot in lots()} == set(Calendar.values)


def test_a_minor_looks_young_in_the_drawing() -> None:
    assert all(lot.person.minor is (lot.fate is Fate.MINOR) for lot in lots())


@pytest.mark.parametrize("year", [2026, 2041])
def test_ages_stay_in_their_bands_in_later_years(year: int) -> None:
    now, other = crowd(60, year=2026), crowd(60, year=year)
    for one, later in zip(now, other, strict=True):
        assert int(later.born[0]) - int(one.born[0]) in {year - 2026, year - 2026 + 1}
        assert (one.given, one.seeks) == (later.given, later.seeks)


def test_the_same_people_with_the_same_faces_come_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", ASKED_ELSEWHERE],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert b"Invented" in said.pop()


def test_no_two_people_look_alike_at_a_glance() -> None:
    glances = [look(lot.person, seed=lot.seed).at_a_glance for lot in lots()]
    assert len(set(glances)) == len(glances)


@pytest.mark.slow
def test_no_two_faces_are_alike_however_they_are_dressed() -> None:
    faces = [face_alone(draw(look(lot.person, seed=lot.seed))) for lot in lots()]
    nearest = min(difference(one, other) for one, other in combinations(faces, 2))
    assert len(faces) > 240
    assert nearest > 2


def face_alone(portrait: bytes) -> Image.Image:
    """Without ground and clothes, and small: what is left is what one knows somebody by."""
    picture = Image.open(BytesIO(portrait)).resize((96, 120))
    return picture.crop((24, 24, 72, 90)).resize((24, 33))


def test_the_first_people_are_those_the_walk_through_speaks_of() -> None:
    assert [lot.person for lot in lots()[: len(PEOPLE)]] == list(PEOPLE)


def test_every_society_has_every_role_and_the_office_has_two_officers_to_lend() -> None:
    for house in HOUSES:
        roles = {hire.role for hire in house.members}
        if house.kind == SocietyKind.NETWORK_OFFICE:
            assert {Role.NETWORK_ADMIN, Role.OFFICER} <= roles
            assert len(house.of(Role.OFFICER)) == 2
        else:
            assert roles == set(Role) - {Role.NETWORK_ADMIN}
    kinds = Counter(house.kind for house in HOUSES)
    assert kinds == {
        SocietyKind.NATIONAL_SOCIETY: 6,
        SocietyKind.DELEGATION: 1,
        SocietyKind.NETWORK_OFFICE: 1,
    }


def test_who_is_alone_borrows_an_officer_of_the_office_that_stands_already() -> None:
    [alone] = [house for house in HOUSES if len(house.of(Role.OFFICER)) == 1]
    [office] = [house for house in HOUSES if house.kind == SocietyKind.NETWORK_OFFICE]
    assert alone.lent in office.of(Role.OFFICER)
    assert HOUSES.index(office) < HOUSES.index(alone)


def test_countries_and_numbers_belong_to_nobody() -> None:
    phones = [desk["phone"] for house in HOUSES for desk in house.desks]
    phones += [house.phone for house in HOUSES]
    assert all(phone.startswith("+00 ") for phone in phones)
    assert {house.country for house in HOUSES} <= NEVER_OFFICIAL
    assert all(len(house.desks) >= 2 for house in HOUSES if house.lent or "Society" in house.name)


def test_no_two_steps_have_the_same_key() -> None:
    keys = [step.key for step in plan()]
    assert len(set(keys)) == len(keys)
