"""Before a request is handed in, whoever took it down reads what was answered, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kintrace.cases import looking_over, steps
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.test_many_sought import whole_draft
from kintrace.cases.tests.test_meant import OF_1990
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.demo.told import STORIES
from kintrace.network.tests.cast import open_box

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

STORY = STORIES[SELAM.turn % len(STORIES)][:30]


def shown_to(client: Client, draft: Draft) -> str:
    return client.get(reverse("cases:check", args=[draft.pk])).content.decode()


def taken_down(scene: Scene, by: Member) -> Draft:
    with scene.acting(by):
        draft = playing.begin_a_draft(SELAM, by=by)
        playing.answer_the_rest(draft, SELAM, by=by)
        return draft


def test_what_was_answered_stands_there_with_the_days_that_it_means(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
    shown = shown_to(sign_in(client, scene.alma), draft)
    for said in ("Yonas", "ዮናስ", "Keren", "Brother", "Nothing is known of the birth or the age"):
        assert said in shown
    assert OF_1990 in shown
    assert "Hand the request in" in shown


def test_what_lies_in_the_box_stands_there_while_the_box_is_open(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    draft = taken_down(scene, scene.alma)
    alma = sign_in(client, scene.alma)
    shut = shown_to(alma, draft)
    assert STORY not in shut
    assert "Kept, 1 line." in shut
    assert "Open the box" in shut
    open_box(alma, password=PASSWORD)
    assert STORY in shown_to(alma, draft)


def test_a_volunteer_reads_what_lies_in_no_box(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    draft = taken_down(scene, scene.chidi)
    shown = shown_to(sign_in(client, scene.chidi), draft)
    assert "Yonas" in shown
    assert STORY not in shown
    assert "Open the box" not in shown


def test_a_colleague_reads_that_it_is_kept_and_opens_page_by_page(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    draft = taken_down(scene, scene.chidi)
    alma = sign_in(client, scene.alma)
    open_box(alma, password=PASSWORD)
    shown = shown_to(alma, draft)
    assert "Kept" in shown
    assert reverse("cases:step", args=[draft.pk, "sought"]) in shown
    assert "Yonas" not in shown
    assert STORY not in shown


def test_what_was_answered_about_safety_stands_there_for_nobody(scene: Scene) -> None:
    with scene.acting(scene.alma):
        rows = looking_over.review(whole_draft(scene), by=scene.alma)["rows"]
        [risk] = [row for row in rows if row.step is steps.RISK]
        assert risk.stands
        assert (risk.told, risk.lines) == ([], 0)


def test_a_calendar_stands_there_only_beside_a_date() -> None:
    answers = {"said_unknown": ["on"], "calendar": ["gregorian"], "precision": ["year"]}
    [told] = looking_over.told_on(steps.SOUGHT, answers)
    assert told[1] == "Yes"
