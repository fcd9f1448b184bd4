"""A second server that follows the first, as an installation keeps one to change over to."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection

from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "second"


def folder() -> Path:
    """Beside the first one's, with a name by which a later run sweeps it away."""
    first = environment.server_folder()
    return first.with_name(f"{first.name}-standby")


def either(role: str) -> str:
    """The address of the database on whichever of the two servers takes writes."""
    hosts = f"{environment.server_folder()},{folder()}"
    return f"postgres://{role}@/kintrace?host={hosts}&target_session_attrs=read-write"


@contextmanager
def following() -> Iterator[None]:
    """A standby without which the first server acknowledges nothing; the first must run lasting.

    Afterwards the first stands alone again, whatever happened to it meanwhile.
    """
    connection.close()
    folder().mkdir(mode=0o700)
    shutil.chown(folder(), *_owner())
    try:
        _copied()
        postgres.start(folder(), lasting=True)
        _waits_for(NAME)
        try:
            yield
        finally:
            _alone_again()
            postgres.stop(folder())
    finally:
        shutil.rmtree(folder(), ignore_errors=True)


def _owner() -> tuple[str, str]:
    owner = environment.server_folder().owner()
    return owner, environment.server_folder().group()


def _copied() -> None:
    source = f"host={environment.server_folder()} user=postgres application_name={NAME}"
    command = [str(postgres.programs() / "pg_basebackup"), f"--dbname={source}"]
    command += [f"--pgdata={folder() / 'cluster'}", "--write-recovery-conf", "--checkpoint=fast"]
    command += ["--wal-method=stream"]
    done = subprocess.run(
        postgres.as_server_user(*command), cwd=folder(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"no copy was made:\n{done.stderr}")


def _waits_for(name: str) -> None:
    """The first server acknowledges what the second has on its disk."""
    with postgres.superuser(environment.server_folder()) as session:
        session.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'".encode())
        session.execute("SELECT pg_reload_conf()")


def _alone_again() -> None:
    first = environment.server_folder()
    if not (first / "cluster" / "postmaster.pid").exists() or first not in postgres._servers:  # noqa: SLF001
        (first / "cluster" / "postgresql.auto.conf").write_text("")
        postgres.start(first, lasting=True)
        return
    with postgres.superuser(first) as session:
        session.execute("ALTER SYSTEM RESET synchronous_standby_names")
        session.execute("SELECT pg_reload_conf()")


def promote() -> None:
    """Let the second server take writes from now on; what an operator or their tool does."""
    with postgres.superuser(folder()) as session:
        session.execute("SELECT pg_promote(true, 60)")


@contextmanager
def reading_there() -> Iterator[None]:
    """The test's own connection asks the second server inside this block."""
    connection.close()
    before = connection.settings_dict
    connection.settings_dict = {**before, "HOST": str(folder())}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before
