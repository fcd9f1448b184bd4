"""Whoever runs the last release notices nothing of a migration (docs/upgrade.md)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.functions import Random

from kintrace.vault.gently import CheckedAtLast, CheckFromNowOn, IndexBeside
from tests.releases import by_hand, pending, released, rules

if TYPE_CHECKING:
    from django.db.migrations import Migration
    from django.db.migrations.operations.base import Operation

ADULT = models.CheckConstraint(condition=models.Q(room__gt=0), name="in_a_room")
BY_NAME = models.Index(fields=["name"], name="by_name")


def inn() -> ProjectState:
    """A table that the last release knows: guests have a name and perhaps a room."""
    state = ProjectState()
    fields: list[tuple[str, models.Field[object, object]]] = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=40)),
        ("room", models.IntegerField(null=True)),
        ("nights", models.IntegerField(db_default=1)),
    ]
    state.add_model(ModelState("network", "Guest", fields))
    return state


def migration(*operations: Operation, atomic: bool = True, contracts: str = "") -> Migration:
    made: Migration = migrations.Migration("0002_new", "network")
    made.operations, made.atomic = list(operations), atomic
    if contracts:
        made.contracts = contracts  # type: ignore[attr-defined]
    return made


def said_of(made: Migration, known: dict[str, released.Schema] | None = None) -> list[str]:
    schema = released.schema_of(inn())
    return pending.refused(made, inn(), known or {"0.1.0": schema})


def field(kind: models.Field[object, object], name: str = "bed") -> Operation:
    return migrations.AddField("guest", name, kind)


def altered(kind: models.Field[object, object], name: str = "name") -> Operation:
    return migrations.AlterField("guest", name, kind)


def to_rows(apps: object, schema_editor: object) -> None:
    del schema_editor
    apps.get_model("network", "Guest")  # type: ignore[attr-defined]


def through_another(apps: object, schema_editor: object) -> None:
    to_rows(apps, schema_editor)


def to_no_rows(apps: object, schema_editor: object) -> None:
    del apps, schema_editor


NOBODY = migrations.RunPython.noop
STATE_ONLY = migrations.SeparateDatabaseAndState
BAD = {
    "drops a column": (migration(migrations.RemoveField("guest", "name")), "still reads it"),
    "drops a table": (migration(migrations.DeleteModel("Guest")), "still reads it"),
    "drops a column it says 0.1.0 does not read": (
        migration(migrations.RemoveField("guest", "name"), contracts="0.1.0"),
        "still reads it",
    ),
    "drops a column behind the models": (
        migration(STATE_ONLY(database_operations=[migrations.RemoveField("guest", "name")])),
        "still reads it",
    ),
    "forgets a column it must write": (
        migration(STATE_ONLY(state_operations=[migrations.RemoveField("guest", "name")])),
        "could write no row",
    ),
    "renames a column": (migration(migrations.RenameField("guest", "name", "called")), "renamed"),
    "renames a table": (migration(migrations.RenameModel("Guest", "Visitor")), "renamed"),
    "moves a table": (migration(migrations.AlterModelTable("Guest", "guests")), "renamed"),
    "asks for what the old program does not know": (
        migration(field(models.IntegerField(default=3))),
        "without a default of the database",
    ),
    "works a default out": (
        migration(field(models.FloatField(db_default=Random()))),
        "writes the whole table",
    ),
    "adds a column with an index": (
        migration(field(models.IntegerField(null=True, db_index=True))),
        "cannot write|nobody can write",
    ),
    "adds a unique column": (
        migration(field(models.IntegerField(null=True, unique=True))),
        "nobody can write",
    ),
    "adds a foreign key": (
        migration(
            field(models.ForeignKey("network.Guest", models.CASCADE, null=True, db_index=False))
        ),
        "locks both tables",
    ),
    "changes a type": (migration(altered(models.BigIntegerField(null=True), "room")), "bigint"),
    "shortens a text": (migration(altered(models.CharField(max_length=20))), "varchar\\(20\\)"),
    "moves a column": (
        migration(altered(models.CharField(max_length=40, db_column="called"))),
        "another name",
    ),
    "makes a column NOT NULL": (
        migration(altered(models.IntegerField(db_default=1), "room")),
        "becomes NOT NULL",
    ),
    "takes a default away": (
        migration(altered(models.IntegerField(), "nights")),
        "loses its default",
    ),
    "adds an index to a column": (
        migration(altered(models.CharField(max_length=40, db_index=True))),
        "nobody can write",
    ),
    "builds an index under a lock": (
        migration(migrations.AddIndex("guest", BY_NAME)),
        "IndexBeside",
    ),
    "builds an index beside, in a transaction": (
        migration(IndexBeside("guest", BY_NAME)),
        "atomic = False",
    ),
    "builds an index beside, and more": (
        migration(
            IndexBeside("guest", BY_NAME), migrations.RunPython(to_no_rows, NOBODY), atomic=False
        ),
        "migration of its own",
    ),
    "adds a check": (migration(migrations.AddConstraint("guest", ADULT)), "CheckFromNowOn"),
    "adds a check and holds all against it": (
        migration(CheckFromNowOn("guest", ADULT), CheckedAtLast("network_guest", "in_a_room")),
        "Make two of it",
    ),
    "adds a unique constraint": (
        migration(
            migrations.AddConstraint(
                "guest", models.UniqueConstraint(fields=["name"], name="one_name")
            )
        ),
        "USING INDEX",
    ),
    "sets unique together": (
        migration(migrations.AlterUniqueTogether("guest", {("name", "room")})),
        "locks the table",
    ),
    "runs Python without a way back": (migration(migrations.RunPython(to_no_rows)), "no way back"),
    "fills rows in one transaction": (
        migration(migrations.RunPython(to_rows, NOBODY)),
        "atomic = False",
    ),
    "fills rows through another function": (
        migration(migrations.RunPython(through_another, NOBODY)),
        "atomic = False",
    ),
    "runs SQL without a way back": (migration(migrations.RunSQL("SELECT 1")), "no way back"),
    "does what no rule knows": (migration(migrations.operations.base.Operation()), "no rule knows"),
}
BAD_SQL = {
    'CREATE INDEX x ON "network_guest" (name)': "CONCURRENTLY",
    "CREATE UNIQUE INDEX x ON network_guest (name)": "CONCURRENTLY",
    'ALTER TABLE "network_guest" DROP COLUMN "name" CASCADE': "still reads it",
    "DROP TABLE IF EXISTS network_guest": "still reads it",
    "ALTER TABLE network_guest RENAME COLUMN name TO called": "renamed",
    "ALTER TABLE network_guest RENAME TO guests": "renamed",
    "ALTER TABLE network_guest ALTER COLUMN room TYPE bigint USING room::bigint": "type",
    "ALTER TABLE network_guest ALTER COLUMN room SET NOT NULL": "NOT NULL",
    "ALTER TABLE network_guest ADD COLUMN bed integer NOT NULL": "can write no row",
    "ALTER TABLE network_guest ALTER COLUMN nights DROP DEFAULT": "loses its default",
    "ALTER TABLE network_guest ADD CONSTRAINT c CHECK (room > 0)": "NOT VALID",
    "ALTER TABLE network_guest ADD CONSTRAINT c UNIQUE (name)": "USING INDEX",
    "LOCK TABLE network_guest": "as a whole",
    "VACUUM FULL network_guest": "as a whole",
}
GOOD = {
    "makes a table": migration(
        migrations.CreateModel(
            "Bed", [("id", models.BigAutoField(primary_key=True)), ("of", models.IntegerField())]
        )
    ),
    "adds a column that may be null": migration(field(models.IntegerField(null=True))),
    "adds a column with a constant default": migration(field(models.IntegerField(db_default=2))),
    "lengthens a text": migration(altered(models.CharField(max_length=60))),
    "lets a column be null": migration(altered(models.CharField(max_length=40, null=True))),
    "builds an index beside": migration(IndexBeside("guest", BY_NAME), atomic=False),
    "asks new rows": migration(CheckFromNowOn("guest", ADULT)),
    "forgets a column the database can do without": migration(
        STATE_ONLY(state_operations=[migrations.RemoveField("guest", "nights")])
    ),
    "fills rows in steps": migration(migrations.RunPython(to_rows, NOBODY), atomic=False),
    "grants": migration(migrations.RunSQL("GRANT SELECT ON network_guest TO x", "SELECT 1")),
    "uses a finished index": migration(
        migrations.RunSQL(
            "ALTER TABLE network_guest ADD CONSTRAINT c UNIQUE USING INDEX x", "SELECT 1"
        )
    ),
}


# --- this tree ---


def test_no_new_migration_stops_or_breaks_the_last_release() -> None:
    assert pending.refused_in_this_tree() == []


@pytest.mark.database_bound
@pytest.mark.usefixtures("postgres", "db")
def test_nor_does_the_sql_that_comes_of_it() -> None:
    assert pending.refused_in_sql(connection) == []


def test_what_was_released_is_changed_no_more() -> None:
    """Who has it would not get the change: a mistake is mended by the next migration."""
    here = released.sums()
    for release in released.releases():
        changed = {name for name, digest in release.sums.items() if here.get(name) != digest}
        assert changed == set(), release.version


def test_small_tables_are_tables() -> None:
    """A name that nobody bears excuses nobody."""
    known = released.schema_of(released.state_of(released.releases()[-1]))
    assert rules.SMALL.keys() <= known.keys()


# --- each rule could refuse ---


@pytest.mark.parametrize("what", BAD)
def test_it_is_refused_with_what_to_do_instead(what: str) -> None:
    made, why = BAD[what]
    said = said_of(made)
    assert said, what
    assert re.search(why, " ".join(said)), said
    assert all(one.startswith("network.0002_new: ") and one.endswith(".") for one in said)


@pytest.mark.parametrize("sql", BAD_SQL)
def test_sql_by_hand_is_asked_the_same(sql: str) -> None:
    said = said_of(migration(migrations.RunSQL(sql, migrations.RunSQL.noop)))
    assert BAD_SQL[sql] in " ".join(said)


@pytest.mark.parametrize("what", GOOD)
def test_what_nobody_feels_is_let_through(what: str) -> None:
    assert said_of(GOOD[what]) == []


def test_what_a_later_release_does_not_read_may_go_when_the_migration_says_since_when() -> None:
    """Expand and contract: 0.2.0 is the first program without the column."""
    reads = released.schema_of(inn())
    without = {"network_guest": {k: v for k, v in reads["network_guest"].items() if k != "nights"}}
    drop = [migrations.RemoveField("guest", "nights")]
    between = {"0.1.0": reads, "0.2.0": without}
    assert said_of(migration(*drop, contracts="0.2.0"), between) == []
    assert said_of(migration(*drop, contracts="0.1.0"), between)
    assert said_of(migration(*drop, contracts="0.2.0"), {"0.1.0": reads})


def test_on_a_small_table_a_lock_lasts_a_moment_and_names_stay_all_the_same() -> None:
    state = ProjectState()
    fields = [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]
    state.add_model(ModelState("network", "Desk", fields))  # type: ignore[arg-type]
    known = {"0.1.0": released.schema_of(state)}
    index = migration(migrations.AddIndex("desk", models.Index(fields=["name"], name="x")))
    assert pending.refused(index, state, known) == []
    renamed = migration(migrations.RenameField("desk", "name", "called"))
    assert pending.refused(renamed, state, known)


def test_a_function_is_followed_as_far_as_its_module_goes() -> None:
    assert by_hand.touches_rows(through_another)
    assert not by_hand.touches_rows(to_no_rows)
