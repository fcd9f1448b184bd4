"""The server of the large network: a folder that may be kept, loaded in haste, served as usual."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# As an operator sets them on a machine of 8 GB (docs/runbook.md); a test run's own are far smaller.
LARGE = {
    "shared_buffers": "2GB",
    "effective_cache_size": "5GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
}
NAMES = "KINTRACE_NAMES_DATA"


def settle_in(folder: Path) -> None:
    """Make the environment of a test run, but in a folder that outlives it."""
    names = os.environ.get(NAMES, "")
    os.environ["KINTRACE_TEST_POSTGRES"] = "1"
    environment.enter()
    os.environ[environment.MARK] = str(folder / "run")
    os.environ["KINTRACE_DATA"] = str(folder / "run" / "data")
    os.environ["KINTRACE_DATABASE_URL"] = environment.database_url(environment.STAFF)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["KINTRACE_LOG_LEVEL"] = "ERROR"
    if names:
        os.environ[NAMES] = names


def is_loaded(folder: Path) -> bool:
    """Whether an earlier run left a whole network there."""
    return (folder / "loaded.json").is_file()


@contextmanager
def running(*, lasting: bool) -> Iterator[None]:
    """The server of this folder; `lasting` as in service, else in haste."""
    folder = environment.server_folder()
    if not (folder / "cluster").is_dir():
        _made(folder)
    # Loading ends with a VACUUM of everything; one by the way would only be in its way.
    postgres.start(folder, lasting=lasting, autovacuum="on" if lasting else "off", **LARGE)
    try:
        yield
    finally:
        postgres.stop(folder)


def _made(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True)
    if os.geteuid() == 0:
        for above in (folder, folder.parent):
            shutil.chown(above, "postgres", "postgres")
    postgres.make_cluster(folder)
    postgres.start(folder)
    postgres.make_roles(folder)
    with postgres.superuser(folder) as session:
        session.execute(f"CREATE DATABASE kintrace OWNER {environment.OWNER}".encode())
    postgres.stop(folder)


def disk(folder: Path) -> int:
    """Bytes below a folder."""
    return sum(one.lstat().st_size for one in folder.rglob("*") if one.is_file())
