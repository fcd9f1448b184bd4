"""A notice by pictures, a worry that nobody outside the team can see, and a withdrawal."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases.lookups import drafts_of
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import on_the_wall
from kintrace.demo import playing
from kintrace.protection.lookups import notice_given
from kintrace.protection.risk import QUESTIONS
from kintrace.vault.reader import reading_as
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from tests.journeys.people import AtTheDesk, OnThePhone

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WORRY = "Her cousin waits outside and tells her what to say."


@pytest.fixture
def hanging(scene: Scene) -> Case:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        until = timezone.localdate() + timedelta(days=180)
        on_the_wall(case, until=until, alma=scene.alma, omar=scene.omar)
    return case


def test_a_notice_is_given_in_arabic_by_pictures(scene: Scene, desks: dict[str, AtTheDesk]) -> None:
    alma = desks["alma"]
    alma.sign_in()
    alma.go("/desk/new/")
    alma.page.locator("main label", has_text="العربي").click()
    alma.press()
    layers = alma.page.locator("main [lang=ar]").first
    assert layers.get_attribute("dir") == "rtl"
    assert layers.locator("svg").count() >= 4
    alma.pick(channel="pictograms")
    alma.page.check("main [name=interpreter]")
    alma.press()
    with reading_as(scene.society.pk):
        given = notice_given(drafts_of(scene.alma).get().subject)
    assert given is not None
    assert (given.text.language, given.channel, given.interpreter) == ("ar", "pictograms", True)


def test_a_worry_takes_the_photo_down_and_is_read_by_nobody_outside_the_team(
    hanging: Case, desks: dict[str, AtTheDesk], yonas: OnThePhone
) -> None:
    alma, omar = desks["alma"], desks["omar"]
    assert yonas.faces() == 1
    face = yonas.page.locator(".faces a").first.get_attribute("href") or ""
    alma.sign_in()
    alma.go(f"/desk/subjects/{hanging.subject}/risk/?next=/desk/cases/{hanging.pk}/")
    for question in QUESTIONS:
        alma.pick(**{question.code: "yes" if question.code == "sent" else "no"})
    alma.fill(note=WORRY)
    alma.press()
    omar.sign_in()
    for desk, works_on_it in ((alma, True), (omar, False)):
        desk.go(f"/desk/cases/{hanging.pk}/")
        page = desk.page.locator("main").inner_text()
        assert ("Somebody looks at this first." in page) is works_on_it
        desk.go(f"/desk/subjects/{hanging.subject}/")
        page += desk.page.locator("main").inner_text()
        assert WORRY not in page
        assert "On hold" not in page
    assert yonas.faces() == 0
    gone = yonas.page.request.get(face)
    never = yonas.page.request.get(ID.sub(str(hanging.pk), face))
    assert gone.status == never.status == 404
    assert ID.sub("", gone.text()) == ID.sub("", never.text())


def test_a_withdrawal_says_what_it_did(
    hanging: Case, desks: dict[str, AtTheDesk], yonas: OnThePhone
) -> None:
    alma = desks["alma"]
    assert yonas.faces() == 1
    alma.sign_in()
    alma.go(f"/desk/subjects/{hanging.subject}/")
    alma.press("main a[href*=withdraw]")
    alma.pick(purpose="publish")
    alma.press()
    said = alma.page.locator("main").inner_text()
    assert "The photo is off the wall." in said
    assert yonas.faces() == 0
