"""Who has no code asks that a photo be hidden; nobody at a desk has looked yet."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db.models import F

from kintrace.vault.reader import reading_as
from kintrace.wall import actions
from kintrace.wall.models import Removal
from kintrace.wall.tests.cast import put_up
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from kintrace.cases.tests.conftest import Scene
    from kintrace.wall.models import Face
    from tests.journeys.people import OnThePhone

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]


@pytest.fixture
def face(scene: Scene) -> Face:
    _notice, face, _code = put_up(scene.alma, scene.omar)
    return face


def test_the_third_address_that_asks_hides_a_photo_and_it_comes_back(
    yonas: OnThePhone, face: Face
) -> None:
    with reading_as(face.society_id):
        for sender in (b"1", b"2"):
            actions.press(face, tag=sender * 16, danger=False)
    assert yonas.faces() == 1
    assert "on the same working day" in send(yonas, face, "ask")
    assert yonas.faces() == 0
    days_pass(face, 1)  # the wish knows a day and no hour: until the end of tomorrow
    assert yonas.faces() == 0
    days_pass(face, 1)
    assert yonas.faces() == 1


def test_who_is_in_danger_is_hidden_at_once_and_until_the_end_of_tomorrow(
    yonas: OnThePhone, face: Face
) -> None:
    assert "hidden now" in send(yonas, face, "danger")
    assert yonas.faces() == 0
    days_pass(face, 2)
    assert yonas.faces() == 1


def send(yonas: OnThePhone, face: Face, what: str) -> str:
    """One press, nothing filled in; what the page says then."""
    yonas.go(f"/en/take-down/?face={face.pk}")
    time.sleep(3.2)  # a form sent quicker than a person can is sent back
    yonas.press(f"main form:has([name=what][value={what}]) button")
    return yonas.page.locator("main").inner_text()


def days_pass(face: Face, days: int) -> None:
    """The public process has a clock of its own, so the wishes grow older instead."""
    with reading_as(face.society_id):
        Removal.objects.filter(face=face.pk).update(day=F("day") - timedelta(days=days))
