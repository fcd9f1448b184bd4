"""A mail server in a thread, just polite enough for Python's own client."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.policy import default
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage


class PostOffice(socketserver.ThreadingTCPServer):
    """Takes letters on 127.0.0.1; `says` is its answer to RCPT TO."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Counter)
        self.letters: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.says = "250 welcome"
        self.asked = threading.Event()  # someone is handing in a letter
        self.slow = threading.Event()  # while set, the letter's end is not confirmed
        self.port = int(self.server_address[1])


class _Counter(socketserver.StreamRequestHandler):
    server: PostOffice

    def handle(self) -> None:
        self._say("220 post office")
        for line in iter(self.rfile.readline, b""):
            words = line.decode().strip()
            verb = words.split(maxsplit=1)[0].upper() if words else ""
            if verb == "QUIT":
                self._say("221 bye")
                return
            self._answer(verb, words)

    def _answer(self, verb: str, words: str) -> None:
        if verb == "RCPT":
            self.server.recipients.append(words.partition(":")[2].strip().strip("<>"))
            self._say(self.server.says)
        elif verb == "DATA":
            self._say("354 go on")
            self._take()
        else:
            self._say("250 fine")

    def _take(self) -> None:
        lines = []
        for line in iter(self.rfile.readline, b".\r\n"):
            if not line:
                return  # the sender died in the middle
            lines.append(line.removeprefix(b"."))
        self.server.asked.set()
        if self.server.slow.is_set():
            self.rfile.readline()  # never confirmed: blocks until the sender is gone
            return
        letter = email.message_from_bytes(b"".join(lines), policy=default)
        self.server.letters.append(letter)
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def open_post_office(port: int = 0) -> Iterator[PostOffice]:
    """An open counter for as long as the block lasts; on a port of its own unless one is given."""
    with PostOffice(port) as office:
        thread = threading.Thread(target=office.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield office
        finally:
            office.shutdown()
            thread.join()
