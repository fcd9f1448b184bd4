"""What is older than ten years ends, what is younger never does, and both can be proved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import actions, anchors, chain, jobs, lookups
from kintrace.audit.actions import KEPT, end_entries
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import Harm, Mark
from kintrace.audit.models import Beginning, Entry
from kintrace.audit.tests.conftest import act
from kintrace.vault import actions as vault
from kintrace.vault import keyring
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

    from kintrace.audit.tests.conftest import Execute

pytestmark = pytest.mark.database_bound
OLD, YOUNG = 5, 4
# The database has a clock of its own: what is old must be so for it as well.
LONG_AGO = timezone.now() - KEPT - timedelta(days=30)


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = str(tmp_path)


@pytest.fixture
def aged(lasting_society: UUID) -> UUID:
    """Some entries of long ago, with a change of keys among them, and some of today."""
    with freeze_time(LONG_AGO):
        act(lasting_society, OLD - 2)
        with reading_as(lasting_society):
            vault.begin_rotation(lasting_society)
            actions.record_rotation(lasting_society)
            RecordKey.objects.filter(society_id=lasting_society, version=1).delete()
        keyring.forget_all()
        act(lasting_society, 1)
        jobs.sign_heads([lasting_society])
    act(lasting_society, YOUNG)
    return lasting_society


def seqs(society: UUID) -> list[int]:
    with reading_as(society):
        return sorted(one.seq for one in lookups.entries(society))


def test_what_is_old_goes_with_a_line_that_says_so_and_the_rest_is_whole(aged: UUID) -> None:
    assert end_entries(aged) == OLD
    assert seqs(aged) == list(range(OLD + 1, OLD + YOUNG + 2))
    with reading_as(aged):
        assert lookups.entries(aged)[0].deed == Deed.ENDED_ENTRIES
    jobs.sign_heads([aged])
    assert lookups.verify(aged, anchors.read(anchors.folder())) == []
    assert end_entries(aged) == 0


def test_a_walk_from_any_mark_is_whole_after_entries_ended(aged: UUID) -> None:
    with reading_as(aged):
        marks = [Mark(one.seq, bytes(one.mac)) for one in lookups.entries(aged)]
    end_entries(aged)
    for mark in [Mark(), *marks]:
        assert lookups.verify(aged, after=mark) == []
        for to in (1, OLD, OLD + 1, OLD + YOUNG):
            assert lookups.verify(aged, after=mark, to=max(to, mark.seq)) == []


def test_a_change_of_keys_afterwards_carries_the_beginning_along(aged: UUID) -> None:
    end_entries(aged)
    with reading_as(aged):
        vault.begin_rotation(aged)
        actions.record_rotation(aged)
    keyring.forget_all()
    act(aged, 2)
    assert lookups.verify(aged) == []


def test_of_a_chain_that_is_quiet_for_ten_years_the_end_is_known(lasting_society: UUID) -> None:
    with freeze_time(LONG_AGO):
        act(lasting_society, OLD)
    assert end_entries(lasting_society) == OLD
    assert seqs(lasting_society) == [OLD + 1]
    assert lookups.verify(lasting_society) == []


def test_a_day_before_the_ten_years_are_over_nothing_goes(lasting_society: UUID) -> None:
    with freeze_time(timezone.now() - KEPT + timedelta(days=1)):
        act(lasting_society, OLD)
    assert end_entries(lasting_society) == 0


def test_the_database_lets_nobody_delete_what_is_younger(aged: UUID, postgres: None) -> None:
    end_entries(aged)
    with pytest.raises(DatabaseError, match="before ten years"), reading_as(aged):
        Entry.objects.filter(society=aged).order_by("seq").delete()
    assert len(seqs(aged)) == YOUNG + 1


def test_younger_entries_are_not_hidden_behind_a_beginning(aged: UUID, intruder: Execute) -> None:
    """By who owns the database and even holds the key: the time is under the seal."""
    end_entries(aged)
    with reading_as(aged):
        [hidden] = [one for one in lookups.entries(aged) if one.seq == OLD + 2]
    intruder("DELETE FROM audit_entry WHERE seq <= %s", hidden.seq)
    begin = "UPDATE audit_beginning SET seq = %s, mac = %s"
    intruder(begin, hidden.seq, bytes(hidden.mac))
    assert lookups.verify(aged)[0].harm is Harm.BEGINNING_EDITED

    with reading_as(aged), keyring.borrowed(aged, keyring.AUDIT) as key:
        told = Beginning.objects.get(society=aged).sealed() | {"at": hidden.at}
        intruder(
            "UPDATE audit_beginning SET at = %s, seal = %s",
            hidden.at,
            chain.beginning_seal(key, **told),
        )
    assert lookups.verify(aged)[0].harm is Harm.BEGINNING_EDITED


def test_who_lies_about_the_time_as_well_is_told_by_the_anchors(
    aged: UUID, intruder: Execute
) -> None:
    end_entries(aged)
    jobs.sign_heads([aged])
    act(aged, 2)
    with reading_as(aged):
        hidden = lookups.entries(aged)[1]
    old = datetime(2001, 1, 1, tzinfo=UTC)
    with reading_as(aged), keyring.borrowed(aged, keyring.AUDIT) as key:
        told = Beginning.objects.get(society=aged).sealed()
        told |= {"seq": hidden.seq, "mac": bytes(hidden.mac), "at": old}
        seal = chain.beginning_seal(key, **told)
    intruder("DELETE FROM audit_entry WHERE seq <= %s", hidden.seq)
    begin = "UPDATE audit_beginning SET seq = %s, mac = %s, at = %s, seal = %s"
    intruder(begin, hidden.seq, bytes(hidden.mac), old, seal)
    assert lookups.verify(aged) == []
    found = lookups.verify(aged, anchors.read(anchors.folder()))
    assert {one.harm for one in found} == {Harm.ANCHOR_UNMET}
