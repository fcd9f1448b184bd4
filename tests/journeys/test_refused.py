"""A request is refused: the person hears why in their language, and a second member looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from tests.marks import slow_on_sqlite
from tests.turns import later

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from tests.journeys.people import AtTheDesk


def handed_in(scene: Scene) -> Case:
    with scene.acting(scene.chidi) as chidi:
        return playing.open_a_case(SELAM, by=chidi)


def seen(desk: AtTheDesk) -> str:
    return desk.page.locator("main").inner_text()


def refuse(alma: AtTheDesk) -> None:
    """From the work list to the words in which the person is told."""
    alma.go("/desk/")
    alma.press("main table.work a[href*=requests]")
    alma.press("main table a")
    assert "Yonas" in seen(alma)
    alma.pick(decision="refuse")
    alma.press()
    assert "Choose why" in seen(alma), "nobody is refused without a reason"
    alma.pick(decision="refuse")
    alma.page.select_option("main [name=criterion]", "genealogy")
    alma.fill(note="She looks for the founders of her village.")
    alma.press()


def test_a_request_is_refused_explained_and_looked_at_by_another(
    scene: Scene, desks: dict[str, AtTheDesk]
) -> None:
    case = handed_in(scene)
    alma, omar = desks["alma"], desks["omar"]
    for desk in (alma, omar):
        desk.sign_in()
    refuse(alma)
    words = alma.page.locator("main p.say")
    assert words.get_attribute("lang") == "ti", "in the language of the one who asked"
    alma.pick(how="desk")
    alma.press()

    alma.go(f"/desk/cases/{case.pk}/")
    assert "Not accepted" in seen(alma)
    assert alma.page.locator("main a[href*=ask-society]").count() == 0, "nothing is done for it"
    omar.go("/desk/")
    omar.press("main table.work a[href*='second-look']")
    assert "She looks for the founders" not in seen(omar), "it lies in the box"
    omar.pick(agreed="yes")
    omar.press()
    alma.go("/desk/requests/")
    assert "Told and looked at" in seen(alma)
