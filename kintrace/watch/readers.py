"""Who read in a society, and what the rules say of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.audit import lookups as audit
from kintrace.network import lookups as network
from kintrace.network.access import Role
from kintrace.watch import lookups
from kintrace.watch.rules import Finding, Reader, counted, is_person
from kintrace.watch.slow import back_to, slow
from kintrace.watch.table import DAY, FILES, LINES, RECORDS, WEEK, WEEKS_KNOWN, WEEKS_OF_PAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.lookups import Done
    from kintrace.audit.models import Entry
    from kintrace.watch.table import Lines


def of(society: UUID, new: list[Entry]) -> Iterator[Finding]:
    """What the counting rules find about those who did something since the last patrol."""
    hours, began = lookups.hours_of(society), min(one.at for one in new)
    for member, lines in _members(society, {one.actor for one in new}):
        rows = audit.done_by(society, member, since=began - DAY)
        first = _first_file(society, member, [one for one in rows if one.at >= began])
        yield from counted(Reader(member, lines, rows, began, first), hours)


def _first_file(society: UUID, member: UUID, new: list[Done]) -> datetime | None:
    """When a file left, if the member worked here for weeks without one; whoever is new prints as
    the work asks."""
    first = next((one.at for one in new if one.deed in FILES), None)
    if first is None:
        return None
    since = first - WEEK * WEEKS_OF_PAST
    earlier = audit.done_by(society, member, since=since, deeds=FILES)
    if any(one.at < first for one in earlier):
        return None
    past = audit.done_by(society, member, since=since)
    return first if past[0].at < first - WEEK * WEEKS_KNOWN else None


def slow_ones(society: UUID, now: datetime) -> Iterator[Finding]:
    """What the slow rules find about those who read in the last week."""
    lately = audit.actors(society, deeds=RECORDS, since=now - WEEK)
    for member, lines in _members(society, lately):
        rows = audit.done_by(society, member, since=back_to(now))
        yield from slow(member, rows, lines, now)


def _members(society: UUID, actors: Iterable[UUID]) -> Iterator[tuple[UUID, Lines]]:
    for actor in sorted(actors):
        member = network.member_or_none(actor) if is_person(actor, society) else None
        if member is not None:
            yield actor, LINES[Role(member.role)]
