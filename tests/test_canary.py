"""Who comes here leaves no trace: no mark of theirs is written anywhere a thief could read it."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django_tasks_db.models import DBTaskResult

from kintrace.network.tests.cast import work_off
from kintrace.operations import figures, looking
from tests import environment, marked
from tests.marked import MARKS
from tests.marks import slow_on_sqlite
from tests.postgres import connected_as, superuser
from tests.town import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

Walk = tuple[list[marked.Marked], list[str], str]
pytestmark = [pytest.mark.database_bound, slow_on_sqlite]


@pytest.fixture
def walked(places: Path, transactional_db: None, capfd: pytest.CaptureFixture[str]) -> Walk:
    """Everybody has come and gone: who they were, the jobs they left, what was logged."""
    town = settle("AT")
    capfd.readouterr()
    with connected_as(environment.PUBLIC) if environment.on_postgres() else nullcontext():
        visitor = marked.visit(town)
    people = [visitor, marked.work(town), marked.invite(town)]
    jobs = [str(row.args_kwargs) for row in DBTaskResult.objects.all()]
    work_off()
    return people, jobs, "".join(capfd.readouterr())


def test_no_mark_is_left_anywhere(walked: Walk, places: Path) -> None:
    people, jobs, logged = walked
    assert {status for one in people for status in one.statuses} <= {200, 302, 403, 404, 422}
    assert len(jobs) > 0
    assert logged.count('"event": "request"') == sum(len(one.statuses) for one in people)

    assert marks_in(logged) == [], "in the log"
    assert marks_in("\n".join(led for one in people for led in one.led)) == [], "in an address"
    assert marks_in("\n".join(jobs)) == [], "in a job"
    assert {table: found for table, text in tables() if (found := marks_in(text))} == {}
    assert {str(file): found for file in files(places) if (found := marks_in(read(file)))} == {}


def test_no_mark_and_no_number_of_anybody_is_in_the_figures(walked: Walk) -> None:
    looking.look_around()
    told = figures.written().decode()
    assert "kintrace_requests_total" in told
    assert marks_in(told) == []
    numbers = {
        str(row[0]) for table in ("network_society", "network_member") for row in rows(table)
    }
    assert numbers
    assert not [number for number in numbers if number in told or number.replace("-", "") in told]


def test_a_mark_would_be_noticed(walked: Walk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE network_society SET name = %s", [marked.NAME])
    assert [table for table, text in tables() if marks_in(text)] == ["network_society"]


def marks_in(text: str) -> list[str]:
    """Marks that stand in a text, as typed, with other capitals or as JSON spells them."""
    lower = text.lower()
    spelt = {mark: (mark.lower(), json.dumps(mark.lower())[1:-1]) for mark in MARKS}
    return [mark for mark, ways in spelt.items() if any(way in lower for way in ways)]


def tables() -> Iterator[tuple[str, str]]:
    """Every table with all that it holds, whosever it is; sessions as they are read again."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    for name in names:
        yield name, "\n".join(as_text(value) for row in rows(name) for value in row)
    sessions = [str(row.get_decoded()) for row in Session.objects.all()]
    assert sessions
    yield "sessions, opened", "\n".join(sessions)


def rows(table: str) -> list[tuple[object, ...]]:
    """All rows, on PostgreSQL past the walls between societies."""
    question = f'SELECT * FROM "{table}"'  # noqa: S608 the names of our own tables
    if environment.on_postgres():
        with superuser(environment.server_folder(), "kintrace") as session:
            return session.execute(question.encode()).fetchall()
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def as_text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", "replace")
    return str(value)


def files(places: Path) -> Iterator[Path]:
    """What the program wrote: its data, its pictures and sealed files, on SQLite its database."""
    for folder in {environment.folder(), settings.DATA, places}:
        yield from (file for file in Path(folder).rglob("*") if file.is_file())


def read(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")
