"""A Red Cross Message there and back: written in one society, delivered by another, answered, read,
and gone thirty days later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.opened import all_that_opens
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.protection import jobs
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.journeys.test_keeping_in_touch import days_pass
from tests.marks import slow_on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, slow_on_sqlite]
NEWS = "We are all in good health.\nYour brother goes to school."
REPLY = "الحمد لله. جدتكم تسأل عنكم كل يوم."
ADDRESS = "Quarter Three, behind the blue water tower"


@pytest.fixture
def there(scene: Scene) -> Scene:
    """The society that delivers."""
    other = build_scene("BG")
    second_factor(other.alma)
    return other


@pytest.fixture
def far(browser: Browser, live_server: LiveServer, there: Scene) -> Iterator[AtTheDesk]:
    desk = AtTheDesk(browser, live_server.url, "en", there.alma)
    yield desk
    everyone_content(desk)
    desk.end()


def open_box(desk: AtTheDesk) -> None:
    desk.go("/desk/open-box/")
    desk.fill(opening_password=PASSWORD)
    desk.press()


def first_in(desk: AtTheDesk, which: str) -> None:
    """Follow the work list to the first message of a list."""
    desk.go("/desk/")
    desk.press(f"main table.work a[href*='which={which}']")
    desk.press("main table.work td a")


def write(desk: AtTheDesk, case: str, drawing: Path) -> None:
    desk.go(case)
    desk.press("main a[href$='red-cross/']")
    desk.pick(how="spoken")
    desk.page.check("main [name=heard]")
    desk.press()
    desk.fill(address="Behind the station", phone="+00 010 555 0188")
    desk.pick(shown="phone")  # the address stays with the society
    desk.press()
    desk.fill(address=ADDRESS, phone="+00 010 555 0134")
    desk.page.select_option("main [name=language]", "ar")
    desk.press()
    desk.fill(text="\n".join("too long" for _line in range(31)))
    assert "-1" in desk.page.locator("[data-count]").inner_text(), "counted while it is typed"
    desk.press()
    assert desk.page.input_value("main [name=text]").count("too long") == 31, "nothing is lost"
    desk.fill(text=NEWS)
    desk.press()
    desk.pick(what="sketch")
    desk.page.set_input_files("main [name=photo]", drawing)
    desk.press()
    desk.press("aside form[action*=collect] button")


def check(desk: AtTheDesk) -> None:
    first_in(desk, "check")
    desk.press("aside a.main")
    assert "Your brother goes to school." in desk.page.locator("main").inner_text()
    desk.page.check("main [name=clean_of]")
    desk.press("main button[name=approve]")


def hand_over(desk: AtTheDesk, to: Scene) -> None:
    first_in(desk, "send")
    desk.press("aside a.main")
    desk.page.select_option("main [name=partner]", str(to.society.pk))
    desk.press()


def deliver(desk: AtTheDesk) -> None:
    first_in(desk, "deliver")
    desk.press("aside form[action*=take] button")
    with desk.page.expect_download() as sheets:
        desk.press("aside a[href$='sheets.pdf']")
    assert sheets.value.path().read_bytes().startswith(b"%PDF")
    desk.press("aside a.main")
    desk.press()
    desk.press("aside a.main")
    desk.fill(text=REPLY)
    desk.press()


def opens(scene: Scene) -> str:
    with scene.acting(scene.alma):
        return all_that_opens()


def test_there_and_back(
    scene: Scene,
    there: Scene,
    desks: dict[str, AtTheDesk],
    far: AtTheDesk,
    photo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    alma, omar = desks["alma"], desks["omar"]
    for desk in (alma, omar, far):
        desk.sign_in()
        open_box(desk)
    write(alma, f"/desk/cases/{case.pk}/", photo)
    check(omar)
    hand_over(alma, there)
    deliver(far)
    first_in(alma, "replies")
    assert REPLY in alma.page.locator("main").inner_text()
    alma.press("aside form[action*=given] button")
    assert ADDRESS in opens(there)
    days_pass(monkeypatch, 31)
    jobs.expire.call()
    for society in (scene, there):
        left = opens(society)
        assert not [said for said in (ADDRESS, REPLY, "goes to school") if said in left]
