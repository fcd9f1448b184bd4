"""Workers as real processes on the run's real database."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
Start = Callable[..., "subprocess.Popen[bytes]"]
COMMAND = [sys.executable, str(ROOT / "manage.py"), "worker", "--pause", "0.05"]


def until(happened: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "workers.log"


@pytest.fixture
def start(transactional_db: None, log: Path) -> Iterator[Start]:
    """`start("--lease", "1", KINTRACE_FROM="…")` gives a worker that ends with the test."""
    workers: list[subprocess.Popen[bytes]] = []

    def begin(*options: str, **surroundings: str) -> "subprocess.Popen[bytes]":
        with log.open("ab") as output:
            worker = subprocess.Popen(
                [*COMMAND, *options],
                cwd=ROOT,
                env=os.environ | surroundings,
                stdout=output,
                stderr=output,
            )
        workers.append(worker)
        return worker

    yield begin
    for worker in workers:
        worker.kill()
        worker.wait(10)
