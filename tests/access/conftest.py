"""Two societies, laid once for a whole file of tests, and the people before the screens."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from kintrace.network import sessions
from tests.access.matrix import Cells
from tests.access.people import Somebody, everybody
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker, Settings

HALF_AN_HOUR = 1800  # seconds; who proved it long ago did so an hour ago
COUNTED = pytest.StashKey[Cells]()


@pytest.fixture(scope="module")
def towns(town: Town, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Town, Town]]:
    """One's own society and a foreign one."""
    with django_db_blocker.unblock():
        yield town, settle("BG")


@pytest.fixture(scope="module")
def people(towns: tuple[Town, Town], django_db_blocker: DjangoDbBlocker) -> list[Somebody]:
    """A visitor, two who are half signed in, and every role twice."""
    with django_db_blocker.unblock():
        return everybody(towns[0])


@pytest.fixture(autouse=True)
def calm(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No limits and no log lines: both are tested elsewhere, and thousands are refused here.

    Who proved it a moment ago did so when the file began: a busy machine must not make it long ago.
    """
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = HALF_AN_HOUR
    monkeypatch.setattr(sessions, "PROOF_LASTS_FOR_SENDING", HALF_AN_HOUR)
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="session")
def cells(request: pytest.FixtureRequest) -> Cells:
    """The count of the whole run, said in its last lines."""
    return request.config.stash.setdefault(COUNTED, Cells())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    cells = terminalreporter.config.stash.get(COUNTED, None)
    if cells is not None:
        unexplained = len(cells.unexplained)
        terminalreporter.line(f"Permission matrix: {cells.count} cells, {unexplained} unexplained.")
