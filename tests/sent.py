"""What comes after each public form that is sent about one of twins, and about the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.wall import actions as wall
from kintrace.wall import kept
from kintrace.wall.lookups import inbox
from kintrace.wall.screening import Kind
from kintrace.wall.tests.writing import CODE as SHOWN_CODE
from tests.forms import Visitor
from tests.twins import dates_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.wall.models import Face
    from tests.town import Town
    from tests.twins import World

# What is drawn at random for each face or each request, and says nothing.
RANDOM = [
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "FACE"),
    (re.compile(r"[0-9a-f]{32}"), "PICTURE"),
    (re.compile(r'name="stamp" value="[^"]*"'), "STAMP"),
    (re.compile(r'name="pass" value="[^"]*" data-seed="[^"]*"'), "PASS"),
    (re.compile(r'<svg [^>]*class="qr".*?</svg>', re.DOTALL), "THE ADDRESS AGAIN"),
]
ANSWER = "Thank you. Come to any desk of ours and show this code."
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")
SPELLED = re.compile(r"(?:[A-Z0-9](?:\s[·—]\s)?){12}")  # the same, to be read aloud
IN_TWO = ("en", "ar")


@dataclass(frozen=True)
class Sent:
    """What came after a form about one of twins, and about the other."""

    what: str
    pages: tuple[str, str]


def sent_about(world: World) -> list[Sent]:
    """Every form about every face, in one language or the other; the wall stands as before."""
    found, visitor = list[Sent](), Visitor()
    kept.forget()
    with transaction.atomic():
        for (one, other), language in zip(world.twins, cycle(IN_TWO), strict=False):
            pages = zip(
                _after(visitor, world.towns[0], one, language),
                _after(visitor, world.towns[1], other, language),
                strict=True,
            )
            found += [Sent(f"{language} {of_one[0]}", (of_one[1], of[1])) for of_one, of in pages]
        codes = zip(IN_TWO, world.towns, strict=True)
        removed = [
            visitor.sends("/en/take-down/", code=town.codes["removal"]) for _l, town in codes
        ]
        found.append(Sent("en taken down", (removed[0], removed[1])))
        transaction.set_rollback(True)
    kept.forget()
    return found


def _after(visitor: Visitor, town: Town, face: Face, language: str) -> Iterator[tuple[str, str]]:
    """Write, be answered and write again; tell of money; ask for the photo to come down; danger."""
    there = f"/{language}/"
    page = visitor.sends(f"{there}face/{face.pk}/write/")
    yield "sent", page
    [code] = SHOWN_CODE.findall(page)  # a face's id may hold twelve digits that look like one
    yield "not answered yet", visitor.sends(f"{there}answer/", code=code, text="")
    with playing.acting(town[Role.OFFICER]) as omar:
        written = [one for one in inbox(omar) if one.kind == Kind.MESSAGE]
        message = max(written, key=lambda one: one.arrived)
        wall.answer(message, text=ANSWER, by=omar)
    yield "answered", visitor.sends(f"{there}answer/", code=code)
    yield "nothing", visitor.sends(f"{there}answer/", code=code, word="quince")
    yield "reported", visitor.sends(f"{there}money/?face={face.pk}")
    down = f"{there}take-down/?face={face.pk}"
    yield "asked", visitor.sends(down, 1)
    with transaction.atomic():  # who is in danger is hidden, and would be missing afterwards
        yield "danger", visitor.sends(down, 2)
        transaction.set_rollback(True)
    kept.forget()


def but_for_the_society(page: str, town: Town) -> str:
    """Without what a page after sending may say: the society, the visitor's code, and today."""
    page = SPELLED.sub("READ ALOUD", plain(page))
    page = CODE.sub("CODE", page).replace(town.society.name, "SOCIETY")
    for said in dates_of(timezone.localdate()):
        page = page.replace(said, "TODAY")
    return page


def plain(text: str) -> str:
    for pattern, word in RANDOM:
        text = pattern.sub(word, text)
    return text
