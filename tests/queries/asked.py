"""What pages ask the database: every page of the house, by the table of routes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection

from kintrace.network.access import RIGHTS, Role, Who
from kintrace.operations import concerned
from tests import environment
from tests.access.expected import TABLE
from tests.access.matrix import TEAM, address
from tests.access.routes import routes
from tests.queries.plans import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.access.lines import Line
    from tests.access.people import Somebody
    from tests.town import Town

# The touch screen shows the wall's own pages; papers and pictures are drawn for a long time.
LEFT_OUT = ("kiosk:", "account_log")
DRAWN = (".pdf", ".jpg", ".png", ".svg")
# Whose page is most: an officer's or a caseworker's, else the first who may come in.
FIRST = (Role.OFFICER, Role.CASEWORKER)
COUNTED = '"visitors_daycount"'  # what was counted is written once a minute, by whatever page
# What frames a transaction, and what a session notes from time to time, says nothing of a page.
OF_ANY_PAGE = (
    *("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "EXPLAIN", "SET LOCAL"),
    *('UPDATE "django_session"', 'UPDATE "usersessions_usersession"'),
)


@dataclass
class Page:
    """One page as it was asked for: what it asked the database, and how long it is."""

    queries: list[str] = field(default_factory=list)
    read_whole: set[tuple[str, str]] = field(default_factory=set)  # (table, by which statement)
    length: int = 0


def pages() -> dict[str, Line]:
    """Every page that is shown to somebody who only looks: name of its route → its line."""
    known = routes()
    return {
        name: line
        for name, line in sorted(TABLE.items())
        if name in known
        and "GET" in line.methods
        and 200 in line.gives
        and not name.startswith(LEFT_OUT)
        and not _is_drawn(name, line)
    }


def _is_drawn(name: str, line: Line) -> bool:
    ends = str(routes()[name].pattern).rstrip("$")
    return ends.endswith(DRAWN) or line.fixed.get("ending", "") == "jpg"


def opener(line: Line, people: Iterable[Somebody]) -> Somebody:
    """Who opens a page: somebody who has just proved who they are, with their boxes open."""
    fresh = {one.role: one for one in people if one.fresh and one.factor}
    if line.access.who is Who.EVERYONE:
        return fresh[None]
    held = [role for role in (*FIRST, *Role) if _may(line, role)]
    return fresh[held[0]]


def _may(line: Line, role: Role) -> bool:
    right = line.access.right
    within = not line.of_a_team or role in TEAM
    return within and (right is None or right in RIGHTS[role])


def ask(name: str, line: Line, town: Town, by: Somebody) -> Page:
    """Open it; nothing of the request stays."""
    page = Page()
    role = environment.PUBLIC if line.access.who is Who.EVERYONE else environment.STAFF

    def noted(execute: Callable[..., Any], sql: str, params: Any, *more: Any) -> Any:
        answer = execute(sql, params, *more)
        if not sql.startswith(OF_ANY_PAGE) and COUNTED not in sql:
            page.queries.append(sql)
            if sql.startswith("SELECT") and (role, sql) not in _explained:
                _explained[role, sql] = []  # the question about it is none of the page's
                _explained[role, sql] = read_whole(sql, params, role=role)
            page.read_whole |= {(table, sql) for table in _explained.get((role, sql), ())}
        return answer

    concerned.forget()  # else one page in half a minute asks for all what is broken
    with connection.execute_wrapper(noted):
        answer = by.ask("GET", address(name, line, town))
    page.length = len(answer.content) if answer.status_code == 200 else 0
    return page


_explained: dict[tuple[str, str], list[str]] = {}
