"""Alma sets up a passkey on her computer and signs in with it, in a real browser: after the
password, and alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kintrace.demo.invented import PASSWORD
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from tests.journeys.people import AtTheDesk

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]
KEEPER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasUserVerification": True,
    "isUserVerified": True,
}


def test_a_passkey_signs_in_after_the_password_and_opens_no_box(
    desks: dict[str, AtTheDesk],
) -> None:
    alma = desks["alma"]
    _sets_one_up(alma, KEEPER)
    alma.context.clear_cookies()
    alma.go("/desk/")
    alma.fill(login=alma.member.sign_in, password=PASSWORD)
    alma.press()
    alma.press("button.passkey")
    alma.page.wait_for_url("**/desk/")
    alma.go("/desk/open-box/")
    assert alma.page.locator("main [name=opening_password]").is_visible()


def test_a_passkey_alone_signs_in_and_the_password_is_given_up(
    desks: dict[str, AtTheDesk],
) -> None:
    alma = desks["alma"]
    _sets_one_up(alma, KEEPER | {"hasResidentKey": True})
    _comes_alone(alma)
    alma.go("/sign-in/passkeys/alone/")
    alma.press()
    alma.page.wait_for_selector("text=You have no password")

    alma.context.clear_cookies()
    alma.go("/desk/")
    alma.fill(login=alma.member.sign_in, password=PASSWORD)
    alma.press()
    assert alma.page.locator("[name=password]").is_visible()
    _comes_alone(alma)
    alma.go("/desk/open-box/")
    alma.fill(opening_password=PASSWORD)
    alma.press()
    alma.page.wait_for_url("**/desk/")


def _sets_one_up(alma: AtTheDesk, keeper: dict[str, Any]) -> None:
    """Sign in with password and code, and let this computer keep a passkey."""
    devices = alma.context.new_cdp_session(alma.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": keeper})
    alma.sign_in()
    alma.go("/sign-in/passkeys/")
    alma.press("button.passkey")
    alma.page.wait_for_selector("text=Remove this passkey")


def _comes_alone(alma: AtTheDesk) -> None:
    """From the sign-in page, by the telephone and without a word."""
    alma.context.clear_cookies()
    alma.go("/sign-in/")
    alma.press("button.passkey")
    alma.page.wait_for_selector("form[data-passkey] button")
    alma.press("form[data-passkey] button")
    alma.page.wait_for_url("**/desk/")


def test_who_says_no_to_the_browser_may_still_take_the_code(desks: dict[str, AtTheDesk]) -> None:
    alma = desks["alma"]
    devices = alma.context.new_cdp_session(alma.page)
    devices.send("WebAuthn.enable")
    keeper = devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEEPER})
    alma.sign_in()
    alma.go("/sign-in/passkeys/")
    said = alma.page.locator("form[data-passkey] [role=alert]")
    assert not said.is_visible()
    unproved = {"authenticatorId": keeper["authenticatorId"], "isUserVerified": False}
    devices.send("WebAuthn.setUserVerified", unproved)
    alma.press("button.passkey")
    said.wait_for(state="visible")
