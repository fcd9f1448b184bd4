"""What a migration may do while people are served, and while the last release's program still runs.

Each rule refuses with a sentence that says what to do instead; docs/upgrade.md gives the reasons.
Only migrations that no release holds yet are asked: what was released is changed no more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING

from django.db.migrations import operations as ops
from django.db.models import NOT_PROVIDED, CheckConstraint, Value

from kintrace.vault import gently, rows, tables
from tests.releases import by_hand
from tests.releases.released import POSTGRESQL, Schema, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.migrations import Migration
    from django.db.migrations.operations.base import Operation
    from django.db.migrations.state import ModelState, ProjectState
    from django.db.models import Field

# Tables of which an installation has hundreds of rows at most: a lock lasts a moment there.
SMALL = {
    "network_society": "one row for each society",
    "network_desk": "a few rows for each society",
    "operations_due": "one row for each duty",
    "protection_noticetext": "a few rows for each society and language",
}


@dataclass(frozen=True)
class Step:
    """One operation, what stands before it, and what programs that still run know."""

    migration: Migration
    before: ProjectState
    known: dict[str, Schema]  # version → what its program reads and writes
    only_database: bool = False
    only_state: bool = False

    @property
    def app(self) -> str:
        return str(self.migration.app_label)

    def model(self, name: str) -> ModelState:
        return self.before.models[self.app, name.lower()]

    def table(self, name: str) -> str:
        return table_of(self.model(name))

    def stood(self, table: str) -> bool:
        """Whether a release has this table: what is made since is empty, and nobody reads it."""
        return any(table in schema for schema in self.known.values())

    def grows(self, table: str) -> bool:
        return self.stood(table) and table not in SMALL

    def readers(self, table: str, column: str | None = None) -> list[str]:
        """The versions that read it and may still run: the last one, and all since the one that
        the migration names as the first that does not."""
        return [
            version
            for version in by_hand.may_run(self.known, getattr(self.migration, "contracts", ""))
            if table in self.known[version]
            and (column is None or column in self.known[version][table])
        ]


def refusals(step: Step, operation: Operation) -> list[str]:
    """Why this operation may not run, each reason a sentence; empty when it may."""
    name = f"{step.app}.{step.migration.name}"
    return [f"{name}: {reason}" for reason in asked(operation, step)]


@singledispatch
def asked(operation: Operation, step: Step) -> Iterator[str]:
    """The rules of one kind of operation."""
    yield (
        f"no rule knows the operation {type(operation).__name__}. "
        "Write its rule into tests/releases/rules.py first."
    )


@asked.register(ops.CreateModel)
@asked.register(tables.Tables)
@asked.register(rows.Rows)
@asked.register(rows.PublicRows)
@asked.register(ops.AlterModelOptions)
@asked.register(ops.AlterModelManagers)
@asked.register(ops.RemoveIndex)
@asked.register(ops.RemoveConstraint)
@asked.register(ops.RenameIndex)
@asked.register(gently.CheckedAtLast)
def _of_what_harms_nobody(operation: Operation, step: Step) -> Iterator[str]:
    del operation, step
    yield from ()


# --- what the last release still reads ---


@asked.register(ops.RemoveField)
def _of_removed_field(operation: ops.RemoveField, step: Step) -> Iterator[str]:
    table = step.table(operation.model_name)
    field = step.model(operation.model_name).fields[operation.name]
    column = column_name(operation.name, field)
    if step.only_state:
        if step.stood(table) and not (field.null or has_default(field)):
            yield (
                f"{table}.{column} is left to the database, but the new program could write no "
                "row without it. Let it be null, or give it a db_default, in the same migration."
            )
    elif readers := step.readers(table, column):
        yield _still_read(f"{table}.{column}", readers)


@asked.register(ops.DeleteModel)
def _of_deleted_model(operation: ops.DeleteModel, step: Step) -> Iterator[str]:
    table = step.table(operation.name)
    if not step.only_state and (readers := step.readers(table)):
        yield _still_read(table, readers)


def _still_read(what: str, readers: list[str]) -> str:
    return (
        f"{what} is dropped while {' and '.join(readers)} still reads it. First release a program "
        "without it (SeparateDatabaseAndState, state only); drop it one release later, and say "
        'contracts = "…", the first version that does not read it.'
    )


@asked.register(ops.RenameField)
@asked.register(ops.RenameModel)
@asked.register(ops.AlterModelTable)
def _of_renamed(operation: Operation, step: Step) -> Iterator[str]:
    name = getattr(operation, "model_name", None) or getattr(operation, "old_name", None)
    table = step.table(str(name or getattr(operation, "name", "")))
    if step.stood(table) and not step.only_state:
        yield (
            f"{table} is renamed, or a column of it, while the last release reads the old name. "
            "Add the new one, write both, and drop the old one a release later."
        )


# --- what the last release cannot write, and what rewrites or locks a table ---


@asked.register(ops.AddField)
def _of_added_field(operation: ops.AddField, step: Step) -> Iterator[str]:
    table, field = step.table(operation.model_name), operation.field
    where = f"{table}.{column_name(operation.name, field)}"
    if step.only_state or not step.stood(table) or field.many_to_many:
        return
    if not (field.null or has_default(field)):
        yield (
            f"{where} is NOT NULL without a default of the database, so that the last release can "
            "write no row. Give it a db_default, or let it be null until the next release."
        )
    if has_default(field) and not is_constant(field):
        yield (
            f"{where} gets a default that is worked out for each row, which writes the whole table "
            "anew. Let it be null, and fill it in steps."
        )
    if step.grows(table):
        yield from _locks_of(field, where)


def _locks_of(field: Field[object, object], where: str) -> Iterator[str]:
    if field.unique or field.db_index:
        yield (
            f"{where} comes with an index that is built while nobody can write. Leave it out "
            "(db_index=False) and add it with IndexBeside."
        )
    if field.remote_field and getattr(field, "db_constraint", False):
        yield (
            f"{where} comes with a foreign key that locks both tables. Say db_constraint=False, "
            "add it NOT VALID and validate it in a migration of its own."
        )


@asked.register(ops.AlterField)
def _of_altered_field(operation: ops.AlterField, step: Step) -> Iterator[str]:
    table, new = step.table(operation.model_name), operation.field
    old = step.model(operation.model_name).fields[operation.name]
    where = f"{table}.{column_name(operation.name, old)}"
    if step.only_state or not step.stood(table):
        return
    if not by_hand.may_become(kind_of(old), kind_of(new)):
        yield (
            f"{where} becomes {kind_of(new)} and was {kind_of(old)}: the table is written anew "
            "under a lock. Add a column, write both, fill it in steps, drop the old one later."
        )
    if column_name(operation.name, new) != column_name(operation.name, old):
        yield f"{where} gets another name, and the last release reads the old one."
    if old.null and not new.null:
        yield (
            f"{where} becomes NOT NULL: the table is read under a lock, and the last release may "
            "write NULL. Add a CheckFromNowOn one release later, then CheckedAtLast."
        )
    if not new.null and has_default(old) and not has_default(new):
        yield f"{where} loses its default, without which the last release may write no row."
    if step.grows(table):
        yield from _new_locks(old, new, where)


def _new_locks(old: Field[object, object], new: Field[object, object], where: str) -> Iterator[str]:
    had = set(_locks_of(old, where))
    yield from (lock for lock in _locks_of(new, where) if lock not in had)


@asked.register(ops.AddIndex)
def _of_added_index(operation: ops.AddIndex, step: Step) -> Iterator[str]:
    table = step.table(operation.model_name)
    if isinstance(operation, gently.IndexBeside):
        yield from _stands_alone(step, "IndexBeside")
    elif step.grows(table) and not step.only_state:
        yield (
            f"{operation.index.name} is built while nobody can write to {table}. "
            "Use IndexBeside in a migration of its own with atomic = False."
        )


@asked.register(ops.AddConstraint)
def _of_added_constraint(operation: ops.AddConstraint, step: Step) -> Iterator[str]:
    table = step.table(operation.model_name)
    if isinstance(operation, gently.CheckFromNowOn):
        if any(isinstance(one, gently.CheckedAtLast) for one in step.migration.operations):
            yield (
                "CheckFromNowOn and CheckedAtLast stand in one migration, so that the lock of the "
                "first is held while the second reads the table. Make two of it."
            )
    elif step.grows(table) and not step.only_state:
        instead = (
            "Use CheckFromNowOn, and CheckedAtLast in a migration of its own."
            if isinstance(operation.constraint, CheckConstraint)
            else "Build a unique index with IndexBeside, and the constraint USING INDEX by RunSQL."
        )
        yield f"{operation.constraint.name} reads all of {table} under a lock. {instead}"


@asked.register(ops.AlterUniqueTogether)
@asked.register(ops.AlterIndexTogether)
@asked.register(ops.AlterOrderWithRespectTo)
def _of_old_fashion(operation: Operation, step: Step) -> Iterator[str]:
    del step
    yield f"{type(operation).__name__} locks the table. Use a named constraint or index instead."


# --- what is written by hand ---


@asked.register(ops.RunPython)
def _of_python(operation: ops.RunPython, step: Step) -> Iterator[str]:
    if operation.reverse_code is None:
        yield "RunPython has no way back. Give it reverse_code (noop, if there is nothing to undo)."
    if by_hand.touches_rows(operation.code):
        yield from _stands_alone(step, "RunPython over rows")


def _stands_alone(step: Step, what: str) -> Iterator[str]:
    if step.migration.atomic:
        yield f"{what} holds its locks to the end of the migration. Say atomic = False."
    if len(step.migration.operations) > 1:
        yield (
            f"{what} stands beside other operations; broken off half way, they could not run "
            "again. Give it a migration of its own."
        )


@asked.register(ops.RunSQL)
def _of_sql(operation: ops.RunSQL, step: Step) -> Iterator[str]:
    if operation.reverse_sql is None:
        yield "RunSQL has no way back. Give it reverse_sql (noop, if there is nothing to undo)."
    for statement in by_hand.statements(operation.sql):
        yield from by_hand.asked_of_sql(statement, step)


@asked.register(ops.SeparateDatabaseAndState)
def _of_both(operation: ops.SeparateDatabaseAndState, step: Step) -> Iterator[str]:
    """What is done to the database is asked like any other; what is told to the models alone, too,
    as far as it matters to who writes."""
    parts = (
        (operation.database_operations, replace(step, only_database=True)),
        (operation.state_operations, replace(step, only_state=True)),
    )
    for inner, seen in parts:
        state = seen.before.clone()
        for one in inner:
            yield from asked(one, replace(seen, before=state.clone()))
            one.state_forwards(step.app, state)


# --- fields ---


def column_name(name: str, field: Field[object, object]) -> str:
    return field.db_column or (f"{name}_id" if field.remote_field else name)


def has_default(field: Field[object, object]) -> bool:
    return field.db_default is not NOT_PROVIDED


def is_constant(field: Field[object, object]) -> bool:
    return not hasattr(field.db_default, "resolve_expression") or isinstance(
        field.db_default, Value
    )


def kind_of(field: Field[object, object]) -> str:
    """The type of its column; of a relation, what it leads to."""
    if field.remote_field:
        return f"a relation to {field.remote_field.model}".lower()
    return str(field.db_type(POSTGRESQL))
