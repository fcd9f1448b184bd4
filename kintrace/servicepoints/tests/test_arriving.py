"""What waited on a tablet arrives: once, in order, and never lost without a word."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.servicepoints import actions, kinds, lookups
from kintrace.servicepoints.jobs import forget_tablets
from kintrace.servicepoints.models import TakenRecord
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.servicepoints.tests.tablet import JSON, Tablet, ready
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.servicepoints.kinds import Arrived
    from kintrace.servicepoints.tests.conftest import Shore

pytestmark = pytest.mark.database_bound


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Arrived]:
    """A kind of record that is written down here, and refused where it says so."""
    heard: list[Arrived] = []

    def take(arrived: Arrived) -> None:
        heard.append(arrived)
        if arrived.fields.get("refuse"):
            raise Refusal("Ticket 7 was collected on another tablet.")
        if arrived.fields.get("break"):
            raise ZeroDivisionError

    monkeypatch.setitem(kinds._kinds, "heard", take)  # noqa: SLF001 - a kind for this test alone
    return heard


@pytest.fixture
def tablet(client: Client, shore: Shore) -> Tablet:
    let_in(client, shore.chidi)
    return ready(client, shore.point)


def test_what_is_sent_again_and_again_is_taken_once(tablet: Tablet, taken: list[Arrived]) -> None:
    record = tablet.sealed("heard", {"n": 1})
    for _ in range(3):
        assert tablet.send(record, record).json()["outcomes"] == {record["id"]: {"taken": True}}
    assert [one.fields for one in taken] == [{"n": 1}]


def test_records_are_taken_in_the_order_they_were_made(
    tablet: Tablet, taken: list[Arrived]
) -> None:
    tablet.send(*(tablet.sealed("heard", {"n": number}) for number in range(20)))
    assert [one.fields["n"] for one in taken] == list(range(20))


def test_what_cannot_be_taken_is_answered_with_the_reason_and_holds_nothing_up(
    tablet: Tablet, taken: list[Arrived]
) -> None:
    first, wrong, last = (tablet.sealed("heard", told) for told in ({}, {"refuse": 1}, {}))
    outcomes = tablet.send(first, wrong, last).json()["outcomes"]
    assert outcomes[wrong["id"]] == {"said": "Ticket 7 was collected on another tablet."}
    assert outcomes[first["id"]] == outcomes[last["id"]] == {"taken": True}
    assert tablet.send(wrong).json()["outcomes"][wrong["id"]]["said"]
    assert len(taken) == 4  # it was asked again: nothing of it had been done


def test_a_record_that_breaks_the_program_takes_nothing_along(
    tablet: Tablet, taken: list[Arrived], shore: Shore
) -> None:
    good, bad = tablet.sealed("heard", {}), tablet.sealed("heard", {"break": 1})
    client = tablet.client
    client.raise_request_exception = False
    assert tablet.send(good, bad).status_code == 500
    assert not TakenRecord.objects.exists()
    assert tablet.send(good).json()["outcomes"] == {good["id"]: {"taken": True}}


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("unheard of", {}),
        ("heard", {"point": str(uuid4())}),
        ("heard", {"point": "7"}),
        ("heard", {"at": datetime(2026, 11, 30, 10)}),  # noqa: DTZ001 - without a zone: of where?
        ("heard", {"fields": "none"}),
        ("heard", {"by": "chidi"}),
        ("heard", {"point": None}),
        ("heard", {"point": 7}),
        ("heard", {"by": 7}),
    ],
)
def test_a_record_that_is_not_whole_is_said_to_be_so(
    tablet: Tablet, taken: list[Arrived], kind: str, more: dict[str, Any]
) -> None:
    record = tablet.sealed(kind, more.pop("fields", {}), **{"at": None} | more)
    assert tablet.send(record).json()["outcomes"][record["id"]]["said"]
    assert not taken


@pytest.mark.parametrize("plain", [b"", b"no JSON", b"\xff\xfe", b"[" * 100_000, b"[]", b"7"])
def test_a_record_that_holds_something_else_is_said_to_be_so(tablet: Tablet, plain: bytes) -> None:
    record = tablet.sealed_as_it_is(plain, number=uuid4())
    assert "not whole" in tablet.send(record).json()["outcomes"][record["id"]]["said"]


def test_a_record_under_another_number_is_not_taken(tablet: Tablet, taken: list[Arrived]) -> None:
    record = tablet.sealed("heard", {}) | {"id": str(uuid4())}
    said = tablet.send(record).json()["outcomes"][record["id"]]["said"]
    assert "does not open" in said
    assert not taken


def test_a_tablet_whose_clock_is_ahead_does_nothing_in_the_future(
    tablet: Tablet, taken: list[Arrived]
) -> None:
    late, ahead = timezone.now() - timedelta(hours=70), timezone.now() + timedelta(days=2)
    tablet.send(tablet.sealed("heard", {}, at=late), tablet.sealed("heard", {}, at=ahead))
    assert taken[0].at == late
    assert taken[1].at <= timezone.now()


def test_another_member_of_the_society_sends_what_was_made_before(
    tablet: Tablet, taken: list[Arrived], shore: Shore
) -> None:
    record = tablet.sealed("heard", {})
    other = Client()
    let_in(other, shore.omar)
    assert tablet.send(record, client=other).json()["outcomes"] == {record["id"]: {"taken": True}}
    assert (taken[0].by, taken[0].maker) == (shore.omar, shore.chidi.pk)


def test_a_member_of_another_society_takes_nothing_and_is_told(
    tablet: Tablet, taken: list[Arrived]
) -> None:
    there = settle_shore("BG")
    stranger = Client()
    let_in(stranger, there.chidi)
    record = tablet.sealed("heard", {})
    answer = tablet.send(record, client=stranger)
    assert (answer.status_code, answer.json()) == (409, {"trouble": "elsewhere"})
    as_theirs = tablet.send(record, client=stranger, society=str(there.society.pk))
    assert as_theirs.json()["outcomes"][record["id"]]["said"]
    assert not taken


def test_where_nobody_is_signed_in_the_page_is_told_and_nothing_is_taken(
    tablet: Tablet, taken: list[Arrived], shore: Shore
) -> None:
    answer = tablet.send(tablet.sealed("heard", {}), client=Client())
    assert (answer.status_code, answer.json()) == (401, {"trouble": "signed-out"})
    admin = Client()
    let_in(admin, enlist(shore.society, Role.AUDITOR))
    assert tablet.send(tablet.sealed("heard", {}), client=admin).status_code == 403
    assert not taken


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 5000,
        b'{"device": 1, "society": 2, "records": []}',
        b'{"device": "x", "society": "y", "records": [1]}',
    ],
)
@pytest.mark.parametrize("where", ["contact", "ready", "order"])
def test_nonsense_is_answered_with_a_sentence(tablet: Tablet, where: str, body: bytes) -> None:
    path = f"/desk/points/offline/{where}/"
    answer = tablet.client.post(path, body, content_type="application/json", headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["said"]


def test_a_tablet_the_society_forgot_brings_what_it_has_and_is_made_ready_anew(
    tablet: Tablet, taken: list[Arrived], shore: Shore
) -> None:
    record = tablet.sealed("heard", {})
    with reading_as(shore.society.pk):
        actions.take_off(lookups.device_for(shore.omar, tablet.known["id"]), by=shore.omar)
    answer = tablet.send(record).json()
    assert answer == {"outcomes": {record["id"]: {"taken": True}}, "state": None, "order": "anew"}
    assert len(taken) == 1


def test_numbers_of_taken_records_are_forgotten_when_none_can_come_again(
    tablet: Tablet, taken: list[Arrived], shore: Shore
) -> None:
    tablet.send(tablet.sealed("heard", {}))
    for days, left in ((14, True), (15, False)):
        with freeze_time(timezone.now() + timedelta(days=days)):
            forget_tablets.call()
        with reading_as(shore.society.pk):
            assert TakenRecord.objects.exists() == left
