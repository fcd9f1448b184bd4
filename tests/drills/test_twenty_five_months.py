"""Twenty-five months, day by day: what ends, is asked and rings, each once and on its day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit import lookups as audit
from kintrace.audit.actors import Machine
from kintrace.cases import lookups as cases
from kintrace.cases import reminders, worklist
from kintrace.cases.actions import opening, retention
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Draft, PastCases, Words
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.ways import latest, on_the_wall
from kintrace.demo import playing
from kintrace.letters import actions as letters
from kintrace.letters.models import Outgoing
from kintrace.network.tests.cast import work_off
from kintrace.operations import duties
from kintrace.people.models import Person
from kintrace.protection.lookups import is_in_use
from kintrace.protection.models import Erasure
from kintrace.vault import ledger
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.models import Face, Message, Reply
from kintrace.wall.terms import Known, Terms
from kintrace.wall.tests import cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.audit.models import Entry

BEGIN = date(2026, 3, 1)
DAYS = 762  # to the first of April 2028
PHOTO_UNTIL, CHILDS_UNTIL, CLOSED_ON = 300, 92, 10
CASE_ENDS = CLOSED_ON + 731
MACHINE = Machine(UUID(int=0)).pk


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


@dataclass
class Seen:
    """By what happened: on which days, as often as it happened on each."""

    deeds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    letters: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    reviews: list[int] = field(default_factory=list)
    asked: set[date] = field(default_factory=set)
    ending: list[int] = field(default_factory=list)
    last: int = 0  # the number of the newest entry of the audit that was looked at


@dataclass
class Stage:
    """The society and what was laid down on the first day."""

    scene: Scene
    ended: Case
    open: list[Case]
    unread: list[UUID]
    gone: list[UUID]
    files: set[UUID]


@pytest.fixture
def clock(settings: Settings, tmp_path: Path) -> Iterator[FrozenDateTimeFactory]:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    with freeze_time(f"{BEGIN} 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def stage(clock: FrozenDateTimeFactory, transactional_db: None) -> Stage:
    scene = build_scene("NM")
    with reading_as(scene.society.pk):
        own = scene.society.settings
        own.mailbox = "desk@example.invalid"
        own.save(update_fields=["mailbox"])
        scene.omar.email = "omar@example.invalid"
        scene.omar.save(update_fields=["email"])
    with scene.acting(scene.alma):
        shown, ended, plain = (playing.open_a_case(SELAM, by=scene.alma) for _ in range(3))
        for one in (shown, ended):
            on_the_wall(one, until=day(PHOTO_UNTIL), alma=scene.alma, omar=scene.omar)
        _childs_face(scene)
        draft = playing.begin_a_draft(SELAM, by=scene.alma)
    read, spam, waiting, plausible = (_message(scene) for _ in range(4))
    _dealt_with(scene, read, spam, plausible)
    gone = {draft.file, ended.file, latest_file(scene, ended)}
    return Stage(scene, ended, [shown, plain], [waiting, plausible], [read, spam], gone)


def latest_file(scene: Scene, case: Case) -> UUID:
    with reading_as(scene.society.pk):
        return latest(case).file


def _childs_face(scene: Scene) -> None:
    child = Known(Terms.GUARDIAN)
    notice = cast.proposed(cast.somebody(scene.alma), scene.alma, known=child)
    wall.approve(notice, by=scene.omar)
    wall.publish(notice, by=scene.omar)


def _message(scene: Scene) -> UUID:
    with scene.acting(scene.omar):
        return wall.write_down(
            about=None, channel=Message.Channel.DESK, body={"text": "x"}, word="w", by=scene.omar
        ).message


def _dealt_with(scene: Scene, read: UUID, spam: UUID, plausible: UUID) -> None:
    with scene.acting(scene.omar):
        rows = {row.pk: row for row in Message.objects.all()}
        wall.answer(rows[read], text="Come on Monday.", by=scene.omar)
        rows[read].refresh_from_db()
        wall.screen(rows[read], state="unreachable", by=scene.omar)
        wall.screen(rows[spam], state="spam", by=scene.omar)
        wall.screen(rows[plausible], state="plausible", by=scene.omar)


# --- one day after the other ---


def live(stage: Stage, clock: FrozenDateTimeFactory) -> Seen:
    """Every noon the duties of the house, the jobs, and what people find in their work lists."""
    seen = Seen()
    with reading_as(stage.scene.society.pk):
        seen.last = max(entry.seq for entry in audit.entries(stage.scene.society.pk))
    duties.prepare()
    for number in range(DAYS):
        clock.move_to(f"{day(number)} 12:00")
        duties.do_due()
        work_off()
        _write_down(stage, number, seen)
        _work(stage.scene, number, seen)
        if number == CLOSED_ON:
            _close(stage)
        if number == 20:
            _letter_that_nobody_takes(stage.scene)
    return seen


def _write_down(stage: Stage, number: int, seen: Seen) -> None:
    with reading_as(stage.scene.society.pk):
        for entry in _since(seen.last, stage.scene.society.pk):
            if entry.actor == MACHINE:
                seen.deeds[entry.deed].append(number)
            seen.last = max(seen.last, entry.seq)
    for letter in mail.outbox:
        seen.letters[str(letter.subject)].append(number)
    mail.outbox.clear()


def _since(last: int, society: UUID) -> list[Entry]:
    return [entry for entry in audit.entries(society, limit=1000) if entry.seq > last]


def _work(scene: Scene, number: int, seen: Seen) -> None:
    """Alma reviews what is due and is asked about photos; Omar sees which cases end."""
    with reading_as(scene.society.pk, member=scene.alma.pk):
        for _line in worklist.reviews_due(scene.alma):
            seen.reviews.append(number)
        soon = timezone.localdate() + worklist.SOON
        for case in cases.open_cases_of(scene.alma).filter(next_review__lte=soon):
            retention.note_review(case, by=scene.alma)
        seen.asked |= {one.since for one in reminders.due_for(scene.alma)}
    with reading_as(scene.society.pk, member=scene.omar.pk):
        seen.ending += [number for _line in worklist.cases_ending(scene.omar)]


def _close(stage: Stage) -> None:
    scene = stage.scene
    with scene.acting(scene.alma):
        case = Case.objects.get(pk=stage.ended.pk)
        wall.take_down(latest(case), why="matched", by=scene.alma)
        opening.close_case(case, closing=Closing.FOUND, by=scene.alma)


def _letter_that_nobody_takes(scene: Scene) -> None:
    with reading_as(scene.society.pk):
        letters.send(
            "message-waits",
            to="gone@example.invalid",
            language="en",
            facts={},
            society=scene.society.pk,
        )
        DBTaskResult.objects.all().delete()


# --- what must have been ---


@pytest.mark.slow
def test_everything_happens_once_on_its_day_and_what_must_be_gone_is_gone(
    stage: Stage, clock: FrozenDateTimeFactory, tmp_path: Path
) -> None:
    seen = live(stage, clock)
    _deeds_were_done_once(seen)
    _people_were_asked_once(seen)
    _letters_went_once(seen)
    _nothing_is_left_of_what_ended(stage)
    _what_waits_is_there(stage)
    _disk_holds_what_is_in_use(stage, tmp_path)


def _deeds_were_done_once(seen: Seen) -> None:
    """What the machine wrote down: no day more, no day less, and nothing twice."""
    assert dict(seen.deeds) == {
        "message_arrived": [0, 0, 0, 0],
        "alarm_rang": [3, 7, 14],  # of the one that nobody looked at
        "took_down": [CHILDS_UNTIL + 1, PHOTO_UNTIL + 1],
        "expired": [
            15,  # the spam
            31,  # the draft
            91,  # the message that was closed, and its answer
            cast.NEXT_YEAR.days + 1,  # the consent to the child's photo
            PHOTO_UNTIL + 1,  # two consents
            PHOTO_UNTIL + 1,
        ],
        # The case; the enquirer and the person sought, and what each had told.
        "erased": [CASE_ENDS + 1] * 5,
    }


def _people_were_asked_once(seen: Seen) -> None:
    """Reviews of two open cases, a week before 3, 6, 12 and 24 months; the photo at half time."""
    days = [due - worklist.SOON.days for due in (91, 182, 365, 730)]
    assert seen.reviews == [number for number in days for _case in range(2)]
    until = day(PHOTO_UNTIL)
    late = [until - timedelta(days=before) for before in reminders.DAYS_BEFORE]
    assert sorted(seen.asked) == [day(PHOTO_UNTIL // 2), *late]
    assert seen.ending == list(range(CASE_ENDS - 29, CASE_ENDS + 1))  # thirty days


def _letters_went_once(seen: Seen) -> None:
    """The officer hears on the third day; the society's mailbox, too, on the seventh."""
    assert dict(seen.letters) == {
        "Something arrived for your society": [0],
        "Something has waited for days": [3, 7, 7, 14, 14],
    }


