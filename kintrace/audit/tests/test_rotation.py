"""A chain over a change of keys: what is older stays verified, and the old key forges nothing."""

from uuid import UUID

import pytest

from kintrace.audit import actions, chain, lookups
from kintrace.audit.actions import ChainBroken
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import Harm, Mark
from kintrace.audit.models import Entry
from kintrace.audit.tests.conftest import Execute, act
from kintrace.vault import actions as vault
from kintrace.vault import keyring
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as

pytestmark = pytest.mark.database_bound
OLDER = 4  # entries before the one that changes keys


@pytest.fixture
def stolen(lasting_society: UUID) -> bytearray:
    """The old audit key of a society that has rotated and forgotten it since."""
    act(lasting_society, OLDER)
    with reading_as(lasting_society):
        key = vault.audit_key(lasting_society)
        vault.begin_rotation(lasting_society)
        actions.record_rotation(lasting_society)
        RecordKey.objects.filter(society_id=lasting_society, version=1).delete()
    keyring.forget_all()
    act(lasting_society, OLDER)
    return key


def test_a_chain_is_whole_over_a_change_of_keys(lasting_society: UUID, stolen: bytearray) -> None:
    assert lookups.verify(lasting_society) == []
    with reading_as(lasting_society):
        assert vault.audit_key(lasting_society) != stolen
        deeds = [entry.deed for entry in reversed(lookups.entries(lasting_society))]
    assert deeds.index(Deed.ROTATED_KEYS) == OLDER


def test_a_walk_from_any_mark_takes_the_key_of_its_place(
    lasting_society: UUID, stolen: bytearray
) -> None:
    with reading_as(lasting_society):
        marks = [Mark(one.seq, bytes(one.mac)) for one in lookups.entries(lasting_society)]
    assert len(marks) == 2 * OLDER + 1
    for mark in marks:
        assert lookups.verify(lasting_society, after=mark) == []


def test_older_entries_written_anew_with_the_old_key_do_not_lead_to_the_new_ones(
    lasting_society: UUID, stolen: bytearray, intruder: Execute
) -> None:
    with reading_as(lasting_society):
        older = list(reversed(lookups.entries(lasting_society)))[: OLDER + 1]
    before = chain.START
    for entry in older:
        deed = Deed.SIGNED_IN.value if entry.seq == 2 else entry.deed
        before = _write_anew(intruder, entry, deed, before, stolen)
    found = lookups.verify(lasting_society)
    assert [(one.seq, one.harm) for one in found] == [(OLDER + 2, Harm.MOVED)]


def _write_anew(sql: Execute, entry: Entry, deed: str, before: bytes, key: bytearray) -> bytes:
    told = chain.Deeded(
        entry.pk.bytes, entry.seq, entry.at, entry.actor.bytes, deed, entry.about.bytes, before
    )
    mac = chain.entry_mac(key, entry.society, told)
    sql(
        "UPDATE audit_entry SET deed = %s, prev = %s, mac = %s WHERE id = %s",
        *(deed, before, mac, entry.pk),
    )
    return mac


def test_nothing_is_written_after_a_head_that_the_old_key_sealed(
    lasting_society: UUID, stolen: bytearray, intruder: Execute
) -> None:
    with reading_as(lasting_society):
        head = lookups.head(lasting_society)
    assert head
    seal = chain.head_seal(stolen, society=lasting_society, seq=head.seq, mac=bytes(head.mac))
    intruder("UPDATE audit_head SET seal = %s WHERE society_id = %s", seal, lasting_society)
    with pytest.raises(ChainBroken):
        act(lasting_society, 1)
    assert lookups.verify(lasting_society)
