"""A service point goes on without network: what is tapped arrives, and a seized tablet is mute."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from django.conf import settings
from PIL import Image
from pypdf import PdfReader

from kintrace.servicepoints import actions, lookups
from kintrace.vault.reader import reading_as
from tests.tablet import CONTACT, OFFLINE, WithATablet, board, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.servicepoints.models import ServicePoint
    from tests.tablet import Shore

pytestmark = pytest.mark.browser
TYPED = "Selam waits behind the well, ምብራቕ, زرین"


def test_work_goes_on_without_network_through_reload_and_a_killed_page(
    tablet: WithATablet, point: ServicePoint
) -> None:
    tablet.goes_out_of_reach()
    tablet.opened()
    tablet.tap("wifi", "wifi", "call")
    tablet.told("no-contact")
    number = tablet.give_ticket()
    tablet.killed()
    assert (tablet.waits(), tablet.page.inner_text("output[data-count=wifi]")) == (4, "2")
    tablet.tap("talk")
    tablet.page.reload()
    tablet.page.wait_for_selector("[data-when-ready]:not([hidden])")
    assert tablet.waits() == 5
    assert counted(point) == {}
    tablet.comes_back()
    tablet.all_sent()
    assert counted(point) == {"wifi": 2, "call": 1, "talk": 1, "charging": 1}
    assert board(point) == {number: "charging"}


def test_pocket_cards_are_printed_without_network_in_the_language_of_who_needs_them(
    tablet: WithATablet,
) -> None:
    tablet.goes_out_of_reach()
    tablet.opened()
    tablet.page.evaluate("window.print = () => {}")
    tablet.page.click("button[data-cards=ar]")
    tablet.page.set_viewport_size({"width": 800, "height": 1100})
    tablet.page.emulate_media(media="print")
    paper = Image.open(BytesIO(tablet.page.screenshot(full_page=True)))
    read = [found.text for found in zxingcpp.read_barcodes(paper)]
    assert read == [f"{settings.PUBLIC_ADDRESS}/ar/contact-safe/open/"] * 5
    sheets = PdfReader(BytesIO(tablet.page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(sheets.pages) == 1
    tablet.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    tablet.page.emulate_media(media="screen")
    assert tablet.page.locator("[data-sheet]:visible").count() == 0


def test_a_seized_tablet_shows_nothing(tablet: WithATablet, shore: Shore) -> None:
    tablet.goes_out_of_reach()
    tablet.page.select_option("#whom-language", "ti")
    tablet.page.select_option("#whom-band", "f18")
    tablet.tap("wifi")
    tablet.keep("registration", first_name=TYPED, need="trafficking sign")
    dump = tablet.lies_here()
    rows = dump["kintrace-point/waiting"]
    assert [row.keys() for row in rows] == [{"place", "id", "at", "sealed"}] * 2
    assert len({len(row["sealed"]["bytes"]) for row in rows}) == 1  # a tap and a form look alike
    everything = _everything(dump) + _everything(tablet.is_cached())
    secrets = (TYPED, "Selam", "ምብራቕ", "زرین", "trafficking sign", "first_name")
    names = ("chidi", "Chidi", "The green one", "Behind the fish market")
    assert [word for word in (*secrets, *names) if _hides(everything, word)] == []
    # What the page itself asks stands in its words; of what was answered the rows tell nothing.
    # (Two letters alone would stand in sealed bytes by chance, so they are sought in their quotes.)
    asked = ('"ti"', '"f18"', "language", "trafficking", "registration")
    assert [word for word in asked if _hides(_everything(rows), word)] == []
    assert _hides(everything, "Everything from this tablet is sent.")  # it would be found


def _everything(dump: Any) -> list[bytes]:
    """A dump as text, and every bytes value in it as it is."""
    if isinstance(dump, dict) and dump.keys() == {"bytes"}:
        return [bytes(dump["bytes"])]
    if isinstance(dump, dict):
        return [key.encode() for key in dump] + [
            b for one in dump.values() for b in _everything(one)
        ]
    if isinstance(dump, list):
        return [part for one in dump for part in _everything(one)]
    return [str(dump).encode(), json.dumps(dump).encode()]


def _hides(parts: list[bytes], word: str) -> bool:
    forms = {word.encode(), word.encode("utf-16-le"), base64.b64encode(word.encode())[:-4]}
    return any(form and form in part for form in forms for part in parts)


def test_the_tablet_keeps_one_page_and_what_it_is_drawn_with(tablet: WithATablet) -> None:
    tablet.go("/desk/points/")
    tablet.opened()
    kept = {name.split(" ")[1] for name in tablet.is_cached()}
    drawn = {path for path in kept if path.startswith("/static/")}
    assert kept - drawn == {OFFLINE}
    assert all(path.endswith((".css", ".js", ".svg")) for path in drawn)
    tablet.goes_out_of_reach()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        tablet.go("/desk/points/")


def test_a_session_that_ended_keeps_everything_and_another_member_sends_it(
    tablet: WithATablet, shore: Shore, point: ServicePoint
) -> None:
    tablet.session_ends()
    tablet.tap("wifi", "brochure")
    tablet.told("signed-out")
    tablet.page.reload()
    tablet.told("signed-out")
    assert tablet.waits() == 2
    tablet.sign_in_here(shore.dora)
    tablet.all_sent()
    assert counted(point) == {"wifi": 1, "brochure": 1}


def test_two_tablets_give_different_numbers_and_are_told_where_they_could_not(
    tablets: Callable[..., WithATablet], point: ServicePoint
) -> None:
    green, red = tablets("The green one"), tablets("The red one")
    for one in (green, red):
        one.goes_out_of_reach()
    mine, hers = ([one.give_ticket() for _ in range(3)] for one in (green, red))
    assert not set(mine) & set(hers)
    # The red one's part of the board is full: it gives a number that nobody is known to have.
    clash = red.give_ticket()
    while green.give_ticket() != clash:
        pass
    for one in (green, red):
        one.comes_back()
        one.page.wait_for_selector("[data-some-wait]", state="hidden")
    assert set(board(point)) >= {*mine, *hers, clash}
    red.page.wait_for_selector("[data-some-refused]:not([hidden])")
    assert f"Slot {clash} is taken already" in red.page.inner_text("#waiting-list")
    red.page.click("button[data-press=again]")
    red.page.wait_for_selector("[data-some-wait]", state="hidden")
    assert red.page.locator("#waiting-list li").count() == 1
    red.page.click("button[data-press=drop]")
    assert red.page.locator("#waiting-list li").count() == 1
    red.page.click("button[data-press=drop-surely]")
    red.all_sent()


def test_signing_out_asks_before_what_waits_is_lost_and_empties_the_tablet(
    tablet: WithATablet, point: ServicePoint
) -> None:
    tablet.page.route(CONTACT, lambda route: route.abort())
    tablet.tap("wifi")
    tablet.page.click("button[data-press=finish]")
    tablet.page.wait_for_selector("[data-finish-asks]:not([hidden])")
    tablet.go("/desk/points/")
    tablet.page.click("header form button")
    assert "Not sent yet from this tablet: 1." in tablet.page.inner_text("main")
    tablet.press("main a.main")
    tablet.page.unroute_all()
    tablet.send_now()
    tablet.all_sent()
    tablet.page.click("button[data-press=finish]")
    tablet.page.wait_for_url("**/sign-in/out/")
    assert (tablet.lies_here(), tablet.is_cached()) == ({}, {})
    tablet.press()
    tablet.page.wait_for_url("**/sign-in/")
    assert counted(point) == {"wifi": 1}


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_lost_tablet_empties_itself_at_its_next_contact(
    tablet: WithATablet, shore: Shore, point: ServicePoint, signed_in: bool
) -> None:
    tablet.goes_out_of_reach()
    tablet.tap("wifi")
    if not signed_in:
        tablet.session_ends()
    with reading_as(shore.society.pk, member=shore.omar.pk):
        (device,) = lookups.devices_at(point)
        actions.ask_to_empty(device, by=shore.omar)
    tablet.comes_back()
    tablet.page.wait_for_selector("[data-when-emptied]:not([hidden])")
    assert (tablet.lies_here(), tablet.is_cached()) == ({}, {})
    assert counted(point) == ({"wifi": 1} if signed_in else {})


def test_a_second_page_hears_what_the_first_did_and_writes_nothing_once_it_was_emptied(
    tablet: WithATablet, point: ServicePoint
) -> None:
    tablet.goes_out_of_reach()
    first, second = tablet.page, tablet.context.new_page()
    second.goto(OFFLINE)
    tablet.tap("wifi")
    second.wait_for_function(
        "() => document.querySelector('[data-count=wifi]').textContent === '1'"
    )
    first.click("button[data-press=finish]")
    first.click("button[data-press=lose]")
    second.wait_for_selector("[data-when-emptied]:not([hidden])")
    tablet.comes_back()
    tablet.page = second
    assert (tablet.lies_here(), tablet.is_cached()) == ({}, {})
    assert counted(point) == {}
