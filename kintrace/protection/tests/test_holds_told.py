"""A letter tells those who decide that a hold waits, and tells once more when it waits long."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.letters.models import Outgoing
from kintrace.network.access import Role
from kintrace.network.lookups import colleagues
from kintrace.network.tests.cast import enlist
from kintrace.protection import actions, jobs, lookups
from kintrace.protection.models import Hold
from kintrace.protection.tests.given import Team, a_team
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.network.models import Member

REASON = "her brother waits at the door"


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    with freeze_time("2026-03-01 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


def held(team: Team, *, by: Member | None = None) -> UUID:
    with team.reading():
        subject = actions.new_subject()
        actions.put_on_hold(subject, reason=REASON, by=by or team.alma)
    return subject


def with_addresses(team: Team) -> None:
    """Everybody of the society reads letters at an address that says who it is."""
    with team.reading():
        for one in colleagues(team.dora):
            one.email = f"{one.role}@example.invalid"
            one.save(update_fields=["email"])


def letters(team: Team) -> list[tuple[str, str]]:
    """Tell who is to be told; the letters that went out for it, and to whom."""
    with team.reading():
        before = set(Outgoing.objects.values_list("pk", flat=True))
    jobs.tell_of_holds.call()
    with team.reading():
        new = Outgoing.objects.exclude(pk__in=before)
        return sorted((one.kind, (one.to or "").partition("@")[0]) for one in new)


def test_who_decides_has_one_letter_of_all_that_is_new_and_nobody_else_has(
    sealed_team: Team,
) -> None:
    with_addresses(sealed_team)
    assert letters(sealed_team) == []
    held(sealed_team)
    held(sealed_team)
    to = [("decision-waits", "child_protection"), ("decision-waits", "data_protection")]
    assert letters(sealed_team) == to
    assert letters(sealed_team) == []


def test_who_set_the_hold_has_no_letter_to_decide_about_it(sealed_team: Team) -> None:
    with_addresses(sealed_team)
    held(sealed_team, by=sealed_team.carla)
    assert letters(sealed_team) == [("decision-waits", "data_protection")]


def test_what_waits_for_a_week_is_said_once_more_and_then_no_more(
    sealed_team: Team, clock: FrozenDateTimeFactory
) -> None:
    with_addresses(sealed_team)
    held(sealed_team)
    lifted = held(sealed_team)
    letters(sealed_team)
    with sealed_team.reading(opened_by=sealed_team.dora):
        hold = lookups.holds_in_force(lifted).get()
        actions.lift_hold(hold, because="Safe.", by=sealed_team.dora)
    clock.tick(timedelta(days=6, hours=23))
    assert letters(sealed_team) == []
    clock.tick(timedelta(hours=1))
    found = Counter(kind for kind, _to in letters(sealed_team))
    assert found == {"decision-waits-long": 2}
    clock.tick(timedelta(days=60))
    assert letters(sealed_team) == []


def test_what_was_decided_before_the_letter_went_needs_none(sealed_team: Team) -> None:
    with_addresses(sealed_team)
    subject = held(sealed_team)
    with sealed_team.reading(opened_by=sealed_team.dora):
        hold = lookups.holds_in_force(subject).get()
        actions.lift_hold(hold, because="Safe.", by=sealed_team.dora)
    assert letters(sealed_team) == []


def test_where_nobody_may_decide_those_are_told_who_can_have_somebody_named(
    sealed_team: Team,
) -> None:
    enlist(sealed_team.society, Role.SOCIETY_ADMIN)
    with_addresses(sealed_team)
    for one in (sealed_team.carla, sealed_team.dora):
        one.role = Role.CASEWORKER
        one.save(update_fields=["role"])
    held(sealed_team)
    assert letters(sealed_team) == [
        ("decision-waits", "officer"),
        ("decision-waits", "society_admin"),
    ]


def test_a_letter_of_one_society_is_no_other_societys(sealed_team: Team) -> None:
    other = a_team("BG")
    with_addresses(other)
    held(sealed_team)
    assert letters(other) == []


def test_what_a_letter_was_written_of_is_noted_on_the_hold(sealed_team: Team) -> None:
    held(sealed_team)
    jobs.tell_of_holds.call()
    with reading_as(sealed_team.society.pk):
        assert Hold.objects.get().told_at is not None
