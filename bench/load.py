"""`python -m bench.load PORT SECONDS LINES < addresses`: so many connections ask as fast as they
are answered. A process of its own, so that its work is not counted as the server's. Prints JSON:
answers, those that were no 200, seconds, bytes."""

from __future__ import annotations

import itertools
import json
import socket
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUEST = (
    "GET {} HTTP/1.1\r\nHost: localhost:{}\r\nAccept: text/html\r\n"
    "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: en\r\n\r\n"
)


@dataclass
class Line:
    """One connection, kept open while the server keeps it."""

    port: int
    answers: int = 0
    wrong: int = 0
    bytes: int = 0

    def run(self, addresses: Iterator[str], until: float) -> None:
        came = self._dial()
        for address in addresses:
            if time.monotonic() > until:
                return
            try:
                came.write(REQUEST.format(address, self.port).encode())
                came.flush()
                good = self._read(came)
            except (OSError, ValueError, IndexError):
                good, came = False, self._dial()
            self.answers += 1
            self.wrong += not good

    def _dial(self) -> socket.SocketIO:
        line = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return line.makefile("rwb")  # type: ignore[return-value]

    def _read(self, came: socket.SocketIO) -> bool:
        status = came.readline()
        length = 0
        while (header := came.readline()) not in {b"\r\n", b""}:
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = came.read(length) or b""
        if not status or len(body) < length:
            raise OSError("cut short")
        self.bytes += len(body)
        return status.split()[1] == b"200"


def main() -> None:
    port, seconds, number = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    addresses = sys.stdin.read().split()
    began = time.monotonic()
    lines = [Line(port) for _ in range(number)]
    # Each line begins elsewhere in the list, so that no two ask the same at one time.
    parts = [addresses[i * len(addresses) // number :] + addresses for i in range(number)]
    threads = [
        threading.Thread(target=line.run, args=(itertools.cycle(part), began + seconds))
        for line, part in zip(lines, parts, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    sums = {
        name: sum(getattr(line, name) for line in lines) for name in ("answers", "wrong", "bytes")
    }
    if not sums["answers"]:
        sys.exit("nobody answered")
    print(json.dumps(sums | {"seconds": took}))


if __name__ == "__main__":
    main()
