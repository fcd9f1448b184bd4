"""The people of the journeys, each at a device of their own, doing what people do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)

from kintrace.demo.invented import PASSWORD
from kintrace.network.signin import open_factor, seal_factor
from kintrace.protection.risk import QUESTIONS
from kintrace.vault.reader import reading_as
from tests.browser import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from kintrace.network.models import Member

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
DESK = {"viewport": {"width": 1280, "height": 900}}


def code_now(member: Member) -> str:
    """What the member's authenticator app shows."""
    with reading_as(member.society_id, member=member.pk):
        factor = Authenticator.objects.get(user=member, type=Authenticator.Type.TOTP)
        secret = open_factor(member, factor.data["secret"])
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def second_factor(member: Member) -> None:
    """What a member of a played society needs to sign in with."""
    member.set_password(PASSWORD)
    member.save(update_fields=["password"])
    with reading_as(member.society_id, member=member.pk):
        secret = seal_factor(member, generate_totp_secret())
        Authenticator.objects.create(
            user=member, type=Authenticator.Type.TOTP, data={"secret": secret}
        )


class AtTheDesk(Visit):
    """A member in front of a screen."""

    def __init__(self, browser: Browser, home: str, language: str, member: Member) -> None:
        super().__init__(browser, home, language, **DESK)
        self.member = member
        self.case = ""  # the address of the case opened here

    def sign_in(self) -> None:
        self.go("/desk/")
        self.signs()
        self.page.wait_for_url("**/desk/")

    def signs(self) -> None:
        """Name, password and code, on the page that asks for them."""
        self.fill(login=self.member.sign_in, password=PASSWORD)
        self.press()
        self.fill(code=code_now(self.member))
        self.press()

    def open_a_case(self, selam: dict[str, str]) -> None:
        self._inform("main button.main")
        self._answer_steps(selam)
        self._hand_in_and_take_up()

    def type_in_a_case(self, selam: dict[str, str]) -> None:
        """The same from a filled paper form, on one page."""
        self._inform("main button[name=typed]")
        self._type(selam)
        self.press()
        self._hand_in_and_take_up()

    def _inform(self, button: str) -> None:
        self.go("/desk/new/")
        self.page.locator("main [name=text]").first.check()
        self.press()
        self.pick(channel="read_aloud")
        self.press(button)

    def _type(self, selam: dict[str, str]) -> None:
        told = selam | {"said": "1990", "year": "1990"}
        self.fill(**{f"searcher-{name}": words for name, words in told.items()})
        news = {"news-said": "two winters ago", "news-place": "Tripoli"}
        sought = {"given": "Yonas", "given_original": "ዮናስ", "place": "Keren"}
        self.fill(**{f"sought-{name}": words for name, words in sought.items()}, **news)
        self.fill(**{"ways-phone": "+00 010 555 0188", "ways-times": "after noon"})
        self.fill(**{"story-story": "We were put into two boats."})
        chosen = {"searcher-sex": "female", "searcher-calendar": "ethiopian", "quiet-fears": "no"}
        chosen |= {"searcher-languages": "ti", "sought-relation": "brother", "sought-sex": "male"}
        chosen |= {"news-reason": "sea", "news-heard": "phone"}
        chosen |= {f"risk-{question.code}": "no" for question in QUESTIONS}
        for name, value in chosen.items():
            self.page.locator(f"main [name={name}]").first.select_option(value)
        for name in ("father", "said"):
            self.page.check(f"main [name=sought-{name}_unknown]")

    def _hand_in_and_take_up(self) -> None:
        self.press("main form[action*=submit] button.main")
        self.pick(decision="take_up")
        self.press()
        self.case = self.page.url

    def _answer_steps(self, selam: dict[str, str]) -> None:
        self.pick(sex="female", precision="year", languages="ti")
        self.fill(**selam, said="1990", year="1990")
        self.page.select_option("main [name=calendar]", "ethiopian")
        self.press()
        self.fill(phone="+00 010 555 0188", times="after noon")
        self.press()
        self.pick(fears="no")
        self.press()
        self.page.select_option("main [name=relation]", "brother")
        self.pick(sex="male")
        self.fill(given="Yonas", given_original="ዮናስ", place="Keren")
        for name in ("father", "said"):
            self.page.check(f"main [name={name}_unknown]")
        self.press()
        self.pick(reason="sea")
        self.fill(said="two winters ago", place="Tripoli")
        self.page.select_option("main [name=heard]", "phone")
        self.press()
        self.press()  # nothing more is known
        self.fill(story="We were put into two boats.")
        self.press()
        for question in QUESTIONS:
            self.pick(**{question.code: "no"})
        self.press()

    def bring_to_the_wall(self, photo: Path) -> None:
        """Consent, photo, cut-out, proposal; the second eye comes after."""
        self.press("aside a.button.main")
        self.fill(who="People from my town who live here.")
        self.pick(danger="no", scope="wall", months="12", how="spoken")
        self.page.check("main [name=understood]")
        self.press()
        self.page.set_input_files("main [name=photo]", photo)
        self.press()
        self.pick(frame="upper", relations="brother", sex="woman", age_band="25")
        self.press()

    def approve(self) -> None:
        self.go("/desk/second-eye/")
        self.press("main table a")
        self.press("main button[name=approve]")

    def put_up(self) -> str:
        """Put the approved face on the wall and read the removal code."""
        self.go("/desk/")
        self.press("main table.work a[href*=cases]")
        self.press("aside form button.main")
        return self.page.locator(".code").inner_text().strip()

    def sign_for_the_child(self, because: str) -> None:
        """One of the two who sign."""
        self.go("/desk/second-eye/")
        self.press("main table a")
        self.fill(because=because)
        self.press("main button[name=approve]")

    def speak_with_the_person(self, *, months: str) -> str:
        """Follow the work list to the person on the wall, and write down what was said."""
        self.go("/desk/")
        self.press("main table.work a[href*=contact]")
        self.pick(way="phone", partner="person", outcome="wants", months=months)
        self.fill(note="Still looking for her brother.")
        self.press()
        return self.page.locator("main").inner_text()

    def answer(self, text: str) -> str:
        """Open the box, read the one message that waits, answer it; returns the page read."""
        self.go("/desk/messages/")
        self.press("main table a")
        self.fill(opening_password=PASSWORD)
        self.press()
        read = self.page.locator("main").inner_text()
        self.fill(text=text)
        self.press("form[action*=answer] button.main")
        return read

    def write_down(self, words: str, word: str) -> str:
        """Somebody calls about the face of the case opened here; returns the code to read aloud.

        The box stays shut.
        """
        self.page.goto(self.case)
        self.press("aside a[href*=told]")
        return self._told(words, word)

    def take_a_call(self, code: str, words: str, word: str) -> str:
        """Somebody reads a code from a poster; returns the code to read aloud to them."""
        self.go("/desk/")
        self.press("nav a[href*=caller]")
        self.fill(code=code)
        self.press()
        self.press("main a[href*=told]")
        return self._told(words, word)

    def _told(self, words: str, word: str) -> str:
        self.page.locator("main [name=heard_in]").first.check()  # what was read aloud
        self.pick(channel="phone", writer="news")
        self.fill(phone="+٩٦٣ ٩٤٤ ٣٦٧ ٨٩٤", text=words, word=word)
        self.page.check("main [name=come_back]")
        self.press("main form button.main")
        return self.page.locator(".code").inner_text().strip()

    def take_down(self) -> None:
        self.page.goto(f"{self.case}take-down/")
        self.pick(why="withdrawn")
        self.press()


