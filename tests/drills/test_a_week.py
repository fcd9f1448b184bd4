"""Seven days by a moved clock: what is due happens once each time, whichever worker is at hand.

Two workers as in service look at one clock that is moved from outside. One of them is killed at its
work and comes back a day later; once the clock is set back by an hour; the machine's zone changes
to summer time. Every turn of every duty is counted, and so is what comes of it.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max
from freezegun import freeze_time

from bench import reliability
from kintrace.audit import anchors
from kintrace.audit import lookups as audit
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.network.access import Role
from kintrace.operations import duties
from kintrace.operations.duties import DAY, HOUR, MINUTE, TABLE
from kintrace.operations.models import Due
from kintrace.servicepoints import actions as points
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.checklists import Opening
from kintrace.servicepoints.counters import Whom
from kintrace.servicepoints.models import MonthOutside
from kintrace.vault.reader import reading_as
from kintrace.wall.models import MonthFigure
from tests.drills import happenings, moved_clock, week
from tests.drills import months as stages
from tests.drills.brought_back import back_up
from tests.drills.days import MACHINE
from tests.drills.moved_clock import DONE, Clock, Crew
from tests.town_points import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

    from tests.drills.months import Stage

    Report = Callable[[str, str, str], None]
    Line = tuple[str, str, str]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("postgres")]
HAPPENINGS = [
    (week.BEGIN + DAY, happenings.ask_for_a_copy),
    (week.BEGIN + 2 * DAY, happenings.open_the_invented_case),
    (week.BEGIN + 3 * DAY, happenings.hold),
]
# What the house does of itself, and tells by letters; all else nobody did.
DEEDS = {"message_arrived": 4, "alarm_rang": 2, "rang": 1, "took_down": 1, "expired": 1}
LETTERS = {
    "Something arrived for your society": 1,
    "Something has waited for days": 3,  # the officer on the third day, the mailbox on the seventh
    "An alarm rang in your society": 1,
    "Something waits for your decision": 1,
}
# Whether a duty waits no longer than its own interval after the clock was set back.
BROUGHT_BACK = hasattr(duties, "bring_back")
LONGEST_DUTY = 5  # seconds: who is not done then, was killed
BEFORE = datetime(2026, 2, 10, 9, tzinfo=UTC)  # when a service point had its day


@pytest.fixture
def places(settings: Settings, tmp_path: Path) -> Path:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS, settings.DATA = tmp_path / "pins.json", tmp_path / "data"
    settings.DATA.mkdir()
    return tmp_path


@pytest.fixture
def stage(places: Path, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A society in which something ends, rings and is told in this week."""
    with freeze_time(BEFORE):
        scene = build_scene("NM", carla=Role.CHILD_PROTECTION)
        _a_day_at_a_point(scene)
    stands = {"NM": lambda **_: scene, "NP": lambda **_: build_scene("NP")}
    monkeypatch.setattr(stages, "build_scene", lambda code, **more: stands[code](**more))
    monkeypatch.setattr(stages, "BEGIN", week.BEGIN.date())
    monkeypatch.setattr(stages, "ASKED_UNTIL", 4)
    with freeze_time(week.BEGIN - timedelta(minutes=5)):
        return stages.first_day()


def _a_day_at_a_point(scene: Scene) -> None:
    with scene.acting(scene.omar) as omar:
        point = points.set_up_point(HARBOUR, by=omar)
        points.open_day(point, looked_at=Opening.values, sent=Sent(), by=omar)
        for _ in range(7):
            points.count(point, service="call", whom=Whom(), sent=Sent(), by=omar)


@pytest.fixture
def crew(stage: Stage, places: Path) -> Iterator[Crew]:
    clock = Clock(places / "clock")
    clock.move_to(week.BEGIN)
    both = [moved_clock.worker(name, clock, places) for name in ("one", "other")]
    crew = Crew(clock, both)
    try:
        yield crew
    finally:
        crew.stop()


# --- the week ---


def test_everything_that_is_due_in_a_week_happens_once(
    stage: Stage, crew: Crew, places: Path, report: Report
) -> None:
    begun, timer, people = time.monotonic(), week.Timer(), list(HAPPENINGS)
    before = _deeds(stage)
    for one in crew.workers:
        one.process.start()
    for step in week.steps():
        _live(step, crew)
        if timer.is_due(step.to):
            with freeze_time(step.to):
                back_up(places)
        if people and step.to >= people[0][0]:
            with freeze_time(step.to):
                people.pop(0)[1](stage)
    crew.stop()
    crew.listen()
    lines = [*_turns(crew), *_what_came_of_it(stage, places, before)]
    if "KINTRACE_TEST_FIGURES" in os.environ:
        reliability.write("A week", lines)
    wrong = [line for line in lines if line[1] != line[2]]
    taken, shares = time.monotonic() - begun, Counter(line.worker for line in crew.said)
    report(
        "a week by a moved clock, two workers",
        f"{len(lines) - len(wrong)} of {len(lines)} counts as due, {sum(shares.values())} turns of "
        f"duties, {min(shares.values())} of them by the one that was killed, {taken:.0f} s",
        "all, ≤ 180 s on a machine at rest",
    )
    assert wrong == []
    assert len(shares) == len(crew.workers)


