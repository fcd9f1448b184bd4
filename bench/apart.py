"""Tools and rivals in an environment of their own: none of them is part of Kintrace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OURS = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE"}


def laid(venv: Path, pinned: Path, *, what: str) -> None:
    """Make the environment where it is missing or where the pinned list has changed."""
    stamp, wanted = venv / ".installed", sha256(pinned.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing the {what} …", file=sys.stderr)
    empty(venv)
    asked = ("--quiet", "--python", str(venv / "bin" / "python"), "--require-hashes", str(pinned))
    run(installer(), "pip", "sync", *asked)
    stamp.write_text(wanted)


def empty(venv: Path) -> None:
    """An environment of this Python with nothing in it."""
    venv.parent.mkdir(parents=True, exist_ok=True)
    run(installer(), "venv", "--quiet", "--clear", "--python", sys.executable, str(venv))


def installer() -> str:
    """The uv that `deploy/prepare.py` used."""
    return shutil.which("uv") or str(ROOT / ".venv" / ".boot" / "bin" / "uv")


def run(*command: str) -> None:
    """Run a command that sees nothing of ours. Raises CalledProcessError."""
    subprocess.run(command, check=True, env=surroundings())


def surroundings() -> dict[str, str]:
    """Nothing of ours; uv has its own name for a mirror of the index."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    if "PIP_INDEX_URL" in kept:
        kept.setdefault("UV_DEFAULT_INDEX", kept["PIP_INDEX_URL"])
    return kept
