"""A society that wants what another has asks every page of the desk for it, by all its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kintrace.network.access import Role
from kintrace.network.tests.cast import let_in
from tests.access.expected import TABLE
from tests.access.matrix import address, has_foreign
from tests.access.routes import routes
from tests.town import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.access.lines import Line

pytestmark = [pytest.mark.django_db, pytest.mark.attack, pytest.mark.slow]


def _pages() -> Iterator[tuple[str, Line]]:
    """Every page that is shown and names something of one society."""
    there = routes()
    for name, line in TABLE.items():
        if name in there and "GET" in line.methods and has_foreign(line):
            yield name, line


def test_no_page_shows_what_is_anothers_or_says_that_it_is_there(
    db: None, attacked: Callable[..., None]
) -> None:
    ours, theirs = settle("NM"), settle("BG")
    shown, asked = [], 0
    for role in Role:
        thief = let_in(Client(), ours[role])
        for name, line in _pages():
            foreign, absent = (thief.get(address(name, line, one)) for one in (theirs, None))
            asked += 1
            if foreign.status_code == 200 or foreign.status_code != absent.status_code:
                shown.append((name, role))
    attacked(
        "a hostile society, on every page with what belongs to another",
        tried=f"{asked} pages by {len(Role)} roles, each beside one of nobody",
        got=len(shown),
    )
