"""The database: it answers, as the right role, behind its wall, as new as the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from kintrace.operations.doctor import NotLooked, Trouble
from kintrace.vault import walls

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OWNER = "As the owner of the tables: "


def answers() -> Iterator[Trouble]:
    """Whether it answers at all."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        yield Trouble(
            "The database does not answer.",
            "systemctl status postgresql; and look at KINTRACE_DATABASE_URL.",
        )


def line() -> Iterator[Trouble]:
    """Whether a database on another machine is reached by a line that is sealed and proved."""
    if settings.DATABASE_LINE not in {"here", "verify-full"}:
        yield Trouble(
            f"The database is elsewhere; sslmode={settings.DATABASE_LINE} does not prove which one "
            "answers.",
            "Say sslmode=verify-full and sslrootcert in KINTRACE_DATABASE_URL; leave it only where "
            "nobody else can hear the line.",
        )


def role() -> Iterator[Trouble]:
    """Whether this process is the role it should be, and below the wall."""
    _on_postgres()
    for fault in walls.role_faults():
        mend = f"As a superuser: {fault.mend}" if fault.mend.endswith(";") else fault.mend
        yield Trouble(fault.what, mend)


def wall() -> Iterator[Trouble]:
    """Whether rights and policies are as the migrations made them."""
    _on_postgres()
    for fault in walls.wall_faults():
        yield Trouble(fault.what, AS_OWNER + fault.mend)


def migrations() -> Iterator[Trouble]:
    """Whether the tables are as new as the program, and not newer."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    if executor.migration_plan(graph.leaf_nodes()):
        yield Trouble("The database is older than the program.", AS_OWNER + "manage.py migrate")
    ours = executor.loader.migrated_apps
    strange = sorted(
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if app in ours and (app, name) not in executor.loader.disk_migrations
    )
    replaced = {
        key for one in executor.loader.disk_migrations.values() for key in map(tuple, one.replaces)
    }
    strange = [name for name in strange if tuple(name.split(".", 1)) not in replaced]
    if strange:
        yield Trouble(
            f"The database is newer than the program: {strange[0]} is not known here.",
            "Start the release that migrated it; docs/upgrade.md.",
        )


def _on_postgres() -> None:
    if settings.ON_SQLITE:
        raise NotLooked("On SQLite there are no roles and no row security.")
