"""Asking what an actor did, and proving only what was added to a chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from kintrace.audit import actions, lookups
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import Harm, Mark
from kintrace.audit.models import Entry
from kintrace.audit.tests.conftest import act
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.audit.tests.conftest import Execute

pytestmark = pytest.mark.database_bound
LONG_AGO = timezone.now() - timedelta(days=1)


@dataclass(frozen=True)
class Somebody:
    """A member, as far as the audit knows one."""

    society_id: UUID
    pk: UUID = field(default_factory=uuid4)


def marked(society: UUID, times: int) -> Mark:
    """Where the chain ends after so many more deeds."""
    act(society, times)
    with reading_as(society):
        head = lookups.head(society)
    assert head is not None
    return Mark(head.seq, bytes(head.mac))


def test_what_follows_a_mark_is_proved_and_nothing_before_it(
    lasting_society: UUID, intruder: Execute
) -> None:
    mark = marked(lasting_society, 5)
    marked(lasting_society, 5)
    assert lookups.verify(lasting_society, after=mark) == []
    change = "UPDATE audit_entry SET about = %s WHERE society_id = %s AND seq = %s"
    intruder(change, uuid4(), lasting_society, 3)
    assert lookups.verify(lasting_society, after=mark) == []
    intruder(change, uuid4(), lasting_society, 8)
    [found] = lookups.verify(lasting_society, after=mark)
    assert (found.seq, found.harm) == (8, Harm.EDITED)
    assert {one.seq for one in lookups.verify(lasting_society)} == {3, 8}


def test_a_chain_cut_behind_a_mark_is_told(lasting_society: UUID, intruder: Execute) -> None:
    marked(lasting_society, 6)
    intruder("DELETE FROM audit_entry WHERE society_id = %s AND seq > 3", lasting_society)
    breaks = lookups.verify(lasting_society, after=Mark(2, _mac(lasting_society, 2)))
    assert Harm.CUT in {one.harm for one in breaks}


def _mac(society: UUID, seq: int) -> bytes:
    with reading_as(society):
        [entry] = lookups.entries_after(society, seq - 1, limit=1)
    return bytes(entry.mac)


def test_deeds_of_one_actor_come_in_their_order(society: UUID) -> None:
    alma, otto = Somebody(society), Somebody(society)
    things = [uuid4() for _ in range(3)]
    with reading_as(society):
        for thing in things:
            actions.record(Deed.READ_CASE, about=thing, by=alma)
            actions.record(Deed.READ_CASE, about=thing, by=otto)
        actions.record(Deed.CLOSED_CASE, about=things[0], by=alma)
        reads = lookups.done_by(society, alma.pk, since=LONG_AGO, deeds=[Deed.READ_CASE])
        every = lookups.done_by(society, alma.pk, since=LONG_AGO)
        later = lookups.done_by(society, alma.pk, since=timezone.now() + timedelta(minutes=1))
        who = lookups.actors(society, deeds=[Deed.READ_CASE], since=LONG_AGO)
        [(_day, _actor, number), _other] = lookups.counted_by_day(
            society, deeds=[Deed.READ_CASE], since=LONG_AGO
        )
    assert [one.about for one in reads] == things
    assert (len(every), later, who, number) == (4, [], {alma.pk, otto.pk}, 3)


def test_asking_for_one_actor_is_answered_from_an_index(db: None) -> None:
    """Whether the database takes it depends on how many rows there are; here are few."""
    with connection.cursor() as cursor:
        table = connection.introspection.get_constraints(cursor, Entry._meta.db_table)
    indexes = [one["columns"] for one in table.values() if one["index"]]
    assert ["society_id", "actor", "at"] in indexes
