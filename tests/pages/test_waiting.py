"""Pages on which somebody waits: whole for everybody, and they go on by themselves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kintrace.visitors import browsing, passes
from tests.browser import Visit
from tests.pages.measured import faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

DIRECTION = {"en": "ltr", "ar": "rtl"}
WROTE = 'She said: "I live" & <wept>.'
SHORT = 3  # seconds instead of twenty


@pytest.fixture
def endless_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the page stands still and can be looked at."""
    monkeypatch.setattr(passes.Work.__init__, "__defaults__", (passes.PIECES, 32))


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No place is free for who has not earned a pass."""
    monkeypatch.setattr("kintrace.visitors.posting.FOR_ANYBODY", 0)


def writes(visit: Visit, face: object, language: str = "en") -> None:
    """Fill in the form about a face and press its button."""
    visit.go(f"/{language}/face/{face}/write/")
    page = visit.page
    page.check("[name=writer][value=sought]", force=True)
    page.check("[name=come_back]", force=True)
    page.fill("[name=text]", WROTE)
    page.fill("[name=word]", "marmalade")
    time.sleep(3.2)  # a form filled in quicker is sent back
    with page.expect_navigation():  # until the style, which hides a button, is there as well
        visit.press()


@pytest.mark.usefixtures("endless_work")
@pytest.mark.parametrize("language", DIRECTION)
@pytest.mark.parametrize(("hard", "says"), [(0, ".foot"), (10_000, "[data-seed]")])
def test_a_page_to_wait_on_is_whole_for_everybody(
    hard: int, says: str, language: str, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "SOFT", 0)
    monkeypatch.setattr(browsing, "HARD", hard)
    window = windows.of(None, language)
    assert window.go(f"/{language}/") == 429
    assert window.page.locator(says).count() == 1
    assert faults(window, direction=DIRECTION[language]) == []


@pytest.mark.usefixtures("endless_work", "busy")
@pytest.mark.parametrize("language", DIRECTION)
def test_the_page_that_holds_what_was_written_is_whole_for_everybody(
    language: str, windows: Windows
) -> None:
    window = windows.of(None, language)
    writes(window, windows.town.things["face"], language)
    assert window.page.locator("form[data-seed] [name=text]").input_value() == WROTE
    assert not window.page.locator("form button").is_visible()
    assert faults(window, direction=DIRECTION[language]) == []


def test_a_script_works_and_the_wall_goes_on_by_itself(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "SOFT", 0)
    window = windows.of(None, "en")
    assert window.go("/en/?o=3") == 429
    window.page.wait_for_selector(".faces")
    assert "o=3" in window.page.url
    assert window.complaints == []


def test_without_a_script_the_wall_goes_on_by_itself_after_the_wait(
    windows: Windows, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "SOFT", 0)
    monkeypatch.setattr(passes, "WAIT", SHORT)
    visit = Visit(browser, windows.home, "en", java_script_enabled=False)
    begun = time.monotonic()
    assert visit.go("/en/") == 429
    visit.page.wait_for_selector(".faces")
    assert SHORT <= time.monotonic() - begun < 3 * SHORT + 5
    visit.end()


@pytest.mark.slow
@pytest.mark.usefixtures("busy")
def test_without_a_script_a_button_appears_after_twenty_seconds_and_sends_what_was_written(
    windows: Windows, browser: Browser
) -> None:
    visit = Visit(browser, windows.home, "en", java_script_enabled=False)
    writes(visit, windows.town.things["face"])
    button = visit.page.locator("form button")
    assert not button.is_visible()
    button.wait_for(state="visible", timeout=30_000)
    button.click()
    visit.page.wait_for_selector("bdi.code")
    visit.end()


@pytest.mark.usefixtures("busy")
def test_who_earned_a_pass_while_typing_is_taken_at_once(windows: Windows) -> None:
    window = windows.of(None, "en")
    writes(window, windows.town.things["face"])
    assert window.page.locator("bdi.code").count() == 1
    assert window.complaints == []


@pytest.mark.usefixtures("busy")
def test_what_was_held_is_sent_by_the_script_as_it_was_written(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = windows.of(None, "en")
    with monkeypatch.context() as quiet:
        quiet.setattr(passes.Work.__init__, "__defaults__", (passes.PIECES, 32))
        writes(window, windows.town.things["face"])
    assert window.page.locator("form[data-seed]").count() == 1
    window.page.reload()  # sends the form once more; now the work can be done
    window.page.wait_for_selector("bdi.code")
