"""The database dies and another takes its place: nobody changes a setting, nothing is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kintrace.audit.lookups import verify
from tests import environment, postgres
from tests.drills import service
from tests.drills.faults import standby
from tests.drills.faults.calm import is_calm, told
from tests.drills.faults.clerks import Clerk, Clerks, kept, note
from tests.drills.faults.conftest import LONG, many
from tests.drills.ledgers import compare
from tests.drills.visitors import Crowd, stamp, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [pytest.mark.database_bound, pytest.mark.usefixtures("flushing")]

DOWN = many(3, 45)  # seconds without any server that takes writes
BACK = 10.0  # seconds after one does
WRITING = many(1, 5)


@pytest.fixture
def pair(stage: Stage, search: Case) -> Iterator[None]:
    """Made when the stage stands: copied in one go."""
    del stage, search
    with standby.following():
        yield


@pytest.fixture
def sides(stage: Stage, pair: None) -> Iterator[tuple[Web, Web]]:
    """Both sides, with an address that names both servers."""
    del pair
    street = _side(stage.public, environment.PUBLIC, stage.folder / "street.log", "/en/")
    desk = _side(stage.staff, environment.STAFF, stage.folder / "desk.log", "/sign-in/")
    for web in (street, desk):
        web.start()
    for web in (street, desk):
        web.ready()
    yield street, desk
    for web in (street, desk):
        web.kill()


def _side(surroundings: dict[str, str], role: str, log: Path, first_page: str) -> Web:
    there = surroundings | {"KINTRACE_DATABASE_URL": standby.either(role)}
    return service.web(there, log, first_page=first_page)


def test_a_standby_takes_over_and_nothing_acknowledged_is_lost(
    stage: Stage, sides: tuple[Web, Web], search: Case, line: Line
) -> None:
    street, desk = sides
    alma, omar = (
        Clerk(desk.home, stage.scene.alma, language="ar"),
        Clerk(desk.home, stage.scene.omar),
    )
    for clerk in (alma, omar):
        clerk.sign_in()
    form, page = stage.form(street.home), f"/desk/cases/{search.pk}/contact/"
    tokens, mark = alma.tokens(page), stamp(form)
    with Crowd(form, mark, size=2) as crowd, Clerks([omar], search) as desks:
        time.sleep(WRITING)
        postgres.crash(environment.server_folder())
        gone = time.monotonic()
        seen = told(stage.form(street.home, "ar"), written("أنا هنا.", mark))
        noted = alma.send(page, tokens | note("تتصل يوم الجمعة."))
        waited = time.monotonic() - gone
        time.sleep(max(0.0, DOWN - waited))
        standby.promote()
        back = _both_acknowledge(crowd, desks)
        time.sleep(WRITING)
    with standby.reading_there():
        messages = compare(stage.scene, crowd.acknowledged)
        notes = kept(stage.scene, search, desks.acknowledged)
        broken = verify(stage.scene.society.pk)
    line(
        "the database dies, a standby is promoted",
        seen=f"a calm page (503) in Arabic after {waited / 2:.1f} s, with what was typed",
        lost=f"{messages.words}; {notes.words}",
        back=f"within {back:.1f} s after the standby took over, without a restart of ours",
        goal=f"0 lost, within {BACK:.0f} s",
    )
    assert is_calm(seen, "ar", sent=True), seen
    assert "أنا هنا." in seen.text
    assert is_calm(noted, "ar", sent=True), noted
    assert "تتصل يوم الجمعة." in noted.text
    assert messages.is_whole, messages.words
    assert (notes.lost, notes.twice) == (0, 0), notes.words
    assert broken == []
    assert back < BACK * (1 if LONG else 3)  # in `make test` other tests run beside it


def _both_acknowledge(crowd: Crowd, desks: Clerks) -> float:
    """Seconds until a message and a note that were begun after this moment are acknowledged."""
    begun = time.monotonic()
    visitors = len(crowd.acknowledged) + crowd.size + 1
    members = len(desks.acknowledged) + len(desks.clerks) + 1
    while len(crowd.acknowledged) < visitors or len(desks.acknowledged) < members:
        assert time.monotonic() - begun < 60, f"not back: {crowd.answers} {desks.answers}"
        time.sleep(0.02)
    return time.monotonic() - begun
