"""Who helps near the demo's two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from kintrace.demo.network import nearby
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.directory import lookups

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_a_dozen_services_stand_near_two_places_in_every_language(northmark: House) -> None:
    make(HOUSES[1])
    tresvale = make(HOUSES[2])
    for step in (*nearby.steps(northmark), *nearby.steps(tresvale)):
        step.do()
        step.do()
    found = []
    for caseworker in ("alma", "amelie"):
        with seated(named(caseworker)) as by:
            found += lookups.listings(by)
    assert len(found) == 12
    assert len({one.place_id for one in found}) == 2
    spoken = [code for code, _name in settings.LANGUAGES]
    assert [one.service.names for one in found if list(one.service.names) != spoken] == []


def test_one_came_out_of_another_system_and_nobody_asked_there_since(northmark: House) -> None:
    for step in nearby.steps(northmark):
        step.do()
    with seated(named("alma")) as alma:
        in_doubt = [one for one in lookups.listings(alma) if one.in_doubt(timezone.localdate())]
        assert [one.service.organisation.name for one in in_doubt] == ["Neighbours of Eastport"]
        assert lookups.last_confirmation(in_doubt[0]) is None
