"""The twenty-five months day by day, and what is seen on each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.core import mail
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.actors import Machine
from kintrace.cases import lookups as cases
from kintrace.cases import reminders, worklist, worklist_fates, worklist_posters
from kintrace.cases.actions import contacts
from kintrace.cases.models import Child, ContactPlan, RedCrossPaper
from kintrace.cases.tests import ways
from kintrace.network.tests.cast import work_off
from kintrace.operations import duties
from kintrace.protection.models import RightsRequest
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Message, Poster, Review
from kintrace.watch.models import Alarm
from tests.drills.brought_back import back_up
from tests.drills.happenings import BACKED_UP_ON, EVENTS
from tests.drills.months import Stage, day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from django.db.models import Model, QuerySet
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.audit.models import Entry
    from kintrace.network.models import Member

DAYS = 762  # to the first of April 2028
MACHINE = Machine(UUID(int=0)).pk
# Lists in which something stands for a member of each name, and must stand there no day too long.
LISTS: dict[str, tuple[str, Callable[[Member], Iterable[object]]]] = {
    "ending": ("omar", worklist.cases_ending),
    "rights": ("dora", worklist.rights_due),
    "alarms": ("dora", worklist.alarms_waiting),
    "sheets to cover": ("alma", worklist_posters.posters_to_cover),
    "sheets over": ("alma", worklist_posters.posters_over),
    "to compare": ("carla", worklist.cases_to_compare),
    "talks": ("omar", worklist_fates.talks_waiting),
    "partner's": ("petra", worklist.faces_waiting),
}


@dataclass
class Seen:
    """By what happened: on which days, as often as it happened on each."""

    deeds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    letters: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    listed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[str, int] = field(default_factory=dict)  # the first day on which it was not there
    reviews: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    last: int = 0  # the number of the newest entry of the audit that was looked at


def live(stage: Stage, clock: FrozenDateTimeFactory, folder: Path) -> Seen:
    """Every noon the duties of the house, the jobs, what people find in their lists and do."""
    seen = Seen()
    with reading_as(stage.society):
        seen.last = max(entry.seq for entry in audit.entries(stage.society))
    duties.prepare()
    for number in range(DAYS):
        live_a_day(stage, clock, number, seen)
        if number in EVENTS:
            EVENTS[number](stage)
        if number == BACKED_UP_ON:
            back_up(folder)
    return seen


def live_a_day(stage: Stage, clock: FrozenDateTimeFactory, number: int, seen: Seen) -> None:
    clock.move_to(f"{day(number)} 12:00")
    duties.do_due()
    work_off()
    _write_down(stage, number, seen)
    _look(stage, number, seen)
    _work(stage, number, seen)


def _write_down(stage: Stage, number: int, seen: Seen) -> None:
    with reading_as(stage.society):
        for entry in _since(seen.last, stage.society):
            if entry.actor == MACHINE:
                seen.deeds[entry.deed].append(number)
            seen.last = max(seen.last, entry.seq)
    for letter in mail.outbox:
        seen.letters[str(letter.subject)].append(number)
    mail.outbox.clear()


def _since(last: int, society: UUID) -> list[Entry]:
    return [entry for entry in audit.entries(society, limit=1000) if entry.seq > last]


def _look(stage: Stage, number: int, seen: Seen) -> None:
    """What stands in lists today, and what is there no more."""
    people = {**vars(stage.scene), "carla": stage.carla, "petra": stage.petra}
    for name, (who, listed) in LISTS.items():
        member = people[who]
        with reading_as(member.society_id, member=member.pk):
            seen.listed[name] += [number for _line in listed(member)]
    with reading_as(stage.society):
        for name, rows in _with_a_clock(stage).items():
            if name not in seen.gone and not rows.exists():
                seen.gone[name] = number


def _with_a_clock(stage: Stage) -> dict[str, QuerySet[Model]]:
    kinds: dict[str, type[Model]] = {
        "paper": Review,
        "poster": Poster,
        "copy": RightsRequest,
        "deletion": RightsRequest,
        "alarm": Alarm,
        "plan": ContactPlan,
        "child": Child,
        "letter": RedCrossPaper,
    }
    known = {name: stage.rows[name] for name in kinds if name in stage.rows}
    rows = {name: kinds[name]._base_manager.filter(pk=pk) for name, pk in known.items()}  # noqa: SLF001 - Django's public name
    return rows | {
        f"message: {name}": Message._base_manager.filter(pk=pk)  # noqa: SLF001 - the same
        for name, pk in stage.messages.items()
    }


def _work(stage: Stage, number: int, seen: Seen) -> None:
    """Alma reviews what is due, and reaches nobody whom she is to ask about a photo."""
    alma = stage.scene.alma
    with reading_as(stage.society, member=alma.pk):
        seen.reviews += [number for _line in worklist.reviews_due(alma)]
        soon = timezone.localdate() + worklist.SOON
        for case in cases.open_cases_of(alma).filter(next_review__lte=soon):
            ways.reviewed(case, by=alma)
        for one in reminders.due_for(alma):
            assert one.case == stage.cases["shown"]
            seen.asked.append(number)
            talk = contacts.Talk(timezone.localdate(), "phone", "nobody", "not_reached")
            contacts.log_contact(one.case, talk=talk, by=alma)
