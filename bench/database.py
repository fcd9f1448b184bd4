"""A database of its own for a measurement, filled and gone afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def filled(fill: Callable[[], None]) -> Iterator[str]:
    """A private PostgreSQL where one was asked for, else SQLite; gives its name."""
    if environment.on_postgres():
        with postgres.running(environment.server_folder()):
            _fill(fill)
            yield "PostgreSQL"
    else:
        environment.folder().mkdir(parents=True)
        _fill(fill)
        yield "SQLite"


def _fill(fill: Callable[[], None]) -> None:
    import django  # noqa: PLC0415 - the environment decides which database, and stands only now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, connections  # noqa: PLC0415

    if environment.on_postgres():
        with postgres.superuser(environment.server_folder()) as session:
            session.execute(f"CREATE DATABASE kintrace OWNER {environment.OWNER}".encode())
        connection.settings_dict["USER"] = environment.OWNER
    call_command("migrate", verbosity=0)
    connection.close()
    if environment.on_postgres():
        connection.settings_dict["USER"] = environment.STAFF
    fill()
    connections.close_all()
