"""Somebody who reads only Tigrinya finds a face, writes, and reads the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content
from tests.journeys.test_thread import WORD, People, publish
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.tests.conftest import Scene

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

MY_SISTER, LOOKS_FOR_HER_BROTHER, I_AM_HER_BROTHER = (
    "ሓፍተይ",
    "ንሓወይ እደሊ ኣለኹ።",
    "ኣነ ሓው ናይዚ ሰብ እየ",
)
SAYS = "ዮናስ እየ። ኣብ ቫለታ ኣለኹ።"
ANSWER = "ሓፍትኹም ክትሕጐስ እያ። ጽባሕ ክንድውለልኩም ኢና።"


@pytest.fixture
def people(
    scene: Scene,
    browser: Browser,
    live_server: LiveServer,
    street: str,
) -> Iterator[People]:
    """The members' browsers ask for Tigrinya, too; their desk answers in English."""
    alma = AtTheDesk(browser, live_server.url, "ti", scene.alma)
    omar = AtTheDesk(browser, live_server.url, "ti", scene.omar)
    yonas = OnThePhone(browser, street, "ti")
    yield People(alma, omar, yonas)
    everyone_content(alma, omar, yonas)
    for visit in (alma, omar, yonas):
        visit.end()


def test_a_face_is_found_in_tigrinya_and_the_answer_read_back(
    people: People,
    photo: Path,
) -> None:
    publish(people, photo)
    assert people.alma.page.locator("html").get_attribute("lang") == "en"

    finds(people.yonas)
    code = people.yonas.write(SAYS, WORD)
    assert SAYS in people.alma.answer(ANSWER)
    assert ANSWER in people.yonas.read_answer(code, WORD)


def finds(yonas: OnThePhone) -> None:
    """From the bare address to the one face, by the pictogram of a sister."""
    yonas.go("/")
    assert yonas.page.url.endswith("/ti/")
    yonas.press(yonas.page.get_by_role("link", name=MY_SISTER))
    assert yonas.page.locator(".faces li").inner_text().strip() == LOOKS_FOR_HER_BROTHER
    assert yonas.widest() == 0
    yonas.press(".faces a")
    assert I_AM_HER_BROTHER in yonas.page.locator("main").inner_text()
    yonas.page.go_back()
