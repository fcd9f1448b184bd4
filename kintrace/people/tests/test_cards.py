from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from kintrace.names.dates import Window
from kintrace.people import actions, card_keys, card_tags, lookups
from kintrace.people.actions import cards as laying
from kintrace.people.cards import Card, CardRole
from kintrace.people.lookups import cards as looking
from kintrace.people.models import CardTag, CardTags, IndexCard
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import BasisKind, Purpose, WhyErased
from kintrace.protection.tests.given import Team, a_team, agrees, cleared, sought_by
from kintrace.vault import ciphers
from kintrace.vault.models import NetworkSlot
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

YONAS = Told(names=((Part("given", "Yonas"), Part("father", "Tesfay")),), sex="male")
IN_GEEZ = Told(names=((Part("given", "ዮናስ"), Part("father", "ተስፋይ")),), sex="male")
HANNA = Told(names=((Part("given", "Hanna"), Part("father", "Berhane")),), sex="female")


@pytest.fixture
def team(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    team = a_team()
    team.open_for_sealing()
    return team


@pytest.fixture
def pair(settings: Settings, tmp_path: Path) -> None:
    """The network compares."""
    network_compares(settings, tmp_path)


def card(told: Told = YONAS, **more: object) -> Card:
    return Card.of(told, role=CardRole.ENQUIRER, **more)


def somebody(team: Team, *purposes: Purpose) -> UUID:
    """A person for whom everything is in order, and who is searched for."""
    subject = cleared(team)
    for purpose in (Purpose.TRACE, *purposes):
        agrees(team, subject, purpose=purpose, kind=BasisKind.PUBLIC_INTEREST, scope=())
    return subject


def laid(team: Team, *purposes: Purpose, told: Told = YONAS) -> IndexCard:
    row = actions.lay_card(somebody(team, *purposes), card=card(told))
    assert row is not None
    return row


def found(told: Told) -> list[UUID]:
    return [one.subject for one in lookups.found_by(card(told), most=10)]


def tags_of(row: IndexCard) -> list[int]:
    if connection.vendor == "postgresql":
        return CardTags.objects.get(card=row).tags
    return list(CardTag.objects.filter(card=row).values_list("tag", flat=True))


@pytest.mark.database_bound
def test_a_card_is_found_in_another_script_and_the_other_way_round(team: Team) -> None:
    with team.reading():
        yonas, hanna = laid(team), laid(team, told=HANNA)
        assert found(IN_GEEZ) == [yonas.subject]
        assert found(HANNA) == [hanna.subject]


def test_a_card_prints_nobody_and_holds_what_it_was_told() -> None:
    whole = card(
        relation="brother",
        kin=(("one", "enquirer"),),
        reference="AT-1",
    ).kept_from({"countries": ["ER"]})
    whole = replace(whole, births=(Window(date(1990, 1, 1), date(1990, 12, 31), "year"),))
    assert Card.from_json(json.loads(json.dumps(whole.to_json()))) == whole
    assert "Yonas" not in repr(whole)


def test_where_nobody_may_search_no_card_lies(team: Team) -> None:
    with team.reading():
        subject = cleared(team)
        assert actions.lay_card(subject, card=card()) is None
        assert found(YONAS) == []


@pytest.mark.database_bound
def test_a_hold_takes_the_card_with_its_key_and_tags_in_the_same_transaction(team: Team) -> None:
    with team.reading():
        row = laid(team)
        protection.put_on_hold(row.subject, reason="Somebody threatened them.", by=team.alma)
        assert found(YONAS) == []
        assert not CardTags.objects.exists()
        assert not CardTag.objects.exists()
        assert not IndexCard.objects.exists()


def test_what_is_taken_back_by_who_searches_takes_the_card_of_who_is_sought(team: Team) -> None:
    with team.reading():
        seeker = somebody(team)
        sought = sought_by(team, seeker)
        assert actions.lay_card(sought, card=card(HANNA)) is not None
        protection.withdraw(seeker, purpose=Purpose.TRACE, by=team.alma)
        assert found(HANNA) == []


def test_who_does_not_want_to_be_found_has_no_card(team: Team) -> None:
    with team.reading():
        row = laid(team)
        told = {"name": "Yonas", "who": "His uncle"}
        protection.register_do_not_find(row.subject, told=told, by=team.alma)
        assert found(YONAS) == []
        assert actions.lay_card(row.subject, card=card()) is None


def test_an_erased_person_leaves_no_card_and_no_key(team: Team) -> None:
    with team.reading():
        row = laid(team)
        protection.erase(row.subject, by=team.dora, why=WhyErased.ASKED)
        assert found(YONAS) == []
    with reading_as(team.society.pk) as reader, pytest.raises(KeyNotAtHand):
        reader.file_key(row.file)


def test_the_network_reads_a_card_only_while_the_basis_says_so(team: Team, pair: None) -> None:
    with team.reading():
        quiet, open_one = laid(team), laid(team, Purpose.COMPARE, told=HANNA)
        assert [slot.file for slot in NetworkSlot.objects.all()] == [open_one.file]
        protection.withdraw(open_one.subject, purpose=Purpose.COMPARE, by=team.alma)
        assert not NetworkSlot.objects.exists()
        assert found(HANNA) == [open_one.subject], "its own society still finds it"
        assert found(YONAS) == [quiet.subject]


def test_who_must_not_learn_stands_on_the_card_at_once(team: Team, pair: None) -> None:
    with team.reading():
        row = laid(team, Purpose.COMPARE)
        circle = NotWith(countries=frozenset({"ER"}))
        protection.change_not_with(row.subject, not_with=circle, by=team.alma)
        told = lookups.card_of(row.subject)
        assert told is not None
        assert told.not_with["countries"] == ["ER"]
        assert NetworkSlot.objects.filter(file=row.file).exists(), "others may still compare"


def test_a_card_that_says_the_same_keeps_its_number_and_tags(team: Team) -> None:
    with team.reading():
        row = laid(team)
        before = tags_of(row)
        again = actions.lay_card(row.subject, card=card())
        assert again is not None
        assert (again.pk, again.number, tags_of(again)) == (row.pk, row.number, before)
        changed = actions.lay_card(row.subject, card=card(IN_GEEZ))
        assert changed is not None
        assert changed.number > row.number


@pytest.mark.database_bound
def test_every_card_has_tags_in_steps_so_that_their_number_tells_little(team: Team) -> None:
    with team.reading():
        few, more = laid(team, told=HANNA), laid(team)
        assert {len(tags_of(row)) % 32 for row in (few, more)} == {0}


@pytest.mark.database_bound
def test_tags_of_another_year_still_find_and_are_made_anew(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    with team.reading():
        row = laid(team)
        before, year = tags_of(row), card_tags.epoch_now()
        for place in (laying, looking):
            monkeypatch.setattr(place, "epoch_now", lambda: year + 1)
        assert found(YONAS) == [row.subject]
        assert actions.renew_tags(10) == 1
        assert found(YONAS) == [row.subject]
        assert not set(tags_of(row)) & set(before)
        assert actions.renew_tags(10) == 0


def test_many_cards_are_laid_at_once_and_each_is_found(team: Team) -> None:
    with team.reading():
        subjects = [protection.new_subject() for _ in range(3)]
        told = [YONAS, HANNA, YONAS]
        actions.lay_cards([(one, card(each)) for one, each in zip(subjects, told, strict=True)])
        assert set(found(YONAS)) == {subjects[0], subjects[2]}


def test_a_common_key_never_stands_alone() -> None:
    keys = card_keys.laid(card())
    assert keys
    assert all(key.count("|") >= 2 for key in keys)


def test_who_has_one_name_alone_is_found_by_it_and_the_sex() -> None:
    one = Card(role="sought", names=((("given", "Najibullah"),),), sex="male")
    other = Card(role="asked", names=((("given", "نجیب الله"),),), sex="male")
    assert set(card_keys.laid(one)) & set(card_keys.asked(other))


def test_what_two_words_say_in_many_ways_counts_once() -> None:
    about = {1: "0+1", 2: "0+1", 3: "0+1", 4: "0+2", 5: "year|0"}
    often = [(1, "often"), (2, "often"), (3, "often")]
    twice = [(4, "twice"), (5, "twice")]
    assert looking.ranked([*often, *twice], about, most=9) == ["twice", "often"]
    assert looking.ranked([*often, *twice], about, most=1) == ["twice"]


def test_how_a_word_may_sound_is_about_that_word() -> None:
    keys = card_keys.asked(card())
    pairs = {about for key, about in keys.items() if key.startswith(("n|", "x|"))}
    assert 1 <= len(pairs) < len([key for key in keys if key.startswith("n|")])


def test_years_around_a_birth_are_asked_and_not_laid() -> None:
    def born(year: int) -> Card:
        return Card(
            role="sought",
            names=((("given", "Yonas"), ("father", "Tesfay")),),
            sex="male",
            births=(Window(date(year, 1, 1), date(year, 12, 31)),),
        )

    assert set(card_keys.laid(born(1998))) & set(card_keys.asked(born(1990))), "left in Ethiopian"
    assert set(card_keys.laid(born(1999))) & set(card_keys.asked(born(2001)))


def test_the_other_society_finds_nothing_of_ours(team: Team) -> None:
    with team.reading():
        laid(team)
    other = a_team("BG")
    with other.reading():
        assert found(YONAS) == []
