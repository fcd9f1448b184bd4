"""Twenty-five months, day by day: what ends, is asked and rings, each once and on its day.

Then a backup is brought back that is older than some of these ends, and nobody comes back with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.conf import settings as house
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit import lookups as audit
from kintrace.cases import lookups as cases
from kintrace.cases import reminders, worklist
from kintrace.cases.models import Case, Child, Draft, PastCases, Words
from kintrace.letters.models import Outgoing
from kintrace.people.models import Person
from kintrace.protection.lookups import entries, is_erased, is_in_use, may
from kintrace.protection.models import Erasure, RightsRequest
from kintrace.protection.purposes import Purpose
from kintrace.vault import ledger
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Face, Hanging, Message, Poster, PosterIssue, Reply, Review
from kintrace.wall.tests import cast
from kintrace.watch.models import Alarm
from tests.drills.between import AGREED_UNTIL, ANSWERED_ON, DELIVERED_ON, KEPT, WELL
from tests.drills.brought_back import restored, words_left
from tests.drills.days import DAYS, Seen, live, live_a_day
from tests.drills.happenings import (
    BACKED_UP_ON,
    CASE_ENDS,
    CHILD_ENDS,
    HELD_ON,
    IN_TOUCH_ON,
    LEAVES_ON,
    LIFTED_ON,
)
from tests.drills.months import (
    ASKED_UNTIL,
    BEGIN,
    CHILDS_UNTIL,
    PHOTO_UNTIL,
    WORDS,
    Stage,
    first_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

PLAN_OVER = IN_TOUCH_ON + 91 + 90 + 1  # 90 days after its last day
POSTER_UNTIL = 60  # the end of the month after its own
FROM_THE_FIRST_DAY = ("ended", "held", "leaves", "draft", "child")
STAY = ("shown", "plain", "asked", "trap")
# On which day of the machine's own work something was over.
EXPIRED = [
    15,  # the spam
    31,  # the draft: the shorter time of the society does not count yet
    DELIVERED_ON + KEPT + 1,  # what a Red Cross Message said
    LEAVES_ON + 1 + 8,  # the second spam, by the society's own time
    ANSWERED_ON + KEPT + 1,  # the copy of a search at another society
    LEAVES_ON + 1 + 15,  # and the second draft
    91,  # the message that was closed, and its answer
    PLAN_OVER,  # how a family was asked after contact
    cast.NEXT_YEAR.days + 1,  # the consent to the child's photo
    ASKED_UNTIL + 1,  # a consent
    PHOTO_UNTIL + 1,  # two consents
    PHOTO_UNTIL + 1,
    AGREED_UNTIL + 1,  # that the message goes, of who sends and who gets it
    AGREED_UNTIL + 1,
    ANSWERED_ON + 1 + WELL + 1,  # that it may be told that somebody is well
    POSTER_UNTIL + 366,
    746,  # the late message
    BACKED_UP_ON - 1 + 15,  # the late draft
]


@pytest.fixture
def clock(settings: Settings, tmp_path: Path) -> Iterator[FrozenDateTimeFactory]:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS, settings.DATA = tmp_path / "pins.json", tmp_path / "data"
    with freeze_time(f"{BEGIN} 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def stage(clock: FrozenDateTimeFactory, transactional_db: None) -> Stage:
    return first_day()


# --- what must have been ---


@pytest.mark.slow
@pytest.mark.usefixtures("postgres")
def test_everything_happens_once_on_its_day_and_what_must_be_gone_is_gone(
    stage: Stage, clock: FrozenDateTimeFactory, tmp_path: Path, settings: Settings
) -> None:
    assert words_left(stage, WORDS.values()) == {WORDS[name] for name in FROM_THE_FIRST_DAY}
    seen = live(stage, clock, tmp_path)
    _deeds_were_done_once(seen)
    _people_were_asked_once(seen)
    _lists_were_empty_in_time(seen)
    _letters_went_once(seen)
    _each_was_gone_on_its_day(seen)
    _nothing_is_left_of_what_ended(stage)
    _each_closed_case_was_counted(stage)
    _what_waits_is_there(stage)
    _disk_holds_what_is_in_use(stage)
    with restored(tmp_path, settings):
        _nobody_came_back(stage)
        _the_day_after_is_quiet(stage, clock)
        _nothing_is_left_of_what_ended(stage)
        _what_waits_is_there(stage)
        _disk_holds_what_is_in_use(stage)


def _deeds_were_done_once(seen: Seen) -> None:
    """What the machine wrote down: no day more, no day less, and nothing twice."""
    assert dict(seen.deeds) == {
        "message_arrived": [0, 0, 0, 0, LEAVES_ON + 2, 656],
        "alarm_rang": [3, 7, 14],  # of the one that nobody looked at
        "rang": [13],  # of the invented case that somebody opened
        "took_down": [CHILDS_UNTIL + 1, ASKED_UNTIL + 1, PHOTO_UNTIL + 1],
        "expired": EXPIRED,
        "ended_safe": [ANSWERED_ON + 1 + WELL + 1],  # that somebody is well
        # Each time the case; the enquirer and the person sought, and what each had told; in the
        # first one also what was told of a fate, and a recording. Of a child what its team kept,
        # and the child.
        "erased": [CASE_ENDS + 1] * 7 + [CHILD_ENDS + 1] * 2 + [LIFTED_ON + 1] * 5,
    }


def _people_were_asked_once(seen: Seen) -> None:
    """Reviews of open cases, a week before 3, 6, 12 and 24 months; the photo at half time, before
    its end, and again a week after each try."""
    days = [due - worklist.SOON.days for due in (91, 182, 365, 730)]
    assert seen.reviews == [
        number for number in days for _case in ("shown", "plain", "asked", "trap")
    ]
    first, last = (PHOTO_UNTIL - before for before in reminders.DAYS_BEFORE)
    assert seen.asked == [PHOTO_UNTIL // 2, *range(first, last, 7), last, last + 7]


def _lists_were_empty_in_time(seen: Seen) -> None:
    assert dict(seen.listed) == {
        # What outlives its last day on hold is on no list; lifted, it ends the next morning.
        "ending": list(range(CASE_ENDS - 29, CASE_ENDS + 1)),
        "rights": [2, 3, 4, 5, LEAVES_ON - 1, LEAVES_ON],
        "alarms": [13, 14, 15],
        "sheets to cover": [11],
        "sheets over": [POSTER_UNTIL + 1],
        "to compare": [3],
        "talks": [7, 8],
        "partner's": list(range(15)),
    }


def _letters_went_once(seen: Seen) -> None:
    """The officer hears on the third day; the society's mailbox, too, on the seventh."""
    letters = dict(seen.letters)
    expected = {
        "Something arrived for your society": [0, LEAVES_ON + 2, 656],
        "Something has waited for days": [3, 7, 7, 14, 14],
        "An alarm rang in your society": [13],
        # Who decides about the hold hears of it the next time the house looks, and after a week.
        "Something waits for your decision": [HELD_ON + 1],
        "A decision has waited for a week": [HELD_ON + 8],
    }
    assert {subject: letters.pop(subject, []) for subject in expected} == expected
    assert letters == {}


