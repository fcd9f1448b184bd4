"""A child without its parents: written down by its team and seen by nobody else, spoken with by
two, its mother asked apart, and brought to her by two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.forms_children import SafetyForm
from kintrace.demo.invented import PASSWORD
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.marks import slow_on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

pytestmark = [pytest.mark.browser, slow_on_sqlite]
MOTHER = "Letebrhan"


@dataclass
class Desks:
    """Carla protects children, Alma is in her team; Nora protects children and is not in it."""

    carla: AtTheDesk
    alma: AtTheDesk
    nora: AtTheDesk
    chris: AtTheDesk

    def everybody(self) -> tuple[AtTheDesk, ...]:
        return (self.carla, self.alma, self.nora, self.chris)


def _with_keys(scene: Scene, role: Role, name: str) -> Member:
    """A member of the society who opens its inbox."""
    one = enlist(scene.society, role, name)
    network.set_opening_password(one, password=PASSWORD)
    second_factor(one)
    hand = network.Hand(scene.lena.sign_in, PASSWORD)
    with scene.acting(scene.omar) as omar:
        network.grant(one, box="inbox", own=PASSWORD, second=hand, by=omar)
    return one


@pytest.fixture
def desks(scene: Scene, browser: Browser, live_server: LiveServer) -> Iterator[Desks]:
    carla, nora = (_with_keys(scene, Role.CHILD_PROTECTION, one) for one in ("carla", "nora"))
    chris = _with_keys(scene, Role.CASEWORKER, "chris")
    people = (carla, scene.alma, nora, chris)
    at = Desks(*(AtTheDesk(browser, live_server.url, "en", one) for one in people))
    yield at
    everyone_content(*at.everybody())
    for desk in at.everybody():
        desk.end()


def open_box(desk: AtTheDesk) -> None:
    desk.sign_in()
    desk.go("/desk/open-box/")
    desk.fill(opening_password=PASSWORD)
    desk.press()


def said(desk: AtTheDesk) -> str:
    return desk.page.locator("main").inner_text()


def choose_team(desk: AtTheDesk, scene: Scene) -> None:
    """Carla chooses Alma; Omar and Lena come to her screen and sign. The box is opened anew."""
    desk.go("/desk/children/new/")
    desk.press("main a[href*='teams/choose/']")
    desk.pick(members=str(scene.alma.pk))
    desk.fill(name="Maple", first=scene.omar.sign_in, first_password=PASSWORD)
    desk.fill(second=scene.lena.sign_in, second_password=PASSWORD)
    desk.press()
    desk.fill(opening_password=PASSWORD)
    desk.press()


def write_down(desk: AtTheDesk) -> str:
    """From the notice to the last page of the registration; gives the child's address."""
    desk.page.locator("main [name=text]").first.check()
    desk.page.locator("main [name=team]").first.check()
    desk.pick(channel="read_aloud", agreed="spoken", alone="alone")
    desk.fill(age="9")
    desk.press()
    desk.pick(precision="age_at_date", sex="female", languages="ti")
    desk.fill(given="Hewanit", father="Zerabruk", age="9")
    desk.press()
    desk.fill(marks="A scar like a leaf on the left hand.")
    for _page in ("signs", "siblings", "found"):
        desk.press()
    desk.page.select_option("main [name=relation_1]", "mother")
    desk.fill(name_1=f"{MOTHER} Kidane", landmark_1="The blue well")
    for _page in ("family", "parted"):
        desk.press()
    return answer_the_rest(desk)


