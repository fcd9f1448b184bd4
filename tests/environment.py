"""The environment a test run lives in: made up afresh, whatever the shell that starts it holds.

A run is one folder below the temporary folder, named after the process, so that a later run can
tell what a killed one left behind. Child processes inherit the names and use the same folder.
"""

import os
import secrets
import tempfile
from pathlib import Path

PREFIX = "kintrace-tests-"
MARK = "KINTRACE_TEST_FOLDER"
OWNER = "kintrace_owner"
STAFF = "kintrace_staff"
PUBLIC = "kintrace_public"
MATCHER = "kintrace_matcher"
BACKUP = "kintrace_backup"


def enter() -> None:
    """Set what the settings read. Makes no file; a child of a test run keeps what it inherited."""
    if MARK in os.environ:
        return
    for name in [name for name in os.environ if name.startswith("KINTRACE_")]:
        if not name.startswith("KINTRACE_TEST_"):
            del os.environ[name]
    name = f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
    os.environ[MARK] = str(Path(tempfile.gettempdir()) / name)
    os.environ["KINTRACE_TESTING"] = "1"
    os.environ["KINTRACE_SIDE"] = "both"
    os.environ["KINTRACE_SECRET_KEY"] = secrets.token_hex(32)
    os.environ["KINTRACE_PUBLIC_ADDRESS"] = "http://localhost:8000"
    os.environ["KINTRACE_DATA"] = str(folder() / "data")
    os.environ["KINTRACE_DATABASE_URL"] = database_url(STAFF)


def folder() -> Path:
    """The folder of this run."""
    return Path(os.environ[MARK])


def server_folder() -> Path:
    """Where the private PostgreSQL lives: beside the run's folder, for it may have another user."""
    return folder().with_name(f"{folder().name}-postgres")


def on_postgres() -> bool:
    """Whether this run was asked to use PostgreSQL."""
    return os.environ.get("KINTRACE_TEST_POSTGRES", "") == "1"


def database_url(role: str, database: str = "kintrace") -> str:
    """The address of a database of this run as one of the four roles (SQLite knows no roles)."""
    if not on_postgres():
        return f"sqlite:///{folder() / database}.sqlite3"
    return f"postgres://{role}@/{server_folder()}/{database}"  # a folder for a host: its socket
