"""The same people over HTTP, at servers that run."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings

from kintrace.operations.steal.browser import Browser
from kintrace.operations.steal.members import AtTheDesk

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import Data
    from kintrace.operations.steal.needles import Planted

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What a server answered, in the words of the test client."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers[name]


class Phone(Browser):
    """A visitor over HTTP."""

    def __init__(self, planted: Planted, port: int) -> None:
        Browser.__init__(self, planted)
        self.port = port
        self.jar: dict[str, str] = {}

    def cookie(self, name: str) -> str:
        return self.jar[name]

    def _asked(self, path: str, data: Data | None = None) -> Any:
        path = path.removeprefix(f"http://localhost:{self.port}")
        headers = {**self.headers, "Host": f"localhost:{self.port}", "Cookie": self._cookies()}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            if data is None:
                connection.request("GET", path, headers=headers)
            else:
                body = urlencode(self._fields(data), doseq=True)
                connection.request("POST", path, body, {**headers, "Content-Type": FORM})
            answer = connection.getresponse()
            self._keep(answer.headers.get_all("Set-Cookie") or [])
            return Answer(answer.status, dict(answer.headers), answer.read())
        finally:
            connection.close()

    def _fields(self, data: Data) -> Data:
        return data

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.jar.items())

    def _keep(self, cookies: list[str]) -> None:
        for line in cookies:
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0" or "1970" in morsel["expires"]:
                    self.jar.pop(name, None)
                else:
                    self.jar[name] = morsel.value


class Desk(Phone, AtTheDesk):
    """A member over HTTP, who joined before."""

    def __init__(self, known: AtTheDesk, port: int) -> None:
        super().__init__(known.planted, port)
        self.name, self.password, self.recovery = known.name, known.password, known.recovery
        self.get("/sign-in/")  # brings the token that every form carries

    def _fields(self, data: Data) -> Data:
        return {**data, "csrfmiddlewaretoken": self.jar.get(settings.CSRF_COOKIE_NAME, "")}
