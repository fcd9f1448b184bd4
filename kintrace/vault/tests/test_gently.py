"""Indexes and checks come while others read and write (kintrace/vault/gently.py)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from kintrace.vault.gently import CheckedAtLast, CheckFromNowOn, IndexBeside
from tests import environment
from tests.postgres import connected_as, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.migrations.operations.base import Operation

pytestmark = [pytest.mark.database_bound, pytest.mark.usefixtures("as_owner")]
TABLE = "vault_probe"
INDEX = IndexBeside("probe", models.Index(fields=["room"], name="probe_by_room"))
POSITIVE = models.CheckConstraint(condition=models.Q(room__gt=0), name="probe_in_a_room")
CHECK = CheckFromNowOn("probe", POSITIVE)
AT_LAST = CheckedAtLast(TABLE, "probe_in_a_room")


@pytest.fixture
def as_owner(transactional_db: None) -> Iterator[None]:
    """Whoever migrates owns the tables; this one is gone afterwards."""
    if not environment.on_postgres():
        with table():
            yield
        return
    with connected_as(environment.OWNER), table():
        yield


@contextmanager
def table() -> Iterator[None]:
    with connection.schema_editor() as editor:
        editor.execute(f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, room integer)")
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            editor.execute(f"DROP TABLE {TABLE}")


def probe() -> ProjectState:
    state = ProjectState()
    fields = [("id", models.BigAutoField(primary_key=True)), ("room", models.IntegerField())]
    state.add_model(ModelState("vault", "Probe", fields))  # type: ignore[arg-type]
    return state


def run(operation: Operation, *, back: bool = False, collect: bool = False) -> list[str]:
    before, after = probe(), probe()
    operation.state_forwards("vault", after)
    with connection.schema_editor(collect_sql=collect, atomic=False) as editor:
        if back:
            operation.database_backwards("vault", editor, after, before)
        else:
            operation.database_forwards("vault", editor, before, after)
    return list(editor.collected_sql) if collect else []


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, TABLE))


def insert(row: int, room: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} VALUES ({row}, {room})")  # noqa: S608 numbers of ours


def test_an_index_comes_and_goes_beside_the_writers() -> None:
    run(INDEX)
    assert "probe_by_room" in indexes()
    run(INDEX, back=True)
    assert "probe_by_room" not in indexes()


@pytest.mark.usefixtures("postgres")
def test_it_is_built_without_a_lock_that_a_writer_would_wait_for() -> None:
    [sql] = run(INDEX, collect=True)
    assert sql.startswith('CREATE INDEX CONCURRENTLY "probe_by_room"')


@pytest.mark.usefixtures("postgres")
def test_what_a_broken_off_try_left_is_replaced() -> None:
    run(INDEX)
    database = str(connection.settings_dict["NAME"])
    half = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'probe_by_room'::regclass"
    with superuser(environment.server_folder(), database) as session:
        session.execute(half)
    run(INDEX)
    valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'probe_by_room'::regclass"
    with connection.cursor() as cursor:
        cursor.execute(valid)
        assert cursor.fetchone() == (True,)


@pytest.mark.usefixtures("postgres")
def test_a_check_is_asked_of_new_rows_at_once_and_of_old_ones_at_last() -> None:
    insert(1, 0)
    run(CHECK)
    with pytest.raises(IntegrityError):
        insert(2, 0)
    with pytest.raises(IntegrityError):
        run(AT_LAST)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_probe SET room = 1")
    run(AT_LAST)
    run(AT_LAST, back=True)


def test_a_check_can_be_taken_back() -> None:
    run(CHECK)
    assert "probe_in_a_room" in indexes()
    run(CHECK, back=True)
    assert "probe_in_a_room" not in indexes()


def test_each_says_what_it_does() -> None:
    said = [one.describe() for one in (INDEX, CHECK, AT_LAST)]
    assert said == [
        "Create the index probe_by_room beside the writers",
        "Ask probe_in_a_room of new rows",
        "Hold old rows against probe_in_a_room",
    ]
    assert isinstance(INDEX, migrations.AddIndex)
