"""A bare machine for docs/runbook.md: folders, users, ports and a database server of its own.

Users are numbers that nobody has. Where we may not become others (not root), or where Python
itself lies in a folder that others cannot enter, all is one user; `apart` says so.
"""

from __future__ import annotations

import os
import pwd
import re
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from tests import front, postgres
from tests.drills.service import PATIENCE, Process, free_port
from tests.drills.walls import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fences import Fence

ROOT = Path(__file__).resolve().parents[2]
USERS = ("OWNER", "PUBLIC", "STAFF", "MATCHER", "BACKUP")
FIRST_NUMBER = 61_100
COPIED = ("kintrace", "deploy", "locale", "docs")


@dataclass
class Machine:
    """What the page is followed on."""

    folder: Path
    apart: bool
    known: dict[str, str]
    front: front.Front
    services: dict[str, Process] = field(default_factory=dict)

    def follow(self, fence: Fence, **more: str) -> str:
        """Run a block as it stands; gives what it said. AssertionError when it failed."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", fence.text],
            cwd=self.known["PROGRAM"],
            env={**self.known, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, f"{fence.heading}\n{fence.text}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def run_as(self, side: str, *words: str) -> subprocess.CompletedProcess[str]:
        """A command, as the page runs them."""
        command = [sys.executable, str(ROOT / "deploy" / "run_as.py"), side, *words]
        return subprocess.run(
            command, env=self.known, capture_output=True, text=True, check=False, timeout=300
        )

    def start(self, side: str) -> Process:
        """What the unit starts, as its user, with its surroundings, behind its filter of calls."""
        unit = Path(self.known["UNITS"]) / f"kintrace-{side}.service"
        python = f"{self.known['PROGRAM']}/.venv/bin/python"
        words = [python, str(self.folder / "walls.py"), str(unit), *self._started_by(unit)]
        command = [sys.executable, str(ROOT / "deploy" / "run_as.py"), side, *words]
        process = Process(command, self.known, self.folder / f"{side}.log")
        process.start()
        self.services[side] = process
        return process

    def _started_by(self, unit: Path) -> list[str]:
        read = runpy.run_path(str(ROOT / "deploy" / "run_as.py"))["read"]
        told: dict[str, str] = {}
        for file in values(unit, "EnvironmentFile"):
            told |= read(Path(file))
        (line,) = values(unit, "ExecStart")
        return [re.sub(r"\$\{(\w+)\}", lambda name: told[name[1]], word) for word in line.split()]

    def listens(self, side: str) -> None:
        """Wait until a service answers on its port."""
        port = int(self.known[{"public": "WALL_AT", "staff": "DESK_AT"}[side]].rpartition(":")[2])
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if is_open(port):
                return
            assert self.services[side].process.poll() is None, self.services[side].log.read_text()  # type: ignore[union-attr]
            time.sleep(0.1)
        raise TimeoutError(self.services[side].log.read_text()[-3000:])

    def users(self) -> dict[str, int]:
        return {name: int(self.known[name]) for name in USERS}


def is_open(port: int) -> bool:
    """Whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def bare_machine() -> Iterator[Machine]:
    """A machine that has what packages bring, and nothing of ours but the program."""
    folder = Path(tempfile.mkdtemp(prefix="kintrace-bare-"))
    folder.chmod(0o755)
    try:
        program = folder / "opt"
        _lay_program(program)
        shutil.copy(ROOT / "tests" / "drills" / "walls.py", folder)
        numbers = _free_numbers() if _others_can_run(program) else [os.geteuid()] * len(USERS)
        known = _named(folder) | dict(zip(USERS, map(str, numbers), strict=True))
        apart = len(set(numbers)) > 1
        front.debians(folder / "nginx")
        with _database(folder, known):
            nginx = front.Front(folder / "nginx", int(known["HTTPS"]))
            machine = Machine(folder, apart, known, nginx)
            try:
                yield machine
            finally:
                for process in machine.services.values():
                    process.kill()  # their folders go with the machine
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _named(folder: Path) -> dict[str, str]:
    """The names that the page keeps in a file, and what else it finds on the machine."""
    ports = [str(free_port()) for _ in range(5)]
    for name in ("units", "run"):
        (folder / name).mkdir(mode=0o755)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "PROGRAM": f"{folder}/opt",
        "ETC": f"{folder}/etc",
        "VAR": f"{folder}/var",
        "RUN": f"{folder}/run",
        "UNITS": f"{folder}/units",
        "NGINX": f"{folder}/nginx",
        "TLS": f"{folder}/nginx/tls",
        "LOG": f"{folder}/nginx/log",
        "WALL": front.WALL,
        "DESK": front.DESK,
        "WALL_AT": f"127.0.0.1:{ports[0]}",
        "DESK_AT": f"127.0.0.1:{ports[1]}",
        "HTTP": ports[2],
        "HTTPS": ports[3],
        "DATABASE": f"postgres://127.0.0.1:{ports[4]}/kintrace",
        "PSQL": f"psql --quiet --host={folder}/postgres --username=postgres",
    }


