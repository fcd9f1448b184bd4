"""Tablets: made ready, asked to empty themselves wherever they are, forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.jobs import forget_tablets
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.servicepoints.tests.tablet import Tablet, ready
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.servicepoints.tests.conftest import Shore

pytestmark = pytest.mark.database_bound
LIST = "/desk/points/devices/"


@pytest.fixture
def tablet(client: Client, shore: Shore) -> Tablet:
    let_in(client, shore.chidi)
    return ready(client, shore.point)


@pytest.fixture
def office(shore: Shore) -> Client:
    """The administrator of the society."""
    client = Client()
    let_in(client, enlist(shore.society, Role.SOCIETY_ADMIN))
    return client


def test_each_tablet_of_a_point_has_a_part_of_the_board_for_itself(
    client: Client, shore: Shore
) -> None:
    let_in(client, shore.chidi)
    shore.point.slots = 10
    shore.point.save(update_fields=["slots"])
    names = ("green", "red", "blue", "white")
    four = [ready(client, shore.point, name).known for name in names]
    assert [one["numbers"] for one in four] == [[3, 4, 5], [6, 7], [8, 9, 10], []]
    assert lookups.numbers_of_devices(shore.point) == set(range(3, 11))
    actions.take_off(lookups.device_for(shore.omar, four[1]["id"]), by=shore.omar)
    assert ready(client, shore.point).known["numbers"] == [6, 7]


def test_a_point_has_no_use_for_tablets_without_end(
    client: Client, shore: Shore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kintrace.servicepoints.actions.devices.MOST_DEVICES", 1)
    actions.make_ready(shore.point, name="The green one", by=shore.chidi)
    with pytest.raises(actions.TooManyDevices):
        actions.make_ready(shore.point, name="The red one", by=shore.chidi)


def test_no_tablet_is_made_ready_at_a_point_that_ended_or_of_another_society(
    client: Client, shore: Shore
) -> None:
    let_in(client, shore.chidi)
    body = {"point": str(settle_shore("BG").point.pk), "name": "The green one"}
    path = "/desk/points/offline/ready/"
    assert client.post(path, body, content_type="application/json").status_code == 404
    with reading_as(shore.society.pk):
        actions.end_point(shore.point, by=shore.omar)
    body["point"] = str(shore.point.pk)
    answer = client.post(path, body, content_type="application/json")
    assert (answer.status_code, answer.json()["trouble"]) == (409, "refused")


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_tablet_has_a_short_name(client: Client, shore: Shore, name: str) -> None:
    let_in(client, shore.chidi)
    body = {"point": str(shore.point.pk), "name": name}
    answer = client.post("/desk/points/offline/ready/", body, content_type="application/json")
    assert answer.status_code == 422
    assert "short name" in answer.json()["said"]


def test_a_tablet_empties_itself_at_its_next_contact(
    tablet: Tablet, office: Client, shore: Shore
) -> None:
    assert tablet.send().json()["order"] == ""
    office.post(f"{LIST}{tablet.known['id']}/empty/")
    assert tablet.send().json()["order"] == "empty"
    assert b"It was told to empty itself" in office.get(LIST).content
    with reading_as(shore.society.pk):
        deeds = [one.deed for one in audit.entries(shore.society.pk)]
    assert {Deed.ASKED_TO_EMPTY, Deed.EMPTIED_DEVICE} <= set(deeds)


def test_a_stolen_tablet_is_told_so_although_nobody_is_signed_in(
    tablet: Tablet, office: Client
) -> None:
    assert tablet.asks_for_orders(Client()) == ""
    office.post(f"{LIST}{tablet.known['id']}/empty/")
    assert tablet.asks_for_orders(Client()) == "empty"


def test_who_knows_no_tablet_learns_nothing_by_asking(tablet: Tablet, office: Client) -> None:
    office.post(f"{LIST}{tablet.known['id']}/empty/")
    other = Tablet(tablet.client, tablet.point, dict(tablet.known), {})
    other.known["society"] = str(settle_shore("BG").society.pk)
    assert other.asks_for_orders(Client()) == ""
    other.known["id"] = other.known["society"]
    assert other.asks_for_orders(Client()) == ""


def test_another_society_sees_and_empties_none_of_them(tablet: Tablet) -> None:
    stranger = Client()
    let_in(stranger, settle_shore("BG").omar)
    assert b"The green one" not in stranger.get(LIST).content
    for what in ("empty", "off"):
        assert stranger.post(f"{LIST}{tablet.known['id']}/{what}/").status_code == 404


def test_a_lost_tablet_stays_on_the_list_until_it_was_told(
    tablet: Tablet, office: Client, shore: Shore
) -> None:
    path = f"{LIST}{tablet.known['id']}/"
    office.post(f"{path}empty/")
    assert office.post(f"{path}off/").status_code == 409
    for days in (31, 364):
        with freeze_time(timezone.now() + timedelta(days=days)):
            forget_tablets.call()
    assert tablet.asks_for_orders(Client()) == "empty"
    assert office.post(f"{path}off/").status_code == 302
    assert tablet.asks_for_orders(Client()) == ""


def test_tablets_that_do_not_come_back_are_forgotten(tablet: Tablet, shore: Shore) -> None:
    for days, left in ((29, True), (31, False)):
        with freeze_time(timezone.now() + timedelta(days=days)):
            forget_tablets.call()
        with reading_as(shore.society.pk):
            assert lookups.devices_of(shore.omar).exists() == left
