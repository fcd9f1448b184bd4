"""Somebody calls about a face, or stands at a desk."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit.actions import Machine
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.test_faces import on_the_wall
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.protection.actions import draft_notice
from kintrace.protection.actions.notices import Words
from kintrace.protection.jobs import expire
from kintrace.protection.lookups import notice_given, text_in_force
from kintrace.vault import answers
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import conversation, inbox, notice_of
from kintrace.wall.models import Message, Notice

WORDS = Words("Avant", (("shield", "Nous sommes la Croix-Rouge."),), "Bonjour.", "Bonjour à tous.")
CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z0-9-]{14})</bdi>')
TOLD = {
    "channel": "phone",
    "kind": "message",
    "writer": "news",
    "phone": "+٩٦٣ ٩٤٤ ٣٦٧ ٨٩٤",
    "language": "Arabic",
    "answer_in": "ar",
    "text": "He worked with me in Sfax until spring.",
}


@pytest.fixture
def notice(scene: Scene) -> Notice:
    """The publication of Selam's face."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    on_the_wall(scene, case)
    with scene.acting(scene.alma):
        notice = notice_of(case.subject)
    assert notice is not None
    return notice


@pytest.fixture
def told(scene: Scene) -> dict[str, str]:
    """What is typed when somebody calls, after they heard the notice in English."""
    with reading_as(scene.society.pk):
        text = text_in_force(scene.society.pk, "en")
    assert text is not None
    return {**TOLD, "heard_in": str(text.pk)}


@pytest.fixture
def at_desk(scene: Scene, client: Client, sign_in: SignIn) -> Client:
    """Alma's browser. Her box is shut all the time."""
    return sign_in(client, scene.alma)


def test_what_is_told_about_a_face_is_sealed_without_opening_the_box(
    scene: Scene, notice: Notice, at_desk: Client, told: dict[str, str]
) -> None:
    here = f"/desk/messages/told/{notice.face}/"
    page = at_desk.get(here).content.decode()
    assert "I am looking for my brother." in page
    places = [
        page.index(words)
        for words in ("not the police", "lock it", "5 working days", 'name="channel"')
    ]
    assert places == sorted(places)
    done = at_desk.post(here, told).content.decode()
    assert told["text"] not in done
    with scene.acting(scene.omar):
        [message] = inbox(scene.omar)
        assert (message.face, message.channel, message.state) == (notice.face, "phone", "received")
        assert message.body["ways"] == {"phone": "+963 944 367 894"}
        assert message.body["page_language"] == "ar"


def test_a_caller_who_chose_a_word_hears_the_code_and_reads_the_answer(
    scene: Scene, at_desk: Client, told: dict[str, str]
) -> None:
    done = at_desk.post("/desk/messages/told/", {**told, "word": "almond", "come_back": "on"})
    code = CODE.search(done.content.decode())
    assert code
    assert answers.normalise(code[1])[:4] in done.content.decode().replace("·", "").replace(
        "\u00a0", ""
    )
    with scene.acting(scene.omar):
        wall.answer(inbox(scene.omar)[0], text="Thank you.", by=scene.omar)
    said = conversation(code[1], "almond")
    assert said is not None
    assert said.is_answered


def test_an_urgent_call_stands_first(scene: Scene, at_desk: Client, told: dict[str, str]) -> None:
    for kind in ("message", "danger"):
        at_desk.post("/desk/messages/told/", {**told, "kind": kind})
    with scene.acting(scene.omar):
        assert [one.kind for one in inbox(scene.omar)] == ["danger", "message"]
    assert "1 urgent message waits." in at_desk.get("/desk/").content.decode()


def test_a_face_of_another_society_is_as_unknown_as_none(
    notice: Notice, stage: Any, client: Client, sign_in: SignIn, told: dict[str, str]
) -> None:
    other: Scene = stage("XX")
    sign_in(client, other.alma)
    for face in (notice.face, uuid4()):
        assert client.get(f"/desk/messages/told/{face}/").status_code == 404
        assert client.post(f"/desk/messages/told/{face}/", told).status_code == 404


def test_a_poster_hangs_longer_than_its_face_and_callers_are_still_written_down(
    scene: Scene, notice: Notice, at_desk: Client, told: dict[str, str]
) -> None:
    with scene.acting(scene.alma):
        wall.take_down(notice, why="matched", by=scene.alma)
    at_desk.post(f"/desk/messages/told/{notice.face}/", told)
    with scene.acting(scene.omar):
        assert inbox(scene.omar)[0].face == notice.face


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"phone": ""}, "Give one way to reach you"),
        ({"text": ""}, "Write some words to us."),
        ({"come_back": "on"}, "Choose a word"),
        ({"channel": ""}, "required"),
    ],
)
def test_a_mistake_is_told_and_everything_typed_stays(
    other: dict[str, str], sentence: str, scene: Scene, at_desk: Client, told: dict[str, str]
) -> None:
    answer = at_desk.post("/desk/messages/told/", {**told, **other})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert {**told, **other}["text"] in answer.content.decode()
    with scene.acting(scene.alma):
        assert not Message.objects.exists()


def test_when_it_cannot_be_sealed_nothing_is_kept_and_nothing_typed_is_lost(
    scene: Scene, at_desk: Client, told: dict[str, str]
) -> None:
    pin(scene.society.pk, "0" * 64)
    answer = at_desk.post("/desk/messages/told/", told)
    assert answer.status_code == 422
    assert told["text"] in answer.content.decode()
    with reading_as(scene.society.pk):
        assert not Message.objects.exists()


def test_nothing_is_kept_before_the_notice_was_read_aloud_and_then_it_is_known_which(
    scene: Scene, at_desk: Client, told: dict[str, str]
) -> None:
    here = "/desk/messages/told/"
    with scene.acting(scene.alma):
        draft = draft_notice(scene.society, language="fr", words=WORDS, by=scene.alma)
    for heard in ("", str(draft.pk), str(uuid4())):
        refused = at_desk.post(here, {**told, "heard_in": heard})
        assert refused.status_code == 422
        assert told["text"] in refused.content.decode()
    with scene.acting(scene.alma):
        assert not Message.objects.exists()
    assert "français" not in at_desk.get(here).content.decode(), "a draft is read to nobody"
    at_desk.post(here, {**told, "interpreter": "on"})
    with scene.acting(scene.omar):
        [message] = inbox(scene.omar)
        given = notice_given(message.pk)
    assert given is not None
    assert (given.text.language, given.text.version) == ("en", 1)
    assert (given.channel, given.interpreter, given.given_by) == ("phone", True, scene.alma.pk)


def test_that_the_notice_was_read_goes_with_the_message(
    scene: Scene, at_desk: Client, told: dict[str, str]
) -> None:
    at_desk.post("/desk/messages/told/", told)
    with scene.acting(scene.omar):
        [message] = inbox(scene.omar)
        with freeze_time(timezone.now() + timedelta(days=100)):
            expire.call()
        assert notice_given(message.pk), "what waits to be read keeps its notice"
        wall.screen(message, state="spam", by=scene.omar)
        wall.close_old(timezone.now() + timedelta(days=400), by=Machine(scene.society.pk))
        assert not Message.objects.exists()
        assert notice_given(message.pk) is None
