"""The deeds of a day, done without network on two tablets, are the deeds of the point."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.utils import timezone

from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.checklists import Closing, Opening
from kintrace.servicepoints.tests.tablet import Tablet, ready

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore

pytestmark = pytest.mark.database_bound
TAP = {"service": "wifi", "language": "ti", "band": "f18"}


@pytest.fixture
def tablet(client: Client, shore: Shore) -> Tablet:
    let_in(client, shore.chidi)
    return ready(client, shore.point)


@pytest.fixture
def other(tablet: Tablet) -> Tablet:
    return ready(tablet.client, tablet.point, "The red one")


def outcome(tablet: Tablet, record: dict[str, str]) -> str:
    """Why a record was not taken; "" for one that was."""
    said: dict[str, str] = tablet.send(record).json()["outcomes"][record["id"]]
    return said.get("said", "")


def give(tablet: Tablet, number: Any) -> dict[str, str]:
    return tablet.sealed("ticket", {"number": number, "language": "", "band": ""})


def test_taps_are_counted_on_the_day_they_were_done(tablet: Tablet, shore: Shore) -> None:
    before = timezone.now() - timedelta(days=1)
    taps = [tablet.sealed("count", TAP), tablet.sealed("count", TAP, at=before)]
    taps += [tablet.sealed("count", TAP), tablet.sealed("take_back", TAP)]
    state = tablet.send(*taps, *taps).json()["state"]
    assert state["counts"] == {"wifi": 1}
    assert lookups.sums_of_day(shore.point, timezone.localdate(before)) == {"wifi": 1}
    (row,) = lookups.rows_of_day(shore.point, timezone.localdate())
    assert (row.language, row.band, row.count) == ("ti", "f18", 1)


def test_a_tablet_is_told_the_numbers_of_its_point_and_nothing_of_anybody(
    tablet: Tablet, shore: Shore
) -> None:
    tablet.send(tablet.sealed("count", TAP), give(tablet, 2))
    state = tablet.send().json()["state"]
    point = {"id": str(shore.point.pk), "name": "Harbour Street", "slots": 4}
    (ticket,) = state.pop("tickets")
    assert state == {
        "member": str(shore.chidi.pk),
        "day": timezone.localdate().isoformat(),
        "closed": False,
        "counts": {"wifi": 1, "charging": 1},
        "notices": [],
        "point": point,
    }
    assert ticket.keys() == {"id", "number", "state", "given"}


def test_a_ticket_given_without_network_is_fetched_with_and_without(
    tablet: Tablet, shore: Shore
) -> None:
    given = give(tablet, 2)
    full = tablet.sealed("move", {"ticket": given["id"], "to": "full"})
    assert [outcome(tablet, one) for one in (given, full)] == ["", ""]
    ticket = lookups.ticket_for(shore.chidi, UUID(given["id"]))
    assert (ticket.number, ticket.state) == (2, "full")
    fetched = tablet.sealed("move", {"ticket": given["id"], "to": "collected"})
    assert outcome(tablet, fetched) == ""
    assert lookups.on_board(shore.point) == []


def test_two_tablets_that_gave_one_slot_are_told(tablet: Tablet, other: Tablet) -> None:
    assert outcome(tablet, give(tablet, 3)) == ""
    assert "Slot 3 is taken already" in outcome(other, give(other, 3))
    assert other.send().json()["state"]["counts"] == {"charging": 1}


def test_a_phone_collected_on_another_tablet_is_said_to_be(tablet: Tablet, other: Tablet) -> None:
    given = give(tablet, 3)
    outcome(tablet, given)
    fetched = {"ticket": given["id"], "to": "collected"}
    assert outcome(other, other.sealed("move", fetched)) == ""
    assert outcome(tablet, tablet.sealed("move", fetched)) == ""  # it is so already
    locked_away = tablet.sealed("move", {"ticket": given["id"], "to": "left"})
    assert "Ticket 3 is in another state" in outcome(tablet, locked_away)


def test_what_comes_too_late_is_said(tablet: Tablet, shore: Shore) -> None:
    old = timezone.now() - timedelta(hours=73)
    assert "more than three days ago" in outcome(tablet, tablet.sealed("count", TAP, at=old))
    in_time = timezone.now() - timedelta(hours=71)
    assert outcome(tablet, tablet.sealed("count", TAP, at=in_time)) == ""


def test_a_day_that_was_closed_takes_what_was_done_before_and_nothing_after(
    tablet: Tablet, shore: Shore
) -> None:
    now = timezone.now()
    opened = Sent(at=now - timedelta(minutes=9))
    actions.open_day(shore.point, looked_at=Opening.values, sent=opened, by=shore.chidi)
    closed = Sent(at=now - timedelta(minutes=5))
    actions.close_day(shore.point, left_ready=Closing.values, sent=closed, by=shore.chidi)
    before = tablet.sealed("count", TAP, at=now - timedelta(minutes=7))
    after = tablet.sealed("count", TAP, at=now - timedelta(minutes=2))
    assert outcome(tablet, before) == ""
    assert "This day is closed" in outcome(tablet, after)
    assert tablet.send().json()["state"]["closed"] is True


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("count", {}),
        ("count", {"service": "passport"}),
        ("take_back", {"service": "wifi"}),
        ("ticket", {}),
        ("ticket", {"number": "2"}),
        ("ticket", {"number": 5}),
        ("ticket", {"number": True, "language": []}),
        ("ticket", {"number": 10**40}),
        ("move", {}),
        ("move", {"ticket": "7", "to": "full"}),
        ("move", {"ticket": 7, "to": "burnt"}),
        ("move", {"ticket": [], "to": []}),
    ],
)
def test_what_cannot_be_is_answered_in_words(
    tablet: Tablet, kind: str, fields: dict[str, Any]
) -> None:
    assert outcome(tablet, tablet.sealed(kind, fields))


def test_with_a_network_the_numbers_of_tablets_are_given_last(tablet: Tablet, shore: Shore) -> None:
    assert tablet.known["numbers"] == [2]
    given = [actions.give_ticket(shore.point, sent=Sent(), by=shore.chidi).number for _ in range(4)]
    assert given == [1, 3, 4, 2]
    assert lookups.free_number(shore.point) is None
