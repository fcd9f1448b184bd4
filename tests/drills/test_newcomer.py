"""A newcomer starts the demo: how long until the first page, and what it takes of the machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import environment
from tests.drills.service import MEGABYTE, ROOT, family, free_port, resident
from tests.drills.visitors import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    Report = Callable[[str, str, str], None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(environment.on_postgres(), reason="the demo brings its own SQLite"),
]

READY = re.compile(r"ready after ([\d.]+) s")
PAGES = ("/en/", "/ar/", "/en/about/", "/ar/take-down/", "/en/answer/", "/demo/", "/sign-in/")
FIRST, SECOND, MEMORY = 60.0, 5.0, 300.0


class Demo:
    """The demo as a newcomer starts it, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> float:
        """Start it and wait for its welcome; gives the seconds it says it took."""
        kept = {name: one for name, one in os.environ.items() if not name.startswith("KINTRACE_")}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kintrace.demo", "--port", str(self.port)],
            cwd=ROOT,
            env={**kept, "KINTRACE_DATA": str(self.folder)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in self.process.stdout or ():
            if found := READY.search(line):
                return float(found[1])
        raise RuntimeError("the demo ended before it was ready")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.communicate(timeout=30)

    def memory(self) -> tuple[float, float]:
        """Of web and worker after some pages, in MB: shared pages counted each time, and once."""
        for path in PAGES:
            assert ask(f"http://127.0.0.1:{self.port}{path}").status == 200
        time.sleep(3)  # the worker does its first duties
        assert self.process
        pids = list(family(self.process.pid))[1:]
        return resident(pids), sum(map(_share, pids))


def _share(pid: int) -> float:
    """A process's own pages and its share of the others (PSS), in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("Pss:")]
    return int(line.split()[1]) * 1024 / MEGABYTE


def test_the_demo_is_there_soon_and_takes_little(tmp_path: Path, report: Report) -> None:
    demo = Demo(tmp_path / "demo")
    try:
        first = demo.start()
        resident, share = demo.memory()
        demo.stop()
        second = demo.start()
    finally:
        demo.stop()
    report("make demo: the first page, all installed", f"{first:.1f} s", f"≤ {FIRST:.0f} s")
    report("make demo: the first page the second time", f"{second:.1f} s", f"≤ {SECOND:.0f} s")
    report(
        "make demo: memory of web and worker",
        f"{resident:.0f} MB resident (shared pages counted once: {share:.0f} MB)",
        f"≤ {MEMORY:.0f} MB",
    )
    assert first < FIRST
    assert second < SECOND * 2  # a busy machine is no finding
    assert share < MEMORY
