"""A person asks what we keep of them, and reads it on paper; nobody else stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pypdf import PdfReader

from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import on_the_wall
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from tests.journeys.people import AtTheDesk

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]


def test_an_access_copy_is_asked_for_filled_looked_at_and_handed_over(
    scene: Scene, desks: dict[str, AtTheDesk]
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(replace(SELAM, language="en"), by=scene.alma)
        until = timezone.localdate() + timedelta(days=80)
        on_the_wall(case, until=until, alma=scene.alma, omar=scene.omar)
    request = _asked_for(desks["alma"], f"/desk/subjects/{case.subject}/")
    paper = _looked_at(desks["dora"], request)
    assert "Selam" in paper
    assert "Your photo was put on the public wall." in paper
    assert "on market days" in paper
    assert "[another person’s data, not shown]" in paper
    assert "Yonas" not in paper
    assert "ዮናስ" not in paper


def _asked_for(alma: AtTheDesk, subject: str) -> str:
    """Alma writes it down, and adds what only she can read; gives the request's address."""
    alma.sign_in()
    alma.go(subject)
    alma.press("main a[href*='rights/new']")
    alma.pick(kind="access", came="desk")
    alma.fill(identity="She names the village and the song.")
    alma.press()
    request = alma.page.url
    alma.press("main a[href*=sealed]")
    alma.fill(opening_password=PASSWORD)
    alma.press()
    assert "on market days" in alma.page.locator("main").inner_text()
    alma.press()
    assert "What is sealed in the inbox was added." in alma.page.locator("main").inner_text()
    return request


def _looked_at(dora: AtTheDesk, request: str) -> str:
    """Dora finds it on her work list, reads it whole and makes the paper; gives what it says."""
    dora.sign_in()
    dora.press("main table.work a[href*=rights]")
    dora.press("main a[href*=copy]")
    dora.fill(opening_password=PASSWORD)
    dora.press()
    assert "Yonas" not in dora.page.locator("main").inner_text()
    dora.page.check("main [name=read]")
    with dora.page.expect_download() as made:
        dora.press()
    pages = Path(made.value.path()).read_bytes()
    dora.page.goto(request)
    dora.press("main a[href*=answer]")
    dora.fill(outcome="Handed over at the desk.")
    dora.press()
    assert "Handed over at the desk." in dora.page.locator("main").inner_text()
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pages)).pages)
