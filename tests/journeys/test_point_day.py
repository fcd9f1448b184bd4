"""A volunteer's day at a service point: opened, forty services by taps, two phones, closed; and the
officer reads the report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan
from kintrace.vault.reader import reading_as
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ViewportSize
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

TABLET: ViewportSize = {"width": 820, "height": 1180}
TAPS = {"wifi": 14, "call": 11, "talk": 8, "brochure": 7}  # forty
THREE_MINUTES = 180


@pytest.fixture
def harbour(
    browser: Browser, live_server: LiveServer, transactional_db: None
) -> Iterator[dict[str, AtTheDesk]]:
    """Chidi with a tablet at the harbour, and Omar at his desk, both signed in."""
    society = found("NM", languages=("en", "ar"))
    people = {
        name: enlist(society, role, name, password=PASSWORD)
        for name, role in (("chidi", Role.VOLUNTEER), ("omar", Role.OFFICER))
    }
    with reading_as(society.pk, member=people["omar"].pk):
        plan = Plan("Harbour Street", "fixed", "Behind the fish market", slots=4)
        actions.set_up_point(plan, by=people["omar"])
    desks = {}
    for name, member in people.items():
        second_factor(member)
        desks[name] = AtTheDesk(browser, live_server.url, "en", member)
        desks[name].sign_in()
    desks["chidi"].page.set_viewport_size(TABLET)
    yield desks
    everyone_content(*desks.values())
    for desk in desks.values():
        desk.end()


def shows(chidi: AtTheDesk, service: str, number: int) -> None:
    """Wait for the page after a tap: two taps on one page are one, as a button pressed twice."""
    tile = chidi.page.locator(f".count-one:has(button[name=plus][value='{service}']) output")
    expect(tile).to_have_text(str(number))


def test_a_day_is_opened_worked_and_closed_and_the_report_holds_it(
    harbour: dict[str, AtTheDesk],
) -> None:
    chidi, omar = harbour["chidi"], harbour["omar"]
    opens(chidi)
    counts_forty(chidi)
    takes_two_phones(chidi)
    closes(chidi)
    omar.go("/desk/points/reports/")
    shown = omar.page.locator("main").inner_text()
    assert "42\nServices in this month" in shown
    numbers = omar.page.locator("section:has-text('By service') .fig text").all_text_contents()
    assert {"14", "11", "8"} <= set(numbers)
    assert not {"7", "2"} & set(numbers)  # two phones are too few; the brochures go with them


def opens(chidi: AtTheDesk) -> None:
    """The place is not opened before it is safe."""
    chidi.go("/desk/points/")
    chidi.press(chidi.page.get_by_role("link", name="Harbour Street"))
    chidi.press(chidi.page.get_by_role("link", name="Open the day"))
    chidi.press()
    assert "This must be so first" in chidi.page.locator("main").inner_text()
    for box in chidi.page.locator("main input[type=checkbox]").all():
        box.check()
    chidi.press()
    assert chidi.page.get_by_role("link", name="Close the day").is_visible()


def counts_forty(chidi: AtTheDesk) -> None:
    """By the keyboard, too: what was pressed keeps the focus, so that Enter presses it again."""
    chidi.page.get_by_text("Say language, or whom").click()
    chidi.page.select_option("main [name=language]", "ar")
    chidi.press(chidi.page.get_by_role("button", name="Use for the next taps"))
    began = time.monotonic()
    for service, many in TAPS.items():
        button = chidi.page.locator(f"button[name=plus][value={service}]")
        for tapped in range(1, many):
            button.click()
            shows(chidi, service, tapped)
        chidi.page.keyboard.press("Enter")
        shows(chidi, service, many)
    assert time.monotonic() - began < THREE_MINUTES
    chidi.page.get_by_role("button", name="Wi-Fi: take one back").click()
    shows(chidi, "wifi", 13)
    chidi.page.locator("button[name=plus][value=wifi]").click()
    shows(chidi, "wifi", 14)
    assert "العربية" in chidi.page.locator("main").inner_text()
    assert chidi.widest() == 0


def takes_two_phones(chidi: AtTheDesk) -> None:
    """One is collected; nobody comes for the other. A finger in a glove finds what to press."""
    for given in (1, 2):
        chidi.press(chidi.page.get_by_role("button", name=f"Give ticket {given}"))
        assert chidi.page.get_by_role("heading", name=f"Ticket {given}").is_visible()
        chidi.press(chidi.page.get_by_role("link", name="Harbour Street"))
    chidi.press(chidi.page.get_by_role("link", name="1 0 min"))
    chidi.press(chidi.page.get_by_role("button", name="The phone is collected"))
    for pressed in chidi.page.locator(".counters button, .board a").all():
        if pressed.is_visible():  # not in a fold
            box = pressed.bounding_box()
            assert box
            assert min(box["height"], box["width"]) >= 48


def closes(chidi: AtTheDesk) -> None:
    """Not over a phone that lies there."""
    chidi.press(chidi.page.get_by_role("link", name="Close the day"))
    tick_and_close(chidi)
    assert "Phones lie on the charging board" in chidi.page.locator("main").inner_text()
    chidi.press(chidi.page.get_by_role("button", name="Locked away"))
    tick_and_close(chidi)
    assert "The day was closed at" in chidi.page.locator("main").inner_text()


def tick_and_close(chidi: AtTheDesk) -> None:
    for box in chidi.page.locator("main input[type=checkbox]").all():
        box.check()
    chidi.press("main button.main")
