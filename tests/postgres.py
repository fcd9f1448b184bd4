"""A private PostgreSQL for tests: own folder, own socket, no network, gone afterwards.

PostgreSQL refuses to run as root, so a run started by root hands it to the user `postgres`.
It is stopped by its process id, and dies by itself when the test run is killed.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.environment import BACKUP, MATCHER, OWNER, PREFIX, PUBLIC, STAFF

INSTALLED = Path("/usr/lib/postgresql")
# Nothing in a test run needs to survive a power cut, and one without flushing is far quicker.
KNOBS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "log_min_messages": "warning",
}
# As an installation runs: what is committed is on the disk.
LASTING = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
ROLES = {
    OWNER: "CREATEDB NOSUPERUSER",
    STAFF: "NOSUPERUSER",
    PUBLIC: "NOSUPERUSER",
    MATCHER: "NOSUPERUSER",
    BACKUP: "BYPASSRLS NOSUPERUSER",
}


class PostgresMissing(Exception):
    """No PostgreSQL server is installed; the message says how to get one."""


def programs() -> Path:
    """The folder of the newest installed server's programs."""
    found = [path for path in INSTALLED.glob("*/bin") if (path / "postgres").exists()]
    if not found:
        raise PostgresMissing("PostgreSQL is not installed. Run: apt-get install postgresql")
    return max(found, key=lambda path: int(path.parent.name))


def as_server_user(*command: str) -> list[str]:
    """The command, run by a user PostgreSQL accepts, ended when its parent ends."""
    drop = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *drop, "--pdeathsig", "INT", "--", *command]


@contextmanager
def running(folder: Path, data: Path | None = None) -> Iterator[None]:
    """A server with the five roles, on a socket in `folder`, for as long as the block lasts; with
    the data that an earlier one left, if they are given."""
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    try:
        if data:
            copy_tree(data, folder / "cluster")
        else:
            make_cluster(folder)
        start(folder)
        try:
            if not data:
                make_roles(folder)
            yield
        finally:
            stop(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_cluster(folder: Path) -> None:
    """Lay out an empty data folder."""
    command = as_server_user(
        str(programs() / "initdb"),
        *("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"),
        *("--no-sync", f"--pgdata={folder / 'cluster'}"),
    )
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stderr}")


def copy_tree(one: Path, other: Path) -> None:
    """Copy a file or folder, each with its owner: a server refuses data that are not its user's."""
    subprocess.run(["cp", "-a", str(one), str(other)], check=True)


# The server of each folder: a test may kill it and start another in its place.
_servers: dict[Path, subprocess.Popen[bytes]] = {}


def start(folder: Path, *, lasting: bool = False, **more: str) -> None:
    """Start the server and wait until it answers; `lasting` flushes every commit to the disk, and
    `more` are knobs of this one.

    Call it from the main thread: the server ends when the thread that started it does.
    """
    knobs = KNOBS | (LASTING if lasting else {}) | more
    knobs |= {"unix_socket_directories": str(folder)}
    options = [part for name, value in knobs.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs() / "postgres"), "-D", str(folder / "cluster"), *options]
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(as_server_user(*command), cwd=folder, stdout=log, stderr=log)
    _servers[folder] = server
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            superuser(folder).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    server.kill()
    server.wait()
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")


def server_of(folder: Path) -> int:
    """The process id of the server that was started on this folder."""
    return _servers[folder].pid


def stop(folder: Path) -> None:
    """End the server in good order: sessions are ended, a last checkpoint is written."""
    server = _servers.pop(folder)
    server.send_signal(signal.SIGINT)
    server.wait(120)  # a large one writes for a while


def crash(folder: Path) -> None:
    """SIGKILL the server and all its processes at once, as when the machine loses them."""
    server = _servers.pop(folder)
    own = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    for pid in (server.pid, *map(int, own)):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.wait(30)
    while any(Path("/proc", pid).exists() for pid in own):
        time.sleep(0.01)


def superuser(folder: Path, database: str = "postgres") -> psycopg.Connection:
    """A connection that may do everything: makes roles, reads catalogues, no rows of a test."""
    return session(folder, database, "postgres")


def session(folder: Path, database: str, role: str) -> psycopg.Connection:
    """A connection beside Django's; each statement is committed by itself."""
    return psycopg.connect(host=str(folder), user=role, dbname=database, autocommit=True)


def make_roles(folder: Path) -> None:
    """Create the roles as an operator would: none of them a superuser."""
    with superuser(folder) as session:
        for role, rights in ROLES.items():
            session.execute(f"CREATE ROLE {role} LOGIN {rights}".encode())


@contextmanager
def connected_as(role: str) -> Iterator[BaseDatabaseWrapper]:
    """Make this thread's database connection another role's; what is not committed is not seen."""
    if connection.in_atomic_block:
        raise RuntimeError("A role cannot change inside a transaction: use transactional_db.")
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, "USER": role}
    try:
        yield connection
    finally:
        connection.close()
        connection.settings_dict = before


def may(table: str, right: str) -> bool:
    """Whether the role of this connection may do this with a table, by whatever right."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, %s)", [f'"{table}"', right])
        return bool(cursor.fetchone()[0])


def sweep() -> None:
    """Remove what killed runs of this user left in the temporary folder."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        pid = folder.name.removeprefix(PREFIX).split("-")[0]
        if pid.isdigit() and not Path("/proc", pid).exists():
            stop_left_behind(folder / "cluster")
            shutil.rmtree(folder, ignore_errors=True)


def stop_left_behind(cluster: Path) -> None:
    """End a server whose test run is gone, after making sure that the process is that server."""
    note = cluster / "postmaster.pid"
    try:
        pid = int(note.read_text().splitlines()[0])
        asked = Path("/proc", str(pid), "cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError, IndexError):
        return
    if str(cluster).encode() in asked:
        os.kill(pid, signal.SIGQUIT)
