"""Each question of the interview says how much an answer is needed, seen and heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import steps
from kintrace.cases.marks import MAY_BE_EMPTY, NEEDED, WHERE_IT_HELPS, WORDS, mark_of
from kintrace.cases.tests.test_drafts import begin

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

LEGEND = "● has to be answered · ○ may stay empty · ◆ only where it helps to find the family"
SIGN = re.compile(r'<span class="sign" aria-hidden="true">(.)</span>')


def begun(scene: Scene) -> Draft:
    with scene.acting(scene.alma):
        return begin(scene.alma)


def marked(page: str, label: str) -> tuple[str, str]:
    """The sign before a label and the words after it."""
    sign = r'<span class="sign" aria-hidden="true">(.)</span>\s*'
    words = r'\s*<span class="unseen">(.*?)</span>'
    [found] = re.findall(f"{sign}{re.escape(label)}{words}", page)
    sign, words = found
    return sign, words


@pytest.mark.parametrize("step", steps.STEPS, ids=lambda step: step.key)
def test_every_page_has_its_marks_and_says_once_what_they_mean(
    scene: Scene, client: Client, sign_in: SignIn, step: steps.Step
) -> None:
    sign_in(client, scene.alma)
    draft = begun(scene)
    page = client.get(reverse("cases:step", args=[draft.pk, step.key])).content.decode()
    assert page.count(LEGEND) == 1
    form = step.form()
    said = [name for name in form.fields if not name.endswith("_unknown")]
    assert sorted(SIGN.findall(page)) == sorted(mark_of(form, name) for name in said)
    assert page.count('class="unseen">(') == len(said)


def test_a_sign_is_heard_in_words(scene: Scene, client: Client, sign_in: SignIn) -> None:
    sign_in(client, scene.alma)
    draft = begun(scene)
    page = client.get(reverse("cases:step", args=[draft.pk, "sought"])).content.decode()
    assert marked(page, "Father’s name") == (NEEDED, "(has to be answered)")
    assert marked(page, "Nickname") == (MAY_BE_EMPTY, "(you can leave this empty)")
    more = client.get(reverse("cases:step", args=[draft.pk, "more"])).content.decode()
    label = "Marks, an illness or an injury by which they can be recognised"
    assert marked(more, label) == (WHERE_IT_HELPS, str(WORDS[WHERE_IT_HELPS]))


def test_what_stands_chosen_already_may_stay_as_it_is() -> None:
    """Of who searches the sex need not be told; of who is sought somebody says it on purpose."""
    assert mark_of(steps.SEARCHER.form(), "sex") == MAY_BE_EMPTY
    assert mark_of(steps.SOUGHT.form(), "sex") == NEEDED


def test_the_page_of_a_filled_paper_says_it_too(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    page = client.get(reverse("cases:type_in", args=[begun(scene).pk])).content.decode()
    assert page.count(LEGEND) == 1
    assert 'class="unseen">(has to be answered)</span>' in page
