"""Which cases may belong to an event, and to which event a case may belong.

What tells is sealed, so it is opened batch by batch until a page is full; which batch comes first
is chosen by the day on which a case was opened, which is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.people.likely import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from kintrace.cases.lookups import EventLine
    from kintrace.cases.models import Case, Event
    from kintrace.network.models import Member

BATCH = 50
PAGE = 50  # cases that fit, after which the page is full
MOST = 500  # cases that are opened for one page, whether one fits or not
NEWEST = 30  # events to choose from at once
MOST_EVENTS = 1000  # that are opened for one search by name


@dataclass(frozen=True)
class Looked:
    """How far one page looked: how many cases, opened between which days, how many are left."""

    number: int
    first: date
    last: date
    left: int
    at: Case


def who_else(
    event: Event, *, member: Member, after: UUID | None = None, earlier: bool = False
) -> dict[str, Any]:
    """Open cases whose last news fits, from those after the one at which a page before ended.
    Nobody is ranked. earlier: of those opened before anybody can have been lost in the event."""
    begin = lookups.case_at(member, after) if after else None
    rest = lookups.cases_beside(event, member=member, after=begin, earlier=earlier)
    looked: list[Case] = []
    fit: list[Case] = []
    while len(looked) < MOST and len(fit) < PAGE:
        batch = list(rest[len(looked) : len(looked) + BATCH])
        looked += batch
        fit += lookups.may_belong(event, batch)
        if len(batch) < BATCH:
            break
    left = rest.count() - len(looked)
    return {
        "event": event,
        "happened": lookups.happened(event),
        "lines": lookups.lines(fit),
        "looked": _looked(looked, left=left),
        "earlier": earlier,
        "older": not (left or earlier) and _has_older(event, member=member),
    }


def offered(member: Member, *, called: str = "", event: UUID | None = None) -> list[EventLine]:
    """The newest events, or those that people call so; first the one that is chosen already."""
    every = lookups.events_of(member)
    chosen = lookups.event_lines(every.filter(pk=event)) if event else []
    words = folded(called).split()
    found = (
        line
        for line in _newest_first(member)
        if line.event.pk != event and all(word in folded(line.happened.called) for word in words)
    )
    return [*chosen, *islice(found, NEWEST)]


def _newest_first(member: Member) -> Iterator[EventLine]:
    every = lookups.events_of(member)
    for start in range(0, MOST_EVENTS, BATCH):
        yield from lookups.event_lines(every[start : start + BATCH])


def _looked(cases: list[Case], *, left: int) -> Looked | None:
    if not cases:
        return None
    days = [timezone.localdate(case.opened) for case in (cases[0], cases[-1])]
    return Looked(len(cases), min(days), max(days), left, cases[-1])


def _has_older(event: Event, *, member: Member) -> bool:
    return lookups.cases_beside(event, member=member, earlier=True).exists()
