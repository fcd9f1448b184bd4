"""Of whom nothing is kept but that they were informed or held: it ends by a clock, too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError
from django.utils import timezone
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit import lookups as audit
from kintrace.people.actions import write_down
from kintrace.people.told import Part, Told
from kintrace.protection import actions, alone, jobs, lookups
from kintrace.protection.actions import rights
from kintrace.protection.models import Basis, Erasure, Hold, NoticeGiven, RiskAnswers
from kintrace.protection.purposes import WhyErased
from kintrace.protection.retention import TABLE, Kind
from kintrace.protection.rights import Came
from kintrace.protection.rights import Kind as Asked
from kintrace.protection.tests.given import CALM, Team, a_team, agrees, informed
from kintrace.vault import ledger
from kintrace.vault.actions import open_file
from kintrace.vault.lookups import slots

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

Capture = Callable[..., AbstractContextManager[object]]
BEGIN = date(2026, 3, 1)
DAYS = TABLE[Kind.ALONE].days
FAR = 20 * 365


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    with freeze_time(f"{BEGIN} 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def at_desk(clock: FrozenDateTimeFactory, sealed_team: Team) -> Team:
    """The team on the first of March 2026."""
    return sealed_team


def on_day(clock: FrozenDateTimeFactory, number: int) -> None:
    """The daily run of a day, counted from the first."""
    clock.move_to(f"{BEGIN + timedelta(days=number)} 03:00")
    jobs.expire.call()


def left(team: Team, subject: UUID) -> int:
    with team.reading():
        return sum(
            model.objects.filter(subject=subject).count()
            for model in (NoticeGiven, RiskAnswers, Hold, Basis)
        )


def goes_on_day(team: Team, clock: FrozenDateTimeFactory, subject: UUID, number: int) -> bool:
    """Whether all is there on the day before and nothing is left on the day."""
    on_day(clock, number - 1)
    before = left(team, subject)
    on_day(clock, number)
    return bool(before) and not left(team, subject)


def lifted(team: Team, subject: UUID) -> None:
    with team.reading(opened_by=team.dora):
        hold = lookups.holds_in_force(subject).get()
        actions.lift_hold(hold, because="It is safe.", by=team.dora)


def test_who_was_informed_and_told_nothing_is_forgotten_after_thirty_days(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
    assert goes_on_day(at_desk, clock, subject, DAYS + 1)
    with at_desk.reading():
        assert [entry.about for entry in audit.entries(at_desk.society.pk)].count(subject) == 2


def test_a_basis_without_a_case_goes_along_with_its_key(
    at_desk: Team, clock: FrozenDateTimeFactory, django_capture_on_commit_callbacks: Capture
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
        agrees(at_desk, subject)
        [file] = lookups.every_basis(subject).values_list("file", flat=True)
    with django_capture_on_commit_callbacks(execute=True):
        assert goes_on_day(at_desk, clock, subject, DAYS + 1)
    with at_desk.reading():
        assert not slots(at_desk.society.pk, {file}).exists()
    assert file in ledger.erased()


def test_the_rows_of_a_hold_go_thirty_days_after_it_was_lifted(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
        actions.answer_risk(subject, answers=CALM, by=at_desk.alma)
        actions.put_on_hold(subject, reason="A worry.", by=at_desk.alma)
    on_day(clock, 100)
    assert left(at_desk, subject) == 3
    lifted(at_desk, subject)
    assert goes_on_day(at_desk, clock, subject, 100 + DAYS + 1)


def test_a_hold_nobody_decides_about_ends_after_two_years(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
        actions.put_on_hold(subject, reason="A worry.", by=at_desk.alma)
    assert goes_on_day(at_desk, clock, subject, TABLE[Kind.HELD].days + 1)


def test_who_does_not_want_to_be_found_was_informed_as_long_as_the_wish_stands(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
        told = {"names": "Luwam", "by_whom": "an uncle"}
        actions.register_do_not_find(subject, told=told, by=at_desk.alma)
    on_day(clock, FAR)
    assert left(at_desk, subject) == 1
    with at_desk.reading(opened_by=at_desk.carla):
        wish = lookups.entries_about(subject).get()
        actions.end_do_not_find(wish, because="She told me alone.", by=at_desk.carla)
    assert goes_on_day(at_desk, clock, subject, FAR + DAYS + 1)
    with at_desk.reading(opened_by=at_desk.carla):
        ended = lookups.every_entry_about(subject).get()
        assert (ended.told, ended.ended_because) == (None, None), "a row without a word"


def test_a_new_word_of_somebody_on_hold_for_two_years_is_kept_for_its_time(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    last = TABLE[Kind.HELD].days
    with at_desk.reading():
        subject = informed(at_desk)
        actions.put_on_hold(subject, reason="A worry.", by=at_desk.alma)
    on_day(clock, last - 1)
    with at_desk.reading():
        actions.answer_risk(subject, answers=CALM, by=at_desk.alma)
    assert goes_on_day(at_desk, clock, subject, last + DAYS)


def test_who_waits_for_an_answer_about_their_data_is_not_forgotten_before(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading(at_desk.dora):
        subject = informed(at_desk)
        asked = rights.write_request(
            subject, kind=Asked.ACCESS, came=Came.DESK, received=BEGIN, by=at_desk.dora
        )
    on_day(clock, 2 * DAYS)
    assert left(at_desk, subject) == 1
    with at_desk.reading(at_desk.dora):
        rights.refuse(asked, because="Not the person.", by=at_desk.dora)
    assert goes_on_day(at_desk, clock, subject, 3 * DAYS + 1)


def test_what_another_folder_keeps_somebody_for_has_its_own_clock(
    at_desk: Team, clock: FrozenDateTimeFactory
) -> None:
    with at_desk.reading():
        subject = informed(at_desk)
        actions.put_on_hold(subject, reason="A worry.", by=at_desk.alma)
        told = Told(names=((Part("given", "Yonas"),),))
        society = at_desk.society.pk
        write_down(subject, told=told, file=open_file(society), society=society, by=at_desk.alma)
        assert alone.clock(subject) is None
    on_day(clock, FAR)
    assert left(at_desk, subject) == 2


def test_one_society_forgets_nobody_of_another(at_desk: Team, clock: FrozenDateTimeFactory) -> None:
    other = a_team("BG")
    with at_desk.reading():
        subject = informed(at_desk)
    clock.tick(timedelta(days=DAYS + 1))
    with other.reading():
        assert alone.everybody() == []
        assert alone.clock(subject) is None
    assert left(at_desk, subject) == 1


# --- that somebody was erased: the database has a clock of its own, and lets no younger row go ---

TEN_YEARS = timedelta(days=TABLE[Kind.ERASURE].days)


def erased(team: Team, *, before: timedelta, finished: bool = True) -> UUID:
    with freeze_time(timezone.now() - before), team.reading(team.dora):
        subject = informed(team)
        actions.erase(subject, why=WhyErased.ASKED, by=team.dora)
        done = timezone.now() if finished else None
        Erasure.objects.filter(subject=subject).update(finished=done)
    return subject


def erasures(team: Team) -> set[UUID]:
    with team.reading():
        return set(Erasure.objects.values_list("subject", flat=True))


@pytest.mark.database_bound
def test_that_somebody_was_erased_is_known_for_ten_years_and_what_is_not_finished_for_ever(
    sealed_team: Team,
) -> None:
    day = timedelta(days=1)
    erased(sealed_team, before=TEN_YEARS + day)
    young = erased(sealed_team, before=TEN_YEARS - day)
    unfinished = erased(sealed_team, before=2 * TEN_YEARS, finished=False)
    assert len(erasures(sealed_team)) == 3
    jobs.expire.call()
    assert erasures(sealed_team) == {young, unfinished}


@pytest.mark.database_bound
@pytest.mark.parametrize("finished", [True, False])
def test_the_database_lets_nobody_forget_an_erasure_before(
    sealed_team: Team, postgres: None, *, finished: bool
) -> None:
    years = TEN_YEARS - timedelta(days=1) if finished else 2 * TEN_YEARS
    subject = erased(sealed_team, before=years, finished=finished)
    with pytest.raises(DatabaseError, match="ten years"), sealed_team.reading():
        Erasure.objects.filter(subject=subject).delete()
    assert erasures(sealed_team) == {subject}