def _live(step: week.Step, crew: Crew) -> None:
    """One look at the clock, until nobody has anything left to do."""
    due = set(Due.objects.filter(at__lte=step.to).values_list("name", flat=True))
    heard = len(crew.said)
    crew.clock.move_to(step.to)
    if step.what == "returns":
        crew.workers[1].process.start()
    if step.what == "dies":
        _kill_at_work(crew, heard, due)
        return
    due = due or {duty.name for duty in TABLE if step.to == week.BEGIN}

    def is_over() -> bool:
        return due <= {line.duty for line in crew.said[heard:]} and not _is_something_due(crew)

    crew.until(is_over)
    if step.what == "is back" and BROUGHT_BACK:
        crew.until(lambda: not _waits_too_long(crew))
    assert Counter(line.duty for line in crew.said[heard:]) == Counter(due), step


def _is_something_due(crew: Crew) -> bool:
    """A duty, or a job that is at work or could be."""
    now = crew.clock.now()
    ready = Q(status=TaskResultStatus.READY) & (Q(run_after__lte=now) | Q(run_after=get_date_max()))
    waits = DBTaskResult.objects.filter(ready | Q(status=TaskResultStatus.RUNNING))
    return waits.exists() or Due.objects.filter(at__lte=now).exists()


def _waits_too_long(crew: Crew) -> bool:
    latest = {duty.name: crew.clock.now() + duty.every for duty in TABLE}
    return any(at > latest[name] for name, at in Due.objects.values_list("name", "at"))


def _kill_at_work(crew: Crew, heard: int, due: set[str]) -> None:
    """As soon as it has done one duty of this hour, and is at the next, which is lost with it."""
    other = crew.workers[1]
    crew.until(lambda: any(line.worker == other.name for line in crew.said[heard:]))
    other.process.kill()

    def left() -> set[str]:
        return due - {line.duty for line in crew.said[heard:]}

    crew.until(lambda: len(left()) <= 1 and not _is_something_due(crew))
    end = time.monotonic() + LONGEST_DUTY
    crew.until(lambda: not left() or time.monotonic() > end)
    crew.lost = left()


# --- what must have been ---


def _turns(crew: Crew) -> Iterator[Line]:
    """Each duty as often as it fell due; one that was broken off with its worker, begun again."""
    done = Counter(line.duty for line in crew.said if line.event == DONE)
    for duty in TABLE:
        due = week.falls_due(duty.every, brought_back=BROUGHT_BACK)
        name = f"duty {duty.name}, every {_spoken(duty.every)}"
        if duty.name in crew.lost:
            name += ", broken off once and begun again ten minutes later"
            due -= duty.every < week.TEN_MINUTES  # when it would have been due again, too
        yield name, f"{done[duty.name]}", f"{due}"
    failed = sum(line.event != DONE for line in crew.said)
    yield "duties that failed", f"{failed}", "0"


def _spoken(every: timedelta) -> str:
    return {DAY: "day", HOUR: "hour", MINUTE: "minute"}.get(every, f"{every.seconds // 60} minutes")


def _deeds(stage: Stage) -> Counter[str]:
    """What the house did by itself, in the one society."""
    with reading_as(stage.society):
        entries = audit.entries(stage.society, limit=10_000)
    return Counter(entry.deed for entry in entries if entry.actor == MACHINE)


def _what_came_of_it(stage: Stage, places: Path, before: Counter[str]) -> Iterator[Line]:
    with reading_as(stage.society):
        months = MonthOutside.objects.filter(cut="all").values_list("month", flat=True)
        outside = [month.isoformat() for month in months]
        figures = MonthFigure.objects.filter(society_id=stage.society)
        doubled = len(figures) - len({(row.kind, row.month) for row in figures})
    deeds = _deeds(stage) - before
    for deed in sorted(deeds.keys() | DEEDS.keys()):
        yield f"deed of the machine: {deed}", f"{deeds[deed]}", f"{DEEDS.get(deed, 0)}"
    letters = Counter(_subjects(places / "letters"))
    for subject in sorted(letters.keys() | LETTERS.keys()):
        yield f"letter: {subject}", f"{letters[subject]}", f"{LETTERS.get(subject, 0)}"
    yield "months of a service point told outside", " ".join(outside), "2026-02-01"
    yield "figures of the wall written twice", f"{doubled}", "0"
    signed = Counter(anchor.society for anchor in anchors.read(anchors.folder()))
    hours = week.falls_due(HOUR, brought_back=BROUGHT_BACK)
    yield "anchors of each chain", f"{sorted(set(signed.values()))}", f"[{hours}]"
    for part in ("records", "slots", "media"):
        made = {file.name[9:17] for file in (places / "backups").glob(f"*-{part}.age")}
        all_of_them = len(list((places / "backups").glob(f"*-{part}.age")))
        yield f"backups: {part}, and days", f"{all_of_them}, {len(made)}", "8, 8"
    yield "chains in doubt", f"{len(audit.verify(stage.society))}", "0"


def _subjects(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*")):
        for part in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
            if part.strip():
                yield str(message_from_bytes(part, policy=policy.default)["Subject"])
