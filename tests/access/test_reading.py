"""No page that shows a record is opened unseen: every route of the desk, by the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.urls import reverse

from kintrace.audit import lookups as audit
from kintrace.network.access import RIGHTS, Role, Who
from kintrace.vault.reader import reading_as
from kintrace.watch.table import NO_RECORD, READING
from tests.access.expected import TABLE
from tests.access.matrix import address
from tests.access.routes import routes
from tests.turns import in_turns

if TYPE_CHECKING:
    from tests.access.people import Somebody
    from tests.town import Town

ROUTES = routes()
ARGUMENTS = {name: set(line.takes) for name, line in TABLE.items() if name in ROUTES}
SHOWING = sorted(
    name
    for name, line in TABLE.items()
    if name in ROUTES
    and line.access.who is Who.STAFF
    and ARGUMENTS[name] - NO_RECORD
    and "GET" in line.methods
)


def test_records_are_named_by_the_routes_we_know_of() -> None:
    assert {"cases:case", "cases:message", "cases:step", "protection:subject"} <= set(SHOWING)
    assert set().union(*ARGUMENTS.values()) >= NO_RECORD


@pytest.mark.parametrize("name", in_turns(SHOWING, turns=4))
@pytest.mark.django_db
def test_opening_a_record_leaves_a_row(
    name: str, towns: tuple[Town, Town], people: list[Somebody]
) -> None:
    line, town = TABLE[name], towns[0]
    url = address(name, line, town)
    may = [
        one
        for one in people
        if one.role and one.fresh and one.factor and line.access.right in RIGHTS[one.role]
    ]
    shown = [one for one in may if _leaves_a_row(one, url, town)]
    assert shown, f"nobody could open {name}"


def _leaves_a_row(person: Somebody, url: str, town: Town) -> bool:
    """Open the page; if it is shown there is a new entry of this member's reading."""
    person.client.cookies.clear()
    person.client.cookies.load(person.cookies)
    with transaction.atomic():
        before = _head(town)
        status = person.client.get(url).status_code
        with reading_as(town.society.pk):
            new = audit.entries_after(town.society.pk, before, limit=20)
        transaction.set_rollback(True)
    if status == 200:
        assert any(one.deed in READING for one in new), f"{person.who} opened {url} unseen"
    return status == 200


def _head(town: Town) -> int:
    with reading_as(town.society.pk):
        head = audit.head(town.society.pk)
    return head.seq if head else 0


@pytest.mark.django_db
def test_the_list_of_cases_leaves_a_row(towns: tuple[Town, Town], people: list[Somebody]) -> None:
    caseworker = next(one for one in people if one.role is Role.CASEWORKER and one.fresh)
    assert _leaves_a_row(caseworker, reverse("cases:list"), towns[0])
