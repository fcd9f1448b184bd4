"""Family news, who is well, events and certificates of the demo: once each, and never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.red_cross import State
from kintrace.demo import steps
from kintrace.demo.network import certificates, events, family_news, people, well
from kintrace.demo.network.family_news import Sheet, Way
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from tests.turns import in_turns

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.demo.network.houses import House

STANDS = {
    **dict.fromkeys((Way.WRITING, Way.SENT_BACK), State.WRITING),
    Way.COLLECTED: State.COLLECTED,
    Way.CHECKED: State.CHECKED,
    Way.SENT: State.SENT,
    Way.IN_DELIVERY: State.IN_DELIVERY,
    Way.DELIVERED: State.DELIVERED,
    **dict.fromkeys((Way.REPLIED, Way.GIVEN), State.REPLIED),
    Way.RETURNED: State.RETURNED,
    Way.CALLED_OFF: State.CANCELLED,
}
PARTS = 4


def come(house: House, numbers: Collection[int]) -> None:
    """These people of a desk, as far as a case."""
    keys = {lot.case_key for lot in people.at(house) if lot.number in numbers}
    for step in people.steps(house):
        if step.key in keys:
            steps.take(step)


@pytest.mark.parametrize("part", in_turns(map(str, range(PARTS)), turns=PARTS))
def test_every_message_comes_as_far_as_it_was_meant_to(northmark: House, part: str) -> None:
    tresvale = make(HOUSES[2])
    ways = list(Way)[int(part) :: PARTS]
    come(northmark, range(1, len(ways) + 1))
    lots = people.at(northmark)
    for lot, way in zip(lots, ways, strict=False):
        for _twice in range(2):
            family_news.play(Sheet(lot, tresvale, way))
    with seated(named("alma")) as alma:
        found = lookups.red_cross_of(alma)
        assert sorted(one.state for one in found) == sorted(STANDS[way] for way in ways)
        given = sum(one.reply_given is not None for one in found)
    assert given == (Way.GIVEN in ways)


def test_a_message_is_in_arabic_and_in_english_and_all_ways_are_planned() -> None:
    first, second = HOUSES[0], HOUSES[2]
    planned = {*family_news.ALONE, *family_news.THERE, *family_news.HERE}
    assert planned == set(Way)
    assert len(family_news.together(first, second)) == len(family_news.THERE) + len(
        family_news.HERE
    )


def test_some_let_their_family_know_that_they_are_well(northmark: House) -> None:
    come(northmark, range(1, 4))
    for _twice in range(2):
        for step in well.steps(northmark):
            step.do()
    with seated(named("alma")) as alma:
        states = [
            entry.state for case in lookups.cases_of(alma) if (entry := lookups.safe_in(case))
        ]
        alone = lookups.safe_found(alma, well.SEARCHES_FOR_NOBODY.tags())
    assert sorted(states) == ["active", "expired", "matched"]
    assert [one.case for one in alone] == [None]


def test_an_event_has_its_cases_counts_and_accounts(northmark: House) -> None:
    story = events.STORIES[0]
    come(northmark, story.people)
    [step] = [one for one in events.steps(northmark) if one.key.endswith(story.key)]
    for _twice in range(2):
        step.do()
    with seated(named("alma")) as alma:
        [event] = lookups.events_of(alma)
        assert event.joined.count() == len(story.people)
        assert len(lookups.counts_of(event)) == len(story.counts)
        told = [words["said"] for _account, words in lookups.accounts_of(event) if words]
        assert told == [story.told, story.told_by_phone]
        news = [
            lookups.happened(event).may_hold(one.last_news)
            for case in lookups.cases_of(alma)
            for one in lookups.sought_in(case)
        ]
    assert all(news)  # it happened when and where those people were parted


def test_certificates_wait_are_given_and_withdrawn(northmark: House) -> None:
    come(northmark, range(1, 5))
    for _twice in range(2):
        for step in certificates.steps(northmark):
            step.do()
    with seated(named("alma")) as alma:
        rows = [one for case in lookups.cases_of(alma) for one in lookups.attestations_of(case)]
    assert sorted(one.state for one in rows) == ["issued", "issued", "requested", "withdrawn"]
