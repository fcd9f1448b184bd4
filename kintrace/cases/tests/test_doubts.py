"""What looks like a mistake in a request is said once, and a person says whether it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import asking, lookups, steps
from kintrace.cases.actions import drafts, opening
from kintrace.cases.actions.opening import SamePerson
from kintrace.cases.doubts import NotSure, doubts
from kintrace.cases.tests.test_many_sought import NEWS, NOT_KNOWN, SISTER, three, whole_draft

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

NAMES = ("given", "given_original", "father", "father_original", "grandfather", "sex")
BORN = {"said": ["2001"], "year": ["2001"], "calendar": ["gregorian"], "precision": ["year"],
        "said_unknown": []}  # fmt: skip
SAME_YEAR = {"said": ["born in 1990"], "year": ["1990"], "calendar": ["ethiopian"],
             "precision": ["year"], "said_unknown": []}  # fmt: skip
THEMSELVES = "Nobody searches for themselves"
TOO_EARLY = "The last news of person 1 is older than their birth."


def answered_anew(scene: Scene, draft: Draft, step: str, answers: dict[str, list[str]]) -> Draft:
    seen = steps.version(draft, steps.step_called(step))
    drafts.keep(draft, step=step, answers=answers, seen=seen, by=scene.alma)
    return lookups.draft_for(scene.alma, draft.pk)


def namesake(scene: Scene, **more: list[str]) -> Draft:
    """Selam searches for a Selam of the same name in full."""
    draft = whole_draft(scene)
    hers = steps.answered(draft)["searcher"]
    same = {name: hers[name] for name in NAMES} | {"relation": ["sister"]} | NOT_KNOWN | more
    del same["father_unknown"]
    return answered_anew(scene, draft, "sought", same)


def said_of(draft: Draft) -> list[str]:
    return doubts(asking.opening_of(draft))


def test_a_whole_request_without_doubts_is_handed_in_as_ever(scene: Scene) -> None:
    with scene.acting(scene.alma):
        assert said_of(three(scene)) == []


def test_who_may_search_for_themselves_is_asked_about_and_not_refused(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = namesake(scene)
        told = asking.opening_of(draft)
        [sentence] = said_of(draft)
        assert THEMSELVES in sentence
        assert "Selam" not in sentence
        with pytest.raises(NotSure):
            opening.submit(draft, opening=told, by=scene.alma)
        case = opening.submit(draft, opening=told, sure=True, by=scene.alma)
        assert lookups.case_for(scene.alma, case.pk) == case


def test_two_births_tell_namesakes_apart(scene: Scene) -> None:
    with scene.acting(scene.alma):
        assert said_of(namesake(scene, **BORN)) == []


def test_one_birth_said_in_other_words_and_a_name_in_one_script_more_are_one_person(
    scene: Scene,
) -> None:
    with scene.acting(scene.alma):
        draft = namesake(scene, **SAME_YEAR, given_original=[], father_original=[])
        with pytest.raises(SamePerson):
            opening.submit(draft, opening=asking.opening_of(draft), sure=True, by=scene.alma)


@pytest.mark.parametrize(
    "more",
    [
        SAME_YEAR | {"precision": ["exact"], "month": ["3"], "day": ["4"]},
        SAME_YEAR | {"nickname": ["The small one"]},
        SAME_YEAR | {"father_original": ["ኃይሉ"]},
        {"said": ["1998"], "year": ["1998"], "precision": ["year"], "said_unknown": []},
    ],
)
def test_births_that_may_be_one_and_names_that_differ_a_little_are_asked_about(
    scene: Scene, more: dict[str, list[str]]
) -> None:
    with scene.acting(scene.alma):
        draft = namesake(scene, **more)
        answered_anew(
            scene, draft, "searcher", steps.answered(draft)["searcher"] | {"nickname": ["Tall"]}
        )
        draft = lookups.draft_for(scene.alma, draft.pk)
        [sentence] = said_of(draft)
        assert THEMSELVES in sentence
        opening.submit(draft, opening=asking.opening_of(draft), sure=True, by=scene.alma)


def test_one_word_is_half_a_village_and_nobody_is_refused_for_it(scene: Scene) -> None:
    pages = {"sought_2": SISTER | BORN, "news_2": NEWS, "sought_3": SISTER | BORN, "news_3": NEWS}
    with scene.acting(scene.alma):
        draft = whole_draft(scene, **pages)
        with pytest.raises(NotSure, match="Persons 2 and 3"):
            opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        opening.submit(draft, opening=asking.opening_of(draft), sure=True, by=scene.alma)


def test_one_person_written_down_twice_is_asked_about(scene: Scene) -> None:
    with scene.acting(scene.alma):
        pages = {"sought_2": SISTER, "news_2": NEWS, "sought_3": SISTER, "news_3": NEWS}
        [sentence] = said_of(whole_draft(scene, **pages))
        assert sentence.startswith("Persons 2 and 3 have the same name")


def test_news_from_before_a_birth_is_asked_about(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        sought = steps.answered(draft)["sought"] | BORN
        draft = answered_anew(scene, draft, "sought", sought)
        news = steps.answered(draft)["news"] | {"calendar": ["gregorian"], "month": [""]}
        assert said_of(answered_anew(scene, draft, "news", news | {"year": ["2001"]})) == []
        draft = lookups.draft_for(scene.alma, draft.pk)
        [sentence] = said_of(answered_anew(scene, draft, "news", news | {"year": ["2000"]}))
        assert sentence.startswith(TOO_EARLY)


def test_the_page_says_it_and_goes_on_when_the_member_says_so(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = namesake(scene)
    sign_in(client, scene.alma)
    page = client.get(reverse("cases:check", args=[draft.pk])).content.decode()
    assert THEMSELVES in page
    url = reverse("cases:submit", args=[draft.pk])
    answer = client.post(url)
    assert answer.status_code == 422
    assert THEMSELVES in answer.content.decode()
    assert client.post(url, {"sure": "on"}).status_code == 302
