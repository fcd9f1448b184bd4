"""The whole thread: a face is published, recognised, answered and taken down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content
from tests.marks import slow_on_sqlite
from tests.turns import in_turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.tests.conftest import Scene

pytestmark = [pytest.mark.browser, slow_on_sqlite]

SELAM = {"given": "Selam", "given_original": "ሰላም", "father": "Tesfay", "father_original": "ተስፋይ"}
WORD = "almond"


@dataclass
class People:
    """Alma and Omar at their desks, Yonas somewhere with a phone."""

    alma: AtTheDesk
    omar: AtTheDesk
    yonas: OnThePhone


@pytest.fixture(params=in_turns(("en", "ar"), turns=2))
def people(
    request: pytest.FixtureRequest,
    scene: Scene,
    browser: Browser,
    live_server: LiveServer,
    street: str,
) -> Iterator[People]:
    language = request.param
    alma = AtTheDesk(browser, live_server.url, language, scene.alma)
    omar = AtTheDesk(browser, live_server.url, language, scene.omar)
    yonas = OnThePhone(browser, street, language)
    yield People(alma, omar, yonas)
    everyone_content(alma, omar, yonas)
    for visit in (alma, omar, yonas):
        visit.end()


def test_a_sister_is_recognised_answered_and_taken_down(people: People, photo: Path) -> None:
    removal_code = publish(people, photo)
    picture = look(people.yonas)
    code = people.yonas.write("I am Yonas. I am in Valletta.", WORD)

    read = people.alma.answer("Your sister will be glad. We call you tomorrow.")
    assert "I am in Valletta" in read
    assert "We call you tomorrow" in people.yonas.read_answer(code, WORD)
    assert "We call you tomorrow" not in people.yonas.read_answer(code, "walnut")

    people.yonas.take_down(removal_code)
    assert people.yonas.faces() == 0
    assert people.yonas.go(picture) == 404


@pytest.mark.parametrize("people", ["en"], indirect=True)
def test_a_member_takes_a_face_down_and_it_is_gone(people: People, photo: Path) -> None:
    publish(people, photo)
    picture = look(people.yonas)
    people.alma.take_down()
    assert people.yonas.faces() == 0
    assert people.yonas.go(picture) == 404


def test_a_caller_is_written_down_answered_and_reads_it_back(people: People, photo: Path) -> None:
    publish(people, photo)
    code = people.alma.write_down("I worked with him in Sfax.", WORD)
    assert "Sfax" not in people.alma.page.content()

    read = people.alma.answer("Thank you. Where is he now?")
    assert "I worked with him in Sfax." in read
    assert "+963 944 367 894" in read
    assert "Where is he now?" in people.yonas.read_answer(code, WORD)


def publish(people: People, photo: Path) -> str:
    """Everything from the sign-in to the wall; gives the removal code."""
    people.alma.sign_in()
    people.alma.open_a_case(SELAM)
    people.alma.bring_to_the_wall(photo)
    assert people.yonas.faces() == 0, "shown before the second eye"
    people.omar.sign_in()
    people.omar.approve()
    return people.alma.put_up()


def look(yonas: OnThePhone) -> str:
    """What the visitor finds: one face, nothing beside the window, a picture that is bare."""
    assert yonas.faces() == 1
    assert yonas.direction() == {"en": "ltr", "ar": "rtl"}[yonas.language]
    assert yonas.widest() == 0
    picture = yonas.picture()
    body = yonas.context.request.get(picture).body()
    assert len(body) > 500
    assert not [mark for mark in (b"Exif", b"GPS", b"http", b"ICC") if mark in body]
    return picture
