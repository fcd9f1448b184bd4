"""Workers as real processes on the run's real database."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from kintrace.network.models import Society
from kintrace.operations.tests.safes import PHOTO, Safe
from kintrace.vault import safe_files
from kintrace.vault.actions import open_file
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as

ROOT = Path(__file__).resolve().parents[3]
MakeSociety = Callable[..., Society]
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


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    return Safe(tmp_path / "backups")


@pytest.fixture
def file(
    transactional_db: None,
    make_society: MakeSociety,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Slot:
    """The slot of a file with a sealed photo in it."""
    monkeypatch.setattr(settings, "SAFE_FILES", tmp_path / "sealed")
    society = make_society("AT")
    with reading_as(society.pk):
        name = open_file(society.pk)
        safe_files.keep(PHOTO, file=name, name="photo.jpg")
        return Slot.objects.get(file=name)
