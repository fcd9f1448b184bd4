"""Nobody on the wall is known to her: she says in Tigrinya who she is, and is searched for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.models import CameForward
from kintrace.people.lookups import person_of
from kintrace.protection.risk import QUESTIONS
from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from kintrace.cases.tests.conftest import Scene

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

NAMES, FATHER, WORD = "ርግኣት ኣስመሮም", "ኣስመሮም", "ቀይሕ ዕምባባ"
ANSWER = "ንዓኹም ክንድውለልኩም ኢና።"


@pytest.fixture
def rigat(browser: Browser, street: str) -> Iterator[OnThePhone]:
    visit = OnThePhone(browser, street, "ti")
    yield visit
    everyone_content(visit)
    visit.end()


def test_from_a_few_words_on_an_old_phone_to_a_lead_that_is_searched(
    scene: Scene, desks: dict[str, AtTheDesk], rigat: OnThePhone
) -> None:
    code = says_who_she_is(rigat)
    alma = desks["alma"]
    alma.sign_in()
    assert NAMES in alma.answer(ANSWER)
    writes_down(alma)
    asks_about_safety(alma)
    alma.press("main form[action*=search] button")
    with scene.acting(scene.alma):
        lead = CameForward.objects.get()
        assert lead.searched
        assert not lead.across_societies
        assert person_of(lead.subject).told.called == NAMES
    assert ANSWER in rigat.read_answer(code, WORD)


def says_who_she_is(rigat: OnThePhone) -> str:
    """From the wall, in which there is nobody; gives the code that is shown once."""
    rigat.go("/ti/")
    rigat.press("main a[href$='who-i-am/']")
    rigat.page.locator("main [name=society]").first.check()
    rigat.press("main form button.main")
    assert rigat.widest() == 0
    rigat.fill(names=NAMES, father=FATHER, born="1983", word=WORD)
    rigat.pick(me="woman", kin="sister")
    rigat.page.check("main [name=come_back]")
    time.sleep(3.2)  # a form filled in quicker than a person can is sent back
    rigat.press("main form button.main")
    return rigat.page.locator(".code").inner_text().strip()


def writes_down(alma: AtTheDesk) -> None:
    """The form begins with what she told; the box is open already."""
    alma.press("aside a[href*=person]")
    assert alma.page.locator("main [name=given_original]").input_value() == NAMES
    alma.fill(father_original="", father="")
    alma.press("main form button.main")


def asks_about_safety(alma: AtTheDesk) -> None:
    alma.press("aside a[href*=risk]")
    for question in QUESTIONS:
        alma.pick(**{question.code: "no"})
    alma.press("main form button.main")
