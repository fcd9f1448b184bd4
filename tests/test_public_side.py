"""The public side as it serves people: a process of its own, its own database role, no key.

Beside it the society works with keys and boxes, and the two meet in the database alone.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.wall import actions as wall
from kintrace.wall.certificate_codes import new_code
from kintrace.wall.lookups import inbox
from kintrace.wall.tests.writing import everything_held
from tests.access.expected import TABLE
from tests.access.matrix import address
from tests.headers import faults
from tests.marks import slow_on_sqlite
from tests.public_process import public_side
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import Message as Headers
    from pathlib import Path

pytestmark = [pytest.mark.database_bound, slow_on_sqlite]

SAID = "We parted at the ferry. Tell her that I live."
WORD = "marmalade"
TAKE_DOWN = "/en/take-down/"
CERTIFICATE = "/en/certificate/"
STAMP = re.compile(r'name="stamp" value="([^"]+)"')
CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z0-9-]{14})</bdi>')
A_PERSON_NEEDS = 3.2  # seconds: a form filled in quicker is sent back
PUBLIC_NAMES = ("wall:", "kiosk:", "plain:", "feedback:")
OF_THE_WALL = [name for name in TABLE if name.startswith(PUBLIC_NAMES)]


@dataclass
class Page:
    status: int
    headers: Headers
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    """Somebody with a browser that keeps nothing, and notes who tried to make it keep."""

    home: str
    cookies: list[str] = field(default_factory=list)

    def get(self, path: str, sent: Mapping[str, str] | None = None) -> Page:
        data = urlencode(sent).encode() if sent is not None else None
        try:
            with urlopen(Request(self.home + path, data)) as answer:  # noqa: S310 our own page
                page = Page(answer.status, answer.headers, answer.read())
        except HTTPError as refused:
            page = Page(refused.code, refused.headers, refused.read())
        self.cookies += page.headers.get_all("Set-Cookie", [])
        assert faults(dict(page.headers)) == []
        assert "cookie" not in page.headers.get("Vary", "").lower()
        return page

    def stamp(self, path: str) -> str:
        found = STAMP.search(self.get(path).text)
        assert found, f"no stamp on {path}"
        return found[1]


@pytest.fixture
def town(places: Path, public_environment: dict[str, str]) -> Town:
    return settle("NM")


@pytest.fixture
def visitor(town: Town, public_environment: dict[str, str]) -> Iterator[Visitor]:
    with public_side(public_environment) as home:
        visitor = Visitor(home)
        yield visitor
        assert visitor.cookies == []


def test_the_public_half_of_the_thread_works_without_a_key(town: Town, visitor: Visitor) -> None:
    face, pictures = _looks(town, visitor)
    forms = (f"{face}write/", "/en/answer/", TAKE_DOWN, CERTIFICATE)
    stamps = {path: visitor.stamp(path) for path in forms}
    time.sleep(A_PERSON_NEEDS)

    written = {"stamp": stamps[f"{face}write/"], "writer": "sought", "text": SAID, "word": WORD}
    sent = visitor.get(f"{face}write/", {**written, "come_back": "on"})
    code = _code(sent)
    asked = {"stamp": stamps["/en/answer/"], "code": code, "word": WORD}
    assert "We have your message" in visitor.get("/en/answer/", asked).text
    _answers(town, "We call you tomorrow.")
    assert "We call you tomorrow." in visitor.get("/en/answer/", asked).text
    assert (
        "We call you tomorrow." not in visitor.get("/en/answer/", {**asked, "word": "x" * 9}).text
    )

    paper = {"stamp": stamps[CERTIFICATE], "code": town.codes["certificate"]}
    assert "This certificate is valid" in visitor.get(CERTIFICATE, paper).text
    other = visitor.get(CERTIFICATE, paper | {"code": new_code()}).text
    assert "No valid certificate has this code" in other

    removal = {"stamp": stamps[TAKE_DOWN], "what": "code", "code": town.codes["removal"]}
    assert visitor.get(TAKE_DOWN, removal).status == 200
    assert {visitor.get(path).status for path in (face, *pictures)} == {404}
    assert face not in visitor.get("/en/").text


def _looks(town: Town, visitor: Visitor) -> tuple[str, list[str]]:
    """From the gallery to the face to its picture, as links lead; gives their addresses."""
    face = f"/en/face/{town.things['face']}/"
    assert face in visitor.get("/en/").text
    page = visitor.get(face).text
    pictures = sorted(set(re.findall(r"/faces/[0-9a-f]{32}-\d+\.(?:webp|jpg)", page)))
    assert pictures
    for path in pictures:
        assert len(visitor.get(path).body) > 500
    assert {visitor.get(f"/{language}/about/").status for language in ("en", "ar")} == {200}
    return face, pictures


def _code(page: Page) -> str:
    found = CODE.search(page.text)
    assert page.status == 200
    assert found
    return found[1]


def _answers(town: Town, text: str) -> None:
    """The society opens its box, reads what was sealed without it, and answers."""
    with playing.acting(town[Role.CASEWORKER]) as alma:
        [message] = [one for one in inbox(alma) if one.body["text"] == SAID]
        held = everything_held()
        assert SAID.encode() not in held
        assert WORD.encode() not in held
        wall.answer(message, text=text, by=alma)


def test_what_belongs_to_the_staff_side_does_not_exist_here(town: Town, visitor: Visitor) -> None:
    of_staff = {name: line for name, line in TABLE.items() if name not in OF_THE_WALL}
    assert len(of_staff) > 40
    paths = [address(name, line, town) for name, line in of_staff.items()]
    answers = {path: visitor.get(path) for path in (*paths, "/nothing/here/")}
    assert {path: page.status for path, page in answers.items() if page.status != 404} == {}
    # The one word of the page that differs is its own address, in the link to this language.
    assert len({page.text.replace(path, "") for path, page in answers.items()}) == 1
