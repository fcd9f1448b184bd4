"""`doctor` at PostgreSQL: the wall is broken for real, and the statement that it names mends it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from pytest_django import Settings

from kintrace.operations.doctor import Finding, State, clock, findings
from kintrace.operations.doctor.database import AS_OWNER
from kintrace.operations.doctor.table import CHECKS
from tests.environment import OWNER, PUBLIC, STAFF, server_folder
from tests.postgres import superuser

pytestmark = [pytest.mark.database_bound, pytest.mark.usefixtures("postgres", "transactional_db")]
BY_NAME = {check.name: check for check in CHECKS}
BROKEN = [
    ("DROP POLICY staff ON cases_case", "cases_case has lost its policy staff."),
    ("DROP POLICY public_select ON wall_face", "wall_face has lost its policy public_select."),
    ("ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY", "cases_case are not walled off"),
    ("ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY", "cases_case are not walled off"),
    ("ALTER POLICY staff ON cases_case USING (true) WITH CHECK (true)", "does not ask for the"),
    (
        f"CREATE POLICY quick_look ON cases_case FOR SELECT TO {PUBLIC} USING (true)",
        "cases_case has a policy quick_look that the program did not make.",
    ),
    (f"GRANT DELETE, UPDATE ON wall_face TO {PUBLIC}", "may DELETE, UPDATE on wall_face, which"),
    (f"GRANT SELECT (id) ON wall_message TO {PUBLIC}", "may SELECT on wall_message, which nobody"),
    ("GRANT SELECT ON cases_case TO PUBLIC", "PUBLIC may SELECT on cases_case, which nobody"),
    (f"REVOKE SELECT ON wall_face FROM {PUBLIC}", f"{PUBLIC} may not SELECT on wall_face."),  # noqa: S608 - our own words
    (f"GRANT TRUNCATE ON cases_case TO {STAFF}", f"{STAFF} may TRUNCATE on cases_case"),
]
ABOVE = [
    (f"ALTER ROLE {STAFF} BYPASSRLS", "stands above row security"),
    (f"ALTER ROLE {STAFF} SUPERUSER", "stands above row security"),
    (f"GRANT {OWNER} TO {STAFF}", f"may act as {OWNER}"),
    (f"GRANT CREATE ON SCHEMA public TO {STAFF}", "may make tables"),
]


def by_superuser(statement: str) -> None:
    with superuser(server_folder(), "kintrace") as session:
        session.execute(statement.encode())


def found(name: str) -> list[Finding]:
    return findings(BY_NAME[name])


def well(name: str) -> bool:
    wrong = [one.what for one in found(name) if one.state is not State.WELL]
    assert wrong == []
    return True


@pytest.fixture
def mended() -> Iterator[list[str]]:
    """Statements that are done when the test is over, whatever came of it."""
    statements: list[str] = []
    yield statements
    for one in statements:
        by_superuser(one)


@pytest.mark.parametrize(("statement", "words"), BROKEN)
def test_a_hole_in_the_wall_is_found_and_the_statement_told_mends_it(
    statement: str, words: str
) -> None:
    assert well("row security")
    by_superuser(statement)
    holes = found("row security")
    try:
        assert any(words in one.what for one in holes)
    finally:
        for hole in holes:
            by_superuser(hole.mend.removeprefix(AS_OWNER))
    assert well("row security")


@pytest.mark.parametrize(("statement", "words"), ABOVE)
def test_a_role_above_the_wall_is_found_and_the_statement_told_mends_it(
    statement: str, words: str
) -> None:
    assert well("role")
    by_superuser(statement)
    faults = found("role")
    try:
        assert any(words in one.what for one in faults)
    finally:
        for fault in faults:
            by_superuser(fault.mend.removeprefix("As a superuser: "))
    assert well("role")


def test_who_serves_as_the_owner_of_the_tables_is_told(
    as_public_role: Callable[[], AbstractContextManager[Any]],
) -> None:
    from tests.postgres import connected_as  # noqa: PLC0415 - beside the fixture of the public role

    with connected_as(OWNER):
        said = " ".join(one.what for one in found("role"))
    assert f"works as the role {OWNER}, not as {STAFF}" in said
    assert f"The role {OWNER} owns tables" in said


def test_the_public_side_looks_at_the_same_wall_with_its_own_role(
    as_public_role: Callable[[], AbstractContextManager[Any]], settings: Settings
) -> None:
    settings.SIDE, settings.HAS_STAFF = "public", False
    with as_public_role():
        assert well("database")
        assert well("role")
        assert well("row security")
        assert well("database's clock")


def test_a_database_that_is_older_or_newer_than_the_program_is_said(mended: list[str]) -> None:
    assert well("migrations")
    [(_, newest)] = MigrationLoader(connection).graph.leaf_nodes("vault")
    by_superuser(_renamed(newest, "9999_of_tomorrow"))
    mended.append(_renamed("9999_of_tomorrow", newest))
    said = [one.what for one in found("migrations")]
    assert said[0] == "The database is older than the program."
    assert "vault.9999_of_tomorrow is not known here" in said[1]


def _renamed(name: str, to: str) -> str:
    return f"UPDATE django_migrations SET name = '{to}' WHERE app = 'vault' AND name = '{name}'"  # noqa: S608 - our own words


def test_clocks_that_went_apart_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert well("database's clock")
    now = timezone.now()
    for apart in (timedelta(hours=1), timedelta(hours=-1)):
        monkeypatch.setattr(clock.timezone, "now", lambda apart=apart: now + apart)  # type: ignore[attr-defined]
        [one] = found("database's clock")
        assert one.state is State.TROUBLE
        assert 3500 < int(one.what.split(" are ")[1].split()[0]) < 3700
