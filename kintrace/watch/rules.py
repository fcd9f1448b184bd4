"""What is odd in the entries of a chain that the patrol has not seen yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kintrace.audit.actors import Machine, Visitor
from kintrace.audit.deeds import Deed
from kintrace.watch.counting import peak
from kintrace.watch.table import (
    CODES,
    DAY,
    FAILED_OPENINGS,
    FAILED_PROOFS,
    HOUR,
    KEYS,
    LISTS,
    PRINTED,
    PROOFS,
    READING,
    RECORDS,
    TAKEN,
    Rule,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.lookups import Done
    from kintrace.audit.models import Entry
    from kintrace.watch.hours import OfWork
    from kintrace.watch.table import Lines

A_NIGHT = timedelta(hours=12)
RINGS_AT_ONCE = (
    (Rule.KEYS, KEYS),
    (Rule.WENT_ON, frozenset({Deed.GAVE_REASON})),
)


@dataclass(frozen=True)
class Finding:
    """What a rule noticed: whose deeds, from when to when, how many."""

    rule: Rule
    member: UUID | None
    since: datetime
    until: datetime
    count: int = 1


def is_person(actor: UUID, society: UUID) -> bool:
    """Whether an actor is a member, and no machine or visitor."""
    return actor not in {Machine(society).pk, Visitor(society).pk}


def single(entries: Iterable[Entry], marked: Mapping[UUID, datetime]) -> Iterator[Finding]:
    """Deeds of which one is enough."""
    for one in entries:
        for rule, deeds in RINGS_AT_ONCE:
            if one.deed in deeds:
                yield Finding(rule, one.actor, one.at, one.at)
        known = marked.get(one.about)
        if known is not None and one.at > known and is_person(one.actor, one.society):
            yield Finding(Rule.CANARY, one.actor, one.at, one.at)


@dataclass(frozen=True)
class Reader:
    """A member who read since the last patrol: the deeds of the last days, the oldest first."""

    member: UUID
    lines: Lines
    rows: list[Done]
    since: datetime  # the first deed that no patrol has seen
    first_file: datetime | None = None  # since then, of a member who never printed before


def counted(reader: Reader, hours: OfWork) -> Iterator[Finding]:
    """Reading of which much is odd. Each rule tells its highest count within its span."""
    lines = reader.lines
    yield from _over(reader, Rule.MANY_AN_HOUR, lines.records.hour, HOUR, _deeds(RECORDS))
    yield from _over(reader, Rule.MANY_A_DAY, lines.records.day, DAY, _deeds(RECORDS))
    yield from _over(reader, Rule.MANY_LISTS, lines.lists.hour, HOUR, _deeds(LISTS))
    yield from _over(reader, Rule.MANY_LISTS, lines.lists.day, DAY, _deeds(LISTS))
    yield from _over(reader, Rule.MANY_LISTS, lines.codes.hour, HOUR, _deeds(CODES))
    yield from _over(reader, Rule.MANY_LISTS, lines.codes.day, DAY, _deeds(CODES))
    yield from _over(
        reader,
        Rule.OFF_HOURS,
        lines.off_hours,
        A_NIGHT,
        lambda one: one.deed in READING and not hours.has(one.at),
    )
    yield from _files(reader)
    yield from _failures(
        reader,
        Rule.BOX,
        failed=Deed.OPENING_FAILED,
        good=frozenset({Deed.OPENED_BOX}),
        most=FAILED_OPENINGS,
    )
    yield from _failures(
        reader, Rule.DOOR, failed=Deed.SIGN_IN_FAILED, good=PROOFS, most=FAILED_PROOFS
    )


def _deeds(deeds: frozenset[str]) -> Callable[[Done], bool]:
    return lambda one: one.deed in deeds


def _over(
    reader: Reader, rule: Rule, line: int, span: timedelta, counts: Callable[[Done], bool]
) -> Iterator[Finding]:
    found = peak(filter(counts, reader.rows), span, after=reader.since)
    if found is not None and found.count > line:
        yield Finding(rule, reader.member, found.since, found.until, found.count)


def _files(reader: Reader) -> Iterator[Finding]:
    """More than a duty asks for in a day; or the first, of somebody who never did that."""
    yield from _over(reader, Rule.FILE, reader.lines.printed, DAY, _deeds(PRINTED))
    yield from _over(reader, Rule.FILE, reader.lines.taken, DAY, _deeds(TAKEN))
    if reader.first_file is not None:
        yield Finding(Rule.FILE, reader.member, reader.first_file, reader.first_file)


def _failures(
    reader: Reader, rule: Rule, *, failed: Deed, good: frozenset[Deed], most: int
) -> Iterator[Finding]:
    """Tries in a row: one that succeeds begins anew."""
    row: list[Done] = []
    for one in reader.rows:
        if one.deed in good:
            row = []
        elif one.deed == failed:
            row.append(one)
            if len(row) >= most and one.at >= reader.since:
                yield Finding(rule, reader.member, row[0].at, one.at, len(row))
