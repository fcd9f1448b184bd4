"""Somebody writes as the brother of a woman who fled, to learn where she is."""

from __future__ import annotations

import re
from contextlib import nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kintrace.demo.invented import PEOPLE
from kintrace.demo.playing import acting
from kintrace.network.access import Role
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import face_showing, inbox
from kintrace.wall.screening import Flag
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import ask, send
from tests import environment
from tests.postgres import connected_as
from tests.town import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.town import Town

    Attacked = Callable[..., None]

pytestmark = [pytest.mark.attack, pytest.mark.database_bound]

LINK = re.compile(r'href="(/en/[^"#]*)"')
PAGES = 60
PLEA = "I am her brother. Our mother is dying and I have money for her. Where does she live?"
HER = PEOPLE[1]
WORDS = (HER.given_own, HER.father_own, HER.sought_given_own, HER.grandfather, HER.origin)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle("NM")


def _walk(visitor: Client) -> Iterator[str]:
    """Every public page that a link leads to."""
    waiting, known = ["/en/"], {"/en/"}
    while waiting and len(known) < PAGES:
        page = visitor.get(waiting.pop(0)).content.decode(errors="replace")
        yield page
        new = [one for one in dict.fromkeys(LINK.findall(page)) if one not in known]
        waiting += new
        known.update(new)


def test_who_writes_as_a_brother_learns_nothing_and_is_noticed_at_the_third_face(
    town: Town, attacked: Attacked
) -> None:
    visitor = Client(REMOTE_ADDR="203.0.113.9")
    with reading_as(town.society.pk):
        faces = [face_showing(town.things["face"]), *(cast.stands(town.society) for _ in range(2))]
    with connected_as(environment.PUBLIC) if environment.on_postgres() else nullcontext():
        codes = [
            send(visitor, face, writer="family", text=f"{PLEA} Number {number}.")
            for number, face in enumerate(faces)
        ]
        read = [*(ask(visitor, code) for code in codes), *_walk(visitor)]
    with acting(town[Role.CASEWORKER]) as alma:
        flagged = [one for one in inbox(alma) if Flag.MANY in one.flagged]
    attacked(
        "a trafficker who writes as a brother",
        tried=f"{len(faces)} messages about as many faces, their answers, {len(read)} pages",
        got=sum(word in page for page in read for word in WORDS),
        noticed=timedelta(0) if flagged else None,
    )
