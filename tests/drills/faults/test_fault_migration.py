"""Migrations that were killed in the middle, and a program that is newer than its database."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from kintrace.cases.models import Contact
from tests import environment, postgres
from tests.drills.faults.calm import comes_back, is_calm
from tests.drills.faults.clerks import Clerk, kept, note
from tests.drills.faults.conftest import LONG
from tests.drills.service import ROOT, Process
from tests.drills.visitors import ask
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Web

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_migration", turns=4),
]

WORDS = "اتصلنا بها أمس."
HALF = "kintrace_half"
KILLS = 6
TABLE = Contact._meta.db_table


def test_a_program_newer_than_its_database_says_so_calmly_and_works_once_it_is_migrated(
    stage: Stage, desk: Web, alma: Clerk, street: Web, search: Case, line: Line
) -> None:
    page = f"/desk/cases/{search.pk}/contact/"
    tokens = alma.tokens(page)
    (stage.folder / "data").mkdir(exist_ok=True)
    with _older():
        seen = alma.send(page, tokens | note(WORDS))
        ready = ask(f"{desk.home}/readyz")
        wall = ask(f"{street.home}/ar/")
    begun = time.monotonic()
    saved = alma.send(page, comes_back(seen))
    back = time.monotonic() - begun
    notes = kept(stage.scene, search, [WORDS])
    line(
        "a program newer than its database",
        seen="at the desk, where what is new is needed, a calm page (503) in Arabic with what was "
        "typed; the wall as ever; /readyz says “migrations”",
        lost=notes.words,
        back=f"with the last migration ({back:.1f} s), without a restart of ours",
    )
    assert is_calm(seen, "ar", sent=True), seen
    assert WORDS in seen.text
    assert (ready.status, ready.text) == (503, "migrations\n")
    assert wall.status == 200
    assert saved.status == 302
    assert (notes.lost, notes.twice) == (0, 0)


@contextmanager
def _older() -> Iterator[None]:
    """The database as it is before the last migration of casework, which the program knows."""
    with postgres.superuser(environment.server_folder(), "kintrace") as session:
        session.execute(f"ALTER TABLE {TABLE} RENAME COLUMN note TO not_yet".encode())
        session.execute(
            "UPDATE django_migrations SET app = 'not yet' WHERE id = "
            "(SELECT max(id) FROM django_migrations WHERE app = 'cases')"
        )
        try:
            yield
        finally:
            session.execute(f"ALTER TABLE {TABLE} RENAME COLUMN not_yet TO note".encode())
            session.execute("UPDATE django_migrations SET app = 'cases' WHERE app = 'not yet'")


@pytest.fixture
def half() -> Iterator[str]:
    """An empty database, the owner's."""
    with postgres.superuser(environment.server_folder()) as session:
        session.execute(f"CREATE DATABASE {HALF} OWNER {environment.OWNER}".encode())
        try:
            yield f"postgres://{environment.OWNER}@/{environment.server_folder()}/{HALF}"
        finally:
            session.execute(f"DROP DATABASE {HALF} WITH (FORCE)".encode())


@pytest.mark.skipif(not LONG, reason="make faults has time for all migrations")
def test_migrations_killed_in_the_middle_leave_nothing_half(
    stage: Stage, half: str, line: Line
) -> None:
    dice = random.Random(20261201)  # noqa: S311 - when to kill is no secret
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    there = stage.staff | {"KINTRACE_DATABASE_URL": half}
    log = stage.folder / "migrate.log"
    moments = []
    for _ in range(KILLS):
        migrating = Process(command, there, log)
        migrating.start()
        _moves_on(migrating, dice.uniform(0, 0.8))
        migrating.kill()
        moments.append(_applied())
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=there, capture_output=True, text=True, check=False)
    back = time.monotonic() - begun
    line(
        "migrations killed (SIGKILL) in the middle",
        seen="as long as they are not through: what a program newer than its database shows",
        lost=f"{KILLS} kills after {min(moments)} to {max(moments)} of {_applied()} migrations; "
        "tables, columns, constraints, indexes, walls and rights as if nobody had killed any",
        back=f"the same command again, {back:.1f} s for the rest",
        goal="nothing half",
    )
    assert done.returncode == 0, done.stderr
    assert len(set(moments)) > 1, "it was killed at different moments"
    assert max(moments) < _applied()
    assert _drawn(HALF) == _drawn("kintrace")


def _moves_on(migrating: Process, more: float) -> None:
    """Wait until it has begun to migrate, and so much longer."""
    before, late = _applied(), time.monotonic() + 60
    while _applied() == before and time.monotonic() < late:
        assert migrating.process
        if migrating.process.poll() is not None:
            return
        time.sleep(0.02)
    time.sleep(more)


def _applied() -> int:
    with postgres.superuser(environment.server_folder(), HALF) as session:
        there = session.execute("SELECT to_regclass('public.django_migrations')").fetchone()
        if there is None or there[0] is None:
            return 0
        found = session.execute("SELECT count(*) FROM django_migrations").fetchone()
        return int(found[0]) if found else 0


QUESTIONS = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default "
    "FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, pg_get_constraintdef(oid), convalidated FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT pg_get_indexdef(indexrelid), indisvalid FROM pg_index JOIN pg_class c "
    "ON c.oid = indexrelid WHERE c.relnamespace = 'public'::regnamespace",
    "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies",
    "SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class "
    "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    "SELECT proname, prosrc, proacl::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT app, name FROM django_migrations",
)


def _drawn(database: str) -> list[list[str]]:
    """All that makes up a database but its rows, in words."""
    with postgres.superuser(environment.server_folder(), database) as session:
        return [sorted(map(str, session.execute(one.encode()).fetchall())) for one in QUESTIONS]
