"""A family searches from both ends, in two societies and two scripts: a machine brings the two
together, people of both say that it is one person, and the search goes on there."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.cases.tests.ways import on_the_wall
from kintrace.matching import network
from kintrace.matching.tests.conftest import HE, SHE, searched
from kintrace.names.remembering import forget
from kintrace.vault.tests.comparing import network_compares
from kintrace.wall.lookups import notice_of
from tests import environment
from tests.journeys.people import AtTheDesk, OnThePhone, everyone_content, second_factor
from tests.marks import slow_on_sqlite
from tests.postgres import connected_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import Settings
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.models import Case

pytestmark = [pytest.mark.browser, slow_on_sqlite]


@dataclass
class Family:
    """Alma has the case that Amal told in Arabic script, Alba the one that Samir told in French."""

    alma: AtTheDesk
    alba: AtTheDesk
    hers: Case
    his: Case


@pytest.fixture
def there(scene: Scene, settings: Settings, tmp_path: Path) -> Iterator[Scene]:
    network_compares(settings, tmp_path)
    built = build_scene("BG")
    second_factor(built.alma)
    yield built
    forget()


@pytest.fixture(params=["en", pytest.param("ar", marks=pytest.mark.slow)])
def family(
    request: pytest.FixtureRequest,
    scene: Scene,
    there: Scene,
    browser: Browser,
    live_server: LiveServer,
) -> Iterator[Family]:
    hers, his = (
        searched(one, person, compared=False) for one, person in ((scene, SHE), (there, HE))
    )
    with scene.acting(scene.alma):
        until = timezone.localdate() + timedelta(days=90)
        on_the_wall(hers, until=until, alma=scene.alma, omar=scene.omar)
    at = [AtTheDesk(browser, live_server.url, request.param, one.alma) for one in (scene, there)]
    yield Family(at[0], at[1], hers, his)
    everyone_content(*at)
    for desk in at:
        desk.end()


def test_a_family_that_searches_from_both_ends_is_found_and_the_photo_comes_down(
    family: Family, scene: Scene, yonas: OnThePhone
) -> None:
    alma, alba = family.alma, family.alba
    agree_to_compare(alma, family.hers)
    agree_to_compare(alba, family.his)
    the_worker_works()
    read_more_of_each_other(alma, alba)

    say_that_it_is_one_person(alma, "yes:facts_agree")
    alba.page.reload()
    assert alba.page.locator("main details form[action*='take-back']").count() == 0
    before = seen(alba)
    say_that_it_is_one_person(alba, "yes:same_kin")
    assert before.count(scene.society.name) < seen(alba).count(scene.society.name)

    assert yonas.faces() == 0
    with scene.acting(scene.alma):
        notice = notice_of(family.hers.subject)
    assert notice is not None
    assert notice.state == "matched"
    begin_a_search_there(alma)


def agree_to_compare(desk: AtTheDesk, case: Case) -> None:
    desk.sign_in()
    desk.go(f"/desk/cases/{case.pk}/")
    desk.page.check("form[action*='let-compare'] [name=how][value=spoken]")
    desk.press("form[action*='let-compare'] button")
    assert desk.page.locator("form[action*='let-compare']").count() == 0


def the_worker_works() -> None:
    """On PostgreSQL as in service: under a role of its own, which sees what societies let it."""
    its_own = connected_as(environment.MATCHER) if environment.on_postgres() else nullcontext()
    with its_own:
        while network.turn():
            pass


def look_at_the_pair(desk: AtTheDesk) -> None:
    """The one of Samir: the person who is sought at the one desk and searches at the other."""
    desk.go("/desk/")
    links = desk.page.locator("main table.work a[href*='/desk/pairs/']")
    addresses = [str(one.get_attribute("href")) for one in links.all()]
    assert len(addresses) == 2
    for address in addresses:
        desk.go(address)
        if {"سمير", "Samir"} & set(desk.page.locator("main .cols h2").first.inner_text().split()):
            return
    raise AssertionError("nobody is called Samir")


def read_more_of_each_other(alma: AtTheDesk, alba: AtTheDesk) -> None:
    look_at_the_pair(alma)
    assert "سمير" in seen(alma)
    assert "Khalil" not in seen(alma), "the other side is coarse until both agree"
    alma.press("form[action*='/more/'] button")
    look_at_the_pair(alba)
    alba.press("form[action*='/more/'] button")
    the_worker_works()
    alma.page.reload()
    assert "Khalil" in seen(alma)


def say_that_it_is_one_person(desk: AtTheDesk, says: str) -> None:
    desk.pick(says=says)
    desk.fill(note="They name the same village.")
    desk.press("form[action*='/judge/'] button.main")
    assert desk.page.locator("form[action*='/judge/']").count() == 0


def begin_a_search_there(alma: AtTheDesk) -> None:
    alma.page.reload()
    alma.press("main a[href*=ask-society]")
    assert alma.page.locator("main [name=society]").input_value() != ""
    alma.fill(region="Where he lives", question="Please tell him that his sister searches.")
    alma.press()
    assert "/parts/" in alma.page.url


def seen(desk: AtTheDesk) -> str:
    return desk.page.locator("main").inner_text()
