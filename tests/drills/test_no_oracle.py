"""Whether a person is known here cannot be told: the same words, and the same time.

Each pair is one question about somebody who is known and one about nobody, asked in turn, so that
what else the machine does falls on both alike.
"""

from __future__ import annotations

import re
import secrets
import statistics
import time
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kintrace.cases.tests.conftest import SELAM, build_scene
from kintrace.cases.tests.red_cross_ways import hold
from kintrace.cases.tests.test_safe import NAME, written
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import let_in, open_box
from kintrace.protection import actions as protection
from kintrace.protection.lookups import notice_given
from kintrace.protection.purposes import Channel
from kintrace.safe import actions as safe
from kintrace.safe.sealed import SIZE, TOKEN
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import inbox
from kintrace.wall.models import Face
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import WORD, send
from kintrace.watch import limits
from tests import environment
from tests.postgres import connected_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

    Report = Callable[[str, str, str], None]
    Ask = Callable[[], Any]

# As in service: with the walls of PostgreSQL around every row.
pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.usefixtures("postgres")]

TRIES = 1000
SAFES = 2000
APART = 0.005  # seconds between the medians of known and unknown
ADDRESSES = iter(range(1, 1 << 24))
GOAL = f"the same page, medians of {TRIES} within 5 ms"
# What differs in every page whoever asks, and says nothing: stamps, tokens, and the address that
# was asked for, which stands in the links to the same page in other languages.
CHANCE = re.compile(
    rb'(value|nonce|content)="[^"]*"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}'
)


@pytest.fixture
def scene(transactional_db: None, settings: Settings, tmp_path: object) -> Scene:
    settings.ALLOWED_HOSTS = ["*"]
    return build_scene("NM")


def from_elsewhere() -> dict[str, Any]:
    """Each try comes from an address of its own: no quota stands in the way of the clock."""
    number = next(ADDRESSES)
    return {"REMOTE_ADDR": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}


def took(ask: Ask) -> tuple[float, bytes, int]:
    begun = time.perf_counter()
    answer = ask()
    return time.perf_counter() - begun, CHANCE.sub(b"", answer.content), answer.status_code


def compared(what: str, known: Ask, unknown: Ask, report: Report) -> None:
    for ask in (known, unknown):
        took(ask)  # templates and catalogues are read once, by whoever comes first
    spent: dict[Ask, list[float]] = {known: [], unknown: []}
    pages: dict[Ask, set[tuple[bytes, int]]] = {known: set(), unknown: set()}
    for turn in range(TRIES):
        for ask in (known, unknown) if turn % 2 else (unknown, known):
            seconds, page, status = took(ask)
            spent[ask].append(seconds)
            pages[ask].add((page, status))
    middle = {ask: statistics.median(times) for ask, times in spent.items()}
    gap = middle[known] - middle[unknown]
    report(
        f"known and unknown: {what}",
        f"medians {middle[known] * 1000:.2f} and {middle[unknown] * 1000:.2f} ms",
        GOAL,
    )
    assert pages[known] == pages[unknown]
    assert len(pages[known]) == 1
    assert abs(gap) < APART