class OnThePhone(Visit):
    """A visitor with an old phone: no script, 360 pixels, no account."""

    def __init__(self, browser: Browser, home: str, language: str) -> None:
        super().__init__(browser, home, language, **PHONE)
        self.language = language

    def faces(self) -> int:
        self.go(f"/{self.language}/")
        return self.page.locator(".faces li").count()

    def picture(self) -> str:
        """The address of the first face's picture."""
        return str(self.page.locator(".faces img").first.get_attribute("src"))

    def write(self, words: str, word: str) -> str:
        """Write about the first face; returns the code that the page shows once."""
        self.press(".faces a")
        self.press("main a.button.main")
        self.pick(writer="sought")
        self.fill(text=words, word=word)
        self.page.check("main [name=come_back]")
        time.sleep(3.2)  # a form filled in quicker than a person can is sent back
        self.press()
        return self.page.locator(".code").inner_text().strip()

    def read_answer(self, code: str, word: str) -> str:
        self.go(f"/{self.language}/answer/")
        self.fill(code=code, word=word)
        time.sleep(3.2)
        self.press()
        return self.page.locator("main").inner_text()

    def take_down(self, code: str) -> None:
        self.go(f"/{self.language}/take-down/")
        self.page.locator("main [name=code]").first.fill(code.lower().replace("-", " "))
        time.sleep(3.2)
        self.press()


def everyone_content(*visits: Any) -> None:
    """No page complained, and nothing was asked of any other host."""
    for visit in visits:
        assert not visit.complaints, visit.complaints
        assert {host.split(":")[0] for host in visit.hosts} <= {"localhost"}
