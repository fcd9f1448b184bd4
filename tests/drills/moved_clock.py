"""Workers as in service, whose clock is moved from outside: all of them see the same one.

A library of Debian's (faketime) gives each process the machine's time and so many seconds more or
less, read from one file at each look. What measures how long something took goes on as it is.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings as house

from tests import environment
from tests.drills import service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIBRARY = "/usr/lib/*/faketime/libfaketimeMT.so.1"
ZONE = "America/New_York"  # of the machine; the house itself lives by UTC
DONE, FAILED = "duty.done", "duty.failed"


def library() -> str:
    """Where the library lies; Debian's package is named where it is missing."""
    found = sorted(Path("/").glob(LIBRARY[1:]))
    if not found:
        raise LookupError("A moved clock needs the Debian package faketime.")
    return str(found[0])


@dataclass
class Clock:
    """The time of all processes that look into one file."""

    file: Path
    offset: float = 0.0

    def move_to(self, moment: datetime) -> None:
        """It goes on from there by itself."""
        self.offset = moment.timestamp() - time.time()
        new = self.file.with_suffix(".new")
        new.write_text(f"{self.offset:+.3f}")
        new.replace(self.file)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.offset, UTC)

    def surroundings(self) -> dict[str, str]:
        return {
            "LD_PRELOAD": library(),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
            "TZ": ZONE,
        }


@dataclass(frozen=True)
class Line:
    """What a worker said of one duty."""

    worker: str
    event: str
    duty: str


@dataclass
class Watched:
    """A worker and what it said since somebody last listened."""

    name: str
    process: service.Process
    heard: int = 0

    def lines(self) -> Iterator[Line]:
        with self.process.log.open("rb") as log:
            log.seek(self.heard)
            said = log.read()
        whole = said[: said.rfind(b"\n") + 1]
        self.heard += len(whole)
        for one in whole.splitlines():
            if one.startswith(b"{"):
                told = json.loads(one)
                if told.get("event") in {DONE, FAILED}:
                    yield Line(self.name, told["event"], told["code"])


def worker(name: str, clock: Clock, folder: Path) -> Watched:
    """One that is not started yet."""
    command = [sys.executable, "-m", "tests.drills.moved_worker"]
    return Watched(
        name, service.Process(command, _staff(folder) | clock.surroundings(), folder / name)
    )


def _staff(folder: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": "staff",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.STAFF),
        "KINTRACE_ROOT_KEYS": str(house.ROOT_KEYS),
        "KINTRACE_DATA": str(house.DATA),
        "KINTRACE_PINS": str(house.PINS),
        "KINTRACE_FACES": str(house.FACES),
        "KINTRACE_SAFE_FILES": str(house.SAFE_FILES),
        "KINTRACE_LETTER_FILES": str(folder / "letters"),
    }


@dataclass
class Crew:
    """The workers of a house, and all they said."""

    clock: Clock
    workers: list[Watched]
    said: list[Line] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)  # what a killed one was at

    def listen(self) -> list[Line]:
        new = [line for one in self.workers for line in one.lines()]
        self.said += new
        return new

    def until(self, is_so: Callable[[], bool], *, patience: float = 60) -> None:
        """Wait, listening. Raises TimeoutError."""
        end = time.monotonic() + patience
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError(f"the workers did not come to an end: {self.said[-5:]}")
            time.sleep(0.05)
            self.listen()

    def stop(self) -> None:
        for one in self.workers:
            one.process.stop()
