"""A search goes to another society and comes back with a result; another one is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.handing import (
    QUESTION,
    REGION,
    accepted,
    everything_read_by,
    sent,
    slots_of,
)
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.marks import slow_on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.models import Case

pytestmark = [pytest.mark.browser, slow_on_sqlite]


@dataclass
class Desks:
    """Alma at the desk of the society that asks, Alba at the one that is asked."""

    alma: AtTheDesk
    alba: AtTheDesk
    case: Case


@pytest.fixture
def there(scene: Scene) -> Scene:
    del scene
    built = build_scene("BG")
    second_factor(built.alma)
    return built


@pytest.fixture(params=["en", pytest.param("ar", marks=pytest.mark.slow)])
def desks(
    request: pytest.FixtureRequest,
    scene: Scene,
    there: Scene,
    browser: Browser,
    live_server: LiveServer,
) -> Iterator[Desks]:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    at = [AtTheDesk(browser, live_server.url, request.param, one.alma) for one in (scene, there)]
    yield Desks(at[0], at[1], case)
    everyone_content(*at)
    for desk in at:
        desk.end()


def test_a_search_goes_to_another_society_and_comes_back_with_a_result(desks: Desks) -> None:
    ask(desks)
    alma, alba = desks.alma, desks.alba
    alba.sign_in()
    alba.press("main table.work a[href*=incoming]")
    assert "Yonas" not in seen(alba)
    alba.press("form[action*=accept] button")
    assert "Yonas" in seen(alba)
    alba.fill(words="Which of the two ports?")
    alba.press("form[action*=say] button")

    alma.go("/desk/")
    alma.press("main table.work a[href*=asked]")
    assert "Which of the two ports?" in seen(alma), "the box was opened to send it"
    alba.page.check("main [name=result][value=not_found]")
    alba.page.fill("form[action*=result] [name=words]", "Nobody at the port knows the name.")
    alba.press("form[action*=result] button")

    alma.page.reload()
    assert "Nobody at the port knows the name." in seen(alma)
    alma.press("form[action*=seen] button")


@slow_on_sqlite
@pytest.mark.parametrize("desks", ["en"], indirect=True)
def test_what_is_taken_back_opens_nothing_at_the_other_desk(
    desks: Desks, scene: Scene, there: Scene
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(desks.case, there.society, by=scene.alma)
        keys = (transfer.file, transfer.card.file)
    incoming = accepted(there.alma)
    assert slots_of(there.society.pk, *keys) == len(keys)
    desks.alba.sign_in()
    desks.alba.go(f"/desk/other/incoming/{incoming.pk}/")
    assert "Yonas" in seen(desks.alba)
    desks.alma.sign_in()
    desks.alma.go(f"/desk/other/asked/{transfer.pk}/")
    desks.alma.pick(why="mistake")
    desks.alma.press("form[action*=recall] button")
    desks.alba.page.reload()
    assert "Yonas" not in seen(desks.alba)
    assert "destroy" in seen(desks.alba)
    assert slots_of(there.society.pk, *keys) == 0
    assert everything_read_by(there) == ""
    nothing_is_left_in_the_pages_of(desks.alba, str(incoming.pk))


def nothing_is_left_in_the_pages_of(alba: AtTheDesk, incoming: str) -> None:
    """The list says that it ended, and no page from before shows who was sought."""
    alba.go("/desk/other/")
    for told in ("Yonas", REGION, QUESTION):
        assert told not in seen(alba)
    alba.page.go_back()
    assert "Yonas" not in seen(alba)
    assert alba.go(f"/desk/found/{incoming}/") == 404
    alba.go("/desk/")
    alba.press("main table.work a[href*=incoming]")
    alba.press("form[action*=stopped] button")
    alba.go("/desk/")
    assert alba.page.locator("main table.work a[href*=incoming]").count() == 0


def ask(desks: Desks) -> None:
    """From the page of the case to the sending, page by page."""
    desks.alma.sign_in()
    desks.alma.go(f"/desk/cases/{desks.case.pk}/")
    send(desks.alma)


def send(alma: AtTheDesk) -> None:
    alma.press("main a[href*=ask-society]")
    alma.page.select_option("main [name=society]", index=1)
    alma.fill(region="Coast of the west", question="Please ask at the port.")
    alma.press()
    alma.press()  # the usual parts
    alma.press()  # the person agreed at the desk
    alma.fill(opening_password=PASSWORD)
    alma.press()
    assert "Yonas" in seen(alma)
    alma.press()


def seen(desk: AtTheDesk) -> str:
    return desk.page.locator("main").inner_text()
