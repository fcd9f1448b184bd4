"""The permission matrix: every route, every person, own and foreign things, every method."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kintrace.network.access import Role
from tests.access.expected import TABLE
from tests.access.matrix import (
    IN_TURN,
    Cells,
    address,
    at_the_door,
    has_foreign,
    in_turn,
    walk,
)
from tests.access.routes import declaration, routes, undeclared
from tests.turns import in_turns, waits

if TYPE_CHECKING:
    from tests.access.people import Somebody
    from tests.town import Town

ROUTES = routes()
OBJECTS = sorted(name for name, line in TABLE.items() if name in ROUTES and has_foreign(line))


# All of them, and by every method, in the slow test below.
@pytest.mark.parametrize("name", [name for name in sorted(ROUTES) if not waits(name, turns=4)])
@pytest.mark.django_db
def test_a_route_answers_whom_the_table_says_and_nobody_else(
    name: str, towns: tuple[Town, Town], people: list[Somebody], cells: Cells
) -> None:
    assert name in TABLE, f"{name} has no line in tests/access/expected.py"
    before = len(cells.unexplained)
    walk(name, TABLE[name], towns, people, cells)
    assert cells.unexplained[before:] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ROUTES))
@pytest.mark.django_db
def test_a_route_answers_so_whatever_the_method(
    name: str, towns: tuple[Town, Town], people: list[Somebody], cells: Cells
) -> None:
    before = len(cells.unexplained)
    walk(name, TABLE[name], towns, people, cells, whole=True)
    assert cells.unexplained[before:] == []


def test_each_of_the_rarer_methods_has_its_turn_with_every_person(
    people: list[Somebody],
) -> None:
    for person in people:
        asked = {method for name in ROUTES for method in in_turn(name, person)}
        assert asked == {"GET", "POST", *IN_TURN}


@pytest.mark.parametrize("name", in_turns(OBJECTS, turns=4))
@pytest.mark.django_db
def test_a_foreign_thing_is_answered_like_one_that_never_was(
    name: str, towns: tuple[Town, Town], people: list[Somebody]
) -> None:
    line = TABLE[name]
    foreign, absent = address(name, line, towns[1]), address(name, line, None)
    method = line.methods[0]
    for person in [one for one in people if not at_the_door(line, one)]:
        one, other = person.ask(method, foreign), person.ask(method, absent)
        assert one.status_code == other.status_code
        assert one.content == other.content


@pytest.mark.django_db
def test_a_volunteer_cannot_tell_that_a_colleague_keeps_a_draft(
    town: Town, people: list[Somebody]
) -> None:
    line = replace(TABLE["cases:step"], takes={"draft_id": "colleague's draft"})
    url, draft = address("cases:step", line, town), town.things["colleague's draft"]
    asked = {one.role: one.ask("GET", url).status_code for one in people if one.fresh}
    assert (asked[Role.VOLUNTEER], asked[Role.CASEWORKER]) == (404, 200)
    volunteer = next(one for one in people if one.role is Role.VOLUNTEER)
    assert str(draft) not in volunteer.ask("GET", "/desk/").content.decode()


def test_every_line_of_the_table_has_a_route() -> None:
    assert sorted(set(TABLE) - set(ROUTES)) == []


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_every_view_declares_what_the_table_says(name: str) -> None:
    assert declaration(ROUTES[name]) == TABLE[name].access


@pytest.mark.parametrize("urlconf", [None, "kintrace.demo.urls"])
def test_no_route_is_undeclared(urlconf: str | None) -> None:
    assert undeclared(urlconf) == []


def test_every_role_is_walked(people: list[Somebody]) -> None:
    assert {person.role for person in people} == {*Role, None}


# --- the test itself can fail ---


def test_a_view_registered_without_a_declaration_is_caught_by_name() -> None:
    assert undeclared("tests.access.careless") == ["careless:forgotten"]


@pytest.mark.urls("tests.access.careless")
@pytest.mark.django_db
def test_a_view_without_a_declaration_is_shut_to_everybody(people: list[Somebody]) -> None:
    assert {person.ask("GET", "/forgotten/").status_code for person in people} == {403}


@pytest.mark.urls("tests.access.careless")
@pytest.mark.django_db
def test_a_door_wider_than_the_table_says_is_unexplained(
    towns: tuple[Town, Town], people: list[Somebody]
) -> None:
    found = Cells()
    walk("careless:wide", TABLE["cases:case"], towns, people, found)
    assert any("by a visitor: answered, not led to sign-in" in cell for cell in found.unexplained)
    assert any("by auditor" in cell and "not 403" in cell for cell in found.unexplained)
    assert any("a foreign thing" in cell and "not 404" in cell for cell in found.unexplained)
