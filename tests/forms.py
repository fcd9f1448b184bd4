"""Somebody who fills in every form of a page and sends it, as a browser without scripts does."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.test import Client

from kintrace.wall.tests.cast import fine_stamp

# What a visitor who fills in everything types into each field of every public form.
TYPED = {
    "writer": "news",
    "name": "Zebenjo",
    "country": "Zedland",
    "language": "Zedish",
    "phone": "+00 090 555 0190",
    "email": "zebenjo@example.invalid",
    "app": "zebenjo",
    "through": "the baker",
    "come_back": "on",
    "safe": "evening",
    "word": "zucchini",
    "text": "We parted at the ferry.",
    "who": "Somebody at the port",
    "how_much": "Much",
    "website": "",
}
FORM = "application/x-www-form-urlencoded"


@dataclass
class Visitor:
    """Somebody who sends forms as a browser does, each time from another address."""

    client: Client = field(default_factory=Client)
    sent: int = 0

    def sends(self, path: str, number: int = 0, **typed: str) -> str:
        """Fill in the page's form of this number (of those that are sent) and look at what comes.

        Every field must be known here, so that no new one is passed over."""
        form = Forms.on(self.client.get(path).content.decode())[number]
        filled = {
            name: typed.get(name, TYPED.get(name, value)) for name, value in form.fields.items()
        }
        strange = form.seen - TYPED.keys() - typed.keys()
        assert not strange, f"{path} asks for {strange}"
        self.sent += 1
        told = urlencode(filled | {"stamp": fine_stamp()})
        where = f"198.18.{self.sent // 250}.{self.sent % 250}"
        answer = self.client.post(path, told, FORM, REMOTE_ADDR=where)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()


class Forms(HTMLParser):
    """The forms of a page that are sent by POST: what each has in its fields."""

    @dataclass
    class One:
        fields: dict[str, str] = field(default_factory=dict)
        seen: set[str] = field(default_factory=set)  # those that somebody fills in

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Forms.One] = []
        self.inside = False

    @classmethod
    def on(cls, page: str) -> list[Forms.One]:
        reading = cls()
        reading.feed(page)
        return reading.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self.inside = said.get("method") == "post"
            self.found += [Forms.One()] if self.inside else []
        elif self.inside and said.get("name"):
            name, kind = str(said["name"]), said.get("type")
            self.found[-1].fields.setdefault(name, said.get("value") or "")
            self.found[-1].seen |= set() if kind == "hidden" else {name}

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"
