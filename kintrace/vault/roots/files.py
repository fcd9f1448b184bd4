"""Root keys in files: a folder of versions, or one file that a manager of secrets lays down."""

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kintrace.vault import ciphers
from kintrace.vault.roots import RootKeyMissing

_NAME = re.compile(r"root-(\d+)\.[a-z]+")
_IN_HEX = 2 * ciphers.KEY


def numbered(folder: Path, ending: str) -> dict[int, Path]:
    """The files `root-N.ending` of a folder, by N."""
    named = [(_NAME.fullmatch(file.name), file) for file in folder.glob(f"root-*.{ending}")]
    return {int(match[1]): file for match, file in sorted(named, key=str) if match}


def write_whole(path: Path, content: bytes) -> Path:
    """Lay a file of mode 0400 into a folder of mode 0700; its name appears when it is whole, for
    others look for the newest version at any moment. Raises FileExistsError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(part)
    finally:
        part.unlink()
    return path


@dataclass(frozen=True)
class FromFiles:
    """A folder of `root-N.key`, 32 bytes each."""

    folder: Path

    def versions(self) -> dict[int, Path]:
        return numbered(self.folder, "key")

    def lend(self, version: int) -> bytearray:
        path = self.versions().get(version)
        if path is None or not path.is_file():
            raise RootKeyMissing(f"Root key {version} is not at hand.")
        return _read(path, version, _as_it_is)

    def make(self, version: int) -> Path:
        key = bytearray(secrets.token_bytes(ciphers.KEY))
        try:
            return write_whole(self.folder / f"root-{version}.key", bytes(key))
        finally:
            ciphers.wipe(key)


@dataclass(frozen=True)
class FromFile:
    """One file, as a manager of secrets or a credential of systemd gives it: 32 bytes, or the same
    in hexadecimal, for some hold text alone. Its version is 1 unless it is named root-N.key."""

    file: Path

    def versions(self) -> dict[int, Path]:
        match = _NAME.fullmatch(self.file.name)
        return {int(match[1]) if match else 1: self.file}

    def lend(self, version: int) -> bytearray:
        if version not in self.versions() or not self.file.is_file():
            raise RootKeyMissing(f"Root key {version} is not at hand.")
        return _read(self.file, version, _from_text)

    def make(self, version: int) -> Path:
        raise RootKeyMissing(
            f"Root key {version} has to be made where KINTRACE_ROOT_KEY_FILE comes from, "
            f"and laid down as root-{version}.key."
        )


def _read(path: Path, version: int, meant: Callable[[bytearray], bytearray]) -> bytearray:
    if _others_may_read(path):
        raise RootKeyMissing(f"Root key {version} can be read by others; set its mode to 0400.")
    held = bytearray(_IN_HEX + 2)
    try:
        with path.open("rb", buffering=0) as file:
            length = file.readinto(held) or 0
    except OSError:
        raise RootKeyMissing(f"Root key {version} cannot be read by this process.") from None
    content = held[:length]
    ciphers.wipe(held)
    key = meant(content)
    if key is not content:
        ciphers.wipe(content)
    if len(key) != ciphers.KEY:
        ciphers.wipe(key)
        raise RootKeyMissing(f"Root key {version} does not hold 32 bytes.")
    return key


def _as_it_is(content: bytearray) -> bytearray:
    return content


def _from_text(content: bytearray) -> bytearray:
    if len(content) == ciphers.KEY:
        return content
    try:
        return bytearray.fromhex(content.decode("ascii").strip())
    except ValueError:
        return bytearray()


def _others_may_read(path: Path) -> bool:
    """A credential of systemd is root's, and the one it is for reads it by an access list, which
    shows as a right of the group; the folder around it is shut to everybody else."""
    about = path.stat()
    home = os.environ.get("CREDENTIALS_DIRECTORY")
    given = home is not None and about.st_uid == 0 and path.parent == Path(home)
    return bool(about.st_mode & (0o037 if given else 0o077))
