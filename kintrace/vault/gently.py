"""Migration operations that a wall under way does not feel: nobody waits while they work.

On PostgreSQL an index is built beside the writers, and a check is asked of new rows first and of
old ones later. SQLite serves nobody meanwhile, and gets the same at once (docs/upgrade.md).
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, AddIndex
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

_IS_HALF = """
SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid
WHERE pg_class.relname = %s AND NOT pg_index.indisvalid
"""


class IndexBeside(AddIndex):
    """Create an index while others write. Stands alone in a migration with `atomic = False`.

    A try that was broken off leaves half an index behind, which is taken away first.
    """

    atomic = False

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Build it without a lock."""
        model = to_state.apps.get_model(app_label, self.model_name)
        if schema_editor.connection.vendor != "postgresql":
            schema_editor.add_index(model, self.index)
            return
        if not schema_editor.collect_sql and _is_half_done(schema_editor, self.index.name):
            schema_editor.remove_index(model, self.index)
        create: Any = schema_editor.add_index  # PostgreSQL's own knows the word
        create(model, self.index, concurrently=True)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Drop it, likewise without a lock."""
        model = from_state.apps.get_model(app_label, self.model_name)
        if schema_editor.connection.vendor != "postgresql":
            schema_editor.remove_index(model, self.index)
            return
        drop: Any = schema_editor.remove_index
        drop(model, self.index, concurrently=True)

    def describe(self) -> str:
        """Say what this operation does."""
        return f"Create the index {self.index.name} beside the writers"


def _is_half_done(schema_editor: BaseDatabaseSchemaEditor, name: str) -> bool:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(_IS_HALF, [name])
        return cursor.fetchone() is not None


class CheckFromNowOn(AddConstraint):
    """Add a check that only rows written from now on are asked. `CheckedAtLast` ends it."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Add it NOT VALID, which locks for a moment only."""
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        create = self.constraint.create_sql(model, schema_editor)
        schema_editor.execute(f"{create} NOT VALID", params=None)

    def describe(self) -> str:
        """Say what this operation does."""
        return f"Ask {self.constraint.name} of new rows"


class CheckedAtLast(Operation):
    """Hold the rows that were there before against a check, while others write."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, table: str, check: str) -> None:
        self.table, self.check = table, check

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models know it already."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """Validate; SQLite did it at once."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f'ALTER TABLE "{self.table}" VALIDATE CONSTRAINT "{self.check}"')

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        """What was found right needs no undoing."""

    def describe(self) -> str:
        """Say what this operation does."""
        return f"Hold old rows against {self.check}"
