"""What the pages about people to see again show, and with what their forms begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils import timezone

from kintrace.protection.holders import clocks
from kintrace.servicepoints import lookups
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import Registration, ServicePoint
    from kintrace.servicepoints.telling import Told

LOOK_AHEAD = timedelta(days=14)


@dataclass(frozen=True, repr=False)
class Row:
    """One line of the list: nothing of what is guarded but that somebody comes."""

    registration: Registration
    told: Told | None
    today: date

    @property
    def is_late(self) -> bool:
        on = self.registration.next_on
        return on is not None and on < self.today

    @property
    def is_today(self) -> bool:
        return self.registration.next_on == self.today

    @property
    def where(self) -> str:
        """The name of a point of ours, or a place in words."""
        if self.registration.next_at is not None:
            return self.registration.next_at.name
        return self.told.place if self.told else ""


def of_day(point: ServicePoint) -> dict[str, Any]:
    """Who is expected at a point today or was before, who comes in the days ahead, and who has no
    day."""
    today = timezone.localdate()
    expected = rows(lookups.to_see(point, until=today + LOOK_AHEAD), today)
    return {
        "point": point,
        "now": [row for row in expected if row.is_late or row.is_today],
        "ahead": [row for row in expected if not (row.is_late or row.is_today)],
        "without": rows(lookups.expected_nowhere(point), today),
        "today": today,
    }


def rows(registrations: Iterable[Registration], today: date) -> list[Row]:
    """Lines of a list, each opened once; what is guarded stays shut."""
    found = list(registrations)
    reader_in_force().take({one.file for one in found if not one.is_guarded})
    return [Row(one, None if one.is_guarded else lookups.told_by(one), today) for one in found]


def shown(registration: Registration) -> dict[str, Any]:
    """One person, as far as who asks may read."""
    told = lookups.told_by(registration)
    return {
        "registration": registration,
        "told": told,
        "row": Row(registration, told, timezone.localdate()),
        "meetings": registration.meetings.all(),
        "carried": lookups.carries_until(registration),
        "clocks": clocks(registration.subject),
    }


def begun_with(registration: Registration) -> dict[str, Any]:
    """The next meeting as the last was agreed: the same hour and place, on a day to choose."""
    told = lookups.told_by(registration)
    at = registration.next_at_id or registration.point_id
    return {"hour": told.hour, "place": told.place, "next_at": str(at), "sent": uuid4()}


def points_to_meet(member: Member) -> list[ServicePoint]:
    return list(lookups.points_at_work(member))
