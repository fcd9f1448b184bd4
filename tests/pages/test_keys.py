"""The keys of the list of cases: from line to line, into one, to the code; none while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.network.access import Role
from tests.crowd import crowd

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser
LINES = "table.cases tbody tr"


def line_in_focus(page: Page) -> int:
    """The number of the line that holds the focus, -1 for none."""
    rows = f"[...document.querySelectorAll('{LINES}')]"
    return int(page.evaluate(f"{rows}.findIndex(row => row.contains(document.activeElement))"))


def presses(page: Page, *keys: str) -> int:
    for key in keys:
        page.keyboard.press(key)
    return line_in_focus(page)


def test_keys_lead_through_the_list_and_into_a_case(windows: Windows) -> None:
    crowd(windows.town.society, 4, handlers=[windows.town[Role.CASEWORKER]])
    window = windows.of(Role.CASEWORKER, "en")
    page, home = window.page, reverse("cases:list")
    assert window.go(home) == 200
    assert presses(page, "ArrowDown") == -1  # it scrolls, until somebody is in the list
    assert presses(page, "j", "j", "ArrowDown") == 2
    assert presses(page, "k", "ArrowUp", "k") == 0
    assert presses(page, "Control+j") == 0
    presses(page, "w")
    assert page.evaluate("document.activeElement.closest('nav.tabs') !== null")
    presses(page, "/")
    page.keyboard.type("jk?n")
    assert page.locator("input[data-find]").input_value() == "jk?n"
    assert line_in_focus(page) == -1
    page.locator("h1").click()
    presses(page, "?")
    assert page.locator("details.keys").get_attribute("open") is not None
    page.locator("details.keys input").uncheck()
    page.locator("h1").click()
    assert presses(page, "j") == -1
    page.locator("details.keys input").check()
    page.locator("h1").click()
    assert presses(page, "j") == 0
    opened = page.locator(f"{LINES} a").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{window.home}{opened}")
    assert window.complaints == []
