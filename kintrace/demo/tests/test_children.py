"""The demo's children: each comes as far as was planned, and shows to its team alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.cases import children_pages, children_rules, children_steps, lookups, steps
from kintrace.cases.children_states import ChildState
from kintrace.cases.red_cross import State
from kintrace.cases.transfers import Stand
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import young
from kintrace.demo.network import children, children_abroad
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.demo.young import KIDS, Kid, Stage
from kintrace.network.access import Role

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House

STANDS = {
    Stage.TAKEN_IN: ChildState.REGISTERED,
    Stage.WEIGHED: ChildState.REGISTERED,
    Stage.SEARCHED: ChildState.TRACING,
    Stage.HOME: ChildState.VERIFIED,
    Stage.CARE: ChildState.CARE,
}
SECOND = "Look at it as the second member before a child goes to its family."


def test_every_child_comes_as_far_as_it_was_meant_to_and_shows_to_its_team_alone(
    northmark: House,
) -> None:
    for step in children.steps(northmark):
        step.do()
        step.do()
    with seated(named("carla")) as carla:
        found = {one["name"]: one["child"] for one in children_pages.listed(carla)}
        by_name = {f"{kid.given[0]} {kid.father[0]}": kid for kid in KIDS}
        assert {name: one.state for name, one in found.items()} == {
            name: STANDS[kid.stage] for name, kid in by_name.items()
        }
        weighed = next(found[name] for name, kid in by_name.items() if kid.stage is Stage.WEIGHED)
        assert not children_rules.missing(weighed, ChildState.TRACING)
        lines = list(children_waiting(carla))
        assert [one.what for one in lines].count(SECOND) == 1
        assert sum(one.due == timezone.localdate() for one in lines) == 2  # it, and one review
    seen = {"alma": 4, "lena": 1, "omar": 0}
    for name, number in seen.items():
        with seated(named(name)) as member:
            assert len(children_pages.listed(member)) == number, name
            assert len(list(lookups.with_photo(member))) == (2 if name == "alma" else 0), name


def test_another_society_searches_for_one_of_them_and_brings_its_message(northmark: House) -> None:
    tresvale = make(HOUSES[2])
    for step in (*children.steps(northmark), *children_abroad.steps(northmark, tresvale)):
        step.do()
    for step in children_abroad.steps(northmark, tresvale):
        step.do()
    with seated(named(tresvale.of(Role.CASEWORKER)[0])) as there:
        [asked] = lookups.incoming_of(there)
        assert asked.state == Stand.ACCEPTED
        [brought] = lookups.comes_in(there)
        assert brought.state == State.IN_DELIVERY
        assert lookups.part_of(brought, "text")["text"] == young.NEWS
    with seated(named("alma")) as alma:
        [child] = [one for one in lookups.children_of(alma) if lookups.transfers_of_child(one)]
        [transfer] = lookups.transfers_of_child(child)
        assert transfer.checked_by != transfer.sent_by
    with seated(named("omar")) as omar:
        assert not lookups.red_cross_of(omar).filter(pk=brought.pk).exists()


@pytest.mark.parametrize("kid", KIDS, ids=lambda kid: kid.key)
def test_what_a_child_told_is_what_its_pages_ask(kid: Kid) -> None:
    pages = {children_steps.WHO.key: kid.who, **kid.pages}
    for key, answers in pages.items():
        form = children_steps.step_called(key).form(steps.as_data(answers))
        assert form.is_valid(), (key, form.errors)
        assert answers.keys() <= form.fields.keys(), key


def test_every_stage_is_some_childs() -> None:
    assert {kid.stage for kid in KIDS} == set(Stage) == set(children.ACTS)
    assert {kid.team for kid in KIDS} == set(children.TEAMS)
