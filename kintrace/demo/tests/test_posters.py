"""The demo's poster hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.demo import steps
from kintrace.demo.network import people, posters
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.wall import lookups

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def two_come(house: House) -> set[UUID]:
    """Two people of this society whose faces hang; their faces' ids."""
    live = [lot for lot in people.at(house) if lot.fate is Fate.LIVE][:2]
    wanted = {key for lot in live for key in (lot.case_key, lot.face_key)}
    for step in [s for s in people.steps(house) if s.key in wanted]:
        steps.take(step)
    return {UUID(steps.made()[lot.face_key]) for lot in live}


def test_a_second_society_joins_the_region_and_its_poster_shows_faces_of_both(
    northmark: House,
) -> None:
    make(HOUSES[1])
    tresvale = make(HOUSES[2])
    faces = two_come(northmark) | two_come(tresvale)
    for step in (*posters.steps(northmark), *posters.together(northmark, tresvale)):
        step.do()
        step.do()
    with seated(named("amelie")) as amelie:
        [region] = lookups.regions_of(amelie.society_id)
        [poster] = lookups.posters(amelie)
        assert len(region.societies) == 2
        assert lookups.faces_on(poster, by=amelie).keys() == faces


def test_a_poster_of_the_first_desk_hangs_on_two_walls(northmark: House) -> None:
    make(HOUSES[1])
    two_come(northmark)
    for _ in range(2):
        for step in posters.steps(northmark):
            steps.take(step)
    with seated(named("alma")) as alma:
        [poster] = lookups.posters(alma)
        assert len(lookups.spots(poster)) == 2
        assert len(lookups.sheets(poster)) == 2
