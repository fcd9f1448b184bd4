"""How else somebody sought is written and called is kept with the name and compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kintrace.cases import lookups
from kintrace.cases.forms_sought import SoughtForm
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_on_purpose import sent, unknown
from kintrace.cases.tests.test_one_more_sought import TYPED
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.people.holder import lines_of
from kintrace.people.likely import alike
from kintrace.people.lookups import person_of
from kintrace.people.told import Part, Told

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

MUHAMMAD = {"relation": "brother", "given": "Muhammad", "father": "Husayn", "sex": "male"}
OTHERS = {"given_other": "Mohamed", "father_other": "Hussein", "kunya": "Abu Salim",
          "used": "Ali Karim"}  # fmt: skip


def told(**more: str) -> Told:
    form: Any = sent(SoughtForm, **MUHAMMAD, **unknown("said", "place"), **more)
    assert form.is_valid(), form.errors
    answer: Told = form.told()
    return answer


def named(*parts: tuple[str, str]) -> Told:
    return Told(names=(tuple(Part(role, text) for role, text in parts),), sex="male")


def test_each_of_them_stands_behind_the_name_as_what_it_is() -> None:
    kept = told(**OTHERS)
    assert kept.called == "Muhammad Husayn"
    assert [[(part.role, part.text, part.source) for part in name] for name in kept.names[1:]] == [
        [("given", "Mohamed", "says"), ("father", "Hussein", "says")],
        [("kunya", "Abu Salim", "says")],
        [("unknown", "Ali Karim", "route_alias")],
    ]
    assert Told.from_json(kept.to_json()) == kept


def test_all_of_it_may_stay_empty() -> None:
    assert len(told().names) == 1
    assert len(told(father_other="Hussein").names) == 2


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (named(("given", "Mohamed"), ("father", "Hussein")), True),
        (named(("given", "Ali"), ("father", "Karim")), True),
        (named(("given", "Muhammad"), ("kunya", "abu salim")), True),
        (named(("given", "Yusuf"), ("kunya", "Abu Salim")), False),
        (named(("given", "Yusuf"), ("kunya", "Abu Karim")), False),
    ],
)
def test_cases_are_compared_by_every_spelling_and_name(other: Told, *, is_alike: bool) -> None:
    assert alike(told(**OTHERS), other) is alike(other, told(**OTHERS)) is is_alike
    assert not alike(told(), replace(other, names=other.names))


def test_a_name_without_a_letter_is_shown_at_its_field() -> None:
    form = sent(SoughtForm, **MUHAMMAD, **unknown("said", "place"), used="???")
    assert set(form.errors) == {"used"}


def test_an_access_copy_says_which_name_was_taken_for_a_while() -> None:
    said = {(line.name, line.value) for line in lines_of(told(**OTHERS))}
    assert ("Used on the way", "Ali Karim") in said
    assert ("Called after a child (Abu …, Umm …)", "Abu Salim") in said


def test_the_page_folds_them_until_one_is_told_and_the_case_shows_them(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    shown = page(alma, f"{case}further/")
    assert "<details><summary>Other spellings and names" in shown
    typed = TYPED | {"seen": seen_on(shown)}
    typed |= {f"sought-{name}": said for name, said in OTHERS.items()}
    wrong = alma.post(f"{case}further/", typed | {"news-place": ""}).content.decode()
    assert "<details open><summary>Other spellings and names" in wrong
    assert 'value="Abu Salim"' in wrong
    press(alma, f"{case}further/", **typed)
    for words in ("Used on the way", "Ali Karim", "Mohamed"):
        assert words in page(alma, case)


def test_what_was_told_so_before_stays_when_the_name_is_corrected(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    typed = TYPED | {"seen": seen_on(page(alma, f"{case}further/")), "sought-kunya": "Umm Salim"}
    press(alma, f"{case}further/", **typed)
    with scene.acting(scene.alma):
        one = lookups.sought_in(selams)[1]
    url = f"/desk/sought/{one.pk}/sought/"
    again = {"relation": "sister", "given": "Hiyab", "sex": "female", "why": "wrong",
             **{f"{name}_unknown": "on" for name in ("father", "said", "place")}}  # fmt: skip
    press(alma, url, **again, seen=seen_on(page(alma, url)))
    with scene.acting(scene.alma):
        known = dict(person_of(one.subject).name_rows)
    assert known["Given name"] == ["Hiyab", "Hiwet"]
    assert known["Called after a child (Abu …, Umm …)"] == ["Umm Salim"]
