"""The changes of PostgreSQL as they happen, sealed: so that a database comes back to any moment.

`python -m kintrace.operations.archive keep|base|prune` on the server of the database, which can
write and not read; `fetch|unpack` on the machine that restores, with the identity (docs/backup.md).
Standard library and pyrage only: PostgreSQL runs it for each segment of its log.

What lies here holds everything, keys and marks included: sealed to the recipient of the keys, and
deleted after 30 days at the latest.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyrage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST = 30  # days: as long as any copy that can hold a key (protection/retention.py)
NOT_THERE, BROKEN = 1, 126  # PostgreSQL reads on without the first, and stops at the second
STAMP = "%Y%m%dT%H%M%SZ"
AT_ONCE = 1024 * 1024


class Refused(Exception):
    """Why it was not done; PostgreSQL keeps the segment and tries again."""


def main(words: Sequence[str]) -> int:
    """Do what the words say; the number is what PostgreSQL makes of it."""
    said = _parser().parse_args(words)
    try:
        done: int = said.do(said)
    except (Refused, OSError, pyrage.RecipientError, pyrage.IdentityError) as reason:
        sys.stderr.write(f"archive {said.what}: {reason}\n")
        return BROKEN if said.what == "fetch" else 1
    return done


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kintrace.operations.archive")
    kinds = parser.add_subparsers(dest="what", required=True)
    _kind(kinds, "keep", _keep, "path", "name", "--to", "--recipient")
    base = _kind(kinds, "base", _base, "--to", "--recipient", "--user", "--host", "--port")
    base.add_argument("--days", type=int, default=LONGEST)
    prune = _kind(kinds, "prune", _prune, "--to")
    prune.add_argument("--days", type=int, default=LONGEST)
    _kind(kinds, "fetch", _fetch, "name", "path", "--from", "--identity")
    _kind(kinds, "unpack", _unpack, "--from", "--identity", "--into", "--until")
    return parser


def _kind(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    do: Callable[[argparse.Namespace], int],
    *words: str,
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name)
    parser.set_defaults(do=do)
    for word in words:
        if not word.startswith("--"):
            parser.add_argument(word)
        elif word in {"--host", "--port", "--user"}:
            parser.add_argument(word, default="")
        else:
            parser.add_argument(word, required=True, dest=word[2:].replace("from", "source"))
    return parser


# --- on the server of the database ---


def _keep(said: argparse.Namespace) -> int:
    """Seal one segment. Asked again for the same, it says yes; for another of its name, no."""
    path, target = Path(said.path), Path(said.to, f"{said.name}.age")
    total = _sum_of(path)
    noted = target.with_suffix(".sum")
    if target.exists():
        if noted.exists() and noted.read_text() == total:
            return 0
        raise Refused(f"another {target.name} lies there already: two servers write to one place")
    with path.open("rb") as plain:
        _seal(plain, target, said.recipient, before=lambda: _write_whole(noted, total))
    return 0


def _base(said: argparse.Namespace) -> int:
    """Seal a copy of the whole server, from which the changes are gone through."""
    command = ["pg_basebackup", "--pgdata=-", "--format=tar", "--wal-method=none"]
    command += ["--checkpoint=fast", "--no-password"]
    place = (("username", said.user), ("host", said.host), ("port", said.port))
    command += [f"--{name}={value}" for name, value in place if value]
    target = Path(said.to, "base-running.age")
    with subprocess.Popen(command, stdout=subprocess.PIPE) as copy:  # noqa: S603 our own command
        if copy.stdout is None:
            raise Refused("pg_basebackup gave nothing to read")
        _seal(copy.stdout, target, said.recipient, before=lambda: _ended_well(copy))
    # Named by its end: a moment before that cannot be reached from it.
    target.replace(target.with_name(f"base-{datetime.now(UTC):{STAMP}}.age"))
    _sync(target.parent)
    return _prune(said)


def _ended_well(copy: subprocess.Popen[bytes]) -> None:
    if copy.wait():
        raise Refused(f"pg_basebackup ended with {copy.returncode}")


def _prune(said: argparse.Namespace) -> int:
    """Delete what is over its time: whoever was erased is in no copy any more."""
    if said.days not in range(1, LONGEST + 1):
        raise Refused(f"keep it for 1 to {LONGEST} days: it holds keys of people who were erased")
    for file in Path(said.to).iterdir():
        if file.is_file() and file.stat().st_mtime < time.time() - said.days * 86400:
            file.unlink()
    return 0


def _seal(plain: IO[bytes], target: Path, recipient: str, *, before: Callable[[], None]) -> None:
    """Encrypt into a file whose name appears when it is whole and on the disk."""
    keys = [pyrage.x25519.Recipient.from_str(recipient)]
    handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)  # mode 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            pyrage.encrypt_io(plain, sink, keys)
            sink.flush()
            os.fsync(sink.fileno())
        before()
        part.replace(target)
        _sync(target.parent)
    except pyrage.EncryptError as reason:
        raise Refused("the cipher could not go on") from reason
    finally:
        part.unlink(missing_ok=True)


def _write_whole(file: Path, text: str) -> None:
    part = file.with_name(f".{file.name}")
    with part.open("w") as sink:
        sink.write(text)
        sink.flush()
        os.fsync(sink.fileno())
    part.replace(file)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _sum_of(file: Path) -> str:
    total = hashlib.sha256()
    with file.open("rb") as stream:
        for piece in iter(lambda: stream.read(AT_ONCE), b""):
            total.update(piece)
    return total.hexdigest()


# --- on the machine that restores ---


def _fetch(said: argparse.Namespace) -> int:
    """restore_command: open one segment, whole or not at all."""
    sealed, target = Path(said.source, f"{said.name}.age"), Path(said.path)
    if not sealed.is_file():
        return NOT_THERE
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as sink:
            _open(sealed, said.identity, sink)
            sink.flush()
            os.fsync(sink.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return 0


def _unpack(said: argparse.Namespace) -> int:
    """Lay out a server as it was before the moment, which goes on to it when it is started.

    Until everything said since is done again (manage.py restore --recovered) no session finds a
    table in it.
    """
    moment, into = datetime.fromisoformat(said.until), Path(said.into)
    if moment.tzinfo is None:
        raise Refused("say the zone of the moment: 2026-11-30T14:05:00+00:00")
    if into.exists() and any(into.iterdir()):
        raise Refused(f"{into} is not empty")
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    base = _base_before(Path(said.source), moment)
    _lay_out(base, said.identity, into)
    fetch = [sys.executable, "-m", "kintrace.operations.archive", "fetch", "%f", "%p"]
    fetch += ["--from", str(Path(said.source).resolve())]
    fetch += ["--identity", str(Path(said.identity).resolve())]
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    paths = [str(Path(__file__).resolve().parents[2]), *filter(None, given)]
    command = " ".join(word if word[0] == "%" else shlex.quote(word) for word in fetch)
    lines = {
        "restore_command": f"PYTHONPATH={shlex.quote(os.pathsep.join(paths))} {command}",
        "recovery_target_time": moment.astimezone(UTC).isoformat(sep=" "),
        "recovery_target_action": "promote",
        "search_path": "",  # nobody is served before its end: kintrace/operations/restoring.py
    }
    quoted = {name: value.replace("'", "''") for name, value in lines.items()}
    with (into / "postgresql.auto.conf").open("a") as conf:
        conf.writelines(f"{name} = '{value}'\n" for name, value in quoted.items())
    (into / "recovery.signal").touch()
    sys.stdout.write(f"{base.name} lies in {into}; start PostgreSQL on it.\n")
    return 0


def _lay_out(base: Path, identity: str, into: Path) -> None:
    """All of it, or nothing."""
    try:
        with _opened(base, identity) as plain, tarfile.open(fileobj=plain, mode="r|") as archive:
            archive.extractall(into, members=_inside(archive))  # noqa: S202 looked at there
    except (Refused, OSError, tarfile.TarError) as reason:
        shutil.rmtree(into)
        raise Refused(f"{base.name} could not be laid out: {reason}") from reason


def _inside(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for member in archive:
        plain = member.isfile() or member.isdir()  # through a link the next one gets outside
        if not plain or member.name.startswith("/") or ".." in Path(member.name).parts:
            raise Refused("a file in it would lie outside its folder")
        yield member


def _base_before(folder: Path, moment: datetime) -> Path:
    latest = f"{moment.astimezone(UTC):{STAMP}}"
    found = [file for file in folder.glob("base-*.age") if file.stem.split("-")[1] < latest]
    if not found:
        raise Refused(f"there is no base backup before that moment in {folder}")
    return max(found)


def _open(sealed: Path, identity: str, into: IO[bytes]) -> None:
    lines = Path(identity).read_text().splitlines()
    keys = [line for line in lines if line.startswith("AGE-SECRET-KEY-")]
    if not keys:
        raise Refused(f"{identity} holds no age identity")
    try:
        with sealed.open("rb") as stream:
            pyrage.decrypt_io(stream, into, [pyrage.x25519.Identity.from_str(keys[0])])
    except (pyrage.DecryptError, OSError) as reason:
        if isinstance(reason, OSError) and reason.errno is not None:
            raise
        raise Refused(f"{sealed.name} does not open: damaged, or another's identity") from reason


@contextmanager
def _opened(sealed: Path, identity: str) -> Iterator[IO[bytes]]:
    """What is in a sealed file, to be read once. Raises Refused when it is damaged."""
    reading, writing = os.pipe()
    trouble: list[Exception] = []

    def fill() -> None:
        with suppress(BrokenPipeError), os.fdopen(writing, "wb") as pipe:
            try:
                _open(sealed, identity, pipe)
            except (Refused, OSError, pyrage.IdentityError) as reason:
                trouble.append(reason)

    filler = threading.Thread(target=fill)
    filler.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield pipe
            while pipe.read(AT_ONCE):
                pass
    finally:
        filler.join()
    if trouble:
        raise Refused(str(trouble[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
