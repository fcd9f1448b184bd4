"""The patrol goes on from where it was, rings each alarm once, and tells who has to know."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.audit.tests.conftest import Execute, intruder
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.reader import reading_as
from kintrace.watch import actions, jobs, lookups
from kintrace.watch.models import Alarm, Patrol, Reason
from kintrace.watch.table import Rule
from kintrace.watch.tests.conftest import MONDAY, Stage, letters, with_mailbox

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
__all__ = ["intruder"]  # whoever owns the database's machine, as the audit's own tests know them
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CHANGE = "UPDATE audit_entry SET about = %s WHERE society_id = %s AND seq = %s"


def deeds(society: UUID) -> list[str]:
    with reading_as(society):
        return [one.deed for one in audit.entries(society)]


def bulk(stage: Stage, number: int = 51) -> None:
    for _ in range(number):
        stage.does(Deed.READ_CASE)


@pytest.mark.database_bound
def test_an_alarm_rings_once_however_often_the_patrol_comes(stage: Stage) -> None:
    bulk(stage)
    for _ in range(4):
        jobs.patrol.call()
    assert stage.rules() == [Rule.MANY_AN_HOUR]
    assert letters() == ["dana@example.invalid"]
    assert deeds(stage.society.pk).count(Deed.RANG) == 1


def test_what_goes_on_makes_the_alarm_grow_and_sends_no_second_letter(stage: Stage) -> None:
    bulk(stage)
    jobs.patrol.call()
    stage.to(MONDAY + 8 * HOUR + 20 * MINUTE)
    bulk(stage, 20)
    jobs.patrol.call()
    [alarm] = stage.alarms()
    assert alarm.count == 71
    assert len(letters()) == 1


def test_an_answered_alarm_rings_anew_when_the_number_has_doubled(stage: Stage) -> None:
    bulk(stage)
    jobs.patrol.call()
    stage.answers(stage.alarms()[0])
    bulk(stage, 20)
    jobs.patrol.call()
    assert len(stage.alarms()) == 1
    bulk(stage, 80)
    jobs.patrol.call()
    assert stage.rules() == [Rule.MANY_AN_HOUR] * 2


def test_a_patrol_that_comes_hours_late_sees_the_same(stage: Stage) -> None:
    bulk(stage)
    stage.clock.move_to(MONDAY + 15 * HOUR)
    jobs.patrol.call()
    [alarm] = stage.alarms()
    assert (alarm.rule, alarm.count) == (Rule.MANY_AN_HOUR, 51)


def test_a_patrol_that_died_half_way_rings_when_it_comes_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulk(stage)

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(actions, "move", dies)
        with pytest.raises(KeyboardInterrupt):
            jobs.patrol.call()
    assert stage.alarms() == []
    jobs.patrol.call()
    assert stage.rules() == [Rule.MANY_AN_HOUR]
    assert len(letters()) == 1


def test_a_new_patrol_leaves_alone_what_is_older_than_a_day(stage: Stage) -> None:
    with reading_as(stage.society.pk):
        Patrol.objects.all().delete()
    bulk(stage)
    stage.clock.move_to(MONDAY + 40 * HOUR)
    stage.does(Deed.READ_CASE)
    jobs.patrol.call()
    assert stage.alarms() == []


def test_the_patrol_reads_only_what_was_added(stage: Stage) -> None:
    bulk(stage, 30)
    jobs.patrol.call()
    with reading_as(stage.society.pk):
        head = audit.head(stage.society.pk)
        place = actions.place(stage.society.pk)
    assert head is not None
    assert place.seq == place.proved_seq == head.seq
    assert bytes(place.proved_mac or b"") == bytes(head.mac)


def test_one_members_reading_is_not_added_to_anothers(stage: Stage) -> None:
    otto = enlist(stage.society, Role.CASEWORKER)
    for member in (stage.alma, otto):
        for _ in range(40):
            stage.does(Deed.READ_CASE, by=member)
    jobs.patrol.call()
    assert stage.alarms() == []


def test_the_letter_names_nobody(stage: Stage) -> None:
    bulk(stage)
    jobs.patrol.call()
    letters()
    text = str(mail.outbox[0].body)
    assert "Alarms" in text
    for hidden in ("alma", "51", "NM", str(stage.society.pk), str(stage.alma.pk)):
        assert hidden not in text


def test_an_alarm_about_the_officer_alone_is_told_to_others_too(stage: Stage) -> None:
    with_mailbox(enlist(stage.society, Role.SOCIETY_ADMIN, "adam"))
    for _ in range(21):
        stage.does(Deed.READ_PERSON, by=stage.dana)
    jobs.patrol.call()
    assert sorted(letters()) == ["adam@example.invalid", "dana@example.invalid"]


def test_where_there_is_no_officer_the_next_ones_hear(stage: Stage) -> None:
    other = found("SO")
    boris = with_mailbox(enlist(other, Role.OFFICER, "boris"))
    jobs.patrol.call()
    stage.society, stage.alma = other, enlist(other)
    bulk(stage)
    jobs.patrol.call()
    assert letters() == ["boris@example.invalid"]
    assert boris.society_id == other.pk


@pytest.mark.database_bound
@pytest.mark.parametrize("what", ["entry", "head"])
def test_a_changed_audit_rings_once_and_says_so_in_no_broken_chain(
    intruder: Execute, stage: Stage, what: str
) -> None:
    society = stage.society.pk
    if what == "entry":
        bulk(stage, 5)
        intruder(CHANGE, uuid4(), society, _last(society) - 1)
    else:
        intruder("UPDATE audit_head SET seal = %s WHERE society_id = %s", bytes(32), society)
    for _ in range(3):
        jobs.patrol.call()
    assert stage.rules() == [Rule.CHAIN]
    assert letters() == ["dana@example.invalid"]


@pytest.mark.database_bound
def test_an_old_entry_of_a_short_chain_rings_in_the_next_round(
    intruder: Execute, stage: Stage
) -> None:
    bulk(stage, 5)
    jobs.patrol.call()
    intruder(CHANGE, uuid4(), stage.society.pk, 1)
    jobs.patrol.call()
    jobs.prove_chains.call()
    assert stage.rules() == [Rule.CHAIN]


@pytest.mark.parametrize("rounds", [0, 1, 2])
@pytest.mark.parametrize("place", ["first", "before the middle", "after the middle", "last"])
@pytest.mark.attack
def test_whatever_old_entry_of_a_long_chain_is_changed_rings_within_fifteen_minutes(
    intruder: Execute,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    attacked: Callable[..., None],
    place: str,
    rounds: int,
) -> None:
    monkeypatch.setattr(jobs, "WHOLE", 4)
    bulk(stage, 20)
    stage.to(stage.next)
    stage.to(stage.next + rounds * stage.every)
    assert stage.rules() == []
    last = _last(stage.society.pk)
    where = {"first": 1, "before the middle": last // 2, "after the middle": last // 2 + 1}
    intruder(CHANGE, uuid4(), stage.society.pk, where.get(place, last))
    changed = timezone.now()
    stage.to(changed + 15 * MINUTE)
    [alarm] = stage.alarms()
    assert alarm.rule == Rule.CHAIN
    attacked(
        "an administrator of the database who edits the audit",
        tried=f"the {place} entry of a long chain, written over",
        got=0,
        noticed=alarm.rang - changed,
    )
    assert letters() == ["dana@example.invalid"]


def test_a_round_proves_half_of_a_long_chain_and_no_more(
    intruder: Execute, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "WHOLE", 4)
    monkeypatch.setattr(jobs, "MOST", 6)
    bulk(stage, 20)
    jobs.patrol.call()
    walked = []
    for _round in range(5):
        jobs.patrol.call()
        with reading_as(stage.society.pk):
            walked.append(actions.place(stage.society.pk).again_seq)
    steps = [after - before for before, after in pairwise(walked) if after > before]
    assert max(steps) == 6
    assert min(walked) <= 6, "it begins anew"
    assert stage.rules() == []


@pytest.mark.parametrize("gone", [1, 10, 20])
def test_an_old_entry_that_is_taken_out_rings_as_well(
    intruder: Execute, stage: Stage, monkeypatch: pytest.MonkeyPatch, gone: int
) -> None:
    monkeypatch.setattr(jobs, "WHOLE", 5)
    bulk(stage, 20)
    stage.to(stage.next)
    intruder("DELETE FROM audit_entry WHERE society_id = %s AND seq = %s", stage.society.pk, gone)
    stage.to(timezone.now() + 15 * MINUTE)
    assert stage.rules() == [Rule.CHAIN]


def _last(society: UUID) -> int:
    with reading_as(society):
        head = audit.head(society)
    return head.seq if head else 0


def test_old_reasons_and_answered_alarms_are_forgotten_and_open_ones_are_not(
    stage: Stage,
) -> None:
    with reading_as(stage.society.pk, member=stage.alma.pk):
        actions.give_reason("The yearly review.", by=stage.alma)
    bulk(stage)
    jobs.patrol.call()
    assert sorted(stage.rules()) == [Rule.MANY_AN_HOUR, Rule.WENT_ON]
    stage.answers(next(one for one in stage.alarms() if one.rule == Rule.WENT_ON))
    stage.clock.move_to(MONDAY + timedelta(days=800))
    jobs.patrol.call()
    assert stage.rules() == [Rule.MANY_AN_HOUR]
    with reading_as(stage.society.pk):
        assert not Reason.objects.exists()


@pytest.mark.database_bound
def test_one_society_sees_nothing_of_anothers_watch(stage: Stage, postgres: None) -> None:
    bulk(stage)
    jobs.patrol.call()
    with reading_as(found("SO").pk):
        assert not Alarm.objects.exists()
        assert not Patrol.objects.filter(society_id=stage.society.pk).exists()
        assert lookups.canaries(stage.society.pk) == []
