"""What a visitor reads is in the visitor's language: no page has a word of English left on it.

deploy/messages.py says by its rule which texts a language needs. Here the pages themselves are
read, so that a text is found which that rule forgot, which is Django's own, or which never was
meant to be translated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, override

from kintrace.network.access import Who
from kintrace.protection.lookups import text_in_force
from kintrace.ui import borrowed
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors import browsing, quota
from kintrace.wall import actions as wall
from kintrace.wall import kept
from kintrace.wall import pages as of_the_wall
from kintrace.wall.certificate_codes import new_code
from kintrace.wall.tests.cast import fine_stamp
from tests.access.expected import TABLE
from tests.access.matrix import address
from tests.languages import LOCALES, each_translation
from tests.test_messages import MESSAGES, PLACEHOLDER, SAME
from tests.town import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django import DjangoDbBlocker

    from tests.town import Town

pytestmark = pytest.mark.django_db

OWN_NAMES = {capfirst(get_language_info(code)["name_local"]) for code in LOCALES}
READ_ALOUD = {"alt", "aria-label", "title", "placeholder"}
LETTER = re.compile(r"[^\W\d_]")
ALIKE = re.compile("|".join(PLACEHOLDER.sub(".+", text) for text in SAME))
WORDS = "Ⲁ"  # a visitor's own: a letter of no language of the house


@dataclass
class Page(HTMLParser):
    """What a person reads or hears of a page, the fields it asks for, and the templates it is of.

    What stands in <bdi> is a name, a number or a code: the same in every language. A link that
    says its own language is read by who speaks that one: a door of the touch screen's start.
    """

    said: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    templates: set[str] = field(default_factory=set)
    _names: int = 0
    _door: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._door = self._door or (tag == "a" and "lang" in given)
        self._names += tag == "bdi"
        self.said |= {given[name].strip() for name in READ_ALOUD & given.keys()}
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.fields.add(given["name"])

    def handle_endtag(self, tag: str) -> None:
        self._names -= tag == "bdi"
        self._door = self._door and tag != "a"

    def handle_data(self, data: str) -> None:
        if not self._names and not self._door:
            self.said.add(" ".join(data.split()))


def read(answer: Any) -> Page:
    """The page of a test client's answer."""
    page = Page(templates={template.name for template in answer.templates})
    page.feed(answer.content.decode())
    return page


def crawl(town: Town, language: str) -> dict[str, Page]:
    """Moment → what the page says. What the visitor did meanwhile is undone."""
    with override(language), transaction.atomic():
        pages = dict([*_every_route(town, language), *_played(town, language)])
        transaction.set_rollback(True)
    _forget_tries()
    return pages


def _forget_tries() -> None:
    """Neither a count nor a page is left from before: a page that was kept is not made anew."""
    quota.forget_all()
    browsing.forget()
    kept.forget()


def _every_route(town: Town, language: str) -> Iterator[tuple[str, Page]]:
    """Each public page as it opens, sent back empty, and sent back full of nonsense."""
    client = Client()
    _forget_tries()
    for name, line in TABLE.items():
        url = address(name, line, town)
        if line.access.who is not Who.EVERYONE or not url.startswith(f"/{language}/"):
            continue
        page = read(client.get(url))
        yield f"{name}, opened", page
        if "POST" in line.methods:
            _forget_tries()
            wild = dict.fromkeys(page.fields, WORDS * 5000)
            yield f"{name}, empty", read(client.post(url, {"stamp": fine_stamp()}))
            yield f"{name}, wild", read(client.post(url, wild | {"stamp": fine_stamp()}))


def _played(town: Town, language: str) -> Iterator[tuple[str, Page]]:
    """What is shown to who writes, reads the answer, takes a photo down, or is refused."""

    def send(path: str, said: dict[str, str], *, first: bool = True, **headers: str) -> Page:
        if first:
            _forget_tries()
        form = said | {"stamp": fine_stamp()}
        return read(Client(headers=headers).post(f"/{language}/{path}", form))

    face, opens = town.things["face"], {"code": town.codes["answer"], "word": WORD}
    message = {"writer": "news", "come_back": "on", "text": WORDS, "word": WORD}
    yield "sent", send(f"face/{face}/write/", message)
    yield "gone", send(f"face/{town.things['subject']}/write/", message)
    yield "conversation", send("answer/", opens)
    yield "conversation, more said", send("answer/", opens | {"text": WORDS})
    yield "nothing to read", send("answer/", opens | {"word": "walnut"})
    yield "from another site", send("answer/", opens, origin="https://elsewhere.example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(browsing, "SOFT", 0)
        yield "many faces", read(Client().get(f"/{language}/"))
        patch.setattr(browsing, "HARD", 0)
        yield "too many faces", read(Client().get(f"/{language}/"))
    for what, code in (("ask", ""), ("danger", ""), ("code", town.codes["removal"])):
        yield f"take-down, {what}", send(f"take-down/?face={face}", {"what": what, "code": code})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wall, "write_back", _not_trusted)
        yield "cannot be locked", send("answer/", opens | {"text": WORDS})
    yield "too often", [send("answer/", opens, first=False) for _ in range(30)][-1]
    yield from (*_checked(town, send), *_said_who_they_are(town, send))
    yield from _told_us(town, send)
    yield "not there", read(Client().get(f"/{language}/nothing/here/"))


