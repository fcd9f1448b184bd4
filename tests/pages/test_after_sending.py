"""What a visitor sees after a form was taken, on a small and a large screen: the code is shown
once, and who is in danger has no second try."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest

from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.vault.answers import new_code
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall import lookups, removal_codes
from kintrace.wall.models import Face, Removal
from tests.languages import LOCALES, direction
from tests.pages.measured import faults
from tests.town import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Visit
    from tests.pages.conftest import Windows
    from tests.town import Town

pytestmark = pytest.mark.browser

each_language = pytest.mark.parametrize(
    "language",
    [pytest.param(code, marks=[] if code == "en" else pytest.mark.slow) for code in LOCALES],
)


@pytest.fixture(autouse=True)
def a_quick_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kintrace.visitors.stamps.SHORTEST", -1)


@pytest.fixture
def face(windows: Windows) -> Iterator[Face]:
    """A face of the crowd, shown as before when the test is over."""
    yield Face.objects.exclude(pk=windows.town.things["face"]).earliest("pk")
    Removal.objects.all().delete()


def sends(window: Visit, path: str, button: str = "main form button.main", **typed: str) -> None:
    """Open the page, fill in what is said, and look at what comes."""
    assert window.go(path) == 200
    window.fill(**typed)
    with window.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        window.press(button)
    assert sent.value.status == 200
    window.page.wait_for_load_state()


def is_whole(window: Visit, language: str) -> None:
    assert faults(window, direction=direction(language)) == []
    assert window.page.locator("[role=alert]").count() == 0


@each_language
def test_the_page_with_the_code_of_a_message_is_whole(language: str, windows: Windows) -> None:
    window, there = windows.of(None, language), windows.town.things["face"]
    path = f"/{language}/face/{there}/write/?as=sought"
    sends(window, path, phone="+00 010 555 0199", text="I am here.", word=WORD)
    assert window.page.locator(".code").count() == 1
    is_whole(window, language)


@each_language
@pytest.mark.parametrize("answered", [False, True], ids=["waits", "answered"])
def test_the_conversation_is_whole(answered: bool, language: str, windows: Windows) -> None:
    code = _written(windows.town, answered=answered)
    window = windows.of(None, language)
    sends(window, f"/{language}/answer/", code=code, word=WORD)
    assert window.page.locator("main form [name=text]").count() == 1
    assert (window.page.get_by_text("You are not alone.").count() == 1) is answered
    is_whole(window, language)


def _written(town: Town, *, answered: bool) -> str:
    """A message as a visitor left it; gives its code."""
    with playing.acting(town[Role.OFFICER]) as omar:
        body = {"text": "I am here.", "ways": {}}
        sent = wall.leave_message(lookups.face_showing(town.things["face"]), body=body, word=WORD)
        if answered:
            message = lookups.message_for(omar, sent.message)
            wall.answer(message, text="You are not alone.", by=omar)
    return sent.code


ASKED = {
    "asked": ("main form:has([value=ask]) button", True),
    "in danger": ("main form:has([value=danger]) button", True),
    "in danger, and too many rest": ("main form:has([value=danger]) button", False),
}


@each_language
@pytest.mark.parametrize("what", ASKED)
def test_the_page_after_asking_for_a_photo_to_come_down_is_whole(
    what: str, language: str, windows: Windows, face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    button, room = ASKED[what]
    if not room:
        monkeypatch.setattr(lookups, "has_room_to_rest", lambda **_but: False)
    window = windows.of(None, language)
    sends(window, f"/{language}/take-down/?face={face.pk}", button)
    is_whole(window, language)


@each_language
def test_the_page_after_a_photo_was_taken_down_is_whole(
    language: str, windows: Windows, face: Face
) -> None:
    code = new_code()
    with reading_as(face.society_id):
        Face.objects.filter(pk=face.pk).update(removal_lookup=removal_codes.lookup_id(code))
    window = windows.of(None, language)
    sends(window, f"/{language}/take-down/", code=code)
    is_whole(window, language)
    with reading_as(face.society_id):
        Face.objects.filter(pk=face.pk).update(removal_lookup=secrets.token_bytes(16))


@each_language
def test_the_page_after_telling_of_a_demand_for_money_is_whole(
    language: str, windows: Windows
) -> None:
    window = windows.of(None, language)
    there = f"/{language}/money/?face={windows.town.things['face']}"
    sends(window, there, text="They called me.", word=WORD)
    assert window.page.locator(".code").count() == 1
    is_whole(window, language)


@each_language
def test_the_page_that_finds_nothing_for_a_code_is_whole(language: str, windows: Windows) -> None:
    window = windows.of(None, language)
    sends(window, f"/{language}/answer/", code=new_code(), word=WORD)
    is_whole(window, language)
