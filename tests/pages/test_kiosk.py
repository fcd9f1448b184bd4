"""The touch screen in a real browser: it clears itself, and one finds the way with a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.ui import kiosk
from kintrace.wall.views import answering
from tests.browser import Visit
from tests.pages.measured import SMALL, faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

LARGE = 64  # pixels both ways
SCREEN = {"width": 1080, "height": 1920}
DIRECTION = {"en": "ltr", "ar": "rtl"}
PAGES = {
    "start": "kiosk/",
    "wall": "kiosk/wall/",
    "face": "kiosk/wall/face/{face}/",
    "sheet": "kiosk/wall/face/{face}/sheet/",
    "write": "kiosk/wall/face/{face}/write/",
    "answer": "kiosk/wall/answer/",
    "take down": "kiosk/wall/take-down/?face={face}",
}


@pytest.mark.parametrize("language", DIRECTION)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_touch_screen_is_whole_and_large(
    name: str, language: str, windows: Windows
) -> None:
    window = windows.of(None, language)
    assert window.go(f"/{language}/{PAGES[name].format(**windows.town.things)}") == 200
    assert faults(window, direction=DIRECTION[language]) == []
    window.page.set_viewport_size(SCREEN)  # type: ignore[arg-type]
    assert window.page.evaluate(SMALL, LARGE) == []


def test_an_idle_screen_goes_back_to_its_start_and_keeps_nothing(
    windows: Windows, browser: Browser, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real header in a real browser, with seconds for minutes."""
    monkeypatch.setattr(kiosk.goes_back, "__kwdefaults__", {"after": 1})
    screen = Visit(browser, home, "ar", viewport=SCREEN)
    screen.go("/ar/kiosk/wall/?o=3&sex=woman")
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
    assert screen.page.locator(".doors a").count() >= 2
    assert screen.page.locator("img").count() == 0
    assert screen.complaints == []
    screen.end()


def test_half_written_words_go_with_the_page(
    windows: Windows, browser: Browser, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(answering.STAYS, "write", 4)
    screen = Visit(browser, home, "en", viewport=SCREEN)
    path = f"/en/kiosk/wall/face/{windows.town.things['face']}/write/"
    screen.go(path)
    screen.fill(name="Zebenjo", text="We parted at the ferry.")
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
    screen.go(path)
    assert screen.page.input_value("main [name=name]") == ""
    assert screen.page.input_value("main [name=text]") == ""
    screen.end()


def test_the_print_button_is_there_with_a_script_and_its_words_are_no_lie_without(
    windows: Windows, browser: Browser, home: str
) -> None:
    path = f"/en/kiosk/wall/face/{windows.town.things['face']}/sheet/"
    for runs in (True, False):
        screen = Visit(browser, home, "en", viewport=SCREEN, java_script_enabled=runs)
        screen.go(path)
        assert screen.page.locator("#print").is_visible() is runs
        assert screen.complaints == []
        screen.end()
