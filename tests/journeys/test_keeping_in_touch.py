"""A face in time: two sign for a child, and only a talk with the person lets it hang longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases.actions import faces
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import consented, latest, on_the_wall, put_up, taken
from kintrace.demo import playing
from kintrace.wall import jobs
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from tests.journeys.people import AtTheDesk, OnThePhone

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

LASTS = 300  # days


def days_pass(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """The desk's and the worker's clock goes forward; the browser's and its session's stays."""
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=days))


def state_of(scene: Scene, case: Case) -> str:
    with scene.acting(scene.alma):
        return latest(case).state


def test_a_talk_lets_a_face_hang_longer_and_silence_ends_it(
    scene: Scene, desks: dict[str, AtTheDesk], yonas: OnThePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        until = timezone.localdate() + timedelta(days=LASTS)
        on_the_wall(case, until=until, alma=scene.alma, omar=scene.omar)
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
    assert state_of(scene, case) == "expired"


def test_two_who_did_not_take_the_photo_sign_for_a_child(
    scene: Scene, desks: dict[str, AtTheDesk], yonas: OnThePhone
) -> None:
    born = str(timezone.localdate().year - 17)
    child = replace(SELAM, born=(born, "gregorian"), age_band="15")
    with scene.acting(scene.alma):
        case = playing.open_a_case(child, by=scene.alma)
        consented(case, by=scene.alma)
        taken(case, by=scene.alma)
        faces.propose(case, **put_up(), by=scene.alma)
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
