"""Members who write at the desk over HTTP again and again, and remember what was acknowledged."""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from secrets import token_hex
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from django.utils import timezone

from kintrace.cases.models import Contact
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from tests.drills.visitors import FORM, Answer
from tests.journeys.people import code_now

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
OWNER = re.compile(r'name="form_owner" value="([^"]+)"')
PATIENCE = 40


class _Stays(HTTPRedirectHandler):
    """Shows where it would be led."""

    def redirect_request(self, *_: object) -> None:
        return None


class Clerk:
    """A member's browser, which keeps its cookies and follows nothing by itself."""

    def __init__(self, home: str, member: Member, *, language: str = "en") -> None:
        self.home, self.member, self.language = home, member, language
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stays())

    def sign_in(self) -> None:
        """Through the real pages: name and password, then the code of this half minute."""
        self._fill("/sign-in/", login=self.member.sign_in, password=PASSWORD)
        self._fill("/sign-in/code/", code=code_now(self.member))

    def _fill(self, page: str, **typed: str) -> None:
        answer = self.send(page, self.tokens(page) | typed)
        if answer.status != 302:
            raise AssertionError(f"{page} did not let {self.member} on: {answer.status}")

    def tokens(self, page: str) -> dict[str, str]:
        """What a form of this page carries unseen."""
        text = self.ask(page).text
        found = {"csrfmiddlewaretoken": TOKEN.search(text), "form_owner": OWNER.search(text)}
        return {name: one[1] for name, one in found.items() if one}

    def ask(self, page: str) -> Answer:
        return self._answer(page, None)

    def send(self, page: str, typed: Mapping[str, str]) -> Answer:
        return self._answer(page, urlencode(typed).encode())

    def hand_in(self, page: str, typed: Mapping[str, str], *, file: bytes) -> Answer:
        """The same with a file, as a browser puts both together."""
        edge = token_hex(16)
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in typed.items()
        ]
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        )
        whole = "".join([*parts, head]).encode() + file + f"\r\n--{edge}--\r\n".encode()
        return self._answer(page, whole, kind=f"multipart/form-data; boundary={edge}")

    def _answer(self, page: str, data: bytes | None, *, kind: str = FORM) -> Answer:
        said = {"Accept-Language": self.language, "Referer": f"{self.home}{page}"}
        said |= {"Content-Type": kind} if data is not None else {}
        request = Request(f"{self.home}{page}", data, said)  # noqa: S310 our own page
        try:
            with self._opener.open(request, timeout=PATIENCE) as page_there:
                return Answer(page_there.status, page_there.read().decode())
        except HTTPError as other:  # led on, refused or broken: an answer like another
            return _read(other)
        except (OSError, http.client.HTTPException):
            return Answer(0)


def _read(other: HTTPError) -> Answer:
    try:
        with other:
            return Answer(other.code, other.read().decode())
    except (OSError, http.client.HTTPException):
        return Answer(0)


def note(text: str) -> dict[str, str]:
    """That nobody was reached, as the form sends it; of the photo it changes nothing."""
    said = {"way": "phone", "partner": "nobody", "outcome": "not_reached", "months": ""}
    return {"day": timezone.localdate().isoformat(), "note": text, **said}


@dataclass
class Clerks:
    """Each writes notes into one case, one at a time. No text is ever sent twice."""

    clerks: list[Clerk]
    case: Case
    acknowledged: list[str] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)
    _over: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _threads: list[threading.Thread] = field(default_factory=list)

    @property
    def page(self) -> str:
        return f"/desk/cases/{self.case.pk}/contact/"

    def __enter__(self) -> Clerks:
        for clerk in self.clerks:
            tokens = clerk.tokens(self.page)
            thread = threading.Thread(target=self._write_on, args=(clerk, tokens))
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _write_on(self, clerk: Clerk, tokens: dict[str, str]) -> None:
        for text in self._texts(clerk):
            answer = clerk.send(self.page, tokens | note(text))
            with self._lock:
                self.answers[answer.status] += 1
                if answer.status == 302:
                    self.acknowledged.append(text)
            self._over.wait(0.05 if answer.status == 302 else 0.2)

    def _texts(self, clerk: Clerk) -> Iterator[str]:
        number = 0
        while not self._over.is_set():
            number += 1
            yield f"{clerk.member.sign_in} called for the {number}th time, {time.time_ns()}."


@dataclass(frozen=True)
class Kept:
    """Notes that were acknowledged against those that lie in the case."""

    acknowledged: int
    lost: int
    twice: int

    @property
    def words(self) -> str:
        return f"{self.acknowledged} notes acknowledged, {self.lost} lost, {self.twice} twice"


def kept(scene: Scene, case: Case, acknowledged: list[str]) -> Kept:
    """Open every note of the case, as a member with the box open does."""
    with playing.acting(scene.alma):
        rows = Contact.objects.filter(case=case)
        there = Counter(str(row.note) for row in rows if row.note)
    return Kept(
        acknowledged=len(acknowledged),
        lost=sum(text not in there for text in acknowledged),
        twice=sum(times - 1 for times in there.values()),
    )
