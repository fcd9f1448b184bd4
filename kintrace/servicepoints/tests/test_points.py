"""Service points: who sets them up, and who sees that they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404

from kintrace.audit import lookups as audit
from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.forms import PointForm
from kintrace.servicepoints.models import ServicePoint
from kintrace.servicepoints.tests.conftest import Shore, settle_shore
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

SAID: dict[str, Any] = {
    "name": "Border train",
    "kind": "train",
    "place": "From the border to the capital",
    "hours": "Every day 6:00 to 22:00",
    "languages": ["ar", "fa"],
    "slots": "8",
    "phones": "3",
    "routers": "",
}


def test_an_officer_sets_up_changes_and_ends_a_point(shore: Shore, client: Client) -> None:
    let_in(client, shore.omar)
    assert client.post("/desk/points/new/", SAID).status_code == 302
    made = ServicePoint.objects.get(name="Border train")
    assert (made.kind, made.slots, made.equipment) == ("train", 8, {"phones": 3})
    assert made.place == "From the border to the capital"
    page = f"/desk/points/{made.pk}/"
    assert client.post(f"{page}change/", SAID | {"phones": "4"}).status_code == 302
    made.refresh_from_db()
    assert made.equipment == {"phones": 4}
    assert client.post(f"{page}end/").status_code == 302
    assert list(lookups.points_at_work(shore.omar)) == [shore.point]
    assert client.post(f"{page}again/").status_code == 302
    assert set(lookups.points_at_work(shore.omar)) == {shore.point, made}
    deeds = [one.deed for one in audit.entries_after(shore.society.pk, 0, limit=50)]
    assert deeds[-4:] == ["set_up_point", "changed_point", "ended_point", "reopened_point"]


def test_a_volunteer_sees_the_points_and_plans_none(shore: Shore, client: Client) -> None:
    let_in(client, shore.chidi)
    assert "Harbour Street" in client.get("/desk/points/").content.decode()
    assert client.get(f"/desk/points/{shore.point.pk}/").status_code == 200
    assert client.get("/desk/points/new/").status_code == 403


def test_a_point_of_another_society_is_not_there(shore: Shore) -> None:
    with reading_as(settle_shore("BG").society.pk):
        foreign = ServicePoint.objects.exclude(society=shore.society).get()
    with pytest.raises(Http404):
        lookups.point_for(shore.chidi, foreign.pk)


def test_two_points_of_one_name_are_refused_with_a_sentence(shore: Shore) -> None:
    with pytest.raises(actions.PointNamed, match="another name"):
        actions.set_up_point(actions.Plan("Harbour Street", "boat"), by=shore.omar)


@pytest.mark.parametrize(
    ("field", "said"),
    [("slots", "201"), ("phones", "501"), ("slots", "many"), ("kind", "plane"), ("place", "")],
)
def test_what_cannot_be_meant_is_said_at_its_field(shore: Shore, field: str, said: str) -> None:
    form = PointForm(SAID | {field: said}, desks=[])
    assert not form.is_valid()
    assert list(form.errors) == [field]


@pytest.mark.database_bound
def test_a_society_sees_its_own_points_alone(shore: Shore) -> None:
    other = settle_shore("BG")
    with reading_as(other.society.pk):
        assert list(lookups.points_of(other.chidi)) == [other.point]
