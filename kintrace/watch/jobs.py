"""The patrol: what each society's chain says since the last round. Safe to run twice."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from kintrace.audit import anchors
from kintrace.audit import lookups as audit
from kintrace.audit.actions import Machine
from kintrace.network import lookups as network
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.watch import actions, lookups, readers
from kintrace.watch.rules import Finding, single
from kintrace.watch.table import Rule
from kintrace.watch.telling import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from kintrace.watch.models import Patrol

BATCH = 2000
# A round proves half of a chain anew, so that a change in it rings within 15 minutes: the whole of
# a short one, and no more than takes some ten seconds. Beyond three million entries it takes longer
# (docs/decisions/028).
WHOLE, PARTS, MOST = 50_000, 2, 1_000_000
# Two years and never a day less. The table of protection/retention.py says the same; a test
# compares them.
FORGOTTEN_AFTER = timedelta(days=731)


@task()
def patrol() -> None:
    """Every five minutes: prove what was added to each chain, ask the rules, ring."""
    _each(_patrol)


@task()
def prove_chains() -> None:
    """Every day: each chain from its beginning, and what the signed anchors saw of it."""
    signed = _signed()
    _each(lambda society: _ring_for_breaks(society, audit.verify(society, signed)))


def _signed() -> list[anchors.Anchor]:
    """Our own anchors, if there are any; one that is doubtful fails the duty, and is logged."""
    return anchors.read(anchors.folder()) if any(anchors.folder().glob("*.jsonl")) else []


def _each(do: Callable[[UUID], object]) -> None:
    go_round((one.pk, partial(do, one.pk)) for one in network.societies_in_care())


def _patrol(society: UUID) -> None:
    _ring_for_breaks(society, list({*_prove(society), *_prove_again(society)}))
    while _walk(society) == BATCH:
        pass  # a worker that was away for long catches up, one transaction at a time
    _look_back(society)


def _prove(society: UUID) -> list[audit.Break]:
    """What is wrong with what was added since the chain was last found whole."""
    with reading_as(society):
        place, end = actions.place(society), audit.head(society)
        mark = audit.Mark(place.proved_seq, bytes(place.proved_mac or audit.Mark.mac))
    breaks = audit.verify(society, after=mark)
    if end is not None and not breaks:
        with reading_as(society):
            actions.note_proved(actions.place(society), audit.Mark(end.seq, bytes(end.mac)))
    return breaks


def _prove_again(society: UUID) -> list[audit.Break]:
    """What is wrong with the next part of what was found whole before."""
    with reading_as(society):
        after, to = _next_part(society, actions.place(society))
    breaks = audit.verify(society, after=after, to=to)
    with reading_as(society):
        actions.note_proved_again(actions.place(society), audit.mark_at(society, to))
    return breaks


def _next_part(society: UUID, place: Patrol) -> tuple[audit.Mark, int]:
    """After which entry to go on, and up to which number; from the beginning after the end."""
    first = audit.first_mark(society)
    reached = audit.Mark(place.again_seq, bytes(place.again_mac or audit.Mark.mac))
    after = reached if first.seq < reached.seq < place.proved_seq else first
    share = -(-(place.proved_seq - first.seq) // PARTS)
    return after, min(after.seq + min(max(WHOLE, share), MOST), place.proved_seq)


def _ring_for_breaks(society: UUID, breaks: list[audit.Break]) -> None:
    if breaks:
        now = timezone.now()
        with reading_as(society):
            _ring(society, [Finding(Rule.CHAIN, None, now, now, len(breaks))])


def _walk(society: UUID) -> int:
    """One batch of entries: their findings and the place that was reached, in one transaction."""
    with reading_as(society):
        place = actions.place(society)
        new = audit.entries_after(society, place.seq, limit=BATCH)
        if new:
            _ring(society, [*single(new, lookups.marked(society)), *readers.of(society, new)])
            actions.move(place, seq=new[-1].seq)
        return len(new)


def _look_back(society: UUID) -> None:
    """Once a day: slow reading."""
    now = timezone.now()
    with reading_as(society):
        place = actions.place(society)
        if place.looked_back != now.date():
            _ring(society, readers.slow_ones(society, now))
            actions.forget_before(now - FORGOTTEN_AFTER, society=society)
            actions.note_looked_back(place, day=now.date())


def forget(society: UUID) -> int:
    """Forget what is too old; how many reasons and alarms. The patrol does it once a day."""
    with reading_as(society):
        return actions.forget_before(timezone.now() - FORGOTTEN_AFTER, society=society)


def _ring(society: UUID, findings: Iterable[Finding]) -> None:
    rang = actions.ring(findings, by=Machine(society))
    if rang:
        tell(society, about=frozenset(one.member for one in rang if one.member))