def test_a_face_that_came_down_and_one_that_never_was_are_the_same(
    scene: Scene, report: Report
) -> None:
    with reading_as(scene.society.pk):
        face = cast.stands(scene.society)
        gone, name = face.pk, face.name
        Face.objects.filter(pk=face.pk).delete()
    visitor = Client()

    def page(which: UUID) -> Any:
        return visitor.get(f"/en/face/{which}/", **from_elsewhere())

    def picture(which: str) -> Any:
        return visitor.get(f"/faces/{which}-320.jpg", **from_elsewhere())

    strange = secrets.token_hex(len(name) // 2)
    with connected_as(environment.PUBLIC):
        compared("a face's page", lambda: page(gone), lambda: page(uuid4()), report)
        compared("a face's picture", lambda: picture(name), lambda: picture(strange), report)


def test_a_code_with_a_wrong_word_and_a_code_of_nobody_are_the_same(
    scene: Scene, report: Report
) -> None:
    with reading_as(scene.society.pk):
        face = cast.stands(scene.society)
    visitor = Client()

    def asked(code: str, word: str) -> Any:
        sent = {"stamp": cast.fine_stamp(), "code": code, "word": word}
        return visitor.post("/en/answer/", sent, **from_elsewhere())

    with connected_as(environment.PUBLIC):
        code = send(visitor, face)
        compared(
            "code and word",
            lambda: asked(code, "jam"),
            lambda: asked("ABCD-EFGH-JKLM", WORD),
            report,
        )


def test_what_belongs_to_another_society_takes_as_long_as_what_is_not_there(
    scene: Scene, report: Report
) -> None:
    other = build_scene("BG")
    with other.acting(other.alma):
        case = playing.open_a_case(SELAM, by=other.alma)
    with reading_as(other.society.pk):
        face = cast.stands(other.society)
    with connected_as(environment.PUBLIC):
        send(Client(), face)
    with reading_as(other.society.pk):
        [message] = inbox(other.alma)
    member = let_in(Client(), scene.alma)
    open_box(member, password=PASSWORD)

    def opened(name: str, which: UUID) -> Any:
        return member.get(reverse(name, args=[which]))

    for name, known in (
        ("cases:case", case.pk),
        ("protection:subject", case.subject),
        ("cases:message", message.pk),
    ):
        compared(
            f"{name} of another society",
            partial(opened, name, known),
            lambda name=name: opened(name, uuid4()),  # type: ignore[misc]
            report,
        )


def test_writing_down_who_does_not_want_to_be_found_says_nothing_of_a_search(
    scene: Scene, report: Report
) -> None:
    """Somebody asks a volunteer to note it, to learn whether the society searches for them."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        given = notice_given(case.subject)
        assert given is not None
    volunteer = let_in(Client(), scene.chidi)
    sought = f"{SELAM.sought_given} {SELAM.sought_given_own}"
    with reading_as(scene.society.pk, member=scene.chidi.pk):
        subject = protection.new_subject()
        protection.give_notice(subject, text=given.text, channel=Channel.PHONE, by=scene.chidi)

    def noted(names: str) -> Any:
        url = reverse("protection:do_not_find", args=[subject])
        return volunteer.post(url, {"names": names, "by_whom": "my uncle"}, follow=True)

    compared("a wish not to be found", lambda: noted(sought), lambda: noted("Nobody Atall"), report)


def test_asking_for_safe_and_well_says_nothing_of_who_may_not_be_told(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    # The clock needs more answers than a member may ask for in a day.
    monkeypatch.setattr(limits, "may_list", lambda _member, _noted: True)
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        written(scene, case)
        hold(scene, case)
    member = let_in(Client(), scene.omar)

    def asked(name: str) -> Any:
        return member.post(reverse("cases:safe"), {"name": name, "year": "1990"})

    compared("safe and well", lambda: asked(NAME), lambda: asked("Nobody Atall"), report)


def test_a_contact_safe_that_is_there_and_one_that_never_was_are_the_same(
    scene: Scene, report: Report
) -> None:
    """What lies there is random for whoever has no words; so its length is compared."""
    numbers = [uuid4() for _ in range(SAFES)]
    visitor, known = Client(), iter(numbers * 2)

    def asked(number: UUID) -> Any:
        sent = {"number": number.hex}
        answer = visitor.post("/contact-safe/lying-under/", sent, **from_elsewhere())
        return SimpleNamespace(
            content=f"{len(answer.content)} {answer.headers}".encode(),
            status_code=answer.status_code,
        )

    with connected_as(environment.PUBLIC):
        for number in numbers:
            safe.keep(number, sealed=secrets.token_bytes(SIZE), token=secrets.token_bytes(TOKEN))
        compared("contact safe", lambda: asked(next(known)), lambda: asked(uuid4()), report)
