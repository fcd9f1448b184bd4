"""The empty database, made by the migrations once and copied for every further run of this code.

The migrations take as long as hundreds of tests, and the runs of `make test` are six. A copy is of
exactly this code, these packages and this Python; whoever comes first makes it, the others wait.
Copies lie in pytest's cache, and without one (-p no:cacheprovider) every run migrates.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tests.postgres import copy_tree, start, stop

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
OF = ("kintrace", "pyproject.toml", "deploy/uv.txt")


@dataclass(frozen=True)
class Copy:
    """Where the copy lies, or will lie when this run has made it: in turn, for the others wait."""

    path: Path
    turn: TextIO

    def is_there(self) -> bool:
        return self.path.exists()

    def lay(self, place: Path) -> None:
        copy_tree(self.path, place)

    def keep(self, made: Path) -> None:
        """Take it over whole or not at all, in the place of those of other code."""
        new = self.path.with_suffix(".new")
        for old in self.path.parent.iterdir():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        copy_tree(made, new)
        new.rename(self.path)

    def leave(self) -> None:
        """It is there: whoever waits goes on."""
        self.turn.close()


def copy_for(config: pytest.Config, database: str) -> Copy | None:
    """The copy of this code's empty database, when nobody is making it any more."""
    cache = getattr(config, "cache", None)
    if cache is None:
        return None
    folder: Path = cache.mkdir(f"migrated-{database}")
    turn = folder.with_suffix(".lock").open("w")
    fcntl.flock(turn, fcntl.LOCK_EX)
    return Copy(folder / _code(), turn)


def _code() -> str:
    told = hashlib.sha256(sys.version.encode())
    for place in (ROOT / name for name in OF):
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            told.update(str(path.relative_to(ROOT)).encode())
            told.update(path.read_bytes())
    return told.hexdigest()[:32]


def keep_file(copy: Copy, database: Path) -> None:
    """SQLite: one file, without what its journal holds beside it."""
    whole = database.with_suffix(".whole")
    with closing(sqlite3.connect(database)) as one, closing(sqlite3.connect(whole)) as other:
        one.backup(other)
    copy.keep(whole)
    whole.unlink()


def keep_cluster(copy: Copy, folder: Path) -> None:
    """PostgreSQL: the data of a server, which stops for as long as they are copied."""
    stop(folder)
    try:
        copy.keep(folder / "cluster")
    finally:
        start(folder)