def answer_the_rest(desk: AtTheDesk) -> str:
    """From who looks after the child on; what was typed stays where something is wrong."""
    desk.fill(with_whom="The Habte family")
    desk.press()
    assert desk.page.input_value("main [name=with_whom]") == "The Habte family", "nothing is lost"
    desk.pick(kind="foster")
    desk.press()
    desk.fill(live_with="With my mother.")
    desk.press()
    desk.fill(who_1="Gebre Zerabruk", why_1="He hit me.")
    desk.page.select_option("main [name=extent_1]", "all")
    desk.press()
    desk.pick(**dict.fromkeys(SafetyForm.CODES, "no"))
    desk.press()
    desk.pick(assent="yes")
    for _page in ("assent", "message", "under five"):
        desk.press()
    return desk.page.url


def outside(desk: AtTheDesk, child: str) -> None:
    assert desk.go(child) == 404
    assert desk.go(f"{child}picture.jpg") == 404
    desk.go("/desk/children/")
    assert "No child is with one of your teams." in said(desk)
    for place in ("/desk/", "/desk/children/pictures/", "/desk/cases/"):
        desk.go(place)
        assert "Hewanit" not in said(desk)
        assert child.removeprefix(desk.home) not in desk.page.content()


def talk(desk: AtTheDesk, child: str, words: str) -> None:
    desk.go(child)
    desk.press("aside a[href$='talk/']")
    desk.fill(words=words)
    desk.press()


def weigh(desk: AtTheDesk, child: str, conclusion: str) -> None:
    desk.go(f"{child}best/")
    desk.pick(conclusion=conclusion)
    desk.fill(words="She asks for her mother every day.")
    desk.press()


def ask(desk: AtTheDesk, child: str, side: str) -> None:
    desk.go(child)
    desk.press(f"main a[href$='ask/{side}/']")
    desk.fill(words="A song of a donkey that would not walk.")
    desk.press()


def agree(desk: AtTheDesk, child: str) -> None:
    desk.go(child)
    desk.press("aside a[href$='home/']")
    assert "Gebre Zerabruk" in said(desk)
    desk.page.check("main [name=kept_0]")
    desk.page.check("main [name=asked]")
    desk.press()


def search(carla: AtTheDesk, alma: AtTheDesk, child: str) -> None:
    talk(alma, child, "She tells of a blue well.")
    talk(carla, child, "The well again, and a song.")
    assert "She tells of a blue well." in said(carla)
    weigh(carla, child, "trace")
    alma.go(child)
    alma.press("aside a[href$='go/tracing/']")
    alma.press()


def find_the_mother(carla: AtTheDesk, alma: AtTheDesk, child: str) -> None:
    alma.go(child)
    alma.press("aside a[href$='family/']")
    alma.fill(name=f"{MOTHER} Kidane", reached="By phone")
    alma.page.select_option("main [name=relation]", "mother")
    alma.press()
    ask(alma, child, "claimant")
    ask(carla, child, "child")
    carla.press("main a[href$='decide/']")
    carla.pick(knows="yes", wishes="yes", match="yes", able="yes", advice="verified")
    carla.press()
    weigh(carla, child, "reunite")


def test_from_the_first_page_to_the_mother(scene: Scene, desks: Desks, photo: Path) -> None:
    carla, alma = desks.carla, desks.alma
    open_box(carla)
    choose_team(carla, scene)
    for desk in (alma, desks.nora, desks.chris):
        open_box(desk)
    child = write_down(carla)
    carla.press("aside a[href$='photo/']")
    carla.page.set_input_files("main [name=photo]", photo)
    carla.press()
    for desk in (desks.nora, desks.chris):
        outside(desk, child)
    alma.go("/desk/children/pictures/")
    assert "Hewanit Zerabruk" in said(alma)
    alma.page.wait_for_load_state("networkidle")
    assert alma.page.evaluate("document.querySelector('main img').naturalWidth") > 0
    search(carla, alma, child)
    find_the_mother(carla, alma, child)
    agree(alma, child)
    assert "Another member of the team agrees." in said(alma)
    carla.go("/desk/")
    carla.press("main a[href*='/desk/children/']")
    agree(carla, child)
    assert "With the family again" in said(carla)
    outside(desks.nora, child)
