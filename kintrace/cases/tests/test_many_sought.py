"""Several persons sought in one request: a page each, one row each, one fate each."""

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from kintrace.cases import asking, casefile, lookups, steps
from kintrace.cases.actions import drafts, opening
from kintrace.cases.actions.drafts import NobodyLeft
from kintrace.cases.actions.opening import SamePerson
from kintrace.cases.models import Draft, Words
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.protection.actions import erase
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose, WhyErased

NOT_KNOWN = {f"{name}_unknown": ["on"] for name in ("father", "said", "place")}
SISTER = {"relation": ["sister"], "given": ["Hiwet"], "given_original": ["ሕይወት"], "sex": ["female"],
          **NOT_KNOWN}  # fmt: skip
UNCLE = {"relation": ["uncle"], "given": ["Berhane"], "sex": ["male"], **NOT_KNOWN}
NEWS = {"reason": ["sea"], "said": ["last winter"], "calendar": ["gregorian"], "place": ["Sabha"],
        "heard": ["phone"]}  # fmt: skip


def whole_draft(scene: Scene, **more: dict[str, list[str]]) -> Draft:
    """Selam's draft with every page answered, and more pages."""
    draft = playing.begin_a_draft(SELAM, by=scene.alma)
    playing.answer_the_rest(draft, SELAM, by=scene.alma)
    for key, answers in more.items():
        drafts.keep(draft, step=key.replace("_", "-"), answers=answers, seen=0, by=scene.alma)
    return lookups.draft_for(scene.alma, draft.pk)


def three(scene: Scene) -> Draft:
    pages = {"sought_2": SISTER, "news_2": NEWS, "sought_3": UNCLE, "news_3": NEWS}
    return whole_draft(scene, **pages)


def test_each_person_sought_is_a_subject_of_their_own(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = three(scene)
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        sought = lookups.sought_in(case)
        assert [one.place for one in sought] == [1, 2, 3]
        assert [one.relation for one in sought] == ["brother", "sister", "uncle"]
        assert [lookups.called(one) for one in sought][1:] == ["Hiwet", "Berhane"]
        assert all(may(one.subject, Purpose.TRACE) for one in sought)
        shown = casefile.shown(case, by=scene.alma)["sought"]
        assert [one["relation"] for one in shown] == ["Brother", "Sister", "Uncle"]


def test_a_person_whose_news_was_not_asked_keeps_the_request_back(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene, sought_2=SISTER)
        assert steps.first_open(draft) == steps.step_called("news-2")
        with pytest.raises(asking.NotWhole):
            asking.opening_of(draft)


def test_who_follows_moves_up_when_one_is_taken_off(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = three(scene)
        drafts.keep_words(draft, kind="more-2", answers={"work": ["school"]}, by=scene.alma)
        drafts.keep_words(draft, kind="more-3", answers={"work": ["the port"]}, by=scene.alma)
        draft = drafts.leave_out(draft, number=2, by=scene.alma)
        assert steps.sought_in(draft) == 2
        assert steps.answered(draft)["sought-2"] == UNCLE
        assert "sought-3" not in draft.told
        kept = lookups.words_of(draft)
        assert kept["more-2"].answers == {"work": ["the port"]}
        assert "more-3" not in kept


def test_somebody_is_always_sought(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        with pytest.raises(NobodyLeft):
            drafts.leave_out(draft, number=1, by=scene.alma)


def test_pages_are_asked_of_persons_in_turn(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        assert steps.step_for(draft, "sought-2").number == 2
        for key in ("sought-3", "sought-1", "sought-02", "risk-2", "sought-13", "nothing"):
            with pytest.raises(Http404):
                steps.step_for(draft, key)


def test_who_was_lost_together_has_the_same_last_news_to_begin_with(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene, sought_2=SISTER)
        first = steps.answered(draft)["news"]["place"][0]
    page = sign_in(client, scene.alma).get(reverse("cases:step", args=[draft.pk, "news-2"]))
    assert f'value="{first}"' in page.content.decode()


def test_nobody_searches_for_themselves(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        told = steps.answered(draft)["searcher"] | {"relation": ["brother"]}
        seen = steps.version(draft, steps.SOUGHT)
        drafts.keep(draft, step="sought", answers=told, seen=seen, by=scene.alma)
        draft = lookups.draft_for(scene.alma, draft.pk)
        with pytest.raises(SamePerson):
            opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        assert steps.answered(lookups.draft_for(scene.alma, draft.pk))  # nothing is lost


def test_what_was_told_of_one_in_the_box_goes_with_that_one_alone(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = three(scene)
        for key in ("more", "more-2"):
            drafts.keep_words(draft, kind=key, answers={"work": ["school"]}, by=scene.alma)
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
        second = lookups.sought_in(case)[1]
    with scene.acting(scene.dora):
        erase(second.subject, by=scene.dora, why=WhyErased.ASKED)
    kinds = set(Words.objects.filter(case=case).values_list("kind", flat=True))
    assert kinds == {"ways", "more", "story"}
