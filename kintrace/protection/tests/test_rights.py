"""What a person asks for by right: one month, one answer, and nobody sees what is suspicious."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.utils import timezone
from freezegun import freeze_time

from kintrace.protection import actions, holders
from kintrace.protection.actions import rights
from kintrace.protection.lookups import rights as desk
from kintrace.protection.models import RightsRequest
from kintrace.protection.refusals import (
    NothingToDo,
    NotYours,
    RequestNotAsExpected,
)
from kintrace.protection.rights import Came, Kind, months_after
from kintrace.protection.tests.given import Team, a_team, consented
from kintrace.vault.reader import BoxIsShut

if TYPE_CHECKING:
    from uuid import UUID


SECRET = "she knows the name of her first teacher"
REFUSED = RightsRequest.State.REFUSED


def asked(team: Team, kind: Kind = Kind.ACCESS, **changes: Any) -> RightsRequest:
    """A request by somebody who is known to us; inside team.reading()."""
    subject: UUID = changes.pop("subject", None) or consented(team)
    terms: dict[str, Any] = {
        "came": Came.DESK,
        "received": timezone.localdate(),
        "identity": SECRET,
    }
    return rights.write_request(subject, kind=kind, **(terms | changes), by=team.alma)


def again(request: RightsRequest) -> RightsRequest:
    return RightsRequest.objects.get(pk=request.pk)


@pytest.mark.parametrize(
    ("received", "month", "three"),
    [
        (date(2026, 3, 1), date(2026, 4, 1), date(2026, 6, 1)),
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2027, 12, 31), date(2028, 1, 31), date(2028, 3, 31)),
        (date(2028, 1, 30), date(2028, 2, 29), date(2028, 4, 30)),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_the_last_one(
    received: date, month: date, three: date
) -> None:
    assert (months_after(received, 1), months_after(received, 3)) == (month, three)


def test_a_request_is_due_one_month_after_it_came_and_then_it_is_late(sealed_team: Team) -> None:
    with freeze_time("2026-01-31 12:00") as clock, sealed_team.reading():
        request = asked(sealed_team, received=date(2026, 1, 31))
        assert request.due == date(2026, 2, 28)
        clock.move_to("2026-02-28 23:00")
        assert not again(request).is_late
        clock.move_to("2026-03-01 00:30")
        assert again(request).is_late


def test_a_day_in_the_future_is_refused(sealed_team: Team) -> None:
    with sealed_team.reading(), pytest.raises(RequestNotAsExpected):
        asked(sealed_team, received=timezone.localdate() + timedelta(days=1))


def test_it_takes_longer_once_by_two_months_and_only_if_the_person_heard_in_time(
    sealed_team: Team,
) -> None:
    with freeze_time("2026-01-31 12:00") as clock, sealed_team.reading():
        request = asked(sealed_team, received=date(2026, 1, 31))
        clock.move_to("2026-02-20 12:00")
        told: dict[str, Any] = {"because": "Many papers.", "by": sealed_team.dora}
        for day in (date(2026, 1, 30), date(2026, 2, 21)):
            with pytest.raises(RequestNotAsExpected):
                rights.extend(request, told_on=day, **told)
        with pytest.raises(RequestNotAsExpected):
            rights.extend(request, told_on=date(2026, 2, 20), because=" ", by=sealed_team.dora)
        rights.extend(request, told_on=date(2026, 2, 20), **told)
        assert again(request).due == date(2026, 4, 30)
        with pytest.raises(RequestNotAsExpected):
            rights.extend(request, told_on=date(2026, 2, 20), **told)


def test_after_the_first_month_nobody_is_told_in_time_any_more(sealed_team: Team) -> None:
    with freeze_time("2026-03-01 12:00") as clock, sealed_team.reading():
        request = asked(sealed_team, received=date(2026, 3, 1))
        clock.move_to("2026-04-02 12:00")
        with pytest.raises(RequestNotAsExpected):
            rights.extend(request, because="Late.", told_on=date(2026, 4, 2), by=sealed_team.dora)


def test_what_may_come_from_an_offender_exists_for_the_dpo_alone(sealed_team: Team) -> None:
    team = sealed_team
    with team.reading():
        request = asked(team, suspicious=True)
        for member in (team.alma, team.boris, team.carla):
            assert desk.open_requests(member) == []
            assert desk.waiting_for(member) == []
            assert desk.requests_about(member, request.subject) == []
            with pytest.raises(Http404):
                desk.request_for(member, request.pk)
        assert desk.waiting_for(team.dora) == [request]
        with pytest.raises(NotYours):
            rights.trust(request, by=team.carla)
        rights.trust(request, by=team.dora)
        assert desk.request_for(team.carla, request.pk) == request
        rights.suspect(request, by=team.alma)
        with pytest.raises(Http404):
            desk.request_for(team.boris, request.pk)


def test_another_society_cannot_tell_that_it_exists(sealed_team: Team) -> None:
    other = a_team("BG")
    with sealed_team.reading():
        request = asked(sealed_team)
    with other.reading():
        assert desk.open_requests(other.dora) == []
        with pytest.raises(Http404):
            desk.request_for(other.dora, request.pk)
        with pytest.raises(NothingToDo):
            rights.take_over(request, by=other.dora)


def test_the_note_of_identity_is_read_with_the_protection_box_and_not_otherwise(
    sealed_team: Team,
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team)
        assert again(request).is_identified
        with pytest.raises(BoxIsShut):
            _ = again(request).identity
    with sealed_team.reading(opened_by=sealed_team.alma):
        assert desk.sealed_words(again(request))["identity"] == ""
    with sealed_team.reading(opened_by=sealed_team.dora):
        assert desk.sealed_words(again(request))["identity"] == SECRET


@pytest.mark.database_bound
def test_what_is_said_of_a_request_is_nowhere_in_the_table(sealed_team: Team) -> None:
    with sealed_team.reading():
        rights.refuse(asked(sealed_team), because=SECRET, by=sealed_team.dora)
        with connection.cursor() as cursor:
            cursor.execute("SELECT identity, outcome FROM protection_rightsrequest")
            identity, outcome = cursor.fetchone()
    assert SECRET.encode() not in bytes(identity) + bytes(outcome)


def test_an_answered_request_is_kept_for_two_years_and_an_open_one_until_it_is_answered(
    sealed_team: Team,
) -> None:
    with freeze_time("2026-03-01 12:00") as clock, sealed_team.reading():
        answered, waiting = asked(sealed_team), asked(sealed_team)
        rights.refuse(answered, because="Not the person.", by=sealed_team.dora)
        clock.move_to("2028-03-01 12:00")
        assert rights.expire_requests(timezone.localdate()).total() == 0
        clock.move_to("2028-03-02 12:00")
        protection = next(one for one in holders.every() if one.kind == "protection")
        protection.expire(timezone.localdate())
        assert list(RightsRequest.objects.all()) == [waiting]


def test_a_person_on_hold_can_still_ask(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
        actions.put_on_hold(subject, reason="A worry.", by=sealed_team.alma)
        assert desk.requests_about(sealed_team.dora, asked(sealed_team, subject=subject).subject)


@pytest.mark.database_bound
def test_the_database_refuses_an_answer_without_a_day(sealed_team: Team) -> None:
    with sealed_team.reading():
        request = asked(sealed_team)
        request.state = REFUSED
        with pytest.raises(IntegrityError), transaction.atomic():
            request.save(update_fields=["state"])
