"""Somebody copied a caseworker's cookie: alone, and with the half of the open box beside it.

The thief follows the links of the desk, records first, a page each second, until nothing new is
left or a page asks for a reason. The owner does not notice: they went to lunch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit.models import Entry
from kintrace.cases.tests.conftest import build_scene
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import found, let_in, open_box
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.watch.table import LISTS, RECORDS
from kintrace.watch.tests.conftest import MONDAY, Stage, letters, with_mailbox
from tests.crowd import crowd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.audit.deeds_points import AnyDeed

    Attacked = Callable[..., None]

pytestmark = [pytest.mark.django_db, pytest.mark.attack, pytest.mark.slow]

NINE = MONDAY + timedelta(hours=9)
PACE = timedelta(seconds=1)  # a page each second: quicker than anybody reads
LINK = re.compile(r'href="(/desk/[^"#]*)"')
RECORD = re.compile(r"/(cases|messages)/[0-9a-f-]{36}/$")
NEEDLE = "Marigold under the seventh bridge"
OURS, THEIRS = 100, 5


@dataclass
class Spoil:
    """What the thief came home with."""

    paths: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    stopped: bool = False

    def pages_with(self, words: str) -> int:
        return sum(words in one for one in self.read)


@pytest.fixture
def lunch(db: None) -> Iterator[Stage]:
    """A society at work with a crowd of cases and a sealed message, and another beside it."""
    with freeze_time(NINE, tz_offset=0) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        scene = build_scene("NM")
        stage = Stage(clock, scene.society, scene.alma, with_mailbox(scene.dora), next=NINE)
        crowd(scene.society, OURS, handlers=[scene.alma])
        body = {"kind": "message", "writer": "sought", "ways": {}, "text": NEEDLE}
        with reading_as(scene.society.pk):
            wall.report_demand(scene.society.pk, about=None, body=body, word="almond")
        stage.to(NINE)
        yield stage


def _owner(stage: Stage) -> Client:
    """The owner signed in with both factors a while ago, and has the box open."""
    return open_box(let_in(Client(), stage.alma), password=PASSWORD)


def _thief(owner: Client, *names: str) -> Client:
    thief = Client()
    for name in names:
        thief.cookies[name] = owner.cookies[name].value
    return thief


def _walk(thief: Client, stage: Stage) -> Spoil:
    """The links that pages of the desk give: those of records first, then as they were seen."""
    spoil, waiting, known = Spoil(), ["/desk/"], {"/desk/"}
    while waiting and not spoil.stopped:
        path = next(filter(RECORD.search, waiting), waiting[0])
        waiting.remove(path)
        page = thief.get(path)
        spoil.paths.append(path)
        spoil.stopped = page.headers.get("Location", "").startswith("/desk/reading/")
        if page.status_code == 200 and not page.streaming:
            text = page.content.decode(errors="replace")
            spoil.read.append(text)
            new = [one.replace("&amp;", "&") for one in LINK.findall(text)]
            waiting += [one for one in dict.fromkeys(new) if one not in known]
            known.update(new)
        stage.to(stage.clock().astimezone(NINE.tzinfo) + PACE)
    return spoil


def _read(stage: Stage, deeds: frozenset[AnyDeed]) -> int:
    """How many different things the audit says were read since the theft."""
    with reading_as(stage.society.pk):
        rows = Entry.objects.filter(actor=stage.alma.pk, deed__in=deeds, at__gte=NINE)
        return rows.values("about").distinct().count()


def _told_after(stage: Stage) -> timedelta:
    """From the first step of the thief to the first alarm; the letter went out."""
    stage.to(stage.clock().astimezone(NINE.tzinfo) + timedelta(minutes=15))
    first = stage.alarms()[0]
    assert set(letters()) == {f"{stage.dana.sign_in}@example.invalid"}
    return first.rang - NINE


@pytest.mark.parametrize(
    ("who", "with_box"),
    [
        ("a stolen staff session, without the box cookie", False),
        ("a stolen staff session, with the box cookie", True),
    ],
)
def test_a_thief_of_a_session_is_stopped_and_the_officer_has_a_letter(
    lunch: Stage, attacked: Attacked, who: str, *, with_box: bool
) -> None:
    names = [settings.SESSION_COOKIE_NAME] + [settings.BOX_COOKIE_NAME] * with_box
    spoil = _walk(_thief(_owner(lunch), *names), lunch)
    assert spoil.stopped
    lists = _read(lunch, LISTS)
    tried = f"{len(spoil.paths)} pages, one a second, records first; {lists} pages of lists shown"
    attacked(who, tried=tried, got=_read(lunch, RECORDS), noticed=_told_after(lunch))


def test_without_the_box_cookie_a_thief_reads_no_word_of_a_box(
    lunch: Stage, attacked: Attacked
) -> None:
    owner = _owner(lunch)
    message = "/desk/messages/"
    inbox = owner.get(message).content.decode()
    [path] = set(re.findall(r'href="(/desk/messages/[0-9a-f-]{36}/)"', inbox))
    assert NEEDLE in owner.get(path).content.decode(), "the owner reads it"
    thief = _thief(owner, settings.SESSION_COOKIE_NAME)
    spoil = _walk(thief, lunch)
    spoil.read.append(thief.get(path).content.decode())
    attacked(
        "what a stolen session without the box cookie reads of a box",
        tried=f"{len(spoil.paths) + 1} pages, the message itself among them",
        got=spoil.pages_with(NEEDLE),
    )


def test_a_thief_of_a_session_meets_nothing_of_another_society(lunch: Stage) -> None:
    other = found("BG")
    theirs = crowd(other, THEIRS, handlers=[None])
    thief = _thief(_owner(lunch), settings.SESSION_COOKIE_NAME)
    assert {thief.get(f"/desk/cases/{case}/").status_code for case in theirs} == {404}
    spoil = _walk(thief, lunch)
    assert not any(spoil.pages_with(str(case)) for case in theirs)
