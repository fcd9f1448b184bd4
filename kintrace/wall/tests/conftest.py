"""Places of their own on disk for every test, and a society with its boxes."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import found
from kintrace.wall.flags import WATCH
from kintrace.wall.tests import cast


@pytest.fixture(autouse=True)
def places(settings: Settings, tmp_path: Path) -> None:
    settings.FACES = tmp_path / "faces"
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.PINS = tmp_path / "pins.json"
    WATCH.forget()


@pytest.fixture
def society(db: None) -> Society:
    """A society without boxes: enough for looking at faces."""
    return found("AT")


@pytest.fixture
def with_boxes(db: None) -> tuple[Society, Member, Member]:
    """A society whose boxes are made and pinned, and two officers."""
    return cast.society_with_boxes()


@pytest.fixture
def visitor() -> Client:
    """A browser that would send CSRF failures back, as a real one is treated."""
    return Client(enforce_csrf_checks=True)
