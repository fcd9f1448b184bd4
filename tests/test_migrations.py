"""Migrations: none missing, each can be taken back and done again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests import environment
from tests.postgres import superuser

ROOT = Path(__file__).resolve().parent.parent
# Another process: whoever runs migrations is the owner of the tables, and never serves people.
THERE_AND_BACK = """
import django
django.setup()
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

ours = {app.label for app in apps.get_app_configs() if app.name.startswith("kintrace.")}
call_command("migrate", verbosity=0)
for label in sorted(ours & MigrationLoader(connection).migrated_apps):
    call_command("migrate", label, "zero", verbosity=0)
left = [name for name in connection.introspection.table_names() if name.split("_")[0] in ours]
assert not left, left
assert not ours & {app for app, _ in MigrationRecorder(connection).applied_migrations()}
call_command("migrate", verbosity=0)
"""


@pytest.fixture
def empty_database(db: None) -> str:
    """The address of a database of its own, as its owner."""
    name = "there_and_back"
    if environment.on_postgres():
        with superuser(environment.server_folder()) as session:
            session.execute(f"CREATE DATABASE {name} OWNER {environment.OWNER}".encode())
    return environment.database_url(environment.OWNER, name)


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=3)


@pytest.mark.database_bound
@pytest.mark.slow
def test_every_migration_can_be_taken_back(empty_database: str) -> None:
    surroundings = os.environ | {"KINTRACE_DATABASE_URL": empty_database}
    command = [sys.executable, "-c", THERE_AND_BACK]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
