import pytest
from django.test import Client

from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.test_faces import on_the_wall
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import SignIn
from kintrace.wall import actions as wall
from kintrace.wall.lookups import conversation, inbox, showing
from kintrace.wall.models import Message

WORD = "almond"
SAID = "I am Yonas, her brother."


@pytest.fixture
def code(scene: Scene) -> str:
    """A visitor wrote about Selam's face; this is the code they were shown."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    on_the_wall(scene, case)
    body = {"kind": "message", "writer": "sought", "ways": {"phone": "+00 1"}, "text": SAID}
    return wall.leave_message(showing()[0], body=body, word=WORD).code


def waiting(scene: Scene) -> Message:
    with scene.acting(scene.alma):
        return inbox(scene.alma)[0]


@pytest.mark.usefixtures("code")
def test_a_message_is_not_read_before_the_box_is_opened(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    led = client.get(f"/desk/messages/{waiting(scene).pk}/")
    assert led.status_code == 302
    assert led.headers["Location"].startswith("/desk/open-box/?next=")


def test_a_message_is_read_and_answered_and_the_visitor_reads_the_answer(
    scene: Scene, code: str, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    here = f"/desk/messages/{waiting(scene).pk}/"
    opened = at_desk.post(f"/desk/open-box/?next={here}", {"opening_password": PASSWORD})
    assert opened.status_code == 302
    page = at_desk.get(here).content.decode()
    assert SAID in page
    assert "I am the person who is being looked for" in page
    answered = at_desk.post(f"{here}answer/", {"text": "Thank you. We call you tomorrow."})
    assert answered.status_code == 302
    said = conversation(code, WORD)
    assert said is not None
    assert "We call you tomorrow" in "".join(piece.text for piece in said.pieces)


@pytest.mark.usefixtures("code")
def test_another_societys_message_does_not_exist(
    scene: Scene, stage: object, sign_in: SignIn, client: Client
) -> None:
    other: Scene = stage("XX")  # type: ignore[operator]
    sign_in(client, other.alma)
    client.post("/desk/open-box/", {"opening_password": PASSWORD})
    assert client.get(f"/desk/messages/{waiting(scene).pk}/").status_code == 404
