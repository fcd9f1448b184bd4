"""Whether a member may open one more record or list, before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.watch import lookups
from kintrace.watch.counting import different
from kintrace.watch.table import CODES, DAY, HOUR, LINES, LISTS, MOST_REASONS, RECORDS, Limit, Line

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.lookups import Done
    from kintrace.network.models import Member


class Met(NamedTuple):
    """A limit, and how many different things the member saw in the last hour and day."""

    what: Limit
    hour: int
    day: int


def may_open(member: Member, record: UUID) -> bool:
    """Whether this record may be opened now. One that was opened within a day costs nothing."""
    now = timezone.now()
    rows = _read(member, RECORDS, now)
    if any(one.about == record for one in rows):
        return True
    return _has_room(member, rows, LINES[Role(member.role)].records, now, one_more=1)


def may_list(member: Member, noted: set[UUID]) -> bool:
    """Whether the list or the search that the page made may be shown."""
    return _may_see(member, noted, LISTS, LINES[Role(member.role)].lists)


def may_look_up(member: Member, noted: set[UUID]) -> bool:
    """Whether it may be told what a code belongs to; a wrong one is told to be wrong."""
    return _may_see(member, noted, CODES, LINES[Role(member.role)].codes)


def _may_see(member: Member, noted: set[UUID], deeds: frozenset[str], line: Line) -> bool:
    now = timezone.now()
    rows = _read(member, deeds, now)
    if noted <= {one.about for one in rows}:
        noted = set()
    return _has_room(member, rows, line, now, one_more=len(noted))


def reasons_left(member: Member) -> int:
    """How many times more today a reason lets the member go on."""
    given = lookups.reasons_of(member.society_id, member.pk, since=timezone.now() - DAY)
    return max(0, MOST_REASONS - len(given))


def met(member: Member) -> list[Met]:
    """Of what the member may see no more at the moment; of records, where it is nothing."""
    now, lines = timezone.now(), LINES[Role(member.role)]
    every = (
        (Limit.RECORDS, RECORDS, lines.records),
        (Limit.LISTS, LISTS, lines.lists),
        (Limit.CODES, CODES, lines.codes),
    )
    read = [(what, _read(member, deeds, now), line) for what, deeds, line in every]
    full = [one for one in read if not _has_room(member, one[1], one[2], now, one_more=1)]
    return [
        Met(what, different(rows, since=now - HOUR), different(rows, since=now - DAY))
        for what, rows, _line in full or read[:1]
    ]


def _read(member: Member, deeds: frozenset[str], now: datetime) -> list[Done]:
    return audit.done_by(member.society_id, member.pk, since=now - DAY, deeds=deeds)


def _has_room(
    member: Member, rows: list[Done], line: Line, now: datetime, *, one_more: int
) -> bool:
    hour, day = different(rows, since=now - HOUR), different(rows, since=now - DAY)
    if hour + one_more <= line.stop_hour and day + one_more <= line.stop_day:
        return True  # nearly always: nobody asks for reasons
    given = [one.at for one in lookups.reasons_of(member.society_id, member.pk, since=now - DAY)]
    of_this_hour = sum(at >= now - HOUR for at in given)
    return (
        hour + one_more <= line.stop_hour + line.more * of_this_hour
        and day + one_more <= line.stop_day + line.more * len(given)
    )
