"""Both sides as in service, asked kind by kind and then together; who worked how much for it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from bench.capacity.demand import KINDS
from tests import environment, postgres
from tests.drills.service import family, free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.capacity.requests import Request

ROOT = Path(__file__).resolve().parents[2]
WORKERS, THREADS = 2, 4
SECONDS, WARM_UP, LINES = 8, 3, 4
TOGETHER = (1, 2, 4, 8, 16, 32)
MOST = {"a message with its stamp": 40, "photo from a camera, 12 MP": 12}  # of one line
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Side:
    """One gunicorn."""

    port: int
    pid: int


@dataclass(frozen=True)
class Work:
    """CPU seconds of each since the machine began: both sides, PostgreSQL, everybody, nobody."""

    public: float
    staff: float
    database: float
    machine: float
    idle: float

    def __sub__(self, before: Work) -> Work:
        return Work(*(getattr(self, one) - getattr(before, one) for one in _PARTS))

    @property
    def ours(self) -> float:
        return self.public + self.staff + self.database


_PARTS = ("public", "staff", "database", "machine", "idle")


@dataclass(frozen=True)
class Round:
    """What one round gave."""

    name: str
    lines: int
    seconds: float
    took: dict[str, list[float]]
    wrong: dict[str, list[int]]
    work: Work

    @property
    def answers(self) -> int:
        return sum(map(len, self.took.values()))

    @property
    def a_second(self) -> float:
        return self.answers / self.seconds

    def slow(self, kind: str | None = None) -> float:
        """One in twenty takes longer, of a kind or of all."""
        took = self.took[kind] if kind else [one for every in self.took.values() for one in every]
        return quantiles(took, n=20)[-1] if len(took) > 1 else (took or [0.0])[0]


@contextmanager
def sides() -> Iterator[tuple[Side, Side]]:
    """The public and the staff side."""
    told = _surroundings()
    with (
        _server("bench.served", told | _public()) as public,
        _server("bench.capacity.desk", told | _staff()) as staff,
    ):
        yield public, staff


def _surroundings() -> dict[str, str]:
    from kintrace.operations.forgetting import SURROUNDINGS  # noqa: PLC0415 - Django first

    kept = {name: held for name, held in os.environ.items() if not name.startswith("KINTRACE_")}
    data = environment.folder() / "data"
    told: dict[str, str] = {
        **kept,
        **SURROUNDINGS,
        "KINTRACE_TLS": "0",
        "KINTRACE_SECRET_KEY": os.environ["KINTRACE_SECRET_KEY"],
        "KINTRACE_ANSWER_SALT": secrets.token_hex(16),
        "KINTRACE_DATA": str(data),
        "KINTRACE_LOG_LEVEL": "ERROR",
        "KINTRACE_PUBLIC_ADDRESS": "http://localhost:8000",
        "WEB_CONCURRENCY": str(WORKERS),
    }
    command = [sys.executable, "manage.py", "collectstatic", "--no-input"]
    subprocess.run(command, cwd=ROOT, env=told | _public(), check=True, capture_output=True)
    return told


def _public() -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "KINTRACE_SIDE": "public",
        "KINTRACE_ROOT_KEYS": str(environment.folder() / "no-keys-here"),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.PUBLIC),
    }


def _staff() -> dict[str, str]:
    """The keys by a path of their own: a staff side refuses to find them among its data."""
    keys = environment.folder() / "keys"
    if not keys.exists():
        keys.symlink_to(environment.folder() / "data" / "keys")
    return {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": "staff",
        "KINTRACE_ROOT_KEYS": str(keys),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.STAFF),
    }


@contextmanager
def _server(application: str, told: dict[str, str]) -> Iterator[Side]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:kintrace.operations.serving"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    command += ["--threads", str(THREADS), f"{application}:application"]
    process = subprocess.Popen(command, cwd=ROOT, env=told)
    try:
        yield Side(port, process.pid)
    finally:
        process.terminate()
        process.wait(60)


def measured(
    public: Side, staff: Side, requests: dict[str, list[Request]], say: Callable[[str], None]
) -> tuple[list[Round], list[Round]]:
    """Each kind alone, then all of them in the mix by ever more lines."""
    ask = _Asker(public, staff, requests)
    ask.wait()
    alone, together = [], []
    for kind in KINDS:
        ask.round({kind.name: 1.0}, lines=LINES, seconds=WARM_UP)
        alone.append(ask.round({kind.name: 1.0}, lines=LINES, seconds=SECONDS, name=kind.name))
        say(f"{kind.name}: {alone[-1].a_second:.1f} a second, p95 {alone[-1].slow():.0f} ms")
    mix = {kind.name: kind.a_second for kind in KINDS if kind.name not in MOST}
    for lines in TOGETHER:
        together.append(ask.round(mix, lines=lines, seconds=SECONDS, name="the mix"))
        say(f"the mix, {lines} lines: {together[-1].a_second:.1f} a second")
    return alone, together


class _Asker:
    def __init__(self, public: Side, staff: Side, requests: dict[str, list[Request]]) -> None:
        self.ports = {"public": public.port, "staff": staff.port}
        self.public, self.staff, self.requests = public, staff, requests
        self.used: dict[str, int] = {}

    def wait(self) -> None:
        """Until both answer."""
        for kind in ("the wall", "work list"):
            for _ in range(300):
                if not self.round({kind: 1.0}, lines=1, seconds=0.2).wrong[kind]:
                    break
                time.sleep(0.3)
            else:
                raise TimeoutError("a side did not start")

    def round(
        self, weights: dict[str, float], *, lines: int, seconds: float, name: str = ""
    ) -> Round:
        sides_of = {kind.name: kind.side for kind in KINDS}
        kinds: dict[str, Any] = {
            kind: {
                "weight": weight,
                "port": self.ports[sides_of[kind]],
                "requests": self._fresh(kind),
            }
            for kind, weight in weights.items()
        }
        most = min([MOST[kind] for kind in weights if kind in MOST], default=10**9)
        plan = {"seconds": seconds, "lines": lines, "most": most, "kinds": kinds}
        before = self.work()
        done = subprocess.run(
            [sys.executable, "-m", "bench.capacity.asking"],
            cwd=ROOT,
            input=json.dumps(plan),
            capture_output=True,
            text=True,
            check=True,
        )
        told, work = json.loads(done.stdout), self.work() - before
        took = {kind: one["took"] for kind, one in told["kinds"].items()}
        wrong = {kind: one["wrong"] for kind, one in told["kinds"].items()}
        return Round(name, lines, told["seconds"], took, wrong, work)

    def _fresh(self, kind: str) -> list[Request]:
        """A message is taken once: each round has others."""
        if kind != "a message with its stamp":
            return self.requests[kind]
        begun = self.used.get(kind, 0)
        self.used[kind] = begun + 160
        return self.requests[kind][begun : begun + 160]

    def work(self) -> Work:
        machine = [int(one) / TICK for one in Path("/proc/stat").read_text().split()[1:9]]
        server = postgres.server_of(environment.server_folder())
        return Work(
            _cpu(self.public.pid), _cpu(self.staff.pid), _cpu(server), sum(machine), machine[3]
        )


def _cpu(pid: int) -> float:
    """Seconds that a process, what it started and what of that has ended have used."""
    used = 0.0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += sum(map(int, fields[11:15])) / TICK
    return used


def memory(pid: int) -> float:
    """Megabytes of a process and its children; what they share counts once (PSS)."""
    total = 0
    for one in family(pid):
        rows = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / 1024
