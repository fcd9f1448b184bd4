"""Somebody who came forward, beside who is sought at another society."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.tests.coming_forward import RIGAT, searched
from kintrace.matching import lookups, network, standing
from kintrace.matching.tests.at_desk import address, at_desk, words_of
from kintrace.matching.tests.conftest import invented
from kintrace.matching.tests.conftest import searched as searches
from kintrace.matching.worklist import pairs_to_look_at

if TYPE_CHECKING:
    from kintrace.cases.models import CameForward
    from kintrace.cases.tests.conftest import Scene

_NAME = RIGAT.names[0]
# A brother elsewhere who looks for her under the name and the place that she told.
HER_BROTHER = invented(
    f"man|25|1989|gregorian|Filmon|{_NAME[-1].text}|Gebru|Filmon|{_NAME[-1].text}|sister|"
    f"{_NAME[0].text}|{_NAME[0].text}|woman|{RIGAT.places[0].said}|ti|dark"
)


@pytest.fixture
def lead(here: Scene, there: Scene) -> CameForward:
    with here.acting(here.alma):
        lead = searched(by=here.alma, across="yes")
    searches(there, HER_BROTHER)
    network.turn()
    return lead


def test_a_pair_of_a_lead_stands_in_the_work_list_and_leads_to_the_lead(
    here: Scene, lead: CameForward
) -> None:
    with here.acting(here.alma):
        [row] = lookups.candidates_for(here.alma)
        [line] = pairs_to_look_at(here.alma)
    assert "Somebody who came forward" in line.what
    assert line.url == address(row)
    page = words_of(at_desk(here.alma), address(row))
    assert "is a lead from a message" in page
    assert lead.reference in page


def test_at_home_the_line_says_who_it_is_and_speaks_of_no_other_case(here: Scene) -> None:
    with here.acting(here.alma):
        searched(by=here.alma, across="no")
    case = searches(here, HER_BROTHER)
    with here.acting(here.alma):
        standing.search_new()
        [line] = pairs_to_look_at(here.alma)
    assert "Somebody who came forward may stand in a case of yours." in line.what
    assert line.reference == case.reference


def test_the_other_society_reads_no_name_of_who_came_forward(
    there: Scene, lead: CameForward
) -> None:
    del lead
    with there.acting(there.alma):
        [row] = lookups.candidates_for(there.alma)
        side = lookups.other_side(row)
    assert side.facts["role"] == "lead"
    assert not any(part.text in str(side.facts) for part in _NAME)
