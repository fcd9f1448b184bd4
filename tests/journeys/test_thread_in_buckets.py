"""The thread of a face where nothing lies on a disk: photo, wall and take-down in buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import seaweed, stored
from tests.journeys.test_thread import look, people, publish

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from tests.journeys.test_thread import People

__all__ = ["people"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def street(s3_server: seaweed.Server, settings: Settings, request: pytest.FixtureRequest) -> object:
    """All of this journey lies in buckets, and what the public process reads, too."""
    s3_server.empty()
    settings.STORAGES = settings.STORAGES | s3_server.places(seaweed.STAFF)
    return request.getfixturevalue("live_server").url


@pytest.mark.parametrize("people", ["en"], indirect=True)
def test_a_face_goes_up_and_comes_down_and_no_file_touches_the_disk(
    people: People, photo: Path, settings: Settings
) -> None:
    publish(people, photo)
    assert len(stored.faces()) == 6
    assert stored.sealed()
    picture = look(people.yonas)
    people.alma.take_down()
    assert people.yonas.faces() == 0
    assert people.yonas.go(picture) == 404
    assert stored.faces() == {}
    assert not [path for path in (settings.FACES, settings.SAFE_FILES) if path.exists()]
