"""What the wall costs somebody on a 2G network, served as in service: one side, packed styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from tests.languages import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
SLOW_NETWORK = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 250_000 / 8,
    "uploadThroughput": 50_000 / 8,
}
ICON = re.compile(r"/static/ui/mark\.[0-9a-f]+\.svg$")
MOST_BYTES, MOST_REQUESTS = 40 * 1024, 14


@dataclass
class Cost:
    """What came over the wire until the page stood still."""

    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    first_paint: float = 0  # milliseconds

    def asked(self, event: dict[str, Any]) -> None:
        # The browser's own picture for the tab comes after everything and is kept for good: its
        # bytes count below, as a request of the page it does not.
        if not ICON.search(event["request"]["url"]):
            self.requests.append(event["request"]["url"])

    def came(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]


def first_view(browser: Browser, address: str) -> Cost:
    context, cost = browser.new_context(viewport=PHONE), Cost()  # type: ignore[arg-type]
    page = context.new_page()
    wire = context.new_cdp_session(page)
    for switch, value in (
        ("Network.enable", {}),
        ("Network.setCacheDisabled", {"cacheDisabled": True}),
        ("Network.emulateNetworkConditions", SLOW_NETWORK),
    ):
        wire.send(switch, value)
    wire.on("Network.requestWillBeSent", cost.asked)
    wire.on("Network.loadingFinished", cost.came)
    page.goto(address, wait_until="networkidle")
    painted = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    cost.first_paint = page.evaluate(painted)
    context.close()
    return cost


def test_the_first_view_of_the_wall_is_small(browser: Browser, street: str) -> None:
    cost = first_view(browser, f"{street}/en/")
    assert cost.bytes <= MOST_BYTES
    assert len(cost.requests) <= MOST_REQUESTS
    assert all(url.startswith(street) for url in cost.requests)


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.parametrize("language", LOCALES)
def test_what_the_first_view_costs_is_written_down(
    language: str, browser: Browser, street: str, figure: Callable[[str, str, str], None]
) -> None:
    cost = first_view(browser, f"{street}/{language}/")
    kilobytes, seconds = cost.bytes / 1024, cost.first_paint / 1000
    said = f"{kilobytes:.1f} KB, {len(cost.requests)} requests, first paint {seconds:.2f} s"
    figure(f"first view of the wall on 2G, {language}", said, "≤ 40 KB, ≤ 14 requests, ≤ 1.0 s")
    assert cost.bytes <= MOST_BYTES
    assert len(cost.requests) <= MOST_REQUESTS
