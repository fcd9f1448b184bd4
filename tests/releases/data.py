"""`make release-data`: a small network made by this code, kept for releases to come.

Two houses of their own, one on each database, are filled by the pages and actions that `make steal`
uses: something invented stands in every column that can say something. Database, keys, files and
passwords go into deploy/releases/<version>/. They are published: `kintrace.vault.published` refuses
their root keys outside of tests.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from kintrace import __version__
from tests.releases import place

COPIES = ("data/sealed", "data/faces", "data/pins.json", "keys")


def main() -> int:
    """Make both; each in processes of its own, for a process knows one database."""
    if place.archive_of(__version__, "sqlite").exists():
        sys.stderr.write(f"{__version__} has its data. Data of a release are never made anew.\n")
        return 1
    for vendor in ("sqlite", "postgresql"):
        os.environ.pop("KINTRACE_TEST_FOLDER", None)
        os.environ["KINTRACE_TEST_POSTGRES"] = "1" if vendor == "postgresql" else ""
        _make(vendor)
    return 0


def _make(vendor: str) -> None:
    from tests import environment  # noqa: PLC0415 - it reads what was just set
    from tests.postgres import running, superuser  # noqa: PLC0415 - the same

    environment.enter()
    home = environment.folder()
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_ROOT_KEYS": str(home / "keys"),
        "KINTRACE_PINS": str(home / "data" / "pins.json"),
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_LOG_LEVEL": "ERROR",
    }
    (home / "data" / "static").mkdir(parents=True)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        if environment.on_postgres():
            stack.enter_context(running(environment.server_folder()))
            with superuser(environment.server_folder()) as session:
                session.execute(f"CREATE DATABASE kintrace OWNER {environment.OWNER}".encode())
        owner = {"KINTRACE_DATABASE_URL": environment.database_url(environment.OWNER)}
        _run(surroundings | owner, "manage.py", "migrate", "--verbosity=0")
        _run(surroundings, "-m", "tests.releases.fill", str(home))
        _keep(home, vendor)


def _run(surroundings: dict[str, str], *words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=place.ROOT, env=surroundings, check=True)


def _keep(home: Path, vendor: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copy(home / place.SAID, folder)
        for name in COPIES:
            source, target = home / name, folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
        _dump_into(folder, home, vendor)
        archive = place.archive_of(__version__, vendor)
        archive.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(home / place.LIST, archive.parent)
        place.pack(folder, archive)
        [key] = (folder / "keys").glob("root-*.key")
        digest = hashlib.sha256(key.read_bytes()).hexdigest()
        sys.stdout.write(f"Its root key, for kintrace/vault/published.py: {digest}\n")
        sys.stdout.write(f"{archive.relative_to(place.ROOT)}: {archive.stat().st_size} bytes\n")
        if archive.stat().st_size > place.LARGEST:
            raise SystemExit("That is too large to be carried along by every clone.")


def _dump_into(folder: Path, home: Path, vendor: str) -> None:
    from tests import environment  # noqa: PLC0415 - it reads what was set since we began

    if vendor == "sqlite":
        shutil.copy(home / "database.sql", folder)
        return
    command = ["pg_dump", "--username=postgres", f"--host={environment.server_folder()}"]
    command += ["--dbname=kintrace", f"--file={folder / 'database.sql'}"]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
