"""A day of a volunteer at a service point: opened, worked, handed on, closed, reported."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan
from kintrace.vault.reader import reading_as
from tests.journeys.people import AtTheDesk, second_factor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLET = {"width": 820, "height": 1180}
TAPS = {"call": 12, "wifi": 10, "talk": 10, "brochure": 8}
IN_THREE_MINUTES = 180.0  # seconds
WORD = "marmalade"
OF_THE_CHILD = ("Little Kidane", "The red kite")


@pytest.fixture
def points(scene: Scene) -> list[ServicePoint]:
    plans = [Plan(name, "fixed", "Near the ferry", slots=6) for name in ("Harbour", "Border")]
    with reading_as(scene.society.pk, member=scene.omar.pk):
        return [actions.set_up_point(plan, by=scene.omar) for plan in plans]


@pytest.fixture
def crew(browser: Browser, live_server: LiveServer, scene: Scene) -> Iterator[Crew]:
    crew = Crew(browser, live_server.url)
    yield crew
    for one in crew.tablets:
        assert one.complaints == []
        one.end()


class Crew:
    """Members at their tablets."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.browser, self.home = browser, home
        self.tablets: list[AtTheDesk] = []

    def one(self, member: Member) -> AtTheDesk:
        tablet = AtTheDesk(self.browser, self.home, "en", member)
        tablet.page.set_viewport_size(TABLET)  # type: ignore[arg-type]
        tablet.sign_in()
        self.tablets.append(tablet)
        return tablet


def ticks_all(tablet: AtTheDesk) -> None:
    for box in tablet.page.locator("main input[type=checkbox]").all():
        box.check()
    tablet.press()


def writes_down(tablet: AtTheDesk, point: ServicePoint, called: str, need: str, sign: str) -> None:
    tablet.go(f"/desk/points/{point.pk}/people/new/")
    tablet.press("main ul a.button")
    tablet.pick(channel="read_aloud", how="spoken", needs=need)
    tablet.fill(called=called, sign=sign, next_on=timezone.localdate().isoformat())
    tablet.page.select_option("main [name=language]", "ti")
    tablet.page.select_option("main [name=next_at]", str(point.pk))
    tablet.press()


def text_of(tablet: AtTheDesk) -> str:
    return tablet.page.inner_text("main")


def test_a_volunteers_day(scene: Scene, points: list[ServicePoint], crew: Crew) -> None:
    harbour, border = points
    abeba = enlist(scene.society, Role.VOLUNTEER)
    for member in (scene.chidi, abeba):
        second_factor(member)
    chidi = crew.one(scene.chidi)
    here = f"/desk/points/{harbour.pk}/"
    _opens(chidi, here)
    _counts(chidi)
    _charges(chidi, here)
    _finds_a_child(chidi, harbour)
    code = _hands_on(chidi, harbour)
    _takes_over(crew.one(abeba), border, code)
    _closes(chidi, here)
    _reads_the_report(crew.one(scene.omar))


def _opens(tablet: AtTheDesk, here: str) -> None:
    tablet.go(here)
    assert "Nobody opened this day yet" in text_of(tablet)
    tablet.press("main a.button.main")
    ticks_all(tablet)
    assert tablet.page.locator("main .chip.fine").first.is_visible()


def _counts(tablet: AtTheDesk) -> None:
    """Forty services, each with one tap, within three minutes."""
    begun = time.monotonic()
    for service, times in TAPS.items():
        for _ in range(times):
            tablet.press(f"main button.plus[value={service}]")
    assert time.monotonic() - begun < IN_THREE_MINUTES
    shown = {
        service: tablet.page.inner_text(f"main button.plus[value={service}] output")
        for service in TAPS
    }
    assert shown == {service: str(times) for service, times in TAPS.items()}


def _charges(tablet: AtTheDesk, here: str) -> None:
    for number in ("1", "2"):
        tablet.go(here)
        tablet.press("main form[action$='/tickets/'] button")
        assert tablet.page.inner_text("main h1").endswith(number)
    tablet.go(here)
    assert tablet.page.locator("main .board a").count() == 2


def _finds_a_child(tablet: AtTheDesk, point: ServicePoint) -> None:
    """What was told goes to the protection team at once: who wrote it cannot read it again."""
    writes_down(tablet, point, OF_THE_CHILD[0], "alone", OF_THE_CHILD[1])
    assert not any(word in text_of(tablet) for word in OF_THE_CHILD)
    tablet.go(f"/desk/points/{point.pk}/people/")
    assert "Child team only" in text_of(tablet)
    assert not any(word in text_of(tablet) for word in OF_THE_CHILD)
    tablet.go(f"/desk/points/{point.pk}/slip/")
    tablet.pick(help="family")
    tablet.fill(place="Child-protection desk, Station Road 5")
    with tablet.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        tablet.page.locator("main button.main").click()
    assert sent.value.headers["content-type"] == "application/pdf"


def _hands_on(tablet: AtTheDesk, point: ServicePoint) -> str:
    writes_down(tablet, point, "Grandmother Rose", "old", "Blue scarf")
    tablet.go(f"/desk/points/{point.pk}/people/")
    tablet.press("main table a:has-text('Grandmother Rose')")
    tablet.press("main a[href$='/hand-over/']")
    tablet.fill(word=WORD)
    tablet.pick(how="spoken")
    tablet.press()
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", text_of(tablet))
    assert found
    return found[0]


def _takes_over(tablet: AtTheDesk, point: ServicePoint, code: str) -> None:
    tablet.go(f"/desk/points/{point.pk}/carried/")
    tablet.fill(code=code, word="something else")
    tablet.press()
    assert "Nothing opens with this code" in text_of(tablet)
    tablet.fill(code=code, word=WORD)
    tablet.press()
    assert "Grandmother Rose" in text_of(tablet)
    tablet.page.locator("main [name=text]").first.check()
    tablet.pick(channel="read_aloud", how="spoken")
    tablet.fill(next_on=timezone.localdate().isoformat())
    tablet.page.select_option("main [name=next_at]", str(point.pk))
    tablet.press()
    tablet.go(f"/desk/points/{point.pk}/people/")
    assert "Grandmother Rose" in text_of(tablet)


def _closes(tablet: AtTheDesk, here: str) -> None:
    tablet.go(f"{here}close/")
    while tablet.page.locator("main button[value=collected]").count():
        tablet.press("main button[value=collected]")
        tablet.go(f"{here}close/")
    ticks_all(tablet)
    tablet.go(here)
    assert "The day was closed" in text_of(tablet)


def _reads_the_report(tablet: AtTheDesk) -> None:
    """Sums of five and more; how many were shown the way, one, is held back."""
    tablet.go("/desk/points/reports/")
    assert tablet.page.locator("main svg").count() > 0
    said = text_of(tablet)
    assert "No number under five is shown" in said