def _told_us(town: Town, send: Callable[[str, dict[str, str]], Page]) -> Iterator[tuple[str, Page]]:
    """How it was, and that somebody wanted money."""
    yield "feedback, given", send("feedback/", {"society": town.society.code, "mood": "bad"})
    yield "money was asked for", send("money/", {"text": WORDS})


def _said_who_they_are(
    town: Town, send: Callable[[str, dict[str, str]], Page]
) -> Iterator[tuple[str, Page]]:
    """A society is chosen, its form sent back as it is and full of nonsense, and taken."""
    text = text_in_force(town.society.pk, get_language() or "en")
    chosen = {"society": town.society.code}
    page = send("who-i-am/", chosen)
    yield "who I am, asked", page
    to = chosen | {"notice": str(text.pk) if text else ""}
    yield "who I am, empty", send("who-i-am/", to)
    yield "who I am, wild", send("who-i-am/", dict.fromkeys(page.fields, WORDS * 5000) | to)
    yield "who I am, old words", send("who-i-am/", chosen | {"notice": "before"})
    said = {"names": WORDS, "come_back": "on", "word": WORD}
    yield "who I am, told", send("who-i-am/", to | said)


def _checked(town: Town, send: Callable[[str, dict[str, str]], Page]) -> Iterator[tuple[str, Page]]:
    """A certificate that is valid, one that is none, and a slip of the finger."""
    for what, code in (("it", town.codes["certificate"]), ("none", new_code()), ("", WORD)):
        yield f"certificate, {what}", send("certificate/", {"code": code})


def _not_trusted(*_: object, **__: object) -> None:
    raise BoxNotTrusted("the pins are lost")


@pytest.fixture(scope="module")
def english(town: Town, django_db_blocker: DjangoDbBlocker) -> dict[str, Page]:
    with django_db_blocker.unblock():
        return crawl(town, "en")


def left(pages: dict[str, Page], english: dict[str, Page], town: Town) -> dict[str, set[str]]:
    """Moment → words that a page has and a page in English has alike."""
    told = {word for page in english.values() for word in page.said if LETTER.search(word)}
    of_ours = {word for word in told if WORDS not in word and not ALIKE.fullmatch(word)}
    of_ours -= {town.society.name, "Kintrace", *OWN_NAMES}
    return {moment: same for moment, page in pages.items() if (same := page.said & of_ours)}


@each_translation
def test_no_public_page_has_english_left_on_it(
    language: str, town: Town, english: dict[str, Page]
) -> None:
    assert left(crawl(town, language), english, town) == {}


def test_the_languages_looked_at_are_those_of_the_house() -> None:
    assert {code for code, _ in settings.LANGUAGES} == LOCALES.keys()


def test_every_page_in_the_public_frame_is_read_here(english: dict[str, Page]) -> None:
    found = {template for page in english.values() for template in page.templates}
    pages = (path for path in MESSAGES["sources"]() if path.suffix == ".html")
    public = {
        str(path.relative_to(path.parent.parent))
        for path in pages
        if path.read_text().startswith(MESSAGES["PUBLIC_FRAME"])
    }
    assert public - found == set(), "play the moment in which a visitor sees it"


def test_a_text_that_nobody_translated_is_found(
    town: Town, english: dict[str, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten = {"title": "", "short": "Leave this page"}
    monkeypatch.setattr(of_the_wall, "approved_texts", lambda: [(town.society, forgotten)])
    found = left(crawl(town, "ti"), english, town)
    moments = ("wall:about, opened", "kiosk:about, opened")
    assert found == {moment: {"Leave this page"} for moment in moments}


def test_what_we_borrow_is_still_what_django_says() -> None:
    """A catalogue of ours speaks for Django only as long as both mean the same text."""
    with (Path(django.__file__).parent / "conf/locale/fr/LC_MESSAGES/django.po").open("rb") as file:
        of_django = {message.id for message in read_po(file)}
    assert set(borrowed.SENTENCES) <= of_django
    assert borrowed.COUNTED in of_django
