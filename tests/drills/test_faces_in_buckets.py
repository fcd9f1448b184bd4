"""The public side with its own name at a real S3 server: shows faces, and no more, and stands when
the server does not answer."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import faces
from kintrace.cases.tests.conftest import SELAM
from kintrace.demo import playing
from kintrace.operations.tests.nights import a_scene
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of
from tests import lame_store, seaweed, stored
from tests.public_process import public_side

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.slow
PICTURE = re.compile(r"/faces/[0-9a-f]{32}-\d+\.(?:webp|jpg)")


@pytest.fixture
def scene(
    transactional_db: None,
    s3_server: seaweed.Server,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Scene:
    s3_server.empty()
    settings.STORAGES = settings.STORAGES | s3_server.places(seaweed.STAFF)
    return a_scene(settings, tmp_path, monkeypatch)


@pytest.fixture
def case(scene: Scene) -> Case:
    """Its face hangs on the wall."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        playing.propose(case, SELAM, seed=1, by=scene.alma)
    with scene.acting(scene.omar):
        playing.approve(case, by=scene.omar)
    with scene.acting(scene.alma):
        faces.put_on_wall(case, by=scene.alma)
    return case


def ask(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 our own page
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_public_side_shows_a_face_out_of_its_bucket_until_it_is_taken_down(
    scene: Scene, case: Case, public_environment: dict[str, str], s3_server: seaweed.Server
) -> None:
    with lame_store.before(s3_server) as lame:
        its_own = s3_server.surroundings(seaweed.PUBLIC) | {"KINTRACE_S3_ENDPOINT": lame.endpoint}
        assert seaweed.BUCKETS["sealed"] not in its_own.values()
        with public_side(public_environment | its_own) as street:
            status, page = ask(f"{street}/en/?o=1")
            shown = PICTURE.findall(page.decode())
            assert status == 200
            assert shown
            status, picture = ask(street + shown[0])
            assert (status, picture) == (200, stored.faces()[shown[0].removeprefix("/faces/")])
            assert lame.asked == ["GET"], "one picture is one question"

            lame.fails = frozenset({"GET"})
            assert ask(street + shown[0]) == (503, b"")
            assert ask(f"{street}/en/?o=1")[0] == 200
            assert ask(f"{street}/ar/?o=1")[0] == 200
            lame.forget()

            with scene.acting(scene.alma):
                notice = notice_of(case.subject)
                assert notice is not None
                wall.take_down(notice, why="taken_down", by=scene.alma)
            assert ask(street + shown[0])[0] == 404
            assert lame.asked == [], "who is down is not even looked for"
    assert stored.faces() == {}
