"""A store in a folder of this machine: written beside, flushed to the disk, then named."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.vault.stores import Lying, Piece, StoreAway, is_plain, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kintrace.vault.stores import Wrong

_HALF = "."  # how the names begin of what is not whole


class OnDisk:
    """`place` is the setting that names the folder; `shared`: another user reads it, too."""

    def __init__(self, *, place: str, shared: bool = False) -> None:
        self._place = place
        self._modes = (0o644, 0o755) if shared else (0o600, 0o700)

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Without room it raises OSError, which the house tells as it tells of any full disk."""
        path = self._path(name)
        half = path.with_name(f"{_HALF}{token_hex(8)}")
        try:
            self._make(path.parent)
            self._write(half, pieces)
            half.replace(path)
            _sync(path.parent)
        except BaseException:
            _gone(half)
            raise

    def _make(self, folder: Path) -> None:
        """The folder and what is missing above it, all for the same people."""
        if not folder.is_dir():
            if folder != self._root():
                self._make(folder.parent)
            folder.mkdir(mode=self._modes[1], parents=True, exist_ok=True)

    def _write(self, half: Path, pieces: Iterable[bytes]) -> None:
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, self._modes[0])
        with os.fdopen(handle, "wb") as written:
            written.writelines(pieces)
            written.flush()
            os.fsync(written.fileno())

    def get(self, name: str) -> bytes:
        return self._path(name).read_bytes()

    @contextmanager
    def piece(self, name: str, start: int = 0, stop: int | None = None) -> Iterator[Piece]:
        with self._path(name).open("rb") as file:
            whole = os.fstat(file.fileno()).st_size
            end = whole if stop is None else min(stop, whole)
            file.seek(start)
            yield Piece(max(0, end - start), file.read)

    def size(self, name: str) -> int:
        return self._path(name).stat().st_size

    def delete(self, beginning: str) -> None:
        path = self._root() / beginning
        if beginning.endswith("/"):
            shutil.rmtree(path, ignore_errors=True)
            if path.exists():
                raise StoreAway
            return
        with suppress(FileNotFoundError), os.scandir(path.parent) as there:
            ours = [one.path for one in there if one.name.startswith(path.name)]
            for file in ours:
                Path(file).unlink(missing_ok=True)

    def lying(self) -> Iterator[Lying]:
        for path in self._files():
            with suppress(FileNotFoundError):  # deleted since it was listed
                name = path.relative_to(self._root()).as_posix()
                if is_plain(name):
                    yield Lying(name, _since(path))

    def strangers(self) -> int:
        whole = (one for one in self._files() if not one.name.startswith(_HALF))
        return sum(not is_plain(one.relative_to(self._root()).as_posix()) for one in whole)

    def tidy(self, before: datetime) -> None:
        for path in self._files():
            with suppress(FileNotFoundError):
                if path.name.startswith(_HALF) and _since(path) < before:
                    path.unlink()

    def open_to_others(self, probe: str, called: str) -> Iterator[Wrong]:
        del probe
        if not self._modes[0] & 0o077 and self._root().stat().st_mode & 0o077:
            yield f"Others may enter the folder of {called} files.", f"chmod 700 {self._root()}"

    def read_only(self, probe: str, called: str) -> Iterator[Wrong]:
        """What a user may do with a folder its owner sets; `doctor` looks whether it is read."""
        del probe, called
        yield from ()

    def _root(self) -> Path:
        return Path(getattr(settings, self._place))

    def _path(self, name: str) -> Path:
        return self._root() / plain(name)

    def _files(self) -> Iterator[Path]:
        """In order, and never more than a folder of them in memory."""
        for folder, folders, names in os.walk(self._root()):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names))


def _since(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _gone(half: Path) -> None:
    with suppress(OSError):
        half.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
