"""SECURITY.md: what `make attack` found, one section for each part."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench import results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.reliability import Line

FILE = Path(__file__).resolve().parents[1] / "SECURITY.md"
TITLE = "# Security\n\n"


def write(section: str, table: Iterable[str]) -> None:
    """Put a section in the place of an earlier run's; the other sections stay."""
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    said = (
        f"{datetime.now(UTC):%d %B %Y}, commit {results.commit()}, Python "
        f"{sys.version.split()[0]}, {os.cpu_count()} cores, load average at the end {loads}. "
        "Repeat: `make attack`."
    )
    text = [f"## {section}", "", said, "", *table, ""]
    results.replaced(FILE, "\n".join(text), title=TITLE)


def lines(found: Iterable[Line]) -> list[str]:
    """What was done, what came of it, and what was promised."""
    rows = [f"| {' | '.join(line)} |" for line in found]
    return ["| done | measured | goal |", "|---|---|---|", *rows]
