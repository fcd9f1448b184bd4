"""What each database role may do, read from PostgreSQL itself."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.environment import BACKUP, MATCHER, OWNER, PUBLIC, STAFF, server_folder
from tests.postgres import superuser

pytestmark = pytest.mark.database_bound
# All that the public side may touch; a table that is not built yet is passed over.
MAY_PUBLIC = {
    "wall_face": {"SELECT"},
    "wall_attestation": {"SELECT"},
    "wall_message": {"INSERT"},
    "wall_reply": {"SELECT", "INSERT"},
    "wall_removal": {"SELECT", "INSERT"},
    "wall_posterissue": {"SELECT"},
    "wall_posterissue_face": {"SELECT"},
    "network_society": {"SELECT"},
    "network_desk": {"SELECT"},
    "protection_noticetext": {"SELECT"},
    "vault_boxkey": {"SELECT"},
    "visitors_daycount": {"SELECT", "INSERT", "UPDATE"},
    "visitors_feedback": {"INSERT"},
    "visitors_network": {"SELECT"},
    "visitors_challenge": {"SELECT", "INSERT", "UPDATE", "DELETE"},
}
# Tables that name a society and still show every row, and why.
OUTSIDE_THE_WALL = {
    "network_member": "signing in comes before the society is known; holds sealed fields only",
    "network_onetimelink": "an invitation is opened before signing in; holds a hash only",
    "network_desk": "anyone may read where an office is",
    "vault_boxkey": "whoever writes to a society needs its public key",
    "matching_proposed": "numbers of the matching worker's own; no other role may read a row",
}


@pytest.fixture
def catalogue(postgres: None, db: None) -> Iterator[psycopg.Connection]:
    """A session that may look at every table's rights."""
    with superuser(server_folder(), "kintrace") as session:
        yield session


def rows(catalogue: psycopg.Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows a question to the catalogue gives."""
    return catalogue.execute(query.encode(), values).fetchall()


def tables(catalogue: psycopg.Connection) -> set[str]:
    """Every table of the house."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    return {name for (name,) in rows(catalogue, query)}


def rights(catalogue: psycopg.Connection, role: str) -> dict[str, set[str]]:
    """What a role was granted, by table."""
    query = (
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants "
        "WHERE grantee = %s AND table_schema = 'public'"
    )
    found = defaultdict(set)
    for table, right in rows(catalogue, query, role):
        found[table].add(right)
    return dict(found)


def test_the_public_role_has_exactly_what_the_public_side_needs(
    catalogue: psycopg.Connection,
) -> None:
    there = tables(catalogue)
    expected = {table: what for table, what in MAY_PUBLIC.items() if table in there}
    assert rights(catalogue, PUBLIC) == expected


def test_the_public_role_has_nothing_beside_whole_tables(catalogue: psycopg.Connection) -> None:
    columns = (
        "SELECT DISTINCT table_name, privilege_type FROM information_schema.column_privileges "
        "WHERE grantee IN (%s, 'PUBLIC') AND table_schema = 'public'"
    )
    for table, right in rows(catalogue, columns, PUBLIC):
        assert right in MAY_PUBLIC[table]
    sequences = (
        "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' "
        "AND has_sequence_privilege(%s, 'public.' || quote_ident(sequencename), 'USAGE, SELECT')"
    )
    assert rows(catalogue, sequences, PUBLIC) == []
    may_make = "SELECT has_schema_privilege(%s, 'public', 'CREATE')"
    assert rows(catalogue, may_make, PUBLIC) == [(False,)]


def test_the_backup_role_reads_every_table_and_changes_none(catalogue: psycopg.Connection) -> None:
    assert rights(catalogue, BACKUP) == {table: {"SELECT"} for table in tables(catalogue)}


def test_nobody_who_serves_people_owns_a_table_or_stands_above_the_wall(
    catalogue: psycopg.Connection,
) -> None:
    owners = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
    assert rows(catalogue, owners) == [(OWNER,)]
    above = "SELECT rolname FROM pg_roles WHERE rolbypassrls AND rolname = ANY(%s)"
    assert rows(catalogue, above, [OWNER, STAFF, PUBLIC, MATCHER, BACKUP]) == [(BACKUP,)]
    joined = "SELECT count(*) FROM pg_auth_members WHERE member::regrole::text LIKE 'kintrace_%%'"
    assert rows(catalogue, joined) == [(0,)]


def test_staff_can_never_empty_a_table_or_change_its_form(catalogue: psycopg.Connection) -> None:
    allowed = {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert {t: r for t, r in rights(catalogue, STAFF).items() if r - allowed} == {}


def test_every_table_with_a_society_stands_behind_the_wall(catalogue: psycopg.Connection) -> None:
    with_society = (
        "SELECT table_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND column_name = 'society_id'"
    )
    walled = (
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity "
        "AND relnamespace = 'public'::regnamespace"
    )
    open_tables = {t for (t,) in rows(catalogue, with_society)} - {
        t for (t,) in rows(catalogue, walled)
    }
    assert open_tables <= set(OUTSIDE_THE_WALL)


def test_what_the_worker_counts_for_itself_is_no_other_roles(
    catalogue: psycopg.Connection,
) -> None:
    for role in (STAFF, PUBLIC):
        assert not rights(catalogue, role).get("matching_proposed")
