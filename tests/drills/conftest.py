"""A society with a face on the wall, and the processes that serve it as in service."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as house
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.vault import ciphers
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.cast import stands
from tests import environment
from tests.drills import service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.wall.models import Face

STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


@dataclass(frozen=True)
class Stage:
    """A society, its face on the wall, and the surroundings its two sides run in."""

    scene: Scene
    face: Face
    public: dict[str, str]
    staff: dict[str, str]
    folder: Path

    def form(self, home: str, language: str = "en") -> str:
        return f"{home}/{language}/face/{self.face.pk}/write/"


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that pages load, as an installation collects them."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, STORAGES={**house.STORAGES, **STORAGES}):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def stage(
    transactional_db: None,
    settings: Settings,
    sheets: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Stage:
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    scene = build_scene("NM")
    with reading_as(scene.society.pk):
        own = scene.society.settings
        own.mailbox = "desk@example.invalid"
        own.save(update_fields=["mailbox"])
        face = stands(scene.society)
    public = _surroundings("public", environment.PUBLIC, sheets, tmp_path)
    staff = _surroundings("staff", environment.STAFF, sheets, tmp_path)
    staff["KINTRACE_ROOT_KEYS"] = str(house.ROOT_KEYS)
    connection.close()
    return Stage(scene, face, public, staff, tmp_path)


def _surroundings(side: str, role: str, sheets: Path, folder: Path) -> dict[str, str]:
    """What an operator sets; nothing of the test run's own settings but where things lie."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KINTRACE_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": side,
        "KINTRACE_TLS": "0",
        "KINTRACE_TRAINING": "0" if environment.on_postgres() else "1",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ANSWER_SALT": house.ANSWER_SALT,
        "KINTRACE_DATA": str(folder / "data"),
        "KINTRACE_ROOT_KEYS": str(folder / "no-keys-here"),
        "KINTRACE_DATABASE_URL": environment.database_url(role),
        "KINTRACE_FACES": str(house.FACES),
        "KINTRACE_PINS": str(house.PINS),
        "KINTRACE_SAFE_FILES": str(house.SAFE_FILES),
        "KINTRACE_STATIC": str(sheets),
    }


@pytest.fixture
def street(stage: Stage) -> Iterator[service.Web]:
    """The public side, started and serving; stopped when the test is over."""
    web = service.web(stage.public, stage.folder / "web.log")
    with service.serving(web):
        yield web


@pytest.fixture
def report(
    figure: Callable[[str, str, str], None], capsys: pytest.CaptureFixture[str]
) -> Callable[[str, str, str], None]:
    """As `figure`, and said aloud for who runs one file by hand."""

    def note(what: str, measured: str, goal: str) -> None:
        figure(what, measured, goal)
        with capsys.disabled():
            print(f"\n{what} [{connection.display_name}]: {measured} (goal {goal})")  # noqa: T201

    return note
