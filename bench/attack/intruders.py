"""Intruders against the house as it serves: what each got, and when somebody was told.

They are the tests that carry the mark `attack`, on a PostgreSQL; tests/attacks/table.py says what
each may come to. One that is in the table and was not played is a fault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.attacks.table import PROMISES

ROOT = Path(__file__).resolve().parents[2]
MARKED = "attack and (slow or not slow)"


@dataclass(frozen=True)
class Came:
    """The most that an intruder came to, of all that were played."""

    tried: str
    got: int
    noticed: timedelta | None


def play() -> tuple[dict[str, Came], int]:
    """Play all of them; gives what came of each, and the exit code of the run."""
    with tempfile.NamedTemporaryFile(prefix="kintrace-attacks-") as told:
        surroundings = {"KINTRACE_TEST_POSTGRES": "1", "KINTRACE_TEST_ATTACKS": told.name}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-m", MARKED]
        done = subprocess.run(command, cwd=ROOT, env=os.environ | surroundings, check=False)
        return worst(Path(told.name).read_text().splitlines()), done.returncode


def worst(lines: list[str]) -> dict[str, Came]:
    """Of several tries of one intruder the one that got most, and of these the latest noticed."""
    found: dict[str, Came] = {}
    for line in lines:
        who, tried, got, seconds = json.loads(line)
        came = Came(tried, got, None if seconds is None else timedelta(seconds=seconds))
        if who not in found or _weight(came) > _weight(found[who]):
            found[who] = came
    return found


def _weight(came: Came) -> tuple[int, timedelta]:
    return came.got, came.noticed or timedelta(0)


def faults(found: dict[str, Came]) -> list[str]:
    """Who was not played; and who is played and stands in no table."""
    missing = [f"{who}: not played" for who in PROMISES if who not in found]
    return missing + [f"{who}: no promise" for who in found if who not in PROMISES]


def table(found: dict[str, Came]) -> list[str]:
    """Lines of a table for bench/SECURITY.md."""
    lines = ["| intruder | tried | got | told after | promise |", "|---|---|---|---|---|"]
    for who, promise in PROMISES.items():
        came = found.get(who)
        if came is None:
            lines.append(f"| {who} | not played | | | |")
            continue
        most = f"≤ {promise.most:,} {promise.what}" if promise.most else f"no {promise.what}"
        most += f"; {_told(promise.noticed, 'told within ') or promise.why}"
        told = _told(came.noticed) or "nobody is"
        lines.append(f"| {who} | {came.tried} | {came.got:,} {promise.what} | {told} | {most} |")
    return lines


def _told(after: timedelta | None, before: str = "") -> str:
    """A time as people say it; "" for none."""
    if after is None:
        return ""
    if after < timedelta(seconds=1):
        return f"{before.removesuffix('within ')}the moment it happens"
    if after < timedelta(hours=2):
        return f"{before}{after.total_seconds() / 60:.0f} min"
    return f"{before}{after.total_seconds() / 86400:.0f} days"
