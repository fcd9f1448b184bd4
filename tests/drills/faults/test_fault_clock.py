"""The machine's clock jumps an hour and a day, forward and back, under real processes.

Both sides and the worker are told another time than it is (told_time.py); the database keeps the
right one, as a server of its own does.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import verify
from kintrace.audit.models import Entry
from kintrace.letters.actions import send as write_letter
from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import open_post_office
from kintrace.operations.duties import TABLE
from kintrace.operations.models import Due
from kintrace.operations.tests.conftest import until
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Message
from tests.drills import service
from tests.drills.faults.clerks import Clerk, note
from tests.drills.ledgers import compare
from tests.drills.visitors import CODE, STAMP, ask, send, stamp, written
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kintrace.cases.models import Case
    from kintrace.letters.tests.post_office import PostOffice
    from tests.drills.conftest import Stage
    from tests.drills.faults.conftest import Line
    from tests.drills.service import Process, Web

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("flushing"),
    *later("test_fault_clock", turns=4),
]

TOLD = "tests.drills.faults.told_time"
FILE = "KINTRACE_TEST_CLOCK"
HOUR, DAY = 3600, 86400
WORDS = "نحن في الطريق."
# Done each time their clock says so; a day's duties find nothing to do a second time.
OFTEN = [duty.name for duty in TABLE if duty.every.total_seconds() <= 60]


@dataclass
class Clock:
    """What the machine's clock says: so many seconds beside the truth."""

    file: Path
    ahead: int = 0

    def stand(self, ahead: int) -> None:
        self.ahead = ahead
        half = self.file.with_suffix(".half")
        half.write_text(str(ahead))
        half.replace(self.file)

    @property
    def surroundings(self) -> dict[str, str]:
        return {FILE: str(self.file)}


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    clock = Clock(tmp_path / "clock")
    clock.stand(0)
    return clock


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def worker(stage: Stage, office: PostOffice, clock: Clock) -> Iterator[Process]:
    post = {"KINTRACE_SMTP_HOST": "127.0.0.1", "KINTRACE_SMTP_PORT": str(office.port)}
    there = stage.staff | post | clock.surroundings | {"KINTRACE_SMTP_TLS": "0"}
    worker = service.worker(there, stage.folder / "worker.log")
    worker.command[1:2] = ["-m", TOLD]
    worker.start()
    yield worker
    worker.kill()


@pytest.fixture
def sides(stage: Stage, search: Case, clock: Clock) -> Iterator[tuple[Web, Web]]:
    del search
    there = clock.surroundings
    street = service.web(stage.public | there, stage.folder / "street.log")
    desk = service.web(stage.staff | there, stage.folder / "desk.log", first_page="/sign-in/")
    for web in (street, desk):
        web.command[web.command.index("kintrace.config.wsgi")] = TOLD
        web.start()
    for web in (street, desk):
        web.ready()
    yield street, desk
    for web in (street, desk):
        web.kill()


def test_a_clock_that_jumps_loses_nothing_and_does_nothing_twice(
    stage: Stage, worker: Process, office: PostOffice, clock: Clock, line: Line
) -> None:
    """The worker: what arrives is told once, letters go out once, no duty waits for a day."""
    del worker
    waits = []
    for number, ahead in enumerate((0, HOUR, 0, DAY, 0)):
        clock.stand(ahead)
        begun = time.monotonic()
        _arrives(stage, f"Turn {number}.")
        _letter(stage)
        _minutes_go_by(stage, clock)
        waits.append(time.monotonic() - begun)
    told, sent = _told(stage)
    delivered = [one["Message-ID"] for one in office.letters]
    broken = verify(stage.scene.society.pk)
    until(lambda: not _put_off_for_long(), 20)
    line(
        "the clock jumps an hour and a day, forward and back: jobs, letters, audit",
        seen="nothing; duties go on within their own interval",
        lost=f"0 of 5 messages untold, 0 of 5 letters unsent; {len(told) - len(set(told))} told "
        f"and {len(delivered) - len(set(delivered))} sent twice; audit chain "
        f"{'broken' if broken else 'whole'}",
        back=f"within {max(waits):.1f} s",
    )
    assert len(told) == len(set(told)) == 5
    assert sent == 5
    assert len(delivered) == len(set(delivered))
    assert broken == []


