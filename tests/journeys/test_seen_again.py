"""A volunteer with a tablet writes an old woman down, who carries a code on and is known by it at a
point of another society; and two boys, of whom the volunteer reads nothing again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.conftest import build_scene
from kintrace.protection.lookups import is_erased
from kintrace.servicepoints.models import HandOver, Registration
from kintrace.servicepoints.tests.people import Harbour, harbour_in
from kintrace.vault.reader import reading_as
from tests.browser import Visit
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.marks import slow_on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

pytestmark = [pytest.mark.browser, slow_on_sqlite]
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
WORD = "pomegranate"


class WithTablet(AtTheDesk):
    """A volunteer at a point."""

    def __init__(self, browser: Browser, home: str, member: Member) -> None:
        Visit.__init__(self, browser, home, "en", **TABLET)
        self.member, self.case = member, ""


@pytest.fixture
def points(scene: Scene) -> tuple[Harbour, Harbour]:
    """One here and one of another society further on."""
    here, there = harbour_in(scene), harbour_in(build_scene("BG"))
    for member in (here.chidi, there.chidi):
        second_factor(member)
    return here, there


@pytest.fixture
def tablets(
    browser: Browser, live_server: LiveServer, points: tuple[Harbour, Harbour]
) -> Iterator[tuple[WithTablet, WithTablet]]:
    here, there = (WithTablet(browser, live_server.url, one.chidi) for one in points)
    yield here, there
    everyone_content(here, there)
    for one in (here, there):
        assert one.widest() == 0
        one.end()


def said(tablet: WithTablet) -> str:
    return tablet.page.locator("main").inner_text()


def write_down(tablet: WithTablet, point: Harbour, called: str, need: str, sign: str) -> None:
    tablet.go(f"/desk/points/{point.point.pk}/")
    tablet.press("main a:has-text('Add, after reading the notice')")
    tablet.press("main ul.row a:has-text('English')")
    tablet.pick(channel="read_aloud", how="spoken", needs=need)
    tablet.fill(called=called, sign=sign)
    tablet.page.select_option("main [name=language]", "ti")
    tablet.press()


def carried(*, by: WithTablet) -> str:
    """The code that the person gets, whose page is open."""
    by.press("main a:has-text('A code to carry')")
    by.fill(word=WORD)
    by.pick(how="spoken")
    by.press()
    return by.page.locator("main .code").first.inner_text()


def test_what_an_old_woman_carries_is_opened_at_the_next_point_and_used_once(
    points: tuple[Harbour, Harbour], tablets: tuple[WithTablet, WithTablet]
) -> None:
    (here, there), (chidi, boris) = points, tablets
    chidi.sign_in()
    write_down(chidi, here, "Grandmother Rose", "old", "Blue scarf")
    assert "Grandmother Rose" in said(chidi)
    code = carried(by=chidi)
    boris.sign_in()
    boris.go(f"/desk/points/{there.point.pk}/carried/")
    boris.fill(code=code, word="olive")
    boris.press()
    assert "Nothing opens with this code and this word." in said(boris)
    boris.fill(code=code, word=WORD)
    boris.press()
    assert "Grandmother Rose" in said(boris)
    assert not _is_there(there)
    boris.page.locator("main label:has(input[name=text]):has-text('English')").click()
    boris.pick(channel="read_aloud", how="spoken")
    boris.press()
    assert "Grandmother Rose" in said(boris)
    assert _is_there(there)
    assert not HandOver.objects.exists()
    boris.press("main a:has-text('no more')")
    boris.page.check("main [name=sure]")
    boris.press()
    assert not _is_there(there)


def test_of_two_boys_the_volunteer_reads_nothing_again(
    points: tuple[Harbour, Harbour], tablets: tuple[WithTablet, WithTablet]
) -> None:
    here, chidi = points[0], tablets[0]
    chidi.sign_in()
    write_down(chidi, here, "Two brothers", "alone", "The kite")
    assert "It is sealed to the protection team" in said(chidi)
    chidi.press("main summary:has-text('without a day')")
    chidi.press("main table a:has-text('protection team')")
    assert "Two brothers" not in said(chidi)
    assert "Child team only" in said(chidi)
    with reading_as(here.scene.society.pk):
        [one] = Registration.objects.all()
        assert not is_erased(one.subject)


def _is_there(point: Harbour) -> bool:
    with reading_as(point.scene.society.pk):
        rows = Registration.objects.filter(society_id=point.scene.society.pk)
        return bool(rows.exists())
