"""In a case that goes on, too, what looks like a mistake is said before it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kintrace.cases import lookups
from kintrace.cases.actions import corrections
from kintrace.cases.doubts import NotSure
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_many_sought import SISTER
from kintrace.cases.tests.test_meant import IN_1990
from kintrace.cases.tests.test_one_more_sought import HIWET, NEWS, TYPED
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.lookups import person_of
from kintrace.people.told import Birth, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case, Sought
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

THEMSELVES = "Nobody searches for themselves"
IN_2001 = Birth.told("2001", Said(year=2001), calendar=Calendar.GREGORIAN, precision=Precision.YEAR)
IN_2000 = NEWS | {"window": ["2000-01-01", "2000-12-31"]}


def first(case: Case) -> Sought:
    return lookups.sought_in(case)[0]


def searcher(case: Case) -> Told:
    """Who searches, of whose birth nothing is told."""
    return replace(lookups.told_of(case.subject), births=())


def added(scene: Scene, case: Case, *, sure: bool, **other: Any) -> Sought:
    missed, seen = replace(HIWET, **other), lookups.last_place_in(case)
    return corrections.seek_another(case, missed=missed, seen=seen, sure=sure, by=scene.alma)


def named(scene: Scene, case: Case, told: Told, *, sure: bool) -> object:
    one = first(case)
    seen = len(person_of(one.subject).tellings)
    return corrections.correct_person(
        one, told=told, relation="brother", why="more", seen=seen, sure=sure, by=scene.alma
    )


def search_anew(scene: Scene, case: Case, *, sure: bool) -> object:
    """Who searches is called as the one who is sought."""
    told, seen = lookups.told_of(first(case).subject), len(person_of(case.subject).tellings)
    return corrections.correct_searcher(
        case, told=told, why="more", seen=seen, sure=sure, by=scene.alma
    )


def heard(scene: Scene, case: Case, *, sure: bool) -> object:
    one = first(case)
    named(scene, case, replace(lookups.told_of(one.subject), births=(IN_2001,)), sure=False)
    return corrections.correct_news(
        first(case), news=IN_2000, reason="sea", seen=0, sure=sure, by=scene.alma
    )


ODD: dict[str, Callable[..., object]] = {
    "one more of the name of who searches": lambda scene, case, sure: added(
        scene, case, sure=sure, told=searcher(case)
    ),
    "one more, heard from before the birth": lambda scene, case, sure: added(
        scene, case, sure=sure, told=replace(HIWET.told, births=(IN_2001,)), last_news=IN_2000
    ),
    "who is sought gets the name of who searches": lambda scene, case, sure: named(
        scene, case, searcher(case), sure=sure
    ),
    "who searches gets the name of who is sought": lambda scene, case, sure: search_anew(
        scene, case, sure=sure
    ),
    "last news from before the birth": lambda scene, case, sure: heard(scene, case, sure=sure),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_looks_like_a_mistake_is_kept_when_somebody_looked_at_it(
    scene: Scene, selams: Case, odd: Callable[..., object]
) -> None:
    with scene.acting(scene.alma):
        with pytest.raises(NotSure):
            odd(scene, selams, sure=False)
        assert odd(scene, selams, sure=True) is not None


def test_two_of_one_name_beside_each_other_are_asked_about(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        added(scene, selams, sure=False)
        with pytest.raises(NotSure, match="Two persons sought in this case"):
            added(scene, selams, sure=False)
        assert added(scene, selams, sure=True).place == 3


def test_a_name_that_was_corrected_does_not_ring_again(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        right = lookups.told_of(first(selams).subject)
        named(scene, selams, searcher(selams), sure=True)
        named(scene, selams, right, sure=False)
        named(scene, selams, replace(right, sex="male"), sure=False)


def test_the_page_of_names_asks_and_keeps_what_was_typed(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        one, hers = first(selams), lookups.told_of(selams.subject).names[0]
    alma, url = at_desk(sign_in, scene.alma), f"/desk/sought/{one.pk}/sought/"
    typed = {name: said[0] for name, said in (SISTER | IN_1990).items()}
    del typed["said_unknown"], typed["father_unknown"], typed["given_original"]
    typed |= {part.role: part.text for part in hers}
    typed |= {"precision": "exact", "month": "3", "day": "4", "why": "more"}
    typed |= {"seen": seen_on(page(alma, url))}
    asked = alma.post(url, typed)
    shown = asked.content.decode()
    assert asked.status_code == 422
    assert THEMSELVES in shown
    assert 'name="sure"' in shown
    assert press(alma, url, **typed, sure="on") == f"/desk/cases/{selams.pk}/"


def test_the_page_of_one_more_asks_and_keeps_what_was_typed(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        added(scene, selams, sure=False)
    alma, url = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/further/"
    typed = TYPED | {"seen": seen_on(page(alma, url))}
    shown = alma.post(url, typed).content.decode()
    assert "Two persons sought in this case have the same name" in shown
    assert 'value="Hiwet"' in shown
    assert press(alma, url, **typed, sure="on") == f"/desk/cases/{selams.pk}/"