def _told(stage: Stage) -> tuple[list[object], int]:
    """Which messages were written down as arrived, each time; how many of our letters are sent."""
    with reading_as(stage.scene.society.pk):
        told = Entry.objects.filter(deed=Deed.MESSAGE_ARRIVED.value).values_list("about", flat=True)
        sent = Outgoing.objects.filter(kind="reset", state=Outgoing.State.SENT)
        return list(told), sent.count()


def _minutes_go_by(stage: Stage, clock: Clock) -> None:
    """Minutes of the clock, for duties that come round each minute; one after the other, for where
    the clock was put right they begin to count anew."""
    for _ in range(4):
        clock.stand(clock.ahead + 61)
        with suppress(AssertionError):
            return until(lambda: not _waiting(stage), 15)
    raise AssertionError("something waits for a time at which the clock once stood")


def _put_off_for_long() -> bool:
    soon = timezone.now() + timedelta(minutes=10)
    return Due.objects.filter(name__in=OFTEN, at__gt=soon).exists()


def _arrives(stage: Stage, text: str) -> None:
    with reading_as(stage.scene.society.pk):
        message = Message(society_id=stage.scene.society.pk, face=stage.face.pk)
        message.body = {"kind": "message", "writer": "news", "ways": {}, "text": text}
        message.save(force_insert=True)


def _letter(stage: Stage) -> None:
    society = stage.scene.society.pk
    facts = {"link": "https://desk.example.org/reset/one/"}
    with reading_as(society):
        write_letter(
            "reset", to="alma@example.invalid", language="en", facts=facts, society=society
        )


def _waiting(stage: Stage) -> bool:
    with reading_as(stage.scene.society.pk):
        letters = Outgoing.objects.filter(state=Outgoing.State.WAITING).exists()
        return letters or Message.objects.filter(picked_up=None).exists()


def test_nobody_loses_what_they_typed_when_the_clock_jumps(
    stage: Stage, sides: tuple[Web, Web], search: Case, clock: Clock, line: Line
) -> None:
    street, desk = sides
    alma = Clerk(desk.home, stage.scene.alma, language="ar").sign_in()
    page, form = f"/desk/cases/{search.pk}/contact/", stage.form(street.home, "ar")
    tokens, mark = alma.tokens(page), stamp(form)
    codes = {}
    for number, ahead in enumerate((HOUR, 0, DAY + HOUR, 0)):
        clock.stand(ahead)
        text = f"{WORDS} {number}"
        codes[text] = _taken(form, written(text, mark), text)
        mark = _stamp_there(form)
    clock.stand(HOUR)
    late = alma.send(page, tokens | note(WORDS))
    assert late.status == 200
    assert '<html lang="ar" dir="rtl">' in late.text
    assert 'name="kept"' in late.text, "it is carried, sealed, through the sign-in"
    clock.stand(0)
    messages = compare(stage.scene, codes)
    line(
        "the clock jumps an hour and a day, forward and back: pages",
        seen="a visitor whose form seems too old or too new gets it back with all that was typed "
        "and sends it once more; a member whose session seems over signs in again, with what they "
        "typed",
        lost=messages.words,
        back="at once",
    )
    assert messages.is_whole, messages.words
    assert alma.send(page, tokens | note(WORDS)).status in {200, 302}


def _stamp_there(form: str) -> str:
    found = STAMP.search(ask(form).text)
    assert found
    return found[1]


def _taken(form: str, sent: dict[str, str], text: str) -> str:
    """Sent, and sent once more when it comes back: with its words, as a person sees it."""
    answer = send(form, sent, source="127.0.0.9")
    if answer.status == 422:
        assert text in answer.text, "the words are on the page"
        time.sleep(3.5)  # a person reads what the page says
        fresh = STAMP.search(answer.text)
        assert fresh
        answer = send(form, sent | {"stamp": fresh[1]}, source="127.0.0.9")
    assert answer.status == 200, answer
    found = CODE.search(answer.text)
    assert found
    return found[1]
