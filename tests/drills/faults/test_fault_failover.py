"""The database dies and another takes its place: nobody changes a setting, nothing is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests import environment, postgres
from tests.drills import service
from tests.drills.faults import standby
from tests.drills.faults.calm import is_calm, told
from tests.drills.faults.clerks import Clerk, Clerks, note
from tests.drills.faults.conftest import LONG, many
from tests.drills.faults.promises import acknowledged_again, promises
from tests.drills.visitors import Crowd, stamp, written
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web
    from tests.drills.visitors import Answer

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_failover", turns=4),
]

DOWN = many(3, 45)  # seconds without any server that takes writes
BACK = 10.0  # seconds after one does
WRITING = many(1, 5)
WORDS = "أنا هنا، وأتصل يوم الجمعة."


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
    alma = Clerk(desk.home, stage.scene.alma, language="ar").sign_in()
    omar = Clerk(desk.home, stage.scene.omar).sign_in()
    form, page = stage.form(street.home), f"/desk/cases/{search.pk}/contact/"
    tokens, mark = alma.tokens(page), stamp(form)
    with Crowd(form, mark, size=2) as crowd, Clerks([omar], search) as desks:
        time.sleep(WRITING)
        gone = _the_first_dies()
        seen = told(stage.form(street.home, "ar"), written(WORDS, mark))
        noted = alma.send(page, tokens | note(WORDS))
        waited = time.monotonic() - gone
        time.sleep(max(0.0, DOWN - waited))
        standby.promote()
        back = acknowledged_again(crowd, desks)
        time.sleep(WRITING)
    with standby.reading_there():
        found = promises(stage, search, crowd, desks)
    line(
        "the database dies, a standby is promoted",
        seen=f"a calm page (503) in Arabic after {waited / 2:.1f} s, with what was typed",
        lost=found.words,
        back=f"within {back:.1f} s after the standby took over, without a restart of ours",
        goal=f"0 lost, within {BACK:.0f} s",
    )
    assert all(_says_it_all(answer) for answer in (seen, noted)), (seen, noted)
    assert found.are_kept, found.words
    assert back < BACK * (1 if LONG else 3)  # in `make test` other tests run beside it


def _the_first_dies() -> float:
    postgres.crash(environment.server_folder())
    return time.monotonic()


def _says_it_all(answer: Answer) -> bool:
    return is_calm(answer, "ar", sent=True) and WORDS in answer.text
