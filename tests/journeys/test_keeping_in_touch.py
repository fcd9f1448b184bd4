"""A face in time: two sign for a child, and only a talk with the person lets it hang longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases.actions import faces
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.ways import consented, latest, on_the_wall, put_up, taken
from kintrace.demo import playing
from kintrace.wall import jobs
from tests import environment
from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content, second_factor
from tests.public_process import public_side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.database_bound]

LASTS = 300  # days


@pytest.fixture
def town(transactional_db: None, settings: Settings, tmp_path: Path) -> Scene:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    scene = build_scene("NM")
    for member in (scene.alma, scene.omar, scene.lena):
        second_factor(member)
    return scene


@pytest.fixture
def street(town: Scene, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[str]:
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
def desks(browser: Browser, live_server: LiveServer, town: Scene) -> Iterator[dict[str, AtTheDesk]]:
    """Alma, Omar and Lena at their desks, not signed in yet."""
    names = ("alma", "omar", "lena")
    desks = {name: AtTheDesk(browser, live_server.url, "en", getattr(town, name)) for name in names}
    yield desks
    everyone_content(*desks.values())
    for desk in desks.values():
        desk.end()


def days_pass(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """The desk's and the worker's clock goes forward; the browser's and its session's stays."""
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=days))


def state_of(town: Scene, case: Case) -> str:
    with town.acting(town.alma):
        return latest(case).state


def test_a_talk_lets_a_face_hang_longer_and_silence_ends_it(
    town: Scene, desks: dict[str, AtTheDesk], yonas: OnThePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    with town.acting(town.alma):
        case = playing.open_a_case(SELAM, by=town.alma)
        until = timezone.localdate() + timedelta(days=LASTS)
        on_the_wall(case, until=until, alma=town.alma, omar=town.omar)
    days_pass(monkeypatch, LASTS - 20)
    desks["alma"].sign_in()
    read = desks["alma"].speak_with_the_person(months="6")
    assert "renew by" in read
    assert "Yes, the photo may go on" in read
    days_pass(monkeypatch, 30)
    jobs.expire_faces.call()
    assert yonas.faces() == 1
    days_pass(monkeypatch, 160)
    jobs.expire_faces.call()
    assert yonas.faces() == 0
    assert state_of(town, case) == "expired"


def test_two_who_did_not_take_the_photo_sign_for_a_child(
    town: Scene, desks: dict[str, AtTheDesk], yonas: OnThePhone
) -> None:
    born = str(timezone.localdate().year - 17)
    child = replace(SELAM, born=(born, "gregorian"), age_band="15")
    with town.acting(town.alma):
        case = playing.open_a_case(child, by=town.alma)
        consented(case, by=town.alma)
        taken(case, by=town.alma)
        faces.propose(case, **put_up(), by=town.alma)
    alma, here = desks["alma"], f"/desk/cases/{case.pk}/"
    for desk in desks.values():
        desk.sign_in()
    for signing, waits in (("omar", "sign-off 1 of 2"), ("lena", "sign-off 2 of 2")):
        alma.go(here)
        assert waits in alma.page.locator("main").inner_text()
        assert yonas.faces() == 0
        desks[signing].sign_for_the_child("Her aunt is all she has.")
    alma.put_up()
    assert yonas.faces() == 1
