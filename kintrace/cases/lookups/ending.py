"""Closed cases, and when they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from kintrace.cases.lookups.cases import is_case_held
from kintrace.cases.models import (
    Case,
    PastCases,
)
from kintrace.cases.states import State
from kintrace.protection import keeping
from kintrace.protection.retention import Kind as Clocked
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, timedelta
    from uuid import UUID


def clock_of(case: Case) -> Clocked:
    """Which clock runs for a case, by where it stands."""
    if case.state == State.REFUSED:
        return Clocked.REFUSED
    return Clocked.CASE if case.state == State.CLOSED else Clocked.OPEN_CASE


def last_day_of(case: Case) -> date | None:
    """The last day on which an ended case is kept; None while it goes on."""
    return _last_day(case, keeping.last_days()) if case.closed else None


def _last_day(case: Case, last_days: Callable[[Clocked, date], date]) -> date:
    last = last_days(clock_of(case), timezone.localdate(case.closed))
    return max(last, case.keep_until) if case.keep_until else last


def cases_over(on: date) -> list[Case]:
    """Ended cases of the reader's society whose time is over on a day, as it counts then."""
    own = Case.objects.filter(society_id=reader_in_force().society)
    old = Q(state=State.CLOSED, closed__date__lt=on - keeping.term(Clocked.CASE, on=on))
    refused = Q(state=State.REFUSED, closed__date__lt=on - keeping.term(Clocked.REFUSED, on=on))
    return list(own.filter(old | refused).exclude(keep_until__gte=on).order_by("closed", "pk"))


def cases_ending(within: timedelta) -> list[tuple[Case, date]]:
    """Closed cases that end within so many days, each with its last day, the next one first.

    One that outlives its day on hold is on no list: the list would say that it is on hold.
    """
    today, last_days = timezone.localdate(), keeping.last_days()
    known = [(case, _last_day(case, last_days)) for case in cases_over(today + within)]
    ending = [one for one in known if one[1] >= today or not is_case_held(one[0])]
    return sorted(ending, key=lambda one: (one[1], one[0].reference))


def past_cases(society: UUID) -> list[PastCases]:
    """What stayed of ended cases, by year."""
    return list(PastCases.objects.filter(society_id=society).order_by("closed", "opened"))
