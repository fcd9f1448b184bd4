"""The page for what passes by itself: calm, in the reader's language, with all that was sent."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as house
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import Client

from kintrace.cases.tests.conftest import build_scene
from kintrace.demo.invented import PASSWORD
from kintrace.network.kept import FIELD, owner_of_form
from kintrace.network.tests.cast import let_in
from kintrace.ui import kiosk, passing
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.cast import stands
from tests.drills.faults.calm import comes_back, is_calm
from tests.drills.visitors import Answer, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.http import HttpResponse

    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.django_db
WORDS = "أنا حيّ وأنتظرك عند الميناء."


@pytest.fixture
def scene() -> Scene:
    return build_scene("NM")


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, BaseException], None]:
    """`away("kintrace.…", error)` lets that function meet the error from now on."""

    def fails(where: str, error: BaseException) -> None:
        def failing(*_: Any, **__: Any) -> Any:
            raise error

        monkeypatch.setattr(where, failing)

    return fails


def seen(response: HttpResponse) -> Answer:
    return Answer(response.status_code, response.content.decode())


def browser() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("language", [code for code, _ in house.LANGUAGES])
def test_a_visitor_reads_what_to_do_and_sends_the_same_again_with_one_press(
    scene: Scene, away: Callable[[str, BaseException], None], language: str
) -> None:
    with reading_as(scene.society.pk):
        face = stands(scene.society)
    sent = written(WORDS, "a stamp") | {"pass": "spent"}
    away("kintrace.wall.lookups.face_up", OperationalError("gone"))
    response = browser().post(f"/{language}/face/{face.pk}/write/", sent)
    assert is_calm(seen(response), language, sent=True)
    assert f'<p class="say" dir="auto">{WORDS}</p>' in response.content.decode()
    assert comes_back(seen(response)) == {k: v for k, v in sent.items() if k != "pass"}
    assert response["Retry-After"]
    assert response["Cache-Control"] == "no-store"


def test_who_only_looked_is_told_that_nothing_was_lost(
    scene: Scene, away: Callable[[str, BaseException], None]
) -> None:
    away("kintrace.wall.lookups.face_showing", OperationalError("gone"))
    response = browser().get(f"/ar/face/{scene.society.pk}/write/")
    assert is_calm(seen(response), "ar", sent=False)
    assert f'href="/ar/face/{scene.society.pk}/write/"' in response.content.decode()


def test_a_code_and_a_word_are_not_read_aloud_by_the_page(
    scene: Scene, away: Callable[[str, BaseException], None]
) -> None:
    del scene
    away("kintrace.visitors.posting._served", OperationalError("gone"))
    sent = {"code": "ABCD-EFGH-JKLM", "word": "marmalade", "stamp": "a stamp"}
    response = browser().post("/en/answer/", sent)
    assert is_calm(seen(response), "en", sent=True)
    assert comes_back(seen(response)) == sent
    assert '<p class="say"' not in response.content.decode()


def test_on_a_touch_screen_the_page_has_time_to_be_read_and_goes_back_by_itself(
    scene: Scene, away: Callable[[str, BaseException], None]
) -> None:
    away("kintrace.wall.lookups.face_up", OperationalError("gone"))
    sent = written(WORDS, "a stamp")
    response = browser().post(f"/ar/kiosk/wall/face/{scene.society.pk}/write/", sent)
    assert is_calm(seen(response), "ar", sent=True)
    assert f'data-after="{kiosk.WRITING}" data-start="/en/kiosk/"' in response.content.decode()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_member_gets_the_words_back_and_nothing_of_it_is_half_done(
    scene: Scene, away: Callable[[str, BaseException], None], language: str
) -> None:
    client = let_in(browser(), scene.alma)
    client.cookies["csrf"] = "x" * 32
    away("kintrace.cases.lookups.case_for", OperationalError("gone"))
    sent = {"note": "She calls on Friday.", "way": "phone", FIELD: owner_of_form(scene.alma)}
    response = client.post(
        f"/desk/cases/{scene.society.pk}/contact/",
        {**sent, "csrfmiddlewaretoken": "x" * 32},
        headers={"accept-language": language},
    )
    assert is_calm(seen(response), language, sent=True)
    assert '<p class="say" dir="auto">She calls on Friday.</p>' in response.content.decode()
    assert comes_back(seen(response)) == {**sent, "csrfmiddlewaretoken": "x" * 32}


def test_no_session_ends_and_the_box_stays_open_while_the_sessions_cannot_be_read(
    scene: Scene, away: Callable[[str, BaseException], None]
) -> None:
    client = let_in(browser(), scene.alma)
    client.cookies[house.BOX_COOKIE_NAME] = "half of a key"
    with pytest.MonkeyPatch.context() as patch:
        gone = OperationalError("gone")

        def nothing(*_: object) -> None:
            raise gone

        patch.setattr("django.contrib.sessions.backends.db.SessionStore.load", nothing)
        response = client.get("/desk/")
    assert is_calm(seen(response), "en", sent=False)
    assert not response.cookies
    assert client.get("/desk/").status_code == 200


def test_a_password_is_never_given_back(
    scene: Scene, away: Callable[[str, BaseException], None]
) -> None:
    away("allauth.account.forms.LoginForm.clean", OperationalError("gone"))
    sent = {"login": scene.alma.sign_in, "password": PASSWORD, "csrfmiddlewaretoken": "x"}
    response = browser().post("/sign-in/", sent)
    assert response.status_code == 503
    assert PASSWORD not in response.content.decode()


def test_a_file_that_does_not_come_back_is_asked_for_again() -> None:
    page = passing.sent(_with_a_file())
    assert page["has_file"]


def _with_a_file() -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    file = SimpleUploadedFile("photo.jpg", b"\xff\xd8")
    return RequestFactory().post("/desk/", {FIELD: "alma", "photo": file})


PASSES = (
    OperationalError("the connection is lost"),
    InterfaceError("the connection is closed"),
    OSError(errno.ENOSPC, "no space left on device"),
    OSError(errno.EFBIG, "file too large"),
    passing.NotNow("the store is away"),
)
STAYS = (
    ValueError("a mistake of ours"),
    FileNotFoundError(errno.ENOENT, "a file that ought to be there"),
    ProgrammingError("syntax error"),
)


@pytest.mark.parametrize("error", PASSES, ids=lambda one: type(one).__name__)
def test_what_passes_by_itself_says_to_wait(error: BaseException) -> None:
    assert passing.will_pass(error)


@pytest.mark.parametrize("error", STAYS, ids=lambda one: type(one).__name__)
def test_what_waiting_does_not_mend_says_that_something_broke(error: BaseException) -> None:
    assert not passing.will_pass(error)


def test_an_error_on_account_of_a_passing_one_passes_as_well() -> None:
    error = ValueError("nothing was read")
    error.__cause__ = OperationalError("the connection is lost")
    assert passing.will_pass(error)
