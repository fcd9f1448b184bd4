"""The first people of a network, each in a browser, from an invitation to a face on the wall."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from kintrace.network.tests.cast import PASSWORD
from tests.browser import Visit
from tests.journeys.people import DESK as SCREEN
from tests.journeys.people import PHONE, AtTheDesk, OnThePhone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kintrace.letters.tests.post_office import PostOffice

PATIENCE = 120.0
LINK = re.compile(r"https://\S+/sign-in/letter/\S+")
SIGNED_BY_ITSELF: dict[str, Any] = {"ignore_https_errors": True}


class Newcomer(AtTheDesk):
    """Somebody who was invited and knows nothing but the address in the letter."""

    def __init__(self, browser: Browser, home: str, name: str) -> None:
        Visit.__init__(self, browser, home, "en", **SCREEN, **SIGNED_BY_ITSELF)
        self.page.set_default_timeout(60_000)  # a busy machine
        self.name, self.case = name, ""

    def join(self, address: str) -> None:
        """Choose a password, sign in with it, set up the second factor."""
        self.page.goto(address)
        self.fill(password=PASSWORD, again=PASSWORD)
        self.press()
        self.press("main a.button.main")
        self.fill(login=self.name, password=PASSWORD)
        self.press()
        secret = self.page.locator("main bdi.ref").inner_text().strip()
        self.fill(code=str(format_hotp_value(hotp_value(secret, int(time.time()) // 30))))
        self.press()
        self.page.wait_for_url("**/recovery-codes/")

    def go(self, path: str) -> int:
        """Go there; where the page asks who it is again, say so."""
        status = super().go(path)
        if "/sign-in/again/" in self.page.url:
            self.fill(password=PASSWORD)
            self.press()
        return status

    def found(self, code: str, administrator: str) -> None:
        """A society, and the letter to who will invite its members."""
        self.go("/desk/societies/found/")
        self.fill(code=code, name=f"Society {code}", country=code[:2])
        self.pick(kind="national_society", languages="en")
        self.press()
        email = f"{administrator}@example.invalid"
        self.fill(sign_in=administrator, name=administrator, email=email)
        self.press()

    def invite(self, name: str, role: str) -> None:
        self.go("/desk/members/invite/")
        self.fill(sign_in=name, name=name, email=f"{name}@example.invalid")
        self.pick(role=role, languages="en")
        self.press()

    def hold_ceremony(self, second: str) -> str:
        """With a second officer at the same screen; gives the fingerprint for the operator."""
        self.go("/desk/ceremony/")
        self.fill(own=PASSWORD, second=second, second_password=PASSWORD)
        self.press()
        return self.page.locator("main bdi.ref").last.inner_text().strip()

    def take_up_first_words(self) -> None:
        self.go("/desk/notices/")
        self.press("main form[action*=first-words] button")

    def approve_every_text(self) -> None:
        """Read and approve what somebody else wrote."""
        self.go("/desk/notices/")
        found = self.page.locator("main table a").evaluate_all("all => all.map(a => a.href)")
        for address in found:
            self.page.goto(address)
            button = self.page.locator("main form[action*=approve] button")
            if button.count():
                self.press(button)


class Passer(OnThePhone):
    """A visitor of a wall whose certificate signed itself."""

    def __init__(self, browser: Browser, home: str) -> None:
        Visit.__init__(self, browser, home, "en", **PHONE, **SIGNED_BY_ITSELF)
        self.language = "en"


def letter_to(post: PostOffice, name: str) -> str:
    """The address in the letter that this person gets; the worker has to bring it first."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for letter in list(post.letters):
            found = LINK.search(letter.get_content())
            if found and name in str(letter["To"]):
                return found[0]
        time.sleep(0.2)
    raise TimeoutError(f"no letter to {name} within {PATIENCE:.0f} s")
