"""Jobs to be killed in the middle, for workers that run as processes of their own."""

import time
from datetime import UTC, datetime
from pathlib import Path

from django_tasks import task

from kintrace.operations import actions

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)
MESSAGE = "Samira Canaryson, +43 660 0815 4711"


@task()
def slowly(folder: str) -> None:
    """Does its one deed, unless it is done, and waits until it may end."""
    place = Path(folder)
    _note(place / "began")
    actions.set_clocks([place.name])
    if actions.claim(place.name, until=FOR_EVER):
        _note(place / "deed")
    while not (place / "go").exists():
        time.sleep(0.02)


@task()
def fails() -> None:
    """Says in its error what no table and no log may hold."""
    raise ValueError(MESSAGE)


@task()
def nothing() -> None:
    """Takes a worker's time for being one more."""


def _note(file: Path) -> None:
    with file.open("a") as opened:
        opened.write("once\n")
