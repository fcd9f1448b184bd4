"""The demo's poster hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.demo import steps
from kintrace.demo.network import people, posters
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.wall import lookups

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_a_poster_of_the_first_desk_hangs_on_two_walls(northmark: House) -> None:
    make(HOUSES[1])
    live = [lot for lot in people.at(northmark) if lot.fate is Fate.LIVE][:2]
    wanted = {key for lot in live for key in (lot.case_key, lot.face_key)}
    for step in [s for s in people.steps(northmark) if s.key in wanted]:
        steps.take(step)
    for _ in range(2):
        for step in posters.steps(northmark):
            steps.take(step)
    with seated(named("alma")) as alma:
        [poster] = lookups.posters(alma)
        assert len(lookups.spots(poster)) == 2
        assert len(lookups.sheets(poster)) == 2
