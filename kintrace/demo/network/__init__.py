"""The invented network: what it is made of, in the order in which it is made.

To give it more, write the steps beside the noun they belong to (societies, people and states;
searches, courses, legs and meetings; comparing and both_ends; asks, transfers and found_afar;
family_news, well, came_forward, events, certificates, files, looked_for, points, seen_again,
children, children_abroad, contact_plans, together, messages, posters, nearby, settled,
agreements; a new noun is a new module) and name them in `plan`. A step is a real action by a
played member, looks first whether it was done, and answers at most one word to remember.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kintrace.demo.network import (
    agreements,
    both_ends,
    came_forward,
    certificates,
    children,
    children_abroad,
    comparing,
    contact_plans,
    events,
    family_news,
    files,
    found_afar,
    looked_for,
    messages,
    nearby,
    people,
    points,
    posters,
    searches,
    seen_again,
    settled,
    societies,
    together,
    transfers,
    well,
)
from kintrace.demo.network.houses import HOUSES

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.demo.network.houses import House
    from kintrace.demo.steps import Step


@cache
def plan() -> tuple[Step, ...]:
    """All steps. The first society comes first, and its second hour last."""
    first, office, second, *others = HOUSES
    return (
        *_enough(),
        *_at_the_desk(first),
        *societies.steps(office),
        *posters.steps(first),
        *settled.sharing(first),
        *_whole(second),
        *both_ends.steps(first, second),
        *posters.together(first, second),
        *agreements.steps(second, first),
        *family_news.together(first, second),
        *children_abroad.steps(first, second),
        *found_afar.steps(first, second),
        *searches.later(first),
        *contact_plans.at_first(first),
        *together.steps(first),
        *contact_plans.elsewhere(second),
        *(step for house in others for step in _whole(house)),
        *people.second_hour(first),
        *messages.later(first),
        *comparing.later(first),
    )


def _enough() -> tuple[Step, ...]:
    """What has to stand before anybody is served: a society, 24 faces, a message to read."""
    first = HOUSES[0]
    return (*societies.steps(first), *people.first_hour(first), *messages.first(first))


def _at_the_desk(house: House) -> tuple[Step, ...]:
    """What a newcomer should soon find: some of everything that a desk does."""
    return (
        *settled.steps(house),
        *nearby.steps(house),
        *searches.early(house),
        *family_news.alone(house),
        *well.steps(house),
        *came_forward.steps(house),
        *events.steps(house),
        *looked_for.steps(house),
        *certificates.steps(house),
        *files.steps(house),
        *points.steps(house),
        *children.steps(house),
        *seen_again.steps(house),
        *comparing.early(house),
    )


def _whole(house: House) -> tuple[Step, ...]:
    """Another society, from its founding to its inbox."""
    return (
        *societies.steps(house),
        *settled.steps(house),
        *nearby.steps(house),
        *people.steps(house),
        *transfers.steps(house),
        *searches.steps(house),
        *messages.steps(house),
        *comparing.steps(house),
    )


def is_enough(done: Collection[str]) -> bool:
    return all(step.key in done for step in _enough())
