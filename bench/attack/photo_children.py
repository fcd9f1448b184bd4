"""The photo child as in service, watched: what each picture cost it, and how it ended."""

from __future__ import annotations

import re
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kintrace.vault import photos
from kintrace.vault.photo_process import LIMITS, PROGRAM, ChildFailed, Limits
from kintrace.vault.photos import PhotoRefused

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")

LIMIT, CRASH, UNBELIEVED = "limit", "crash", "not believed"
# How the kernel ends who used up its processor, or all memory of the machine.
_BY_LIMIT = {-signal.SIGKILL, -signal.SIGXCPU}
_PEAK = re.compile(r"^VmPeak:\s+(\d+) kB$", re.MULTILINE)


class Watched(photos.Child):
    """Behind the same walls. `fate` says how it failed, `ended` that it was killed for an answer
    that nobody believes; what it cost is that of the last question, its start included.

    It may be asked once more than it is: one that has gone cannot be measured.
    """

    def __init__(self, *, pictures: int, limits: Limits = LIMITS, program: str = PROGRAM) -> None:
        super().__init__(pictures=pictures + 1, limits=limits, program=program)
        self.asked, self.fate, self.said, self.ended = 0, "", "", False
        self.seconds, self.processor, self.memory = 0.0, 0.0, 0

    def ask(self, question: bytes) -> bytes:
        self.asked += 1
        begun, used = time.monotonic(), self._used()
        try:
            answer = super().ask(question)
            self.processor, self.memory = self._used() - used, self._peak()
        except ChildFailed as failure:
            self.fate, self.said = (
                self._fate(str(failure)),
                f"{failure}, {self._process.returncode}",
            )
            raise
        finally:
            self.seconds = time.monotonic() - begun
        return answer

    def end(self) -> None:
        self.ended = True
        super().end()

    def _fate(self, said: str) -> str:
        spent = said.startswith("gone") and self._process.returncode in _BY_LIMIT
        return LIMIT if spent or said == "too slow" else CRASH

    def _used(self) -> float:
        # The kernel's number of another process's clock: ~pid above, 2 for what it computed.
        return time.clock_gettime(~self._process.pid << 3 | 2)

    def _peak(self) -> int:
        """The most bytes of address space that it ever held: that is what the limit counts."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = _PEAK.search(status)
        return int(found[1]) * 1024 if found else 0


@dataclass
class Tally:
    """What became of many pictures, and the worst of each cost."""

    accepted: int = 0
    refused: int = 0
    outputs: int = 0
    worst: dict[str, list[str]] = field(default_factory=dict)
    seconds: float = 0.0
    processor: float = 0.0
    memory: int = 0
    slowest: str = ""

    def bad(self, kind: str, what: str) -> None:
        self.worst.setdefault(kind, []).append(what)

    def count(self, kind: str) -> int:
        return len(self.worst.get(kind, []))

    @property
    def found(self) -> list[str]:
        """All that ought not to be, of every kind."""
        return [what for kind in self.worst.values() for what in kind]

    def watch(self, name: str, child: Watched) -> None:
        """Take over what a child tells of its last question."""
        if child.fate:
            self.bad(child.fate, f"{name} ({child.said})")
        elif child.ended:
            self.bad(UNBELIEVED, name)
        if child.processor > LIMITS.cpu_seconds:
            self.bad(LIMIT, f"{name} ({child.processor:.1f} s of processor)")
        if child.processor > self.processor:
            self.processor, self.slowest = child.processor, name
        self.seconds = max(self.seconds, child.seconds)
        self.memory = max(self.memory, child.memory)


class Pool:
    """Children one after the other, each for so many questions; with one each, as in service."""

    def __init__(self, tally: Tally, *, each: int) -> None:
        self.tally, self._each = tally, each
        self._child = Watched(pictures=each)

    def ask(self, do: Callable[[photos.Child], Made], name: str) -> Made | None:
        """What a child makes of a picture; None when that was refused."""
        child = self._fresh()
        asked = child.asked
        try:
            return do(child)
        except PhotoRefused:
            return None
        finally:
            if child.asked > asked:  # else the file was refused before any child saw it
                self.tally.watch(name, child)

    def end(self) -> None:
        self._child.end()

    def _fresh(self) -> Watched:
        if self._child.asked >= self._each or not self._child.alive:
            self._child.end()
            self._child = Watched(pictures=self._each)
        return self._child
