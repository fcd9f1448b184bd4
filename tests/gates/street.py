"""The public doors: the wall, a face's page and pictures, the form, and the answer to a visitor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from django.test import Client

from kintrace.visitors import browsing, quota
from kintrace.wall import kept
from kintrace.wall.lookups import conversation
from kintrace.wall.models import Face, Reply
from kintrace.wall.tests.writing import CODE, WORD, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.gates.world import Known, Written

FACE = re.compile(r"/en/face/([0-9a-f-]{36})/")
PAGES = ("/en/face/{}/", "/en/face/{}/sheet/", "/en/face/{}/write/")


def visitor() -> Client:
    """Somebody whom no quota knows yet."""
    quota.forget_all()
    browsing.forget()
    return Client()


def look_from_the_street(people: Iterable[Known], shown: set[UUID]) -> None:
    """The wall shows these faces and no other, and so does every page about one of them."""
    kept.forget()
    wall = visitor().get("/en/")
    assert {UUID(face) for face in FACE.findall(wall.content.decode())} == shown
    for person in people:
        if person.face is not None:
            pages_agree(person.face, there=person.face in shown)
        for letter in person.written[-1:]:
            answers_agree(letter)


def pages_agree(face: UUID, *, there: bool) -> None:
    client, expected = visitor(), 200 if there else 404
    for page in PAGES:
        assert client.get(page.format(face)).status_code == expected
    row = Face.objects.filter(pk=face).first()
    picture = client.get(f"/faces/{row.name if row else face.hex}-320.jpg")
    assert picture.status_code == expected


def answers_agree(letter: Written) -> None:
    """Code and word open what was answered, and nothing once the message is gone."""
    found = conversation(letter.code, WORD)
    answered = [piece for piece in found.pieces if piece.text] if found else []
    assert (found is not None) != letter.gone
    assert sorted(piece.text for piece in answered) == sorted([] if letter.gone else letter.answers)
    assert all(piece.direction == Reply.Direction.TO_VISITOR for piece in answered)


def words_to(home: int) -> str:
    """What visitors write to one of the houses: no other one ever reads it."""
    return f"We parted at the ferry of house {home}."


def write_about(face: UUID, *, home: int) -> str | None:
    """A visitor writes; gives the code, or None where the face is gone."""
    answer = visitor().post(f"/en/face/{face}/write/", written(text=words_to(home)))
    if answer.status_code == 404:
        return None
    assert answer.status_code == 200
    code = CODE.search(answer.content.decode())
    assert code is not None
    return code[1]
