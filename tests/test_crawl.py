"""What a script learns that looks at every public page, its forms and its pictures: each face's
sex, age band and relation, which are what the wall is for, and nothing else of anybody."""

from __future__ import annotations

import re
import struct
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from kintrace.demo.portraits import portrait
from kintrace.vault.photos import clean
from kintrace.wall import kept, pictures
from kintrace.wall.gallery import KNOWN
from kintrace.wall.relations import AgeBand
from tests.languages import EVERY_DAY, LOCALES
from tests.sent import Sent, but_for_the_society, plain, sent_about
from tests.twins import World, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.http import HttpResponseBase
    from pytest_django import DjangoDbBlocker


pytestmark = pytest.mark.django_db
FACE = re.compile(r"/face/([0-9a-f-]{36})/")
LINK = re.compile(r'(?:href|src|action)="([^"]+)"')
ELSEWHERE = ("/static/", "/desk/", "/sign-in/", "/demo/")
# Where each society speaks for itself or says where it is found, and no face is there.
SOCIETIES_SPEAK = ("/about/", "/information/where/", "/who-i-am/", "/feedback/")
DOORS = ("", "?o=0", "kiosk/", "kiosk/wall/?o=0")
OF_EACH_FACE = ("face/{}/", "face/{}/sheet/", "face/{}/write/", "take-down/?face={}")


@pytest.fixture(scope="module")
def world(
    places: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield settled()
        transaction.set_rollback(True)


def _headers(answer: HttpResponseBase) -> list[tuple[str, str]]:
    # The length of a page is its body's, which is compared; a QR code's hangs on the random id.
    return [(name, value) for name, value in answer.items() if name != "Content-Length"]


@pytest.mark.parametrize("place", ["/en/", "/ar/", "/en/kiosk/wall/"])
@pytest.mark.parametrize("page", OF_EACH_FACE)
def test_twins_of_two_societies_have_the_same_pages_down_to_their_headers(
    page: str, place: str, world: World
) -> None:
    visitor = Client()
    for one, other in world.twins:
        of_one, of_other = (visitor.get(place + page.format(face.pk)) for face in (one, other))
        assert plain(of_one.content.decode()) == plain(of_other.content.decode())
        assert _headers(of_one) == _headers(of_other)
        assert {"ETag", "Last-Modified"}.isdisjoint(of_one.headers)


def choices() -> list[str]:
    """Every word of every filter, and every two of them."""
    words = {**KNOWN, "age": AgeBand.values, "wide": ["1"]}
    single = [f"{name}={word}" for name, known in words.items() for word in known]
    pairs = [f"{one}&{other}" for one, other in product(single, single) if one < other]
    return ["", *single, *pairs]


def _shown(visitor: Client, query: str) -> set[str]:
    """All faces under a choice, from all its pages."""
    found: set[str] = set()
    for page in range(1, 20):
        came = FACE.findall(visitor.get(f"/en/?o=3&page={page}&{query}").content.decode())
        found |= set(came)
        if not came:
            break
    return found


def test_no_choice_of_the_wall_parts_twins(world: World) -> None:
    """Whatever is chosen, alone or two together: both twins stand there, or neither."""
    visitor = Client()
    parted = set[str]()
    for query in [one for one in choices() if "&" not in one] + choices()[-1:0:-23]:
        shown = _shown(visitor, query)
        parted |= {
            query
            for one, other in world.twins
            if (str(one.pk) in shown) != (str(other.pk) in shown)
        }
    assert parted == set()


def test_the_choices_are_sex_age_band_and_relation_and_no_other(world: World) -> None:
    visitor = Client()
    asked = set[str]()
    for place, query in product(("en", "ar"), ("", "me=woman", "seeks=mother", "age=65&wide=1")):
        content = visitor.get(f"/{place}/?o=3&{query}").content.decode()
        for address in LINK.findall(content):
            asked |= {
                name for name, _word in parse_qsl(urlsplit(address.replace("&amp;", "&")).query)
            }
    # `o` and `page` and `wide` say which part of a shuffle is shown, by no property of a face.
    assert asked == {"me", "who", "sex", "seeks", "age", "o", "page", "wide"}


TONGUES = [frozenset(EVERY_DAY), pytest.param(frozenset(LOCALES), marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=TONGUES, ids=["every day", "every language"])
def crawled(world: World, request: pytest.FixtureRequest) -> dict[str, str]:
    """Every page that a link or a form of a public page leads to, from the front doors on.

    Of the wall's many choices one of each kind is followed: the tests above are about them."""
    kept.forget()
    visitor, tongues = Client(), request.param
    waiting = {f"/{code}/{door}" for code in tongues for door in DOORS} | {"/robots.txt"}
    pages: dict[str, str] = {}
    while waiting:
        path = waiting.pop()
        answer = visitor.get(path)
        pages[path] = ""
        if answer.get("Content-Type", "").startswith("text/"):
            pages[path] = answer.getvalue().decode()
            there = {urljoin(path, one.replace("&amp;", "&")) for one in LINK.findall(pages[path])}
            waiting |= {one for one in there if _is_ours(one, tongues)} - set(pages)
    return pages


def _is_ours(address: str, tongues: frozenset[str]) -> bool:
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    if parts.scheme or "#" in address or parts.path.startswith(ELSEWHERE):
        return False
    if parts.path.split("/")[1] in LOCALES.keys() - tongues:
        return False
    if "/face/" in parts.path or "face" in query:  # once each, whatever page led there
        return parts.path.startswith(f"/{settings.LANGUAGE_CODE}/") and len(query) < 2
    return query.get("o", "0") == "0" and len(query) < 3


# --- the forms, sent ---


@pytest.fixture(scope="module")
def sent(world: World) -> list[Sent]:
    return sent_about(world)


def test_pages_after_sending_are_the_same_for_twins_but_for_the_societys_name(
    world: World, sent: list[Sent]
) -> None:
    assert {one.what.partition(" ")[2] for one in sent} >= {"sent", "answered", "asked", "danger"}
    for one in sent:
        first, second = map(but_for_the_society, one.pages, world.towns)
        assert first == second, one.what


def test_pages_after_sending_name_the_society_where_that_is_wished_and_nowhere_else(
    world: World, sent: list[Sent]
) -> None:
    """The visitor is told who reads the words, and again by code and word (docs/threats.md)."""
    naming = {
        one.what.partition(" ")[2]
        for one in sent
        for page, town in zip(one.pages, world.towns, strict=True)
        if town.society.name in page
    }
    assert naming == {"sent", "not answered yet", "answered"}
    for one in sent:
        for page, town in zip(one.pages, reversed(world.towns), strict=True):
            assert town.society.name not in page, one.what


def _said_of(kept_back: set[str], pages: dict[str, str]) -> set[tuple[str, str]]:
    """Where one of these words stands by itself on a page."""
    known = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(kept_back)))})(?!\w)")
    return {(path, word) for path, text in pages.items() for word in known.findall(text)}


