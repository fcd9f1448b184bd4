"""Somebody who stands between a process and its database, and is slow or says nothing at all."""

from __future__ import annotations

import selectors
import shutil
import socket
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = ".s.PGSQL.5432"


class Between:
    """Hands on what the two say. `delay`: seconds before each answer; `silent`: no answer comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.delay = 0.0
        self.silent = threading.Event()
        self.over = threading.Event()
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(folder / NAME))
        self._door.listen(64)

    def address(self, role: str) -> str:
        return f"postgres://{role}@/{self.folder}/kintrace"

    def serve(self) -> None:
        """Until it is over: each who comes gets a line of their own to the server."""
        self._door.settimeout(0.1)
        while not self.over.is_set():
            with suppress(TimeoutError):
                near, _ = self._door.accept()
                threading.Thread(target=self._hand_on, args=(near,), daemon=True).start()
        self._door.close()

    def _hand_on(self, near: socket.socket) -> None:
        far = socket.socket(socket.AF_UNIX)
        with near, far, suppress(OSError):
            far.connect(str(environment.server_folder() / NAME))
            both = selectors.DefaultSelector()
            both.register(near, selectors.EVENT_READ, far)
            both.register(far, selectors.EVENT_READ, near)
            while not self.over.is_set():
                for one, _ in both.select(0.1):
                    said = one.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not said:
                        return
                    self._answer(one.data, said, from_server=one.fileobj is far)

    def _answer(self, to: socket.socket, said: bytes, *, from_server: bool) -> None:
        if from_server:
            time.sleep(self.delay)
            while self.silent.is_set() and not self.over.is_set():
                time.sleep(0.02)
        to.sendall(said)


@contextmanager
def standing_between() -> Iterator[Between]:
    folder = Path(tempfile.mkdtemp(prefix=f"{environment.PREFIX}between-"))
    between = Between(folder)
    thread = threading.Thread(target=between.serve)
    thread.start()
    try:
        yield between
    finally:
        between.over.set()
        thread.join()
        shutil.rmtree(folder)
