"""Every page asks the database as often for twelve rows as for three, and reads no table whole.

The pages are those of the table of routes; nobody has to name a new one here. A page that grows
with what there is holds a list: one that holds none says so in `NO_LIST`, or the test fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import environment
from tests.queries.asked import pages
from tests.queries.conftest import FEW, MANY
from tests.queries.exempt import FULL, NO_LIST, NOT_MADE_MORE, ONE_BY_ONE, WHOLE
from tests.turns import in_turns, waits

if TYPE_CHECKING:
    from tests.queries.conftest import Asked

TURNS = 6
A_ROW = 20  # letters that a row of a list has at least
PAGES = list(pages())

# How often a page asks is the same for both databases; how each goes about it is not. Every other
# day it is the one, or the other.
LATER = waits("test_lists", turns=2) != environment.on_postgres()
pytestmark = [pytest.mark.django_db, *([pytest.mark.slow] if LATER else [])]

ON_SQLITE = pytest.mark.skipif(
    environment.on_postgres(),
    reason="it is the same on both, and the public role alone sees faces on PostgreSQL",
)


@ON_SQLITE
@pytest.mark.parametrize("name", in_turns(PAGES, turns=TURNS))
def test_a_page_asks_as_often_for_twelve_as_for_three(name: str, asked: Asked) -> None:
    few, many = asked(name)
    assert few.length or name in FULL, f"{name} was not shown"
    assert many.length or name in FULL, f"{name} is not shown any more when there is much"
    more = len(many.queries) - len(few.queries)
    assert more <= ONE_BY_ONE.get(name, (0, ""))[0] * (MANY - FEW), (
        f"{name} asks {more} times more: {_repeated(few.queries, many.queries)}"
    )


@pytest.mark.database_bound
@pytest.mark.parametrize("name", in_turns(PAGES, turns=TURNS))
def test_a_page_reads_no_table_whole(name: str, asked: Asked) -> None:
    found = {(table, sql) for table, sql in asked(name)[1].read_whole if (name, table) not in WHOLE}
    assert sorted(found) == []


@ON_SQLITE
@pytest.mark.parametrize("name", in_turns(PAGES, turns=TURNS))
def test_a_page_without_a_list_is_known_as_one(name: str, asked: Asked) -> None:
    few, many = asked(name)
    is_list = many.length - few.length >= A_ROW * (MANY - FEW)
    known = name in NO_LIST or name in NOT_MADE_MORE or name in FULL
    assert is_list != known, (
        f"{name} holds a list: take it out of exempt.py"
        if is_list
        else f"{name} shows nothing more when there is more: make more of it in many.py, or say in "
        "exempt.py that it holds no list"
    )


def test_only_pages_that_are_there_are_exempt() -> None:
    known = set(PAGES)
    exempt = {*NO_LIST, *NOT_MADE_MORE, *FULL, *ONE_BY_ONE, *(page for page, _table in WHOLE)}
    assert sorted(exempt - known) == []


def _repeated(few: list[str], many: list[str]) -> list[str]:
    """What is asked once for each row."""
    return [sql for sql in dict.fromkeys(many) if many.count(sql) - few.count(sql) >= MANY - FEW]