def test_no_page_says_a_name_a_place_a_date_or_a_word_of_what_was_told(
    world: World, crawled: dict[str, str]
) -> None:
    assert len(crawled) > 60
    assert len(world.kept_back) > 200
    assert _said_of(world.kept_back, crawled) == set()
    # A society says since when it is found where it is; that is no day of anybody's.
    of_faces = {
        path: text
        for path, text in crawled.items()
        if not any(place in path for place in SOCIETIES_SPEAK)
    }
    assert _said_of(world.dates, of_faces) == set()


def test_no_page_after_sending_says_a_word_of_what_was_told_nor_how_many(
    world: World, sent: list[Sent]
) -> None:
    pages = {
        f"{one.what} {number}": but_for_the_society(page, town)
        for one in sent
        for number, (page, town) in enumerate(zip(one.pages, world.towns, strict=True))
    }
    assert _said_of(world.kept_back | world.dates, pages) == set()
    for what, page in pages.items():
        assert not _counts(world, page), what


def _counts(world: World, page: str) -> list[str]:
    """Where the number of faces of all, or of one society, stands in a page's words."""
    number = len(world.twins) * 2
    words = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", plain(page), flags=re.DOTALL)
    return re.findall(rf"(?<![\d-])({number}|{number // 2})(?![\d-])", words)


def test_no_page_about_faces_names_a_society_and_none_says_how_many(
    world: World, crawled: dict[str, str]
) -> None:
    for path, text in crawled.items():
        if not any(place in path for place in SOCIETIES_SPEAK):
            assert "Society AT" not in text, path
            assert "Society BG" not in text, path
        assert not _counts(world, text), path


def test_pictures_of_twins_differ_by_their_pixels_alone(world: World) -> None:
    """Two photos cleaned on different days, from different phones: no byte tells one's origin."""
    drawn = [portrait(seed, sex="woman", age_band="25-44") for seed in (1, 2)]
    cleaned = [clean(photo).pictures for photo in drawn]
    for key in pictures.KEYS:
        shapes = [_shape(one[key]) for one in cleaned]
        assert shapes[0] == shapes[1], key
    one, other = world.twins[0]
    visitor = Client()
    for size, ending in (key.split(".") for key in pictures.KEYS):
        answers = [visitor.get(f"/faces/{face.name}-{size}.{ending}") for face in (one, other)]
        assert _headers(answers[0]) == _headers(answers[1])
        assert {"ETag", "Last-Modified", "Content-Disposition"}.isdisjoint(answers[0].headers)


def _shape(picture: bytes) -> list[bytes]:
    """The names of a picture's parts, without what is in those that hold its pixels."""
    if picture[:4] == b"RIFF":
        at, parts = 12, [picture[8:12]]
        while at < len(picture):
            name, size = struct.unpack("<4sI", picture[at : at + 8])
            parts.append(name)
            at += 8 + size + size % 2
        return parts
    at, parts = 2, []
    while picture[at + 1] != 0xDA:
        (size,) = struct.unpack(">H", picture[at + 2 : at + 4])
        # Tables of the coding differ with the pixels; every other part must be the same.
        held = b"" if picture[at + 1] in {0xC4, 0xDB} else picture[at + 4 : at + 2 + size]
        parts.append(picture[at : at + 2] + held)
        at += 2 + size
    return parts
