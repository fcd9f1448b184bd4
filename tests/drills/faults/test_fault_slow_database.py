"""A database that is slow, or says nothing: everybody is told soon, and nobody waits for ever."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from kintrace.config import database
from tests import environment, postgres
from tests.drills import service
from tests.drills.faults.between import Between, standing_between
from tests.drills.faults.calm import comes_back, is_calm
from tests.drills.faults.clerks import Clerk, kept, note
from tests.drills.faults.conftest import LONG, many
from tests.drills.ledgers import compare
from tests.drills.visitors import Answer, ask, send, stamp, written
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_slow_database", turns=4),
]

LONGEST = 2  # seconds for a statement; twenty in service
AT_ONCE = many(8, 24)  # who ask at the same time, of four threads
WORDS = "أنا هنا وأنتظرك."


@pytest.fixture
def between() -> Iterator[Between]:
    with standing_between() as between:
        yield between


@pytest.fixture
def sides(stage: Stage, search: Case, between: Between) -> Iterator[tuple[Web, Web]]:
    del search
    limit = {"KINTRACE_LONGEST_STATEMENT": str(LONGEST)}
    where = {"KINTRACE_DATABASE_URL": between.address(environment.PUBLIC)}
    street = service.web(stage.public | limit | where, stage.folder / "street.log")
    where = {"KINTRACE_DATABASE_URL": between.address(environment.STAFF)}
    log = stage.folder / "desk.log"
    desk = service.web(stage.staff | limit | where, log, first_page="/sign-in/")
    for web in (street, desk):
        web.start()
    for web in (street, desk):
        web.ready()
    yield street, desk
    for web in (street, desk):
        web.kill()


def timed(do: Callable[[], Answer]) -> tuple[Answer, float]:
    begun = time.monotonic()
    return do(), time.monotonic() - begun


def test_a_page_gives_up_a_statement_that_takes_too_long_and_works_once_it_does_not(
    stage: Stage, sides: tuple[Web, Web], search: Case, line: Line
) -> None:
    street, desk = sides
    alma = Clerk(desk.home, stage.scene.alma, language="ar").sign_in()
    page, form = f"/desk/cases/{search.pk}/contact/", stage.form(street.home, "ar")
    tokens, mark = alma.tokens(page), stamp(form)
    with postgres.superuser(environment.server_folder(), "kintrace") as other, other.transaction():
        other.execute("LOCK TABLE wall_face, cases_case IN ACCESS EXCLUSIVE MODE")
        seen, waited = timed(lambda: ask(form, written(WORDS, mark)))
        wall = ask(f"{street.home}/ar/")
        noted = alma.send(page, tokens | note(WORDS))
    again, back = timed(lambda: send(form, comes_back(seen), source="127.0.0.9"))
    saved = alma.send(page, comes_back(noted))
    messages = compare(stage.scene, {WORDS: again.code})
    notes = kept(stage.scene, search, [WORDS])
    line(
        "a slow database",
        seen=f"a calm page (503) in Arabic after {waited:.1f} s (limit {LONGEST} s; 20 s in "
        "service), with what was typed; one press sends it again",
        lost=f"{messages.words}; {notes.words}",
        back=f"at once ({back:.1f} s)",
    )
    assert is_calm(wall, "ar", sent=False), wall
    for page_there in (seen, noted):
        assert is_calm(page_there, "ar", sent=True), page_there
        assert WORDS in page_there.text
    assert (messages.is_whole, messages.stored, saved.status) == (True, 1, 302), messages.words
    assert (notes.lost, notes.twice) == (0, 0)


def test_requests_do_not_pile_up_before_a_database_that_says_nothing(
    stage: Stage, sides: tuple[Web, Web], between: Between, line: Line
) -> None:
    street, _ = sides
    form = stage.form(street.home, "ar")
    mark = stamp(form)
    between.silent.set()
    with ThreadPoolExecutor(AT_ONCE) as people:
        came = list(people.map(lambda _: timed(lambda: ask(form, patience=120)), range(AT_ONCE)))
        sent, waited = timed(lambda: ask(form, written(WORDS, mark), patience=120))
    between.silent.clear()
    back, again = _until_taken(form, comes_back(sent))
    longest = LONGEST + database.ANSWER_WAIT + database.POOL_WAIT
    slowest = max(seconds for _, seconds in came)
    line(
        "a database that takes requests and says nothing",
        seen=f"each of {AT_ONCE} who asked at once a calm page (503) in Arabic, the first after "
        f"{min(seconds for _, seconds in came):.1f} s, the last after {slowest:.1f} s",
        lost=compare(stage.scene, {WORDS: again.code}).words,
        back=f"{back:.1f} s after it answers, without a restart of ours",
    )
    assert all(is_calm(answer, "ar", sent=False) for answer, _ in came), came
    assert is_calm(sent, "ar", sent=True)
    assert waited < longest * 3
    assert slowest < longest * (AT_ONCE / 4 + 2)
    assert compare(stage.scene, {WORDS: again.code}).is_whole


def _until_taken(form: str, typed: dict[str, str]) -> tuple[float, Answer]:
    begun = time.monotonic()
    answer = Answer(0)
    while answer.status != 200:
        assert time.monotonic() - begun < 60, answer
        answer = send(form, typed, source="127.0.0.9")
    return time.monotonic() - begun, answer


@pytest.mark.skipif(not LONG, reason="make faults has time for it")
def test_a_slow_line_to_the_database_only_makes_pages_slow(
    stage: Stage, sides: tuple[Web, Web], between: Between
) -> None:
    street, _ = sides
    form = stage.form(street.home)
    mark = stamp(form)
    between.delay = 0.1
    answer = send(form, written("I am here.", mark), source="127.0.0.9", patience=60)
    assert answer.status == 200
    assert compare(stage.scene, {"I am here.": answer.code}).is_whole
