"""A worker's heart: it says every few seconds that the worker lives and what it is at.

While it beats nobody else takes the job or the duty at hand, however long that takes. A worker that
is killed beats no more, and what it was at is given back when its lease is over. One that hangs in
a job is ended by its own heart, for nobody could tell it from one that works.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from kintrace.operations import actions

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = timedelta(seconds=15)

_log = structlog.get_logger()


@dataclass
class Heart:
    """worker: its name in the queue. lease: how long it counts as living after a beat.

    longest: how long one job or duty may take before the worker is ended.
    """

    worker: str
    lease: timedelta
    longest: timedelta
    _still: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _at: tuple[str, timedelta] | None = None
    _busy_since: float | None = None

    @contextmanager
    def beats(self) -> Iterator[None]:
        """Beat as long as the block lasts, on a thread and a connection of its own."""
        thread = threading.Thread(target=self._go_on, name="heart", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._still.set()
            thread.join(30)

    @contextmanager
    def at(self, duty: str = "", span: timedelta = timedelta()) -> Iterator[None]:
        """What is done in the block: a duty, whose clock is held off by `span`, or a job."""
        with self._lock:
            self._at, self._busy_since = (duty, span) if duty else None, time.monotonic()
        try:
            yield
        finally:
            with self._lock:  # a beat that is under way ends before somebody sets the clock
                self._at = self._busy_since = None

    def beat(self) -> None:
        """Say once that the worker lives, and hold on to its duty."""
        with self._lock:
            if self._at is not None:
                duty, span = self._at
                actions.hold_on(duty, until=timezone.now() + span)
            actions.beat(self.worker)

    def _go_on(self) -> None:
        pause = min(EVERY, self.lease / 4).total_seconds()
        while not self._still.wait(pause):
            if self._hangs():
                _log.error("worker.hangs")
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                self.beat()
            except (DatabaseError, InterfaceError):
                _log.warning("worker.no_beat", exc_info=True)
            finally:
                connection.close()

    def _hangs(self) -> bool:
        since = self._busy_since
        return since is not None and time.monotonic() - since > self.longest.total_seconds()
