"""`python -m kintrace.operations.steal`: a house of its own, the theft in it, and its end.

Standard library and the tests' own database server only: settings are read by the children,
in an environment made up afresh, whatever installation the caller's shell knows.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent.parent
POSTGRES = "KINTRACE_TEST_POSTGRES"
FOLDER = "KINTRACE_TEST_FOLDER"
SAID = 3  # the child ended with something found, and said where


def main() -> int:
    options = _options()
    os.environ.pop(FOLDER, None)  # of a test run that started us
    os.environ[POSTGRES] = "1" if options.postgres else ""
    with _house() as folder:
        with (folder / "logs" / "kintrace.log").open("ab") as log:
            migrated = _manage(["migrate", "--verbosity=0"], log, stdout=log, owner=True)
            words = [f"--rows={options.rows}", f"--running={options.running}"]
            words += ["--cheap"] if options.cheap else []
            done = migrated or _manage(["steal", "--inside", *words], log)
        if done not in (0, SAID):
            sys.stdout.write((folder / "logs" / "kintrace.log").read_text()[-4000:])
    return 1 if done else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make steal", description=__doc__)
    parser.add_argument("--rows", type=int, default=16, help="cases to fill in (default 16)")
    parser.add_argument(
        "--cheap",
        action="store_true",
        help="passwords and codes that cost nothing to try, and few cases opened page by page",
    )
    parser.add_argument(
        "--postgres",
        action="store_true",
        default=os.environ.get(POSTGRES) == "1",
        help=f"on a private PostgreSQL instead of SQLite (or {POSTGRES}=1)",
    )
    parser.add_argument(
        "--running",
        nargs="?",
        const="1",
        choices=("", "1", "careless"),
        default=os.environ.get("RUNNING", ""),
        help="steal from running servers, memory included (or RUNNING=1); careless: from servers "
        "that do not overwrite what they free, to see what would be found",
    )
    return parser.parse_args()


@contextmanager
def _house() -> Iterator[Path]:
    """A folder with data, logs and a place for what is temporary; a server on PostgreSQL."""
    from tests import environment  # noqa: PLC0415 - it reads what was just set
    from tests.postgres import running, superuser, sweep  # noqa: PLC0415

    sweep()
    environment.enter()
    folder = environment.folder()
    for name in ("data/static", "logs", "tmp"):
        (folder / name).mkdir(parents=True, mode=0o700)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_ANSWER_SALT": secrets.token_hex(16),
        "KINTRACE_ROOT_KEYS": str(folder / "keys"),
        "KINTRACE_STEAL_OWNER": environment.database_url(environment.OWNER),
        "KINTRACE_STEAL_PUBLIC": environment.database_url(environment.PUBLIC),
        "TMPDIR": str(folder / "tmp"),
    }
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        if environment.on_postgres():
            tempfile.tempdir = None
            stack.enter_context(running(environment.server_folder()))
            with superuser(environment.server_folder()) as session:
                session.execute(f"CREATE DATABASE kintrace OWNER {environment.OWNER}".encode())
        yield folder


def _manage(
    words: list[str],
    log: IO[bytes],
    *,
    stdout: IO[bytes] | None = None,
    owner: bool = False,
) -> int:
    surroundings = dict(os.environ)
    if owner:
        surroundings["KINTRACE_DATABASE_URL"] = surroundings["KINTRACE_STEAL_OWNER"]
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    return subprocess.run(  # noqa: S603 our own command
        command,
        cwd=ROOT,
        env=surroundings,
        stdout=stdout,
        stderr=log,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
