"""A society with a data-protection officer who has a mailbox, and a clock that moves by script."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core import mail
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit.actions import record
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found, work_off
from kintrace.vault.reader import reading_as
from kintrace.watch import actions, jobs, lookups
from kintrace.watch.hours import OfWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.audit.deeds import Deed
    from kintrace.network.models import Member, Society
    from kintrace.watch.models import Alarm

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
PATROL = timedelta(minutes=5)


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    """Monday the second of March 2026, eight in the morning, until a test moves it."""
    with freeze_time("2026-03-02 08:00", tz_offset=0) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@dataclass
class Stage:
    """Alma works with cases, Dana is the data-protection officer; the patrol goes by the clock."""

    clock: FrozenDateTimeFactory
    society: Society
    alma: Member
    dana: Member
    every: timedelta = PATROL
    next: datetime = field(default=MONDAY)

    def to(self, moment: datetime) -> None:
        """Let time pass, and the patrol go its rounds meanwhile."""
        while self.next <= moment:
            self.clock.move_to(self.next)
            jobs.patrol.call()
            self.next += self.every
        self.clock.move_to(moment)

    def does(self, deed: Deed, about: UUID | None = None, by: Member | None = None) -> UUID:
        """One deed of Alma's, or another's, now."""
        member, thing = by or self.alma, about or uuid4()
        with reading_as(self.society.pk, member=member.pk):
            record(deed, about=thing, by=member)
        return thing

    def alarms(self) -> list[Alarm]:
        """What rang, the oldest first."""
        with reading_as(self.society.pk):
            return sorted(lookups.alarms(self.dana), key=lambda one: one.rang)

    def rules(self) -> list[str]:
        return [one.rule for one in self.alarms()]

    def answers(self, alarm: Alarm) -> None:
        with reading_as(self.society.pk, member=self.dana.pk):
            actions.answer(alarm, note="Asked. It was the review.", by=self.dana)


@pytest.fixture
def stage(db: None, clock: FrozenDateTimeFactory) -> Stage:
    society = found("NM")
    alma = enlist(society, Role.CASEWORKER, "alma")
    dana = with_mailbox(enlist(society, Role.DATA_PROTECTION, "dana"))
    with reading_as(society.pk, member=dana.pk):
        actions.set_hours(OfWork(), by=dana)
    made = Stage(clock, society, alma, dana, next=MONDAY + timedelta(hours=8))
    made.to(made.next)
    return made


def with_mailbox(member: Member) -> Member:
    with reading_as(member.society_id):
        member.email = f"{member.sign_in}@example.invalid"
        member.save(update_fields=["email"])
    return member


def letters() -> list[str]:
    """Whom letters went to since the test began, after the jobs ran."""
    work_off()
    return [address for one in mail.outbox for address in one.to]
