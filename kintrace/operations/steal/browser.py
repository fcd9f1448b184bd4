"""A browser that tells too much of itself, and complains when a page is not what it should be."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, contextmanager
from html import unescape
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection
from django.test import Client

from kintrace.operations.steal.needles import Kind
from kintrace.visitors import passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

    from kintrace.operations.steal.needles import Planted

Data = dict[str, Any]
PAGE, ONWARD, HELD = 200, 302, 429
_CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z2-9-]+)</bdi>')
_PASS = re.compile(r'name="pass" value="([^"]+)"')
_VERSION = re.compile(r'name="seen" value="([^"]+)"')
_WRONG = re.compile(r'class="(?:wrong|error)[^"]*"[^>]*>(.*?)</', re.DOTALL)


class Unexpected(Exception):
    """A page did not answer as the thread of this house goes."""


class Browser:
    """One person at one device. Its address, its name and where it came from are planted."""

    def __init__(self, planted: Planted) -> None:
        self.planted = planted
        self.headers = {
            "user-agent": f"Telephone/{planted.word(Kind.TRACE)}",
            "referer": f"https://{planted.word(Kind.TRACE).lower()}.example/",
            "x-forwarded-for": planted.address(),
            "x-real-ip": planted.address(),
        }
        self.client = Client(
            headers=self.headers, REMOTE_ADDR=planted.address(), SERVER_NAME="localhost"
        )

    def get(self, path: str, *, gives: int = PAGE) -> str:
        """A page's text."""
        return self._checked(self._asked(path), path, gives)

    def fetch(self, path: str) -> None:
        """A picture."""
        self._checked(self._asked(path), path, PAGE)

    def send(self, path: str, data: Data, *, gives: int = ONWARD) -> str:
        """Send a form; gives where it leads, or the page that answers."""
        answer = self._asked(path, data)
        if answer.status_code == HELD:  # too many forms from one place: they come back once
            answer = self._asked(path, data | {"pass": _earned(answer)})
        text = self._checked(answer, path, gives)
        return str(answer["Location"]) if gives == ONWARD else text

    def change(self, path: str, data: Data) -> str:
        """The same of a form that carries the version of what its page shows."""
        return self.send(path, data | {"seen": field(self.get(path), _VERSION)})

    def cookie(self, name: str) -> str:
        return self.client.cookies[name].value

    def _asked(self, path: str, data: Data | None = None) -> Any:
        return self.client.get(path) if data is None else self.client.post(path, data)

    def _checked(self, answer: HttpResponse, path: str, gives: int) -> str:
        text = answer.content.decode("utf-8", "replace")
        if answer.status_code != gives:
            why = " / ".join(unescape(one).strip() for one in _WRONG.findall(text))
            to = answer.headers.get("Location", "")
            raise Unexpected(f"{path} gave {answer.status_code} {to} instead of {gives}: {why}")
        return text


class OnThePhone(Browser):
    """A visitor, whom the public side serves: on PostgreSQL, its role."""

    def _asked(self, path: str, data: Data | None = None) -> Any:
        with as_public():
            return super()._asked(path, data)


def as_public() -> AbstractContextManager[None]:
    """Let the public role, which may do little, do what follows."""
    return as_role("public")


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Let another role of the database do what follows."""
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, "USER": settings.DATABASE_ROLES[role]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before


def code_on(page: str) -> str:
    """The code that a page shows once."""
    return field(page, _CODE)


def field(page: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(page)
    if found is None:
        raise Unexpected(f"nothing on the page looks like {pattern.pattern}")
    return unescape(found[1])


def _earned(held: HttpResponse) -> str:
    """The pass that the script on a page works for, where what was typed is held."""
    return passes.worked(field(held.content.decode(), _PASS))