def _nothing_is_left_of_what_ended(stage: Stage) -> None:
    with reading_as(stage.scene.society.pk):
        assert not Case.objects.filter(pk=stage.ended.pk).exists()
        assert not Person.objects.filter(subject=stage.ended.subject).exists()
        assert not Words.objects.filter(case=stage.ended.pk).exists()
        assert not Message.objects.filter(pk__in=stage.gone).exists()
        for model in (Draft, Face, Outgoing):
            assert not model._base_manager.exists()  # noqa: SLF001 - Django's public name
        assert not Reply.objects.filter(direction=Reply.Direction.TO_VISITOR).exists()
        assert not Erasure.objects.filter(finished=None).exists()
        assert not Slot.objects.filter(file__in=stage.files).exists()
        assert PastCases.objects.get().count == 1
    assert stage.files <= ledger.erased()


def _what_waits_is_there(stage: Stage) -> None:
    with reading_as(stage.scene.society.pk):
        assert Message.objects.filter(pk__in=stage.unread).count() == len(stage.unread)
        still = Case.objects.filter(pk__in=[one.pk for one in stage.open])
        assert [one.state for one in still] == ["open", "open"]


def _disk_holds_what_is_in_use(stage: Stage, folder: Path) -> None:
    with reading_as(stage.scene.society.pk):
        assert [slot.file for slot in Slot.objects.all() if not is_in_use(slot.file)] == []
        kept = {UUID(file.parent.name) for file in (folder / "sealed").rglob("*") if file.is_file()}
        assert [file for file in kept if not is_in_use(file)] == []
    assert kept
    assert [file for file in (folder / "faces").rglob("*") if file.is_file()] == []