def _lay_program(program: Path) -> None:
    """The program as it is installed: without its tests, and with the packages that we have."""
    for name in COPIED:
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("tests"))
    for file in (ROOT / "manage.py", *ROOT.glob("requirements*.txt"), ROOT / "pyproject.toml"):
        shutil.copy2(file, program)
    _lay_packages(program / ".venv")
    subprocess.run(["chmod", "-R", "go+rX", str(program)], check=True)


def _lay_packages(venv: Path) -> None:
    """An environment that borrows our packages; its Python is one that everybody can run."""
    ours = Path(sys.executable).resolve()
    debians = Path(f"/usr/bin/python3.{sys.version_info.minor}")
    python = ours if _is_for_all(ours) or not debians.exists() else debians
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(python)
    (venv / "pyvenv.cfg").write_text(f"home = {python.parent}\n")
    (venv / "lib").symlink_to(Path(sys.prefix) / "lib")
    program = (Path(sys.prefix) / "bin" / "gunicorn").read_text().partition("\n")[2]
    (venv / "bin" / "gunicorn").write_text(f"#!{venv}/bin/python\n{program}")
    (venv / "bin" / "gunicorn").chmod(0o755)


def _is_for_all(path: Path) -> bool:
    """Whether every folder on the way to it can be entered by everybody."""
    return all(parent.stat().st_mode & 0o001 for parent in path.parents)


def _others_can_run(program: Path) -> bool:
    """Whether somebody whom nobody knows can run the program's Python with its packages."""
    if os.geteuid() != 0:
        return False
    words = ["setpriv", f"--reuid={FIRST_NUMBER}", f"--regid={FIRST_NUMBER}", "--clear-groups"]
    words += ["--", f"{program}/.venv/bin/python", "-c", "import django, psycopg"]
    done = subprocess.run(words, cwd="/", check=False, capture_output=True)
    return done.returncode == 0


def _free_numbers() -> list[int]:
    """Numbers of users that this machine does not know."""
    taken = {user.pw_uid for user in pwd.getpwall()}
    free = (number for number in range(FIRST_NUMBER, 65_000) if number not in taken)
    return [next(free) for _ in USERS]


@contextmanager
def _database(folder: Path, known: dict[str, str]) -> Iterator[None]:
    """A server that asks everybody but its own superuser for a password."""
    place = folder / "postgres"
    place.mkdir(mode=0o755)
    if os.geteuid() == 0:
        shutil.chown(place, "postgres", "postgres")
    postgres.make_cluster(place)
    rules = "local all postgres trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
    (place / "cluster" / "pg_hba.conf").write_text(rules)
    settings = (ROOT / "deploy" / "postgres" / "kintrace.conf").read_text()
    with (place / "cluster" / "postgresql.conf").open("a") as file:
        file.write(f"{settings}\nport = {known['DATABASE'].split(':')[2].split('/')[0]}\n")
        file.write(f"unix_socket_directories = '{place}'\nfsync = off\n")
    command = [str(postgres.programs() / "postgres"), "-D", str(place / "cluster")]
    with (place / "log").open("ab") as log:
        words = postgres.as_server_user(*command, "-c", "listen_addresses=127.0.0.1")
        server = subprocess.Popen(words, cwd=place, stdout=log, stderr=log)
    try:
        _wait_for(place, known)
        yield
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(place: Path, known: dict[str, str]) -> None:
    port = int(known["DATABASE"].split(":")[2].split("/")[0])
    known["PSQL"] += f" --port={port}"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            psycopg.connect(host=str(place), port=port, user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError((place / "log").read_text())
