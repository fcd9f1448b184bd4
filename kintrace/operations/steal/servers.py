"""Real servers in the house of the theft: staff side, public side and worker, each a process."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kintrace.operations import forgetting
from kintrace.operations.steal.browser import Unexpected

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60  # seconds until a server has to answer


@dataclass(frozen=True)
class Server:
    """A process that was started, what it is, and the port it answers at (0: at none)."""

    name: str
    process: subprocess.Popen[bytes]
    sign: str  # what its memory holds as long as it runs
    port: int = 0


@contextmanager
def serving(*, careless: bool) -> Iterator[dict[str, Server]]:
    """Serve this house as an operator would, for as long as the block lasts.

    careless: without overwriting what is freed, so that one sees what would be found.
    """
    staff = {
        **os.environ,
        **({} if careless else forgetting.SURROUNDINGS),
        "KINTRACE_TESTING": "",
        "KINTRACE_SIDE": "staff",
        "KINTRACE_TLS": "0",
    }
    public = {
        **staff,
        "KINTRACE_SIDE": "public",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ROOT_KEYS": "/no/keys/here",
        "KINTRACE_DATABASE_URL": os.environ["KINTRACE_STEAL_PUBLIC"],
    }
    if _manage(staff, "collectstatic", "--noinput", "--verbosity=0").wait():
        raise Unexpected("the static files could not be collected")
    with ExitStack() as stack:
        servers = {
            "staff": _gunicorn("staff", staff),
            "public": _gunicorn("public", public),
            "worker": _worker(staff),
        }
        for server in servers.values():
            stack.callback(_stop, server.process)
        for server in servers.values():
            _wait(server)
        yield servers


def _gunicorn(name: str, surroundings: dict[str, str]) -> Server:
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:kintrace.operations.serving"]
    command.append(f"--bind=127.0.0.1:{port}")
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings)  # noqa: S603 our own command
    return Server(name, process, surroundings["KINTRACE_SECRET_KEY"], port)


def _worker(surroundings: dict[str, str]) -> Server:
    process = _manage(surroundings, "worker", "--with-parent")
    return Server("worker", process, surroundings["KINTRACE_SECRET_KEY"])


def _manage(surroundings: dict[str, str], *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    return subprocess.Popen(command, cwd=ROOT, env=surroundings)  # noqa: S603 our own command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while server.port and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", server.port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
        if server.process.poll() is not None:
            raise Unexpected(f"the {server.name} server did not start")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
