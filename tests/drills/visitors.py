"""Visitors who write over HTTP again and again, and remember what they were promised."""

from __future__ import annotations

import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, cast
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from kintrace.visitors.passes import BETWEEN, worked
from kintrace.visitors.tests.waiting import on_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse as Response

WORD = "marmalade"
FORM = "application/x-www-form-urlencoded"
STAMP = re.compile(r'name="stamp" value="([^"]+)"')
CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z0-9-]{14})</bdi>')
A_PERSON_NEEDS = 3.2  # seconds: a form filled in quicker is sent back


@dataclass(frozen=True)
class Answer:
    """A whole page, or status 0 when none came."""

    status: int
    text: str = ""

    @property
    def code(self) -> str:
        found = CODE.search(self.text)
        return found[1] if found and self.status == 200 else ""


def ask(address: str, sent: dict[str, str] | None = None, *, patience: float = 30) -> Answer:
    """Get a page, or send a form. Never raises: no answer is an answer, too."""
    data = urlencode(sent).encode() if sent is not None else None
    try:
        with _opened(Request(address, data), patience) as page:  # noqa: S310 our own page
            return Answer(page.status, page.read().decode())
    except (OSError, http.client.HTTPException):
        return Answer(0)


def _opened(request: Request, patience: float) -> Response:
    try:
        return cast("Response", urlopen(request, timeout=patience))  # noqa: S310 our own page
    except HTTPError as refused:
        return cast("Response", refused)  # an answer like another


def earned(page: str) -> str:
    """The pass that the script on this page works for, while somebody types or waits."""
    said = on_page(page)
    return said if BETWEEN in said else worked(said)


def send(form: str, sent: dict[str, str], *, source: str, patience: float = 30) -> Answer:
    """Send a form from this address (127.0.0.0/8) as a phone does: until it is taken."""
    until = time.monotonic() + patience
    answer = _post(form, sent, source)
    while answer.status == 429 and time.monotonic() < until:
        time.sleep(1)
        answer = _post(form, {**sent, "pass": earned(answer.text)}, source)
    return answer


def _post(form: str, sent: dict[str, str], source: str) -> Answer:
    where = urlsplit(form)
    line = http.client.HTTPConnection(
        where.hostname or "", where.port, timeout=30, source_address=(source, 0)
    )
    try:
        line.request("POST", where.path, urlencode(sent), {"Content-Type": FORM})
        answer = line.getresponse()
        return Answer(answer.status, answer.read().decode())
    except (OSError, http.client.HTTPException):
        return Answer(0)
    finally:
        line.close()


def stamp(form: str) -> str:
    """A stamp of this form that is old enough to send."""
    found = STAMP.search(ask(form).text)
    if not found:
        raise LookupError(f"no stamp on {form}")
    time.sleep(A_PERSON_NEEDS)
    return found[1]


def written(text: str, stamp: str) -> dict[str, str]:
    """A message as the form sends it."""
    said = {"writer": "sought", "text": text, "word": WORD, "come_back": "on"}
    return {"stamp": stamp, **said}


def _address_of(text: str) -> str:
    """Every message comes from somebody else: what is drilled is not the quota of one address."""
    return "127.1." + ".".join(str(one % 250 + 1) for one in sha256(text.encode()).digest()[:2])


@dataclass
class Crowd:
    """Writers, each on a thread, each with one message at a time. No text is ever sent twice.

    acknowledged: text → the code that was shown for it. answers: status → how many (0: none came).
    """

    form: str
    stamp: str
    size: int = 4
    acknowledged: dict[str, str] = field(default_factory=dict)
    answers: dict[int, int] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        for number in range(self.size):
            thread = threading.Thread(target=self._write_on, args=(number,))
            thread.start()
            self._threads.append(thread)

    def end(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Crowd:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _write_on(self, writer: int) -> None:
        for text in self._texts(writer):
            answer = _post(self.form, written(text, self.stamp), _address_of(text))
            with self._lock:
                self.answers[answer.status] = self.answers.get(answer.status, 0) + 1
                if answer.code:
                    self.acknowledged[text] = answer.code
            if not answer.code:
                self._over.wait(0.1)

    def _texts(self, writer: int) -> Iterator[str]:
        number = 0
        while not self._over.is_set():
            number += 1
            yield f"Writer {writer} says for the {number}th time that he lives."
