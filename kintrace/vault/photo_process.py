"""Starting the photo child, and talking to it without trusting it."""

import logging
import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import PIL

import kintrace
from kintrace.vault.photo_wire import GREETING_SHUT_IN, GREETING_WITHOUT_FILTER

logger = logging.getLogger(__name__)

# The two folders the child imports from. `-I -S` gives it nothing else but Python itself.
_FOLDERS = [str(Path(package.__path__[0]).parent) for package in (PIL, kintrace)]
PROGRAM = (
    "from kintrace.vault.photo_child import serve; "
    "serve(pictures=pictures, memory=memory, cpu_seconds=cpu_seconds)"
)
_BEFORE = (
    "import sys; sys.path += sys.argv[4:]; "
    "pictures, memory, cpu_seconds = (int(word) for word in sys.argv[1:4]); "
)


@dataclass(frozen=True)
class Limits:
    """What one picture may cost."""

    memory: int = 1024**3  # bytes of address space
    cpu_seconds: int = 5
    wall_seconds: float = 10.0
    answer: int = 24 * 1024**2  # bytes that come back

    start_seconds: float = 15.0


LIMITS = Limits()


class ChildFailed(Exception):
    """The child died, was too slow, or said something that makes no sense."""


class Child:
    """A process that decodes pictures and holds nothing of ours: no environment, no open file but
    the two pipes, a folder of its own nowhere, and the walls of photo_jail.

    By default it lives for one picture, so that a picture which takes the decoder over never meets
    another person's. More than one (`pictures`) is for pictures of our own making: drawn portraits
    and the tests' mutations. The CPU limit is then that of all of them together.
    """

    def __init__(
        self, *, pictures: int = 1, limits: Limits = LIMITS, program: str = PROGRAM
    ) -> None:
        self._limits = limits
        numbers = [pictures, limits.memory, limits.cpu_seconds * pictures]
        command = [sys.executable, "-I", "-S", "-c", _BEFORE + program, *map(str, numbers)]
        self._process = subprocess.Popen(  # noqa: S603 - nothing of it comes from outside
            command + _FOLDERS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={},
            cwd="/",
        )
        assert self._process.stdin is not None  # noqa: S101 - asked for above
        assert self._process.stdout is not None  # noqa: S101
        self._to, self._from = self._process.stdin, self._process.stdout
        os.set_blocking(self._to.fileno(), False)
        os.set_blocking(self._from.fileno(), False)
        self._greeted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: bytes) -> bytes:
        """Give the answer's bytes. ChildFailed ends the child: start another for the next."""
        try:
            self._await_greeting()
            return self._exchange(question)
        except ChildFailed as failure:
            self.end()
            logger.warning(
                "photo child failed: %s, exit code %s", failure, self._process.returncode
            )
            raise

    def end(self) -> None:
        """Kill the child, whatever it is doing. Safe to call again."""
        self._process.kill()
        self._process.wait()
        self._to.close()
        self._from.close()

    def _exchange(self, question: bytes) -> bytes:
        deadline = time.monotonic() + self._limits.wall_seconds
        self._send(question, deadline)
        length = int.from_bytes(self._receive(4, deadline))
        if not 1 <= length <= self._limits.answer:
            raise ChildFailed("an answer of impossible length")
        return self._receive(length, deadline)

    def _await_greeting(self) -> None:
        if self._greeted:
            return
        greeting = self._receive(1, time.monotonic() + self._limits.start_seconds)
        if greeting not in {GREETING_SHUT_IN, GREETING_WITHOUT_FILTER}:
            raise ChildFailed("a wrong greeting")
        if greeting == GREETING_WITHOUT_FILTER:
            logger.warning("photo child has no system call filter on this machine")
        self._greeted = True

    def _send(self, data: bytes, deadline: float) -> None:
        left = memoryview(data)
        while left:
            self._wait(self._to.fileno(), select.POLLOUT, deadline)
            try:
                left = left[os.write(self._to.fileno(), left[:65536]) :]
            except BrokenPipeError:
                raise ChildFailed("gone before it had read the picture") from None

    def _receive(self, length: int, deadline: float) -> bytes:
        held = bytearray()
        while len(held) < length:
            self._wait(self._from.fileno(), select.POLLIN, deadline)
            piece = os.read(self._from.fileno(), min(length - len(held), 1024**2))
            if not piece:
                raise ChildFailed("gone before it had answered")
            held += piece
        return bytes(held)

    @staticmethod
    def _wait(pipe: int, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(pipe, event)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise ChildFailed("too slow")
