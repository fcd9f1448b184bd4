"""Migration operations: who may touch a table, and which rows they see (PostgreSQL).

Each table with a society is created with its policy. On SQLite these operations do
nothing: that wall is missing there, and every staff page says so.
"""

from typing import Any

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

# A scalar sub-select is evaluated once per statement, current_setting() once per row.
_READER = "(SELECT nullif(current_setting('app.society', true), '')::uuid)"
_CLAUSES = {
    "SELECT": "USING (true)",
    "INSERT": "WITH CHECK (true)",
    "UPDATE": "USING (true) WITH CHECK (true)",
    "DELETE": "USING (true)",
}
ALL = "SELECT, INSERT, UPDATE, DELETE"


class Rows(Operation):
    """Grant a table to the serving roles and wall its rows off by society.

    society: the column, several columns for rows of two societies, or None for a table
    outside the wall. staff, public, matcher: the SQL rights of each role, "" for none; the matching
    worker belongs to no society, and what it may read of a row its keys decide.
    """

    reduces_to_sql = False
    reversible = True

    def __init__(
        self,
        table: str,
        *,
        society: str | tuple[str, ...] | None = "society_id",
        staff: str = ALL,
        public: str = "",
        matcher: str = "",
    ) -> None:
        self.table = table
        self.columns = (society,) if isinstance(society, str) else society or ()
        self.rights = {"staff": staff, "public": public, "matcher": matcher, "backup": "SELECT"}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing that Django's models know changes."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Grant, then wall off."""
        self._run(schema_editor, [*self._grants(), *self._wall()])

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Take the wall and the rights away again."""
        self._run(schema_editor, [*self._no_wall(), *self._no_grants()])

    def describe(self) -> str:
        """Say what this operation does."""
        return f"Set who may touch the rows of {self.table}"

    def _run(self, schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    def granted(self) -> dict[str, str]:
        """What each role may do with the table, by the name of the role."""
        roles = settings.DATABASE_ROLES
        return {roles[who]: what for who, what in self.rights.items() if what}

    def _grants(self) -> list[str]:
        return [
            f'GRANT {what} ON "{self.table}" TO "{role}"' for role, what in self.granted().items()
        ]

    def _no_grants(self) -> list[str]:
        return [f'REVOKE ALL ON "{self.table}" FROM "{role}"' for role in self.granted()]

    def policies(self) -> dict[str, str]:
        """What each policy of the table says, by its name."""
        roles = settings.DATABASE_ROLES
        own = " OR ".join(f'"{column}" = {_READER}' for column in self.columns)
        policies = {
            "staff": f'FOR ALL TO "{roles["staff"]}" USING ({own}) WITH CHECK ({own})',
        }
        for who in ("public", "matcher"):
            for command in filter(None, self.rights[who].split(", ")):
                clause = f'FOR {command} TO "{roles[who]}" {_CLAUSES[command]}'
                policies[f"{who}_{command.lower()}"] = clause
        return policies

    def _wall(self) -> list[str]:
        if not self.columns:
            return []
        table = f'"{self.table}"'
        return [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            *(f"CREATE POLICY {name} ON {table} {rule}" for name, rule in self.policies().items()),
        ]

    def _no_wall(self) -> list[str]:
        if not self.columns:
            return []
        table = f'"{self.table}"'
        return [
            *(f"DROP POLICY {name} ON {table}" for name in self.policies()),
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ]


class Grant(Rows):
    """Grant a table that has no society (or belongs to another package) to the serving roles."""

    def __init__(
        self, table: str, *, staff: str = ALL, public: str = "", matcher: str = ""
    ) -> None:
        super().__init__(table, society=None, staff=staff, public=public, matcher=matcher)


class GrantMore(Rows):
    """Grant more on a table that stands already; taken back it takes no more than that."""

    def __init__(self, table: str, *, staff: str = "", public: str = "", matcher: str = "") -> None:
        super().__init__(table, society=None)
        self.rights = {"staff": staff, "public": public, "matcher": matcher}

    def _no_grants(self) -> list[str]:
        return [
            f'REVOKE {what} ON "{self.table}" FROM "{role}"'
            for role, what in self.granted().items()
        ]


class PublicRows(Rows):
    """Let the public role read only the rows of a table where an SQL condition holds.

    The table was granted to it by Rows before.
    """

    role = "public"

    def __init__(self, table: str, *, where: str) -> None:
        super().__init__(table)
        self.where = where

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Narrow the policy."""
        self._run(schema_editor, [self._reads(self.where)])

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Show every row again."""
        self._run(schema_editor, [self._reads("true")])

    def _reads(self, where: str) -> str:
        return f'ALTER POLICY {self.role}_select ON "{self.table}" USING ({where})'


class MatcherRows(PublicRows):
    """The same for the matching worker's role."""

    role = "matcher"


class StaffReads(Rows):
    """Let every member read those rows of a table that anyone may know, whose society's ever.

    A second policy beside the wall that Rows built: it opens reading alone, and nothing at all
    without a reader in force.
    """

    def __init__(self, table: str, *, where: str = "true") -> None:
        super().__init__(table)
        self.where = where

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Add the policy."""
        rule = f'FOR SELECT TO "{settings.DATABASE_ROLES["staff"]}"'
        seen = f"USING ({_READER} IS NOT NULL AND ({self.where}))"
        self._run(schema_editor, [f'CREATE POLICY staff_reads ON "{self.table}" {rule} {seen}'])

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Shut it again."""
        self._run(schema_editor, [f'DROP POLICY staff_reads ON "{self.table}"'])
