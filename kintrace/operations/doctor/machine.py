"""The machine: variables, folders, disk, the queue, paper and packages."""

from __future__ import annotations

import difflib
import os
import re
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.operations import health
from kintrace.operations.doctor import NotLooked, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

# Read by test runs, benches and `make demo`, not by settings.
_ELSEWHERE = re.compile(r"KINTRACE_(TEST_\w+|STEAL_\w+|NAMES_DATA|STARTED)")
NEEDED = ("paper", "service")  # sections of deploy/packages.txt


def variables() -> Iterator[Trouble]:
    """Variables that nobody reads: a slip of the pen leaves a default in force, in silence."""
    known = {*settings.KNOBS, *(f"{name}_FILE" for name in settings.KNOBS)}
    for name in sorted(os.environ.keys() - known):
        if name.startswith("KINTRACE_") and not _ELSEWHERE.fullmatch(name):
            near = difflib.get_close_matches(name, known, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            yield Trouble(f"Nobody reads {name}.", f"{meant}docs/configuration.md has them all.")


def storage() -> Iterator[Trouble]:
    """A probe is written, read and deleted wherever this side writes."""
    for name, place in _storage().items():
        try:
            _probe(place)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield Trouble(
                f"Nothing can be kept in {place} ({name}): {reason}.",
                f"install -d -m 0700 -o USER {place}, with the user of this process.",
            )


def _storage() -> dict[str, Path]:
    """Where this side writes. The one place to change when pictures lie elsewhere than on disk."""
    places = {"KINTRACE_DATA": Path(settings.DATA)}
    if settings.HAS_STAFF:
        places["KINTRACE_SAFE_FILES"] = Path(settings.SAFE_FILES)
        places["KINTRACE_FACES"] = Path(settings.FACES)
    return places


def _probe(place: Path) -> None:
    # Its folder is made by the first picture that is kept: the one around it decides.
    there = place if place.exists() else place.parent
    written = secrets.token_bytes(32)
    with tempfile.NamedTemporaryFile(dir=there, prefix=".doctor-") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
        if Path(file.name).read_bytes() != written:
            raise OSError("what was read back is not what was written")


def faces() -> Iterator[Trouble]:
    """The public side reads pictures and writes none."""
    place = Path(settings.FACES)
    if not place.is_dir():
        raise NotLooked("No picture was ever put up.")
    if not os.access(place, os.R_OK | os.X_OK):
        yield Trouble(
            f"The public side cannot read {place}.", f"chmod o+rx {place}, or share a group"
        )


def disk() -> Iterator[Trouble]:
    """Room for what comes in."""
    for said in health.disk():
        yield Trouble(said, "Make room: df -h; journalctl --vacuum-time=7d")


def queue() -> Iterator[Trouble]:
    """Somebody does the jobs and the duties."""
    for said in (*health.jobs(), *health.duties()):
        yield Trouble(said, "systemctl status kintrace-worker; journalctl -u kintrace-worker")


def paper() -> Iterator[Trouble]:
    """Posters and papers can be printed."""
    for said in health.printing():
        yield Trouble(said, "apt-get install, with the packages it names")


def packages() -> Iterator[Trouble]:
    """What Debian has to bring, fonts among it."""
    listed = Path(settings.ROOT) / "deploy" / "packages.txt"
    if not listed.is_file():
        raise NotLooked("deploy/packages.txt is not here.")
    missing = [name for name, file in _packages(listed.read_text()) if not _is_there(file)]
    if missing:
        words = " ".join(missing)
        yield Trouble(f"Debian packages are missing: {words}.", f"apt-get install {words}")


def _packages(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if len(words) == 1:
            section = words[0].strip("[]")
        elif len(words) == 2 and section in NEEDED:
            yield words[0], words[1]


def _is_there(file: str) -> bool:
    return any(Path("/").glob(file.lstrip("/")))
