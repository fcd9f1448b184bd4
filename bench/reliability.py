"""RELIABILITY.md: what `make faults` and `make drill` measured, one section each."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench import results

if TYPE_CHECKING:
    from collections.abc import Iterable

    Line = tuple[str, str, str]  # what was done, what was measured, the goal

FILE = Path(__file__).resolve().parent / "RELIABILITY.md"
TITLE = "# Reliability\n\n"


def write(section: str, lines: Iterable[Line]) -> None:
    """Put a section's table in the place of an earlier run's; the other sections stay."""
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    table = [f"| {' | '.join(line)} |" for line in lines]
    text = [
        f"## {section}",
        "",
        f"{datetime.now(UTC):%d %B %Y}, commit {results.commit()}, "
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, "
        f"load average at the end {loads}.",
        "",
        "| done | measured | goal |",
        "|---|---|---|",
        *table,
        "",
    ]
    results.replaced(FILE, "\n".join(text), title=TITLE)
