"""Who must not learn of a search: several countries and societies, said before anything is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import asking, looking_over, lookups, steps
from kintrace.cases.actions import drafts, opening, transfers
from kintrace.cases.actions.transfers import CannotBeAsked
from kintrace.cases.tests.conftest import SELAM, build_scene
from kintrace.cases.tests.test_many_sought import SISTER, whole_draft
from kintrace.demo import playing
from kintrace.people.lookups import person_of
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import not_with

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

CHOSEN = re.compile(r'<option value="(\w+)" selected')


def answered(scene: Scene, answers: dict[str, list[str]], step: str = "quiet") -> Draft:
    draft = whole_draft(scene)
    seen = steps.version(draft, steps.step_called(step))
    drafts.keep(draft, step=step, answers=answers, seen=seen, by=scene.alma)
    return lookups.draft_for(scene.alma, draft.pk)


def test_several_countries_and_societies_are_kept_from_it(scene: Scene) -> None:
    there = build_scene("BG").society.pk
    with scene.acting(scene.alma):
        said = {"fears": ["yes"], "country": ["ER", "SD", ""], "societies": [str(there), ""]}
        draft = answered(scene, said | {"persons": ["an uncle"]})
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        circle = NotWith(frozenset({there}), frozenset({"ER", "SD"}), ("an uncle",))
        assert not_with(case.subject) == circle
        assert not_with(lookups.sought_in(case)[0].subject) == circle


def test_who_is_taken_out_by_who_searches_may_learn_of_who_is_sought_from_then_on(
    scene: Scene,
) -> None:
    there = build_scene("BG").society
    feared = NotWith(frozenset({there.pk}), persons=("an uncle",))
    with scene.acting(scene.alma) as alma:
        said = {"fears": ["yes"], "societies": [str(there.pk)], "persons": ["an uncle"]}
        draft = answered(scene, said)
        case = opening.submit(draft, opening=asking.opening_of(draft), by=alma)
        [sought] = [one.subject for one in lookups.sought_in(case)]
        with pytest.raises(CannotBeAsked, match="must not learn"):
            transfers.require_can_be_asked(case, sought, there)
        protection.change_not_with(case.subject, not_with=NotWith(), by=alma)
        assert not not_with(sought)
        transfers.require_can_be_asked(case, sought, there)
        protection.change_not_with(case.subject, not_with=feared, by=alma)
        assert not_with(sought) == feared


def test_what_was_said_of_who_is_sought_stays_when_who_searches_takes_theirs_back(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma) as alma:
        draft = answered(scene, {"fears": ["yes"], "country": ["ER"], "persons": ["an uncle"]})
        case = opening.submit(draft, opening=asking.opening_of(draft), by=alma)
        [sought] = [one.subject for one in lookups.sought_in(case)]
    page = reverse("protection:not_with", args=[sought])
    browser = sign_in(client, scene.alma)
    shown = browser.get(page).content.decode()
    assert "an uncle" in shown, "what the enquirer said stands beside the form"
    [typed] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)
    assert not typed.strip(), "and is not copied by pressing the button"
    browser.post(page, {"persons": "a brother"})
    with scene.acting(scene.alma) as alma:
        assert set(not_with(sought).persons) == {"an uncle", "a brother"}
        protection.change_not_with(case.subject, not_with=NotWith(), by=alma)
        assert not_with(sought) == NotWith(persons=("a brother",))


def test_a_draft_from_before_with_one_country_goes_on(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = answered(scene, {"fears": ["yes"], "country": ["ER"], "persons": [""]})
        assert asking.opening_of(draft).not_with == NotWith(countries=frozenset({"ER"}))


def test_who_says_yes_says_whom(scene: Scene, client: Client, sign_in: SignIn) -> None:
    with scene.acting(scene.alma):
        draft = playing.begin_a_draft(SELAM, by=scene.alma)
    page = reverse("cases:step", args=[draft.pk, "quiet"])
    nobody = sign_in(client, scene.alma).post(page, {"fears": "yes", "country": ["", ""]})
    assert nobody.status_code == 422
    assert "choose a country or a society" in nobody.content.decode()


def test_the_country_the_person_comes_from_is_proposed_and_the_own_society_never(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    there = build_scene("BG").society
    with scene.acting(scene.alma):
        draft = playing.begin_a_draft(SELAM, by=scene.alma)
        told = steps.answered(lookups.draft_for(scene.alma, draft.pk))["searcher"]
        answers = told | {"country": ["ER"]}
        drafts.keep(draft, step="searcher", answers=answers, seen=1, by=scene.alma)
    page = reverse("cases:step", args=[draft.pk, "quiet"])
    alma = sign_in(client, scene.alma)
    shown = alma.get(page).content.decode()
    assert CHOSEN.findall(shown) == ["ER"]
    assert "Ask about it by name" in shown
    assert str(there.pk) in shown
    assert f'<option value="{scene.society.pk}"' not in shown
    typed = alma.get(reverse("cases:type_in", args=[draft.pk])).content.decode()
    of_quiet = typed.partition('id="group-quiet"')[2].partition("</fieldset>")[0]
    assert CHOSEN.findall(of_quiet) == []
    assert alma.post(page, {"fears": "no", "country": ["ER"], "seen": "0"}).status_code == 302
    assert "Ask about it by name" not in alma.get(page).content.decode()


def test_who_says_no_is_not_shown_to_have_named_anybody(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = answered(scene, {"fears": ["no"], "country": ["ER"]})
        assert not asking.opening_of(draft).not_with
    [(_question, said)] = looking_over.told_on(steps.QUIET, {"fears": ["no"], "country": ["ER"]})
    assert said == "No"


def test_the_languages_of_who_is_sought_are_kept_and_shown(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = answered(scene, SISTER | {"languages": ["ti", "", "ar"]}, step="sought")
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        [sought] = lookups.sought_in(case)
        assert person_of(sought.subject).told.languages == ("ti", "ar")
    alma = sign_in(client, scene.alma)
    shown = alma.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "ትግርኛ" in shown
    assert "العربية" in shown
