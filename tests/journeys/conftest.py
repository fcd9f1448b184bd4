"""One society, its members at their desks, and somebody with a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.protection.tests.given import first_texts
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.camera import camera_jpeg
from tests import environment
from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content, second_factor
from tests.public_process import public_side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer


@pytest.fixture
def scene(transactional_db: None, settings: Settings, tmp_path: Path) -> Scene:
    """The society, with a second factor for each who signs in."""
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    built = build_scene("NM")
    with reading_as(built.society.pk):
        first_texts(built.society, by=built.lena, second=built.omar, languages=("ar", "ti"))
    for member in (built.alma, built.omar, built.lena, built.dora):
        second_factor(member)
    return built


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A phone's photo of twelve megapixels that knows where it was taken."""
    file = tmp_path / "IMG_2041.jpg"
    file.write_bytes(camera_jpeg(megapixels=12))
    assert b"GPS" in file.read_bytes() or b"Exif" in file.read_bytes()
    return file


@pytest.fixture
def street(scene: Scene, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where visitors look: on PostgreSQL a public process of its own, as in service."""
    if not environment.on_postgres():
        yield live_server.url
        return
    with public_side(request.getfixturevalue("public_environment")) as address:
        yield address


@pytest.fixture
def yonas(browser: Browser, street: str) -> Iterator[OnThePhone]:
    visit = OnThePhone(browser, street, "en")
    yield visit
    everyone_content(visit)
    visit.end()


@pytest.fixture
def desks(
    browser: Browser, live_server: LiveServer, scene: Scene
) -> Iterator[dict[str, AtTheDesk]]:
    """Alma, Omar, Lena and Dora at their desks, not signed in yet."""
    names = ("alma", "omar", "lena", "dora")
    desks = {
        name: AtTheDesk(browser, live_server.url, "en", getattr(scene, name)) for name in names
    }
    yield desks
    everyone_content(*desks.values())
    for desk in desks.values():
        desk.end()
