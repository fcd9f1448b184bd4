"""`make faults`: everything breaks once, on a PostgreSQL that flushes; writes RELIABILITY.md.

The tests of tests/drills/faults in their long form. Each says what was seen, what was lost and how
soon it works again; a run that fails writes nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import reliability

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "tests/drills/faults"
LONGEST = 10 * 60  # seconds, on two cores that nobody else uses
LONG = {"KINTRACE_TEST_FAULTS": "long", "KINTRACE_TEST_POSTGRES": "1"}


def main() -> int:
    """Run the suite, print its table, and write it down when all of it held."""
    begun = time.monotonic()
    with tempfile.NamedTemporaryFile(prefix="kintrace-faults-") as figures:
        told = os.environ | LONG | {"KINTRACE_TEST_FIGURES": figures.name}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", FOLDER]
        failed = subprocess.run(command, cwd=ROOT, env=told, check=False).returncode
        lines = _lines(Path(figures.name))
    seconds = time.monotonic() - begun
    took = f"{seconds / 60:.1f} minutes"
    lines.append(("the whole suite", took, f"≤ {LONGEST // 60} minutes on two idle cores"))
    print(
        "\n".join(f"\n{what}\n    {measured}\n    goal: {goal}" for what, measured, goal in lines)
    )
    if not failed:
        reliability.write("Faults", lines)
    return failed


def _lines(figures: Path) -> list[reliability.Line]:
    """What each test noted, in the order in which they ran; the database is the same for all."""
    noted = [json.loads(one) for one in figures.read_text().splitlines()]
    return [(what, measured, goal) for what, _database, measured, goal in noted]


if __name__ == "__main__":
    sys.exit(main())