def _each_was_gone_on_its_day(seen: Seen) -> None:
    assert seen.gone == {
        "paper": 15,
        "message: spam": 15,
        "message: second spam": LEAVES_ON + 1 + 8,
        "message: read": 91,
        "copy": 5 + 366,
        "deletion": LEAVES_ON + 366,
        "poster": POSTER_UNTIL + 366,
        "plan": PLAN_OVER,
        "message: late": 746,
        "letter": DELIVERED_ON + KEPT + 1,
        "alarm": 15 + 732,
        "child": CHILD_ENDS + 1,
    }


def _nothing_is_left_of_what_ended(stage: Stage) -> None:
    """Neither here nor, a day later, in what a backup brought back."""
    assert words_left(stage, WORDS.values()) == set()
    with reading_as(stage.society):
        for name in ("ended", "held", "leaves"):
            case = stage.cases[name]
            assert is_erased(case.subject)
            assert not Case.objects.filter(pk=case.pk).exists()
            assert not Person.objects.filter(subject=case.subject).exists()
            assert not Words.objects.filter(case=case.pk).exists()
        gone = set(stage.messages) - {"waiting", "plausible"}
        assert not Message.objects.filter(pk__in=[stage.messages[name] for name in gone]).exists()
        for model in (
            Child,
            Draft,
            Face,
            Outgoing,
            Review,
            Poster,
            PosterIssue,
            Hanging,
            RightsRequest,
        ):
            assert not model._base_manager.exists(), model  # noqa: SLF001 - Django's public name
        assert not Alarm.objects.filter(society_id=stage.society).exists()
        assert not Reply.objects.filter(direction=Reply.Direction.TO_VISITOR).exists()
        assert not Erasure.objects.filter(finished=None).exists()
        assert not Slot.objects.filter(file__in=_files_of_the_gone(stage)).exists()
    assert _files_of_the_gone(stage) <= ledger.erased()


