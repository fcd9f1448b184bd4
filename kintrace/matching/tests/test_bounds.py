"""How much two societies are told of each other: so much of a card, so much a day, nobody lost."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db.models import F
from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.tests.conftest import build_scene
from kintrace.matching import actions, lookups
from kintrace.matching.actions import bounds
from kintrace.matching.models import Candidate, Proposed
from kintrace.matching.pairs import Pair
from kintrace.matching.scoring import Weighed
from kintrace.matching.sweep import sweep
from kintrace.matching.tests.at_desk import the_worker_works
from kintrace.matching.tests.conftest import HE, SHE, searched
from kintrace.matching.words import Verdict, Why
from kintrace.people.lookups import network_cards_of
from kintrace.protection import actions as protection
from kintrace.protection.purposes import How, Purpose
from kintrace.vault.network import reading_as_network
from tests import environment
from tests.postgres import connected_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.people.lookups import Found


@pytest.fixture
def two_of_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "OF_ONE_CARD", 2)


def the_worker_works_tomorrow(days: int = 1) -> None:
    with freeze_time(timezone.now() + timedelta(days=days)):
        the_worker_works()


def of_each_subject() -> Counter[UUID]:
    """How many pairs each has."""
    rows = Candidate.objects.exclude(first_society=F("second_society"))
    return Counter(one for row in rows for one in (row.first, row.second))


def pairs() -> set[UUID]:
    return set(Candidate.objects.values_list("pk", flat=True))


def cards(*cases: Case) -> list[Found]:
    with reading_as_network():
        found = {one.subject: one for one in network_cards_of([case.subject for case in cases])}
    return [found[case.subject] for case in cases]


def proposed(one: Found, other: Found, bits: float) -> frozenset[UUID]:
    with reading_as_network():
        return actions.propose_across(Pair.of(one, other, Weighed(bits, ())))


# --- of one card ---


@pytest.mark.attack
@pytest.mark.database_bound
def test_an_invented_card_is_answered_with_five_pairs_of_a_society_and_no_more(
    transactional_db: None, here: Scene, there: Scene, attacked: Callable[..., None]
) -> None:
    searched(here, SHE)
    for _ in range(8):
        searched(there, HE)
    with connected_as(environment.MATCHER) if environment.on_postgres() else nullcontext():
        the_worker_works()
    with here.acting(here.alma):
        each = of_each_subject()
    attacked(
        "a hostile society, with invented cards",
        tried="a card that fits eight people of another society",
        got=max(each.values()),
    )


def test_a_card_has_no_more_than_so_many_pairs_with_a_society_that_wait_for_a_word(
    here: Scene, there: Scene, two_of_a_card: None
) -> None:
    searched(here, SHE)
    for _ in range(4):
        searched(there, HE)
    the_worker_works()
    each = of_each_subject()
    assert max(each.values()) == 2
    assert Candidate.objects.count() == 4, "two of her and two of him whom she seeks"


def test_another_society_has_its_own(here: Scene, there: Scene, two_of_a_card: None) -> None:
    hers, third = searched(here, SHE), build_scene("CH")
    for scene in (there, there, there, third):
        searched(scene, HE)
    the_worker_works()
    assert of_each_subject()[hers.subject] == 3


def test_a_sweep_keeps_to_it(here: Scene, there: Scene, two_of_a_card: None) -> None:
    searched(here, SHE)
    for _ in range(4):
        searched(there, HE)
    sweep(lambda _sentence: None)
    assert max(of_each_subject().values()) == 2


def test_the_likeliest_stand_and_the_others_have_their_turn_again(
    here: Scene, there: Scene, two_of_a_card: None
) -> None:
    hers, *theirs = cards(searched(here, SHE), *(searched(there, HE) for _ in range(4)))
    assert [proposed(hers, theirs[0], 9), proposed(hers, theirs[1], 7)] == [frozenset()] * 2
    assert proposed(hers, theirs[2], 6) == {hers.id, theirs[2].id}
    assert proposed(hers, theirs[3], 8) == {hers.id, theirs[3].id}
    assert [row.weight for row in Candidate.objects.all()] == [9, 8]


def test_what_somebody_spoke_of_is_never_pushed_out_and_takes_no_place(
    here: Scene, there: Scene, two_of_a_card: None
) -> None:
    hers, *theirs = cards(searched(here, SHE), *(searched(there, HE) for _ in range(4)))
    for other in theirs[:2]:
        proposed(hers, other, 7)
    with here.acting(here.alma):
        judged, asked = lookups.candidates_for(here.alma)
        actions.judge(judged, verdict=Verdict.UNSURE, why=Why.ASK_FAMILY, by=here.alma)
        actions.agree_to_more(asked, by=here.alma)
    for other in theirs[2:]:
        assert proposed(hers, other, 9) == frozenset()
    assert Candidate.objects.count() == 4


def test_when_one_is_judged_the_next_comes_with_the_next_day(
    here: Scene, there: Scene, two_of_a_card: None
) -> None:
    hers = searched(here, SHE)
    for _ in range(3):
        searched(there, HE)
    the_worker_works()
    with here.acting(here.alma):
        row = next(
            row
            for row in lookups.candidates_for(here.alma)
            if hers.subject in {row.first, row.second}
        )
        actions.judge(row, verdict=Verdict.NO, why=Why.NAMESAKE, by=here.alma)
    the_worker_works()
    assert of_each_subject()[hers.subject] == 2
    the_worker_works_tomorrow()
    assert of_each_subject()[hers.subject] == 3


# --- of a day ---


def test_what_is_over_in_a_day_waits_for_the_next_and_nothing_is_lost(
    here: Scene, there: Scene, settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    settings.PAIRS_A_DAY = 1
    searched(here, SHE)
    searched(there, HE)
    the_worker_works()
    assert Candidate.objects.count() == 1
    the_worker_works()
    assert Candidate.objects.count() == 1
    the_worker_works_tomorrow()
    assert Candidate.objects.count() == 2
    said = "".join(capfd.readouterr())
    assert "matcher.day_is_full" in said
    assert "matcher.cards_wait" in said
    assert not any(word in said for word in ("Samir", "Amal", "Homs"))


def test_it_counts_for_the_society_that_laid_the_newer_card(
    here: Scene, there: Scene, settings: Settings
) -> None:
    settings.PAIRS_A_DAY = 1
    hers, his = cards(searched(here, SHE), searched(there, HE))
    assert proposed(hers, his, 9) == frozenset()
    [row] = Proposed.objects.all()
    assert (row.society_id, row.other_society_id) == (there.society.pk, here.society.pk)
    [again] = cards(searched(here, SHE))
    assert proposed(again, his, 9) == frozenset(), "theirs is full, ours is not"


def test_pairs_that_were_taken_back_count_all_the_same(
    here: Scene, there: Scene, settings: Settings
) -> None:
    """Else whoever lays cards and takes them back reads as many as they like."""
    settings.PAIRS_A_DAY = 2
    searched(here, SHE)
    his = searched(there, HE)
    the_worker_works()
    assert Candidate.objects.count() == 2
    with there.acting(there.alma):
        protection.withdraw(his.subject, purpose=Purpose.COMPARE, by=there.alma)
        assert Candidate.objects.count() == 0
        let_compare(his, how=How.SPOKEN, by=there.alma)
    the_worker_works()
    assert Candidate.objects.count() == 0
    the_worker_works_tomorrow()
    assert Candidate.objects.count() == 2


def test_a_card_that_is_changed_again_and_again_is_answered_no_more_often(
    here: Scene, there: Scene, settings: Settings
) -> None:
    settings.PAIRS_A_DAY = 2
    hers, his = cards(searched(here, SHE), searched(there, HE))
    answers = [
        proposed(hers, replace(his, number=his.number + turn), bits)
        for turn, bits in enumerate((9, 8, 7))
    ]
    assert answers == [frozenset(), frozenset(), {hers.id, his.id}]
    [row] = Candidate.objects.all()
    assert row.weight == 8, "the last change waits, and the pair stands as it was"
