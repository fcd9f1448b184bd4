"""Ours and the rivals, each in a process of its own, so that time and memory are its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from bench import apart

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = ROOT / "var" / "bench-matching"
PINNED = HERE.parent / "matching-rivals.txt"
PYTHON = FOLDER / "venv" / "bin" / "python"
OURS, SPLINK, RECORDLINKAGE = "ours", "Splink, plain recipe", "recordlinkage"
RIVALS = {SPLINK: "splink", RECORDLINKAGE: "recordlinkage"}
LONGEST = 1800  # seconds: who is not done by then is not waited for


@dataclass(frozen=True)
class Linked:
    """Pairs with weights, processor and wall seconds, the greatest memory in GB; for ours also the
    candidates that were weighed, as numbers of rows."""

    pairs: pd.DataFrame
    seconds: float
    wall: float
    memory: float
    candidates: pd.DataFrame | None = None


def prepared() -> None:
    """Make the rivals' environment where it is missing or where the pinned list has changed."""
    apart.laid(PYTHON.parents[1], PINNED, what="rivals")


def febrl(which: str) -> pd.DataFrame:
    """FEBRL 3 or 4 in our columns, without its id field."""
    file = FOLDER / f"{which}.parquet"
    if not file.exists():
        prepared()
        apart.run(str(PYTHON), str(HERE / "rival.py"), which, str(FOLDER))
    return pd.read_parquet(file)


def linked(system: str, source: Path) -> Linked | None:
    """What a system makes of a file; None where it does not end in time or in memory."""
    target = FOLDER / "pairs.parquet"
    target.unlink(missing_ok=True)
    kept = FOLDER / "checkpoints"
    shutil.rmtree(kept, ignore_errors=True)
    if system == OURS:
        command = [sys.executable, "-m", "kintrace.matching", "link", str(source), str(target)]
        command += ["--checkpoints", str(kept)]
    else:
        prepared()
        command = [str(PYTHON), str(HERE / "rival.py"), RIVALS[system], str(source), str(target)]
    used = _timed(command)
    if used is None:
        return None
    found = next(iter(kept.glob("*/candidates.parquet")), None)
    candidates = pd.read_parquet(found) if found else None
    return Linked(pd.read_parquet(target), *used, candidates)


def _timed(command: Sequence[str]) -> tuple[float, float, float] | None:
    """Processor seconds, wall seconds and GB of a command; None where it failed or hung."""
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=apart.surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while True:
        done, status, used = os.wait4(process.pid, os.WNOHANG)
        wall = time.monotonic() - begun
        if done:
            break
        if wall > LONGEST:
            process.kill()
        time.sleep(0.2)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1e6
