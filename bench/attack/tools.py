"""The tools of `make attack`, in an environment of their own: none of them is part of Kintrace."""

from __future__ import annotations

import os
from pathlib import Path

from bench import apart

PINNED = Path(__file__).resolve().parent / "tools.txt"
FOLDER = apart.ROOT / "var" / "attack"
VENV = FOLDER / "venv"


def tool(name: str) -> Path:
    """Where a tool stands; it is installed first where that has not been done yet."""
    apart.laid(VENV, PINNED, what="tools of the attack")
    return VENV / "bin" / name


def surroundings() -> dict[str, str]:
    """A tool finds its own siblings: semgrep looks for its core, and for Python, along the path."""
    kept = apart.surroundings()
    return kept | {"PATH": os.pathsep.join((str(VENV / "bin"), kept.get("PATH", os.defpath)))}
