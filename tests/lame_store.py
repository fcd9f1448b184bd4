"""Stands before the S3 server of the tests and fails as a store may: no answer, late, or with 503.

It hands on what it gets word for word, so that signatures hold.
"""

from __future__ import annotations

import http.client
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.seaweed import Server

_NOT_HANDED_ON = {"connection", "transfer-encoding", "keep-alive"}


@dataclass
class Lameness:
    """What it does with requests; may be changed between them."""

    endpoint: str = ""
    fails: frozenset[str] = frozenset()  # methods that are answered with 503
    after: int = 0  # once so many of them went through
    late: float = 0.0  # seconds before anything is answered
    asked: list[str] = field(default_factory=list)  # the methods that came

    def refuses(self, method: str) -> bool:
        self.asked.append(method)
        return method in self.fails and self.asked.count(method) > self.after

    def forget(self) -> None:
        """From now on it hands on everything."""
        self.fails, self.after, self.late = frozenset(), 0, 0.0
        self.asked.clear()


class _Hand(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listening

    def hand_on(self) -> None:
        body, lame = self.rfile.read(int(self.headers.get("Content-Length") or 0)), self.server.lame
        time.sleep(lame.late)
        if lame.refuses(self.command):
            self._answer(503, [], b"")
            return
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.onward)) as onward:
            onward.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                onward.putheader(name, value)
            onward.endheaders(body)
            answer = onward.getresponse()
            self._answer(answer.status, answer.getheaders(), answer.read())

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = hand_on  # noqa: N815 so the library asks

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in _NOT_HANDED_ON:
                self.send_header(name, value)
        if not any(name.lower() == "content-length" for name, _value in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Nothing is said of requests."""


class _Listening(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, lame: Lameness, onward: int) -> None:
        super().__init__(("127.0.0.1", 0), _Hand)
        self.lame, self.onward = lame, onward

    def handle_error(self, *_args: object) -> None:
        """A client that went away is what some tests are about."""


@contextmanager
def before(server: Server) -> Iterator[Lameness]:
    """It listens on a port of its own while the block lasts."""
    lame = Lameness()
    with _Listening(lame, server.port) as listening:
        lame.endpoint = f"http://127.0.0.1:{listening.server_address[1]}"
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        try:
            yield lame
        finally:
            listening.shutdown()
