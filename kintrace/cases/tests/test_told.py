"""Somebody calls about a face, or stands at a desk."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.test_faces import on_the_wall
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.vault import answers
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import conversation, inbox, notice_of
from kintrace.wall.models import Message, Notice

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
def at_desk(scene: Scene, client: Client, sign_in: SignIn) -> Client:
    """Alma's browser. Her box is shut all the time."""
    return sign_in(client, scene.alma)


def test_what_is_told_about_a_face_is_sealed_without_opening_the_box(
    scene: Scene, notice: Notice, at_desk: Client
) -> None:
    here = f"/desk/messages/told/{notice.face}/"
    page = at_desk.get(here).content.decode()
    assert "I am looking for my brother." in page
    places = [
        page.index(words)
        for words in ("not the police", "lock it", "5 working days", 'name="channel"')
    ]
    assert places == sorted(places)
    done = at_desk.post(here, TOLD).content.decode()
    assert TOLD["text"] not in done
    with scene.acting(scene.omar):
        [message] = inbox(scene.omar)
        assert (message.face, message.channel, message.state) == (notice.face, "phone", "received")
        assert message.body["ways"] == {"phone": "+963 944 367 894"}
        assert message.body["page_language"] == "ar"


def test_a_caller_who_chose_a_word_hears_the_code_and_reads_the_answer(
    scene: Scene, at_desk: Client
) -> None:
    done = at_desk.post("/desk/messages/told/", {**TOLD, "word": "almond", "come_back": "on"})
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


def test_an_urgent_call_stands_first(scene: Scene, at_desk: Client) -> None:
    for kind in ("message", "danger"):
        at_desk.post("/desk/messages/told/", {**TOLD, "kind": kind})
    with scene.acting(scene.omar):
        assert [one.kind for one in inbox(scene.omar)] == ["danger", "message"]
    assert "1 urgent message waits." in at_desk.get("/desk/").content.decode()


def test_a_face_of_another_society_is_as_unknown_as_none(
    notice: Notice, stage: Any, client: Client, sign_in: SignIn
) -> None:
    other: Scene = stage("XX")
    sign_in(client, other.alma)
    for face in (notice.face, uuid4()):
        assert client.get(f"/desk/messages/told/{face}/").status_code == 404
        assert client.post(f"/desk/messages/told/{face}/", TOLD).status_code == 404


def test_a_poster_hangs_longer_than_its_face_and_callers_are_still_written_down(
    scene: Scene, notice: Notice, at_desk: Client
) -> None:
    with scene.acting(scene.alma):
        wall.take_down(notice, why="matched", by=scene.alma)
    at_desk.post(f"/desk/messages/told/{notice.face}/", TOLD)
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
    other: dict[str, str], sentence: str, scene: Scene, at_desk: Client
) -> None:
    answer = at_desk.post("/desk/messages/told/", {**TOLD, **other})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert {**TOLD, **other}["text"] in answer.content.decode()
    with scene.acting(scene.alma):
        assert not Message.objects.exists()


def test_when_it_cannot_be_sealed_nothing_is_kept_and_nothing_typed_is_lost(
    scene: Scene, at_desk: Client
) -> None:
    pin(scene.society.pk, "0" * 64)
    answer = at_desk.post("/desk/messages/told/", TOLD)
    assert answer.status_code == 422
    assert TOLD["text"] in answer.content.decode()
    with reading_as(scene.society.pk):
        assert not Message.objects.exists()
