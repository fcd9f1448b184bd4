"""Members at work by HTTP: they read and write without a pause, and note what came back."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.test import Client

from kintrace.network.tests.cast import let_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.network.models import Member

CSRF = "k" * 32
PAUSE = 0.05  # seconds; the machine has others to serve


class _Stays(HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_more: object) -> None:
        """A redirect is the answer; nobody follows it."""


_ask = build_opener(_Stays).open


@dataclass
class Work:
    """What members did and what they were answered, by kind and status."""

    home: str
    answers: Counter[str] = field(default_factory=Counter)
    strange: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def reads(self, cookie: str, path: str) -> None:
        self._note("read", *self._send(cookie, path), good=200)

    def invites(self, cookie: str, number: int) -> None:
        """A member is written down: sealed fields, an audit entry and a letter, at once."""
        told = {"sign_in": f"guest{number}", "role": "volunteer", "name": f"Guest {number}"}
        told |= {"email": f"guest{number}@example.invalid", "languages": "en"}
        told |= {"csrfmiddlewaretoken": CSRF}
        self._note("written", *self._send(cookie, "/desk/members/invite/", told), good=302)

    def _send(self, cookie: str, path: str, told: dict[str, str] | None = None) -> tuple[int, str]:
        data = urlencode(told).encode() if told else None
        request = Request(self.home + path, data, {"Cookie": cookie})  # noqa: S310 our own page
        try:
            with _ask(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.read().decode()

    def _note(self, kind: str, status: int, page: str, *, good: int) -> None:
        self.answers[kind] += 1
        if status != good:
            title = re.search(r"<title>([^<]*)", page)
            self.strange.append(f"{kind}: {status} {title[1] if title else ''}")


def cookie_of(member: Member) -> str:
    """A session of the member, in the database of the process that serves."""
    client = let_in(Client(), member)
    return f"session={client.cookies['session'].value}; csrf={CSRF}"


@contextmanager
def at_work(work: Work, *tasks: Callable[[int], None]) -> Iterator[None]:
    """Each task is done again and again by somebody of their own, until the block is over."""

    def goes_on(task: Callable[[int], None]) -> None:
        number = 0
        while not work.over.is_set():
            task(number)
            number += 1
            time.sleep(PAUSE)

    threads = [threading.Thread(target=goes_on, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        work.over.set()
        for thread in threads:
            thread.join()


def until_more(work: Work, kind: str, more: int, seconds: float = 400) -> None:
    """Wait until so many more were answered."""
    wanted, end = work.answers[kind] + more, time.monotonic() + seconds
    while work.answers[kind] < wanted:
        assert time.monotonic() < end, f"nobody answers: {work.answers}, {work.strange[:3]}"
        time.sleep(0.02)
