"""The whole thread: a face is published, recognised, answered and taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.demo.invented import PASSWORD
from kintrace.network.signin import seal_factor
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.camera import camera_jpeg
from tests.browser import chromium
from tests.journeys.people import AtTheDesk, OnThePhone, case_of, everyone_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from kintrace.network.models import Member

pytestmark = [pytest.mark.browser, pytest.mark.database_bound]

SELAM = {"given": "Selam", "given_original": "ሰላም", "father": "Tesfay", "father_original": "ተስፋይ"}
WORD = "almond"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A phone's photo of twelve megapixels that knows where it was taken."""
    file = tmp_path / "IMG_2041.jpg"
    file.write_bytes(camera_jpeg(megapixels=12))
    assert b"GPS" in file.read_bytes() or b"Exif" in file.read_bytes()
    return file


@pytest.fixture
def town(transactional_db: None, settings: Settings, tmp_path: Path) -> Scene:
    """The society, with a second factor for each member."""
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    scene = build_scene("NM")
    for member in (scene.alma, scene.omar):
        _second_factor(member)
    return scene


def _second_factor(member: Member) -> None:
    member.set_password(PASSWORD)
    member.save(update_fields=["password"])
    with reading_as(member.society_id, member=member.pk):
        secret = seal_factor(member, generate_totp_secret())
        Authenticator.objects.create(
            user=member, type=Authenticator.Type.TOTP, data={"secret": secret}
        )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sister_is_recognised_answered_and_taken_down(
    language: str, town: Scene, photo: Path, browser: Browser, live_server: LiveServer
) -> None:
    home = live_server.url
    alma = AtTheDesk(browser, home, language, town.alma)
    omar = AtTheDesk(browser, home, language, town.omar)
    yonas = OnThePhone(browser, home, language)

    alma.sign_in()
    alma.open_a_case(SELAM)
    case = case_of(alma.page.url)
    alma.bring_to_the_wall(photo)
    assert yonas.faces() == 0, "shown before the second eye"
    omar.sign_in()
    omar.approve()
    removal_code = alma.put_up()

    assert yonas.faces() == 1
    assert yonas.direction() == {"en": "ltr", "ar": "rtl"}[language]
    assert yonas.widest() == 0
    picture = yonas.picture()
    assert _is_bare(yonas, picture)
    code = yonas.write("I am Yonas. I am in Valletta.", WORD)

    assert "I am in Valletta" in alma.answer("Your sister will be glad. We call you tomorrow.")
    assert "We call you tomorrow" in yonas.read_answer(code, WORD)
    assert "We call you tomorrow" not in yonas.read_answer(code, "walnut")

    yonas.take_down(removal_code)
    assert yonas.faces() == 0
    assert yonas.go(picture) == 404
    alma.take_down(case)
    everyone_content(alma, omar, yonas)


def _is_bare(visit: OnThePhone, picture: str) -> bool:
    """The picture is served, and holds no word of the camera."""
    body = visit.context.request.get(picture).body()
    return len(body) > 500 and not any(mark in body for mark in (b"Exif", b"GPS", b"http", b"ICC"))
