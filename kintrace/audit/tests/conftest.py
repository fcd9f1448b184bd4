"""Two societies with keys, and the hand of someone who owns the database."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.vault.actions import make_record_key
from kintrace.vault.reader import reading_as
from tests import environment

Execute = Callable[..., list[tuple[Any, ...]]]


def new_society() -> UUID:
    """A society with a record key."""
    society = uuid4()
    make_record_key(society)
    return society


def act(society: UUID, times: int = 1) -> None:
    """So many deeds, the last of which is the end of the chain."""
    with reading_as(society):
        for _ in range(times):
            record(Deed.READ_CASE, about=uuid4(), by=Machine(society))


@pytest.fixture
def society(db: None) -> UUID:
    return new_society()


@pytest.fixture
def lasting_society(transactional_db: None) -> UUID:
    return new_society()


@pytest.fixture
def intruder(transactional_db: None) -> Iterator[Execute]:
    """Runs any SQL as who owns the machine: no grant, no policy and no trigger stops it."""
    if connection.vendor == "sqlite":
        yield _runs(connection)
        return
    name = connection.settings_dict["NAME"]
    folder = str(environment.server_folder())
    with psycopg.connect(host=folder, user="postgres", dbname=name, autocommit=True) as session:
        session.execute("SET session_replication_role = replica")
        yield _runs(session)


def _runs(session: Any) -> Execute:
    def execute(sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with session.cursor() as cursor:
            cursor.execute(sql, [_raw(value) for value in values])
            return list(cursor.fetchall()) if cursor.description else []

    return execute


def _raw(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value
