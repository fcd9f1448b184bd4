"""Processes as in service: no test setting, a pool on PostgreSQL, and an end without warning."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds; a busy machine starts slowly
MEGABYTE = 1024 * 1024


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> Iterator[int]:
    """A process and what it started, parents first; one that is gone meanwhile is passed over."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for one in threads for child in (one / "children").read_text().split()]
    except OSError:
        return
    yield pid
    for child in children:
        yield from family(int(child))


def is_there(pid: int) -> bool:
    """Whether a process runs, and does not merely wait to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def kill(pids: list[int]) -> None:
    """SIGKILL, in this order; returns when all are gone."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    until = time.monotonic() + PATIENCE
    while any(map(is_there, pids)):
        if time.monotonic() > until:
            raise TimeoutError("a killed process is still there")
        time.sleep(0.01)


def resident(pids: list[int]) -> float:
    """Memory of these processes in MB; pages that several share count in each (RSS)."""
    total = 0
    for pid in pids:
        try:
            words = Path(f"/proc/{pid}/statm").read_text().split()
        except OSError:
            continue
        total += int(words[1]) * os.sysconf("SC_PAGE_SIZE")
    return total / MEGABYTE


@dataclass
class Process:
    """One command that is started, killed and started again. Its words go to a file."""

    command: list[str]
    environment: Mapping[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=dict(self.environment), stdout=said, stderr=said
            )

    @property
    def pids(self) -> list[int]:
        return list(family(self.process.pid)) if self.process else []

    def kill(self, *, children_only: bool = False) -> None:
        """As the kernel does it when memory is short: the whole, or only what serves."""
        pids = self.pids[1:] if children_only else self.pids
        kill(pids)
        if self.process and not children_only:
            self.process.wait(10)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


@dataclass
class Web(Process):
    """gunicorn with one worker of four threads, on one port for all its lives."""

    port: int = field(default_factory=free_port)
    first_page: str = "/en/"

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ready(self) -> float:
        """Wait until the first page is served; gives the seconds that took."""
        return self.answers(self.first_page)

    def answers(self, path: str) -> float:
        """The same for a page of this address."""
        begun = time.monotonic()
        while time.monotonic() < begun + PATIENCE:
            try:
                urllib.request.urlopen(f"{self.home}{path}", timeout=5).close()  # noqa: S310 our own
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return time.monotonic() - begun
        raise TimeoutError(f"no page within {PATIENCE} s: {self.log.read_text()[-2000:]}")


@contextmanager
def serving(web: Web) -> Iterator[Web]:
    """Started, and serving its first page; stopped at the end."""
    web.start()
    try:
        web.ready()
        yield web
    finally:
        web.stop()


def web(environment: Mapping[str, str], log: Path, *more: str, first_page: str = "/en/") -> Web:
    """A server that is not started yet; `more` is said to gunicorn."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "kintrace.config.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"]
    command += ["--log-level", "warning", "--no-control-socket"]
    return Web([*command, *more], environment, log, port=port, first_page=first_page)


def worker(environment: Mapping[str, str], log: Path) -> Process:
    """A worker that is not started yet."""
    command = [sys.executable, "manage.py", "worker", "--pause", "0.05", "--lease", "0.5"]
    return Process([*command, "--attempts", "1000"], environment, log)
