"""One more person may be sought in a case that is under way, on a ground of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kintrace.cases import casefile, lookups
from kintrace.cases.actions import corrections, moves, opening
from kintrace.cases.actions.corrections import TooMany
from kintrace.cases.actions.opening import (
    CaseIsClosed,
    Missed,
    NotAcceptedYet,
    SamePerson,
    SearchRests,
)
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Sought
from kintrace.cases.states import State, Why
from kintrace.cases.steps import MOST_SOUGHT
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.seen import ChangedElsewhere
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import bases_in_force, may, not_with
from kintrace.protection.purposes import BasisKind, Purpose, WhyErased
from kintrace.protection.refusals import InformationNotGiven, NotAllowed

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

NEWS = {"said": "last winter", "calendar": "gregorian", "window": None, "place": "Sabha",
        "country": "LY", "heard": "phone"}  # fmt: skip
HIWET = Missed(Told(names=((Part("given", "Hiwet"),),), sex="female"), "sister", NEWS)
TYPED = {"sought-relation": "sister", "sought-given": "Hiwet", "sought-sex": "female",
         "news-said": "last winter", "news-calendar": "gregorian", "news-place": "Sabha",
         "news-heard": "phone", "sought-father_unknown": "on", "sought-said_unknown": "on",
         "sought-place_unknown": "on"}  # fmt: skip


def seek(case: Case, scene: Scene, missed: Missed = HIWET) -> Sought:
    """As the page does it that was opened a moment ago."""
    seen = lookups.last_place_in(case)
    return corrections.seek_another(case, missed=missed, seen=seen, by=scene.alma)


def test_who_is_sought_too_is_searched_for_on_a_ground_of_their_own(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        one = seek(selams, scene)
        assert one.place == 2
        [basis] = bases_in_force(one.subject, Purpose.TRACE)
        assert (basis.kind, basis.told_by) == (BasisKind.PUBLIC_INTEREST, selams.subject)
        assert may(one.subject, Purpose.TRACE)
        shown = casefile.shown(selams, by=scene.alma)["sought"]
        assert [row["relation"] for row in shown] == ["Brother", "Sister"]


def test_who_must_not_learn_of_the_search_does_not_learn_of_them(
    scene: Scene, selams: Case
) -> None:
    circle = NotWith(countries=frozenset({"XX"}), persons=("an uncle",))
    with scene.acting(scene.alma):
        protection.change_not_with(selams.subject, not_with=circle, by=scene.alma)
        one = seek(selams, scene)
        assert not_with(one.subject) == circle


def test_of_one_who_is_erased_nobody_gets_the_place(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        gone = seek(selams, scene)
    with scene.acting(scene.dora):
        protection.erase(gone.subject, why=WhyErased.ASKED, by=scene.dora)
    with scene.acting(scene.alma):
        assert seek(selams, scene).place == 3


def test_a_case_has_room_for_twelve(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        Sought.objects.filter(case=selams).update(place=MOST_SOUGHT)
        with pytest.raises(TooMany):
            seek(selams, scene)
        assert not casefile.shown(selams, by=scene.alma)["may_add"]


def test_nobody_is_sought_twice_and_nobody_seeks_themselves(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        searcher = lookups.told_of(selams.subject)
        with pytest.raises(SamePerson):
            seek(selams, scene, replace(HIWET, told=searcher))


def test_a_form_that_is_sent_twice_adds_one_person(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        corrections.seek_another(selams, missed=HIWET, seen=1, by=scene.alma)
        with pytest.raises(ChangedElsewhere):
            corrections.seek_another(selams, missed=HIWET, seen=1, by=scene.alma)


def test_nobody_is_added_where_no_search_is_under_way(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.chidi):
        waiting = playing.open_a_case(PEOPLE[1], by=scene.chidi)
    with scene.acting(scene.alma):
        with pytest.raises(NotAcceptedYet):
            seek(waiting, scene)
        moves.move(selams, to=State.SUSPENDED, by=scene.alma, why=Why.WANTS_A_REST)
        with pytest.raises(SearchRests):
            seek(selams, scene)
        opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            seek(selams, scene)


def test_nobody_is_added_while_somebody_looks_first_or_the_search_was_taken_back(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        other = playing.open_a_case(PEOPLE[1], by=scene.alma)
        protection.put_on_hold(selams.subject, reason="A worry.", by=scene.alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            seek(selams, scene)
        protection.withdraw(other.subject, purpose=Purpose.TRACE, by=scene.alma)
        with pytest.raises(NotAllowed):
            seek(other, scene)


def test_before_the_notice_nobody_is_added(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        selams.subject = protection.new_subject()
        with pytest.raises(InformationNotGiven):
            seek(selams, scene)


def test_the_page_adds_a_person_and_keeps_what_was_typed_on_a_mistake(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    further = f"{case}further/"
    assert further in page(alma, case)
    shown = page(alma, further)
    assert "Yonas" in shown
    typed = TYPED | {"seen": seen_on(shown)}
    wrong = alma.post(further, typed | {"news-place": "", "sought-year": "abc"})
    text = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Please look at 2 things." in text
    assert 'value="Hiwet"' in text
    assert 'value="abc"' in text
    assert press(alma, further, **typed) == case
    there = page(alma, case)
    assert "Hiwet" in there
    assert len(re.findall("Who is sought", there)) >= 2
    late = alma.post(further, typed)
    assert late.status_code == 422
    assert "This page was changed elsewhere" in late.content.decode()
