"""The wall of the database as the migrations built it, held against what stands there now.

Somebody may have granted a right by hand, dropped a policy for a quick look, or brought a backup
back without them. PostgreSQL alone has this wall. Every role may read the catalogues, so that each
side looks for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from kintrace.vault.rows import PublicRows, Rows, StaffReads

_OURS = "AND relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
_TABLES = f"SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class WHERE true {_OURS}"  # noqa: S608 our own words
_RIGHTS = (
    "SELECT relname, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, "  # noqa: S608 our own words
    "privilege_type FROM pg_class, aclexplode(relacl) WHERE grantee <> relowner " + _OURS
)
_COLUMNS = (
    "SELECT relname, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, "  # noqa: S608 our own words
    "privilege_type FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid, "
    "aclexplode(attacl) WHERE grantee <> relowner " + _OURS
)
_POLICIES = (
    "SELECT tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') "
    "FROM pg_policies WHERE schemaname = current_schema()"
)
_MEMBER_OF = (
    "SELECT pg_get_userbyid(roleid) FROM pg_auth_members WHERE member = current_user::regrole"
)
_ROLE = "SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
_OWNS = f"SELECT relname FROM pg_class WHERE relowner = current_user::regrole {_OURS} LIMIT 1"  # noqa: S608 our own words
_MAKES = "SELECT has_schema_privilege(current_schema(), 'CREATE')"


class Fault(NamedTuple):
    """What is wrong, and the statement (of the tables' owner) that mends it."""

    what: str
    mend: str


@dataclass
class Wall:
    """One table: who may do what, and the policies by name."""

    rights: dict[str, set[str]] = field(default_factory=dict)
    policies: dict[str, str] = field(default_factory=dict)


def as_built() -> dict[str, Wall]:
    """What every migration together says, by table."""
    walls: dict[str, Wall] = defaultdict(Wall)
    loader = MigrationLoader(None)
    for key in loader.graph.nodes:
        for one in _operations(loader.disk_migrations[key]):
            _build(walls, one)
    return dict(walls)


def _operations(migration: Migration) -> Iterator[Rows]:
    for one in migration.operations:
        yield from _within(one)


def _within(operation: Operation) -> Iterator[Rows]:
    for one in getattr(operation, "database_operations", ()):
        yield from _within(one)
    if isinstance(operation, Rows):
        yield operation


def _build(walls: dict[str, Wall], one: Rows) -> None:
    wall = walls[one.table]
    if isinstance(one, StaffReads):
        wall.policies["staff_reads"] = ""
    elif not isinstance(one, PublicRows):  # those narrow a policy that stands
        for role, what in one.granted().items():
            wall.rights.setdefault(role, set()).update(what.split(", "))
        wall.policies |= one.policies() if one.columns else {}


def role_faults() -> Iterator[Fault]:
    """Whether this process is the role it should be, and that one is below the wall."""
    meant = settings.DATABASE_ROLES["staff" if settings.SIDE == "both" else settings.SIDE]
    ((role, above),) = _asked(_ROLE)
    if role != meant:
        yield Fault(
            f"This process works as the role {role}, not as {meant}.",
            f"Name {meant} in KINTRACE_DATABASE_URL.",
        )
    if above:
        mend = f'ALTER ROLE "{role}" NOSUPERUSER NOBYPASSRLS;'
        yield Fault(f"The role {role} stands above row security.", mend)
    for (table,) in _asked(_OWNS):
        yield Fault(
            f"The role {role} owns tables ({table}): their owner migrates and serves nobody.",
            "Name another role in KINTRACE_DATABASE_URL.",
        )
    if _asked(_MAKES) == [(True,)]:
        mend = f'REVOKE CREATE ON SCHEMA public FROM PUBLIC, "{role}";'
        yield Fault(f"The role {role} may make tables.", mend)
    for (other,) in _asked(_MEMBER_OF):
        yield Fault(f"The role {role} may act as {other}.", f'REVOKE "{other}" FROM "{role}";')


def wall_faults() -> Iterator[Fault]:
    """Where rights, policies or the wall itself are not as they were built."""
    standing: dict[str, bool] = dict(_asked(_TABLES))
    built = {table: wall for table, wall in as_built().items() if table in standing}
    for table, wall in sorted(built.items()):
        if wall.policies and not standing[table]:
            yield Fault(
                f"The rows of {table} are not walled off by society.",
                f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
            )
    yield from _policy_faults(built)
    yield from _right_faults(built)


def _policy_faults(built: dict[str, Wall]) -> Iterator[Fault]:
    there: dict[str, dict[str, str]] = defaultdict(dict)
    for table, name, rule in _asked(_POLICIES):
        there[table][name] = rule
    for table, wall in sorted(built.items()):
        for name in sorted(wall.policies.keys() - there[table].keys()):
            statement = f'CREATE POLICY {name} ON "{table}" {wall.policies[name]};'
            yield Fault(f"{table} has lost its policy {name}.", statement)
        for name in sorted(there[table].keys() - wall.policies.keys()):
            mend = f'DROP POLICY {name} ON "{table}";'
            yield Fault(f"{table} has a policy {name} that the program did not make.", mend)
        if "app.society" not in there[table].get("staff", "app.society"):
            mend = f'DROP POLICY staff ON "{table}"; CREATE POLICY staff ON "{table}" '
            mend += f"{wall.policies.get('staff', '')};"
            yield Fault(f"The policy staff of {table} does not ask for the society.", mend)


def _right_faults(built: dict[str, Wall]) -> Iterator[Fault]:
    there: dict[tuple[str, str], set[str]] = defaultdict(set)
    for table, role, right in (*_asked(_RIGHTS), *_asked(_COLUMNS)):
        there[table, role].add(right)
    meant = {
        (table, role): rights
        for table, wall in built.items()
        for role, rights in wall.rights.items()
    }
    for table, role in sorted(there.keys() | meant.keys()):
        is_there, is_meant = there[table, role], meant.get((table, role), set())
        if more := _words(is_there - is_meant):
            whom = role if role == "PUBLIC" else f'"{role}"'
            mend = f'REVOKE {more} ON "{table}" FROM {whom};'
            yield Fault(f"{role} may {more} on {table}, which nobody granted.", mend)
        if less := _words(is_meant - is_there):
            mend = f'GRANT {less} ON "{table}" TO "{role}";'
            yield Fault(f"{role} may not {less} on {table}.", mend)


def _words(rights: Iterable[str]) -> str:
    return ", ".join(sorted(rights))


def _asked(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
