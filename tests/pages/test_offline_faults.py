"""Two hundred records under random faults: two hundred arrive, each once."""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from kintrace.servicepoints.models import TakenRecord
from kintrace.vault.reader import reading_as
from tests.browser import QUIET
from tests.tablet import CONTACT, WithATablet, board, counted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Route

    from kintrace.servicepoints.models import ServicePoint
    from tests.tablet import Shore

pytestmark = pytest.mark.browser
Figure = Callable[[str, str, str], None]
SERVICES = ("call", "wifi", "talk", "brochure", "referral", "video")


class BadNetwork:
    """What a network of a station does to a message and to its answer."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.did: Counter[str] = Counter()

    def take(self, route: Route) -> None:
        """One message: it is lost, its answer is lost, the society is out of order, or all is
        well."""
        fault = self.chance.choice(("lost", "answer lost", "out of order", "well", "well"))
        self.did[fault] += 1
        with suppress(Error):  # the page that asked is gone already
            self._do(fault, route)

    def _do(self, fault: str, route: Route) -> None:
        if fault == "well":
            route.continue_()
        elif fault == "out of order":
            route.fulfill(status=self.chance.choice((500, 502, 503)), body="out of order")
        else:
            if fault == "answer lost":
                route.fetch()
            route.abort()


@pytest.mark.parametrize("number", [40, pytest.param(200, marks=pytest.mark.slow)])
def test_what_is_tapped_under_random_faults_arrives_once(
    tablet: WithATablet, point: ServicePoint, shore: Shore, number: int, figure: Figure
) -> None:
    chance = random.Random(number)  # noqa: S311 - the same faults every time
    network, tapped = BadNetwork(chance), Counter[str]()
    tablet.context.route(CONTACT, network.take)
    happens: list[Callable[[], object]] = [
        tablet.goes_out_of_reach,
        tablet.comes_back,
        tablet.page.reload,
        tablet.session_ends,
        tablet.is_let_in,
    ]
    for _ in range(number):
        service = chance.choice(SERVICES)
        tapped[service] += 1
        tablet.tap(service)
        if chance.random() < 0.15:
            chance.choice(happens)()
        elif chance.random() < 0.05:
            tablet.killed()
            happens[2] = tablet.page.reload
    _all_is_well(tablet)
    assert counted(point) == dict(tapped)
    faults = f"{number} under {sum(network.did.values())} messages, each fault among them"
    figure("taps without network that arrive once", faults, "every one")
    with reading_as(shore.society.pk):
        assert TakenRecord.objects.count() >= number
    assert {"lost", "answer lost", "out of order", "well"} == set(network.did)


def _all_is_well(tablet: WithATablet) -> None:
    tablet.context.unroute_all()
    tablet.comes_back()
    tablet.is_let_in()
    tablet.send_now()
    tablet.all_sent()


def test_a_battery_that_dies_takes_no_tap_along(
    browser: Browser, shore: Shore, point: ServicePoint, tmp_path: Path
) -> None:
    first = _powered_on(browser, tmp_path, shore)
    first.is_let_in()
    first.make_ready()
    first.goes_out_of_reach()
    first.tap("wifi", "wifi", "talk")
    number = first.give_ticket()
    _dies(tmp_path)
    again = _powered_on(browser, tmp_path, shore)
    again.goes_out_of_reach()
    again.opened()
    assert again.waits() == 4
    again.comes_back()
    again.is_let_in()
    again.send_now()
    again.all_sent()
    again.end()
    assert counted(point) == {"wifi": 2, "talk": 1, "charging": 1}
    assert board(point) == {number: "charging"}


class _Powered(WithATablet):
    """A tablet with a disk of its own."""

    def __init__(self, context: BrowserContext, shore: Shore) -> None:
        self.home, self.context, self.member = shore.home, context, shore.chidi
        self.page = context.pages[0] if context.pages else context.new_page()
        self.complaints = []


def _powered_on(browser: Browser, disk: Path, shore: Shore) -> WithATablet:
    context = browser.browser_type.launch_persistent_context(
        disk, executable_path=shutil.which("chromium"), args=QUIET, base_url=shore.home
    )
    return _Powered(context, shore)


def _dies(disk: Path) -> None:
    """No time to write anything: every process of that browser is gone at once."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            is_of_it = f"--user-data-dir={disk}" in (place / "cmdline").read_text()
        except OSError:
            continue
        if is_of_it:
            os.kill(int(place.name), signal.SIGKILL)
