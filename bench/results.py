"""RESULTS.md: one section for each benchmark, put in the place of the one of an earlier run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def written(section: str) -> None:
    """Replace the section of RESULTS.md with the same heading."""
    replaced(RESULTS, section, title="# Results\n\n")


def replaced(file: Path, section: str, *, title: str) -> None:
    """Replace the section with the same heading; what else stands in the file stays."""
    heading = section.partition("\n")[0] + "\n"
    old = file.read_text(encoding="utf-8") if file.exists() else title
    without = re.sub(
        rf"^{re.escape(heading)}.*?(?=^## |\Z)", "", old, flags=re.DOTALL | re.MULTILINE
    )
    file.write_text(without.rstrip() + "\n\n" + section, encoding="utf-8")


def commit() -> str:
    """The commit that was measured."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=RESULTS.parent)
    return done.stdout.strip() or "unknown"