def _each_closed_case_was_counted(stage: Stage) -> None:
    """Whoever asked to be deleted is no number either. What was counted since a backup goes with
    the database."""
    with reading_as(stage.society):
        assert sum(row.count for row in PastCases.objects.all()) == len(("ended", "held"))


def _files_of_the_gone(stage: Stage) -> set[UUID]:
    return {file for name, file in stage.files.items() if name not in STAY}


def _what_waits_is_there(stage: Stage) -> None:
    """Nothing unread goes, no open case, and nobody's wish not to be found."""
    with reading_as(stage.society):
        unread = [stage.messages[name] for name in ("waiting", "plausible")]
        assert Message.objects.filter(pk__in=unread).count() == len(unread)
        still = Case.objects.filter(pk__in=[stage.cases[name].pk for name in STAY])
        assert {one.state for one in still} == {"open", "tracing"}
        assert len(still) == len(STAY)
        assert entries().count() == 1
        [sought] = cases.sought_in(stage.cases["plain"])
        assert not may(sought.subject, Purpose.TRACE)
    with stage.scene.acting(stage.carla):
        assert (entries()[0].told or {})["names"] == "Nobody Known"


def _disk_holds_what_is_in_use(stage: Stage) -> None:
    with reading_as(stage.society):
        assert [slot.file for slot in Slot.objects.all() if not is_in_use(slot.file)] == []
        files = [file for file in house.SAFE_FILES.rglob("*") if file.is_file()]
        kept = {UUID(file.parent.name) for file in files}
        assert [file for file in kept if not is_in_use(file)] == []
    assert kept
    assert [file for file in house.FACES.rglob("*") if file.is_file()] == []


def _nobody_came_back(stage: Stage) -> None:
    """The backup is older than three of these ends; the ledger knows them all."""
    assert words_left(stage, WORDS.values()) == set()
    with reading_as(stage.society):
        assert not Slot.objects.filter(file__in=_files_of_the_gone(stage)).exists()
        assert Message.objects.filter(pk=stage.messages["late"]).exists()  # it has no file
    assert audit.verify(stage.society) == []


def _the_day_after_is_quiet(stage: Stage, clock: FrozenDateTimeFactory) -> None:
    """What has no file of its own goes again; nothing rings twice, nobody is told twice."""
    seen = Seen()
    with reading_as(stage.society):
        seen.last = max(entry.seq for entry in audit.entries(stage.society))
    live_a_day(stage, clock, DAYS, seen)
    assert dict(seen.deeds) == {"expired": [DAYS]}
    assert dict(seen.letters) == {}
    assert seen.reviews == seen.asked == []
