"""What is needed to search is asked for; that nobody knows it is an answer, an empty field none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict
from django.urls import reverse

from kintrace.cases import asking, casefile, lookups, steps
from kintrace.cases.actions import drafts, opening
from kintrace.cases.forms_sought import NewsForm, SoughtForm
from kintrace.cases.tests.test_many_sought import NEWS, SISTER, whole_draft
from kintrace.people.holder import lines_of
from kintrace.people.lookups import person_of
from kintrace.people.told import Told, Unknown

if TYPE_CHECKING:
    from django.forms import Form
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

ASKED = {"father", "said", "place"}
FIRST = {"relation": "sister", "given": "Hiwet", "sex": "female", "calendar": "gregorian"}
TOLD = {"father": "Tesfay", "said": "1990", "year": "1990", "place": "Keren"}
HEARD = {"reason": "sea", "calendar": "gregorian", "heard": "phone"}


def sent(form: type[Form], **said: Any) -> Form:
    data = QueryDict(mutable=True)
    data.update(said)
    return form(data)


def unknown(*names: str) -> dict[str, str]:
    return {f"{name}_unknown": "on" for name in names}


def test_what_is_left_empty_is_asked_for_in_a_sentence_that_says_what_to_do() -> None:
    form = sent(SoughtForm, **FIRST)
    assert set(form.errors) == ASKED
    assert "choose that it is not known" in str(form.errors["father"])


def test_not_known_is_an_answer_and_is_kept_in_what_was_told() -> None:
    form: Any = sent(SoughtForm, **FIRST, **unknown(*ASKED))
    assert form.is_valid()
    told = Told.from_json(form.told().to_json())
    assert told.not_known == [Unknown.FATHER, Unknown.BIRTH, Unknown.ORIGIN]
    assert not told.births
    assert not told.places


def test_what_is_told_needs_no_box() -> None:
    form: Any = sent(SoughtForm, **FIRST, **TOLD)
    assert form.is_valid()
    assert form.told().unknown == ()


@pytest.mark.parametrize("said", [{"country": "ER"}, {"place": "Keren"}])
def test_a_country_alone_or_a_place_alone_is_an_origin(said: dict[str, str]) -> None:
    assert sent(SoughtForm, **FIRST, **said, **unknown("father", "said")).is_valid()


def test_a_child_of_no_year_yet_has_an_age() -> None:
    said = {"age": "0", "precision": "age_at_date"}
    form: Any = sent(SoughtForm, **FIRST, **said, **unknown("father", "place"))
    assert form.is_valid()
    assert form.told().birth.youngest(form.told().birth.end) == 0


def test_an_answer_beside_not_known_is_asked_about() -> None:
    form = sent(SoughtForm, **FIRST, **TOLD, **unknown(*ASKED))
    assert set(form.errors) == ASKED
    assert "Take one of them out" in str(form.errors["said"])


@pytest.mark.parametrize("left_out", ["sex", "relation"])
def test_nothing_is_chosen_by_chance(left_out: str) -> None:
    said = {name: value for name, value in (FIRST | TOLD).items() if name != left_out}
    assert set(sent(SoughtForm, **said).errors) == {left_out}
    assert f'value="{FIRST[left_out]}" checked' not in str(SoughtForm()[left_out])
    assert "selected" not in str(SoughtForm()["relation"]).replace('value="" selected', "")


def test_one_name_is_needed_all_the_same() -> None:
    nameless = FIRST | TOLD | {"given": "", "father": ""} | unknown("given", "father")
    assert "given" in sent(SoughtForm, **nameless).errors
    assert sent(SoughtForm, **nameless | {"nickname": "Jamal"}).is_valid()


def test_of_the_last_news_time_and_place_are_told_or_not_known() -> None:
    assert set(sent(NewsForm, **HEARD).errors) == {"said", "place"}
    form: Any = sent(NewsForm, **HEARD, **unknown("said", "place"))
    assert form.is_valid()
    assert form.last_news()["unknown"] == ["said", "place"]
    told: Any = sent(NewsForm, **HEARD, year="2024", country="LY")
    assert told.is_valid()
    assert (told.last_news()["said"], told.last_news()["unknown"]) == ("2024", [])


def test_the_case_says_of_what_it_was_said(scene: Scene) -> None:
    nothing = {name: NEWS[name] for name in ("reason", "calendar", "heard")}
    nothing |= {"said_unknown": ["on"], "place_unknown": ["on"]}
    with scene.acting(scene.alma):
        draft = whole_draft(scene, sought_2=SISTER, news_2=nothing)
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        shown = casefile.shown(case, by=scene.alma)["sought"][1]
        assert shown["when"] == "It is not known when that was"
        assert shown["where"] == "It is not known where they were"
        told = person_of(lookups.sought_in(case)[1].subject).told
        assert told.not_known == [Unknown.FATHER, Unknown.BIRTH, Unknown.ORIGIN]


def older(scene: Scene) -> Draft:
    """A draft from before the father's name was needed."""
    draft = whole_draft(scene)
    said = steps.answered(draft)["sought"]
    before = {name: said[name] for name in ("relation", "given", "sex", "place")}
    drafts.keep(draft, step="sought", answers=before, seen=1, by=scene.alma)
    return lookups.draft_for(scene.alma, draft.pk)


def test_an_older_draft_says_which_page_is_to_be_looked_at_and_loses_nothing(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = older(scene)
        assert steps.first_open(draft) == steps.SOUGHT
        with pytest.raises(asking.NotWhole):
            asking.opening_of(draft)
        said = {name: values[0] for name, values in steps.answered(draft)["sought"].items()}
    sign_in(client, scene.alma)
    check = client.get(reverse("cases:check", args=[draft.pk])).content.decode()
    assert "Still to ask" in check
    assert "Hand the request in" not in check
    page = reverse("cases:step", args=[draft.pk, "sought"])
    assert 'value="Yonas"' in client.get(page).content.decode()
    more = unknown("father", "said") | {"seen": "2", "check": "1"}
    assert client.post(page, said | more).status_code == 302
    check = client.get(reverse("cases:check", args=[draft.pk])).content.decode()
    assert "Hand the request in" in check


def test_who_asks_for_a_copy_reads_what_was_said_not_to_be_known() -> None:
    form: Any = sent(SoughtForm, **FIRST, **unknown(*ASKED))
    assert form.is_valid()
    lines = [line for line in lines_of(form.told()) if line.name == "Asked, and not known"]
    assert [line.value for line in lines] == ["Father’s name, Born, Comes from"]
