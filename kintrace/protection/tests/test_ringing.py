"""The last day of a request rings for whoever must act, once before and once when it is over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, work_off
from kintrace.protection import jobs
from kintrace.protection.actions import rights
from kintrace.protection.rights import Kind
from kintrace.protection.tests.test_rights import again, asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.network.models import Member
    from kintrace.protection.models import RightsRequest
    from kintrace.protection.tests.given import Team

SOON, LATE = "falls due soon", "is late"
NOBODY = "Your society needs a data-protection officer"


@pytest.fixture
def team(sealed_team: Team) -> Team:
    """Everybody has a mailbox, and there is somebody who manages members."""
    adam = enlist(sealed_team.society, Role.SOCIETY_ADMIN, "adam")
    with sealed_team.reading():
        for name in ("alma", "boris", "carla", "dora"):
            mailbox(getattr(sealed_team, name), name)
        mailbox(adam, "adam")
    return sealed_team


def mailbox(member: Member, name: str) -> None:
    member.email = f"{name}@example.invalid"
    member.save(update_fields=["email"])


def heard(request: RightsRequest, day: int) -> list[tuple[str, str]]:
    """What rang on this day after the last one: who, and what; the duty comes twice."""
    with freeze_time(f"{request.due + timedelta(days=day)} 09:00"):
        mail.outbox.clear()
        jobs.ring_requests.call()
        jobs.ring_requests.call()
        work_off()
    return sorted((to.partition("@")[0], str(one.subject)) for one in mail.outbox for to in one.to)


def said(found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(who, next(one for one in (SOON, LATE, NOBODY) if one in what)) for who, what in found]


def test_it_rings_a_week_before_and_when_it_is_over_each_once(team: Team) -> None:
    with team.reading():
        request = asked(team, Kind.ACCESS)
    assert heard(request, -8) == []
    assert said(heard(request, -7)) == [("dora", SOON)]
    for quiet in (-6, -1, 0):
        assert heard(request, quiet) == []
    assert said(heard(request, 1)) == [("dora", LATE)]
    assert heard(request, 30) == []
    with team.reading():
        assert [one.deed for one in audit.entries(team.society.pk)].count(Deed.REQUEST_RANG) == 2


def test_it_rings_for_whoever_looks_after_it_else_for_all_who_may_answer(team: Team) -> None:
    with team.reading():
        request = asked(team, Kind.CORRECTION)
        all_of_them = said(heard(request, -3))
        assert all_of_them == [("boris", SOON), ("dora", SOON)]
        rights.take_over(request, by=team.boris)
    assert said(heard(request, 1)) == [("boris", LATE)]


def test_what_may_come_from_an_offender_rings_for_the_data_protection_officer_alone(
    team: Team,
) -> None:
    with team.reading():
        request = asked(team, Kind.CORRECTION, suspicious=True)
    assert said(heard(request, -7)) == [("dora", SOON)]
    assert said(heard(request, 1)) == [("dora", LATE)]


@pytest.mark.parametrize("suspicious", [False, True])
def test_without_such_an_officer_those_who_name_one_are_told_at_once_and_nothing_more(
    team: Team, suspicious: bool
) -> None:
    with team.reading():
        request = asked(team, Kind.ACCESS, suspicious=suspicious)
        team.dora.state = "left"
        team.dora.save(update_fields=["state"])
    told = heard(request, -25)
    assert said(told) == [("adam", NOBODY), ("boris", NOBODY)]
    assert "copy" not in str(mail.outbox[0].body)
    assert heard(request, -24) == []
    assert said(heard(request, -7)) == [("adam", NOBODY), ("boris", NOBODY)]
    assert said(heard(request, 1)) == [("adam", NOBODY), ("boris", NOBODY)]


def test_what_is_answered_rings_no_more_and_a_longer_time_rings_anew(team: Team) -> None:
    with team.reading():
        request, other = asked(team, Kind.ACCESS), asked(team, Kind.CORRECTION)
        rights.answer(other, outcome="Done.", by=team.boris)
    assert said(heard(request, -5)) == [("dora", SOON)]
    with team.reading(), freeze_time(f"{request.due - timedelta(days=5)} 12:00"):
        today = timezone.localdate()
        rights.extend(again(request), because="Much to look through.", told_on=today, by=team.dora)
        request = again(request)
    assert heard(request, -8) == []
    assert said(heard(request, -7)) == [("dora", SOON)]


def test_several_requests_of_a_day_are_one_letter_that_names_nobody(team: Team) -> None:
    with team.reading():
        first, _second = asked(team, Kind.ACCESS), asked(team, Kind.ERASURE)
    assert said(heard(first, -7)) == [("dora", SOON)]
    words = str(mail.outbox[0].body)
    assert "People’s rights" in words
    for hidden in (str(first.subject), str(first.pk), "dora", "alma"):
        assert hidden not in words
