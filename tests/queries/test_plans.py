"""What looks at questions can tell a good one from a bad one."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from kintrace.cases.models import Case
from kintrace.network.models import Society
from tests import environment
from tests.queries.crowded import planner
from tests.queries.plans import SMALL, read_whole, tables
from tests.queries.slow import quickest

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


def _asked(rows: object) -> list[str]:
    sql, params = rows.query.sql_with_params()  # type: ignore[attr-defined]
    return read_whole(sql, params)


def test_a_question_without_an_index_reads_the_table_whole() -> None:
    # Outside the walls: behind one PostgreSQL always has the society to look for.
    assert _asked(Session.objects.filter(session_data="something")) == ["django_session"]


def test_a_question_by_a_number_does_not() -> None:
    assert _asked(Case.objects.filter(pk=uuid4())) == []
    assert _asked(Case.objects.filter(society_id=uuid4(), state="open").order_by()) == []


def test_a_small_table_may_be_read_whole() -> None:
    assert _asked(Society.objects.filter(name="Somewhere")) == []


def test_every_table_that_is_called_small_is_there() -> None:
    assert sorted(set(SMALL) - tables()) == []


@pytest.mark.skipif(not environment.on_postgres(), reason="asked of PostgreSQL alone")
def test_postgresql_is_asked_where_every_large_table_is_crowded() -> None:
    asked = "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > 1000"
    crowded = {name for (name,) in planner(environment.STAFF).execute(asked).fetchall()}
    assert sorted(tables() - SMALL.keys() - crowded) == []


def test_the_quickest_time_of_a_statement_counts() -> None:
    with quickest() as found, connection.cursor() as cursor:
        for pause in (0.02, 0.0):
            time.sleep(pause)
            cursor.execute("SELECT 1")
    assert list(found) == ["SELECT 1"]
    assert found["SELECT 1"] < 1000
