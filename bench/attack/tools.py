"""The tools of `make attack`, in an environment of their own: none of them is part of Kintrace."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from bench.names.rivals import installer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PINNED = HERE / "tools.txt"
FOLDER = ROOT / "var" / "attack"
VENV = FOLDER / "venv"
STAMP = VENV / ".installed"


def tool(name: str) -> Path:
    """Where a tool stands; it is installed first where that has not been done yet."""
    prepared()
    return VENV / "bin" / name


def prepared() -> None:
    """Make the environment where it is missing or where the pinned list has changed."""
    wanted = sha256(PINNED.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Installing the tools of the attack …", file=sys.stderr)
    FOLDER.mkdir(parents=True, exist_ok=True)
    uv, python = installer(), str(VENV / "bin" / "python")
    _run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
    asked = ("--quiet", "--python", python, "--require-hashes", str(PINNED))
    _run(uv, "pip", "sync", *asked)
    STAMP.write_text(wanted)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, env=surroundings())


def surroundings() -> dict[str, str]:
    """A tool finds its own siblings and nothing of ours; uv has its own name for a mirror."""
    ours = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    if "PIP_INDEX_URL" in kept:
        kept.setdefault("UV_DEFAULT_INDEX", kept["PIP_INDEX_URL"])
    # semgrep looks for its core, and for Python, along the path.
    kept["PATH"] = os.pathsep.join((str(VENV / "bin"), kept.get("PATH", os.defpath)))
    return kept
