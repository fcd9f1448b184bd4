"""A real browser for tests: Debian's Chromium, driven by Playwright, with every complaint heard."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests.languages import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

# What Chromium would ask of hosts outside; a test machine may reach none.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium for one run. Playwright's loop makes Django believe that it runs in async code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One person at one device: a context of their own, and what the browser complained about."""

    def __init__(self, browser: Browser, home: str, language: str, **device: Any) -> None:
        self.home = home
        self.context: BrowserContext = browser.new_context(
            locale=LOCALES[language], base_url=home, **device
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", self._heard)
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def _heard(self, message: Any) -> None:
        # A form sent back (422), a page that is not there (404) or one to wait on (429) is told as
        # a failed resource; that is no fault of the page.
        meant = any(status in message.text for status in ("404", "422", "429"))
        if message.type == "error" and not meant:
            self.complaints.append(message.text)

    def go(self, path: str) -> int:
        answer = self.page.goto(path)
        return answer.status if answer else 0

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f"main [name={name}]", value)

    def pick(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.check(f"main [name={name}][value='{value}']")

    def press(self, pressed: str | Locator = "main button.main") -> None:
        """Press what is named or given, and be on the page it leads to: the address changes before
        the new document has been read, and a test that counts would find nothing yet."""
        one = self.page.locator(pressed) if isinstance(pressed, str) else pressed
        one.first.click()
        self.page.wait_for_load_state("domcontentloaded")

    def widest(self) -> int:
        """How many pixels of the page lie beside the window; 0 when none."""
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def direction(self) -> str:
        return str(self.page.evaluate("getComputedStyle(document.documentElement).direction"))

    def end(self) -> None:
        self.context.close()
