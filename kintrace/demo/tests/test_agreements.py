"""Two societies of the demo agreed, and one looks at a photo of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups as cases
from kintrace.demo import steps
from kintrace.demo.network import agreements, people
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.network.lookups import agreements_of
from kintrace.wall import actions as wall
from kintrace.wall import lookups

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_an_officer_of_the_first_society_finds_a_photo_of_a_partner_and_can_say_yes(
    northmark: House,
) -> None:
    make(HOUSES[1])
    tresvale = make(HOUSES[2])
    lot = next(one for one in people.at(tresvale) if one.fate is Fate.CLEARED)
    for step in people.steps(tresvale):
        if step.key in {lot.case_key, lot.face_key}:
            steps.take(step)
    for step in agreements.steps(tresvale, northmark):
        step.do()
        step.do()
    with seated(named("omar")) as omar:
        assert len(agreements_of(omar)) == 1
        [paper] = lookups.reviews_for(omar)
        assert lookups.review_picture(paper)
        wall.answer_review(paper, declined=None, by=omar)
    for step in agreements.steps(tresvale, northmark):
        step.do()
    with seated(named("amelie")) as amelie:
        notice = lookups.notice_of(cases.case_for(amelie, UUID(steps.made()[lot.case_key])).subject)
    assert notice
    assert notice.state == "approved"
