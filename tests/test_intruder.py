"""The intruder of 2022, played through the pages: a stolen sign-in, read by hand or by a script.

What the counting rules notice is tried on rows of the audit (watch/tests/test_intruders.py). Here
nothing is written by hand: each row stands because a page was opened.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.network.tests.door import give_password, set_up
from kintrace.vault.reader import reading_as
from kintrace.watch.table import LINES, Rule
from kintrace.watch.tests.conftest import MONDAY, Stage, letters, with_mailbox
from tests.crowd import crowd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NINE = MONDAY + timedelta(hours=9)
LINE = LINES[Role.CASEWORKER].records
PACE = timedelta(seconds=1)  # a page each second: quicker than anybody reads


@pytest.fixture
def watched(db: None) -> Iterator[Stage]:
    """Nine o'clock on a Monday; the patrol goes round every five minutes."""
    with freeze_time(NINE, tz_offset=0) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        society = found("NM")
        alma = enlist(society, Role.CASEWORKER, "alma")
        dana = with_mailbox(enlist(society, Role.DATA_PROTECTION, "dana"))
        watched = Stage(clock, society, alma, dana, next=NINE)
        watched.to(NINE)
        yield watched


def signs_in(client: Client, watched: Stage) -> None:
    """Through the door, with password and code, like the owner of the account."""
    give_password(client, "alma", to="/desk/")
    set_up(client, watched.clock().timestamp())
    assert client.get("/desk/").status_code == 200


def reads_on(client: Client, watched: Stage, cases: list[UUID]) -> tuple[list[datetime], str]:
    """Case after case, until a page does not open: when each was opened, and where it led."""
    opened: list[datetime] = []
    for case in cases:
        page = client.get(f"/desk/cases/{case}/")
        if page.status_code != 200:
            return opened, page["Location"]
        opened.append(watched.clock().astimezone(NINE.tzinfo))
        watched.to(opened[-1] + PACE)
    raise AssertionError("every case was read")


def test_whoever_reads_fast_is_asked_why_and_the_officer_has_a_letter_within_a_quarter(
    client: Client, watched: Stage
) -> None:
    cases = crowd(watched.society, LINE.stop_hour + 5, handlers=[watched.alma])
    signs_in(client, watched)
    opened, led_to = reads_on(client, watched, cases)
    assert len(opened) == LINE.stop_hour
    assert led_to.startswith("/desk/reading/?next=%2Fdesk%2Fcases%2F")
    assert "Why do you need to open so much today?" in client.get(led_to).content.decode()
    with reading_as(watched.society.pk):
        last = audit.entries(watched.society.pk, about=cases[LINE.stop_hour])
    assert Deed.READ_CASE not in [one.deed for one in last]
    too_many = opened[LINE.hour]
    watched.to(too_many + timedelta(minutes=15))
    [alarm] = watched.alarms()
    assert (alarm.rule, alarm.member) == (Rule.MANY_AN_HOUR, watched.alma.pk)
    assert alarm.rang - too_many <= timedelta(minutes=5)
    assert letters() == ["dana@example.invalid"]


def test_a_reason_lets_the_intruder_on_and_rings_itself(client: Client, watched: Stage) -> None:
    cases = crowd(watched.society, LINE.stop_hour + LINE.more + 5, handlers=[watched.alma])
    signs_in(client, watched)
    opened, led_to = reads_on(client, watched, cases)
    answer = client.post(led_to, {"words": "The yearly review of old cases."})
    assert answer["Location"] == f"/desk/cases/{cases[len(opened)]}/"
    more, _led_to = reads_on(client, watched, cases[len(opened) :])
    assert len(more) == LINE.more
    watched.to(more[0] + timedelta(minutes=15))
    assert {one.rule for one in watched.alarms()} == {Rule.MANY_AN_HOUR, Rule.WENT_ON}
    assert set(letters()) == {"dana@example.invalid"}
