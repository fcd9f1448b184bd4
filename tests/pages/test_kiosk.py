"""The touch screen in a real browser: it clears itself, and one finds the way with a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.ui import kiosk
from kintrace.wall import kept
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
    """With seconds for minutes, and no script that could count them."""
    monkeypatch.setattr(kiosk, "LOOKING", 1)
    kept.forget()
    screen = Visit(browser, home, "ar", viewport=SCREEN, java_script_enabled=False)
    screen.go("/ar/kiosk/wall/?o=3&sex=woman")
    kept.forget()
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
    assert screen.page.locator(".doors a").count() >= 2
    assert screen.page.locator("img").count() == 0
    assert screen.complaints == []
    screen.end()


def test_who_writes_slowly_keeps_every_word_and_who_walks_away_leaves_none(
    windows: Windows, browser: Browser, home: str
) -> None:
    screen = Visit(browser, home, "en", viewport=SCREEN)
    screen.page.clock.install()
    path = f"/en/kiosk/wall/face/{windows.town.things['face']}/write/"
    screen.go(path)
    screen.fill(name="Zebenjo")
    for word in ("We ", "parted ", "at the ferry."):
        screen.page.clock.run_for("09:00")
        screen.page.locator("main [name=text]").press_sequentially(word)
    screen.page.clock.run_for("09:59")
    assert screen.page.input_value("main [name=name]") == "Zebenjo"
    assert screen.page.input_value("main [name=text]") == "We parted at the ferry."
    screen.page.clock.run_for("00:02")
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
    screen.page.go_back()
    assert screen.page.url != f"{home}{path}"
    screen.go(path)
    assert screen.page.input_value("main [name=name]") == ""
    assert screen.page.input_value("main [name=text]") == ""
    assert screen.complaints == []
    screen.end()


def test_without_a_script_half_written_words_go_with_the_page_and_it_says_so(
    windows: Windows, browser: Browser, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(answering.STAYS, "write", 4)
    screen = Visit(browser, home, "en", viewport=SCREEN, java_script_enabled=False)
    screen.go(f"/en/kiosk/wall/face/{windows.town.things['face']}/write/")
    assert screen.page.locator("main noscript p").is_visible()
    screen.fill(name="Zebenjo", text="We parted at the ferry.")
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
    screen.end()


def test_a_touch_keeps_a_page_that_is_looked_at(
    windows: Windows, browser: Browser, home: str
) -> None:
    screen = Visit(browser, home, "en", viewport=SCREEN)
    screen.page.clock.install()
    screen.go("/en/kiosk/wall/?o=3")
    assert not screen.page.locator("noscript p").first.is_visible()
    screen.page.clock.run_for("01:50")
    screen.page.mouse.click(5, 900)
    screen.page.clock.run_for("01:50")
    assert screen.page.url.endswith("/en/kiosk/wall/?o=3")
    screen.page.clock.run_for("00:15")
    screen.page.wait_for_url(f"{home}/en/kiosk/", timeout=20_000)
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
