"""Every step of a child without its parents waits for what is best for the child, and for two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from kintrace.cases import children_pages, children_rules, lookups
from kintrace.cases.actions import children, children_family, children_moves
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.children_states import ARROWS, ChildState
from kintrace.cases.models import Child, ChildClaim, ChildStep
from kintrace.cases.tests.children_ways import IT_IS, MOTHER, SAFE, Looked
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.town import Town


@pytest.fixture
def looked(town: Town, db: None) -> Iterator[Looked]:
    """The child of the town: written down, its mother asked, two talks; nobody searches yet."""
    with transaction.atomic(), reading_as(town.society.pk):
        child = Child.objects.get(pk=town.things["child"])
        yield Looked(child, town[Role.CHILD_PROTECTION], town[Role.CASEWORKER])
        transaction.set_rollback(True)


def ready(looked: Looked) -> None:
    """Everything that searching waits for, beside the talks."""
    looked.keep("safety", SAFE)
    looked.weigh("trace")


def traced(looked: Looked) -> None:
    ready(looked)
    with playing.acting(looked.alma) as alma:
        children_moves.move(looked.child, to=ChildState.TRACING, by=alma)


def verified(looked: Looked) -> None:
    traced(looked)
    with playing.acting(looked.carla) as carla:
        [claim] = looked.child.claims.all()
        children_family.judge(claim, judged=IT_IS, by=carla)
    looked.weigh("reunite")


def test_searching_waits_for_assent_safety_two_talks_and_what_is_best(looked: Looked) -> None:
    with playing.acting(looked.alma):
        assert len(children_rules.missing(looked.child, ChildState.TRACING)) == 2
    ready(looked)
    with playing.acting(looked.alma):
        assert children_rules.missing(looked.child, ChildState.TRACING) == []
    looked.keep("safety", SAFE | {"fled": ["yes"]})  # a worry after the note: it is weighed anew
    with playing.acting(looked.alma) as alma, pytest.raises(children_moves.NotReady):
        children_moves.move(looked.child, to=ChildState.TRACING, by=alma)
    looked.weigh("trace")
    looked.keep("assent", {"assent": ["no"]})
    with playing.acting(looked.alma) as alma, pytest.raises(children_moves.NotReady):
        children_moves.move(looked.child, to=ChildState.TRACING, by=alma)


def test_two_talks_are_of_two_members_who_do_not_read_each_other(looked: Looked) -> None:
    with pytest.raises(children_family.NotApart), transaction.atomic():
        looked.talk(looked.alma)
    looked.child.talks.filter(by=looked.alma).delete()
    with playing.acting(looked.alma) as alma:
        [(_row, words)] = children_pages.shown(looked.child, by=alma)["talks"]
        assert words == ""
    looked.talk(looked.alma)
    with playing.acting(looked.alma) as alma:
        assert all(words for _row, words in children_pages.shown(looked.child, by=alma)["talks"])


def test_both_sides_are_asked_by_two_and_a_failure_keeps_its_reason(looked: Looked) -> None:
    traced(looked)
    with playing.acting(looked.alma) as alma:
        claim = children_family.begin_claim(looked.child, **MOTHER, by=alma)
        children_family.ask(claim, of_child=False, words="A song.", by=alma)
        with pytest.raises(children_family.NotApart):
            children_family.ask(claim, of_child=True, words="A song.", by=alma)
        with pytest.raises(NoRight):
            children_family.judge(claim, judged=IT_IS, by=alma)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildClaim.objects.filter(pk=claim.pk).update(child_by=looked.alma)
    no = children_family.Judged("no", "no", "no", "no", "failed", "not_them", "")
    with playing.acting(looked.carla) as carla:
        with pytest.raises(children_family.NotAskedYet):
            children_family.judge(claim, judged=no, by=carla)
        children_family.ask(claim, of_child=True, words="No song.", by=carla)
        claim = children_family.judge(claim, judged=no, by=carla)
        assert (claim.judged or {})["because"] == "not_them"
    assert looked.again().state == ChildState.TRACING


def test_two_bring_a_child_home_and_only_where_nobody_was_told_what_was_kept(
    looked: Looked,
) -> None:
    verified(looked)
    with playing.acting(looked.alma) as alma:
        with pytest.raises(children_moves.TellsTooMuch):
            children_moves.propose_home(looked.child, kept=[], by=alma)
        children_moves.propose_home(looked.child, kept=[0], by=alma)
        with pytest.raises(children_moves.NotReady):
            children_moves.agree_home(looked.child, kept=[0], by=alma)
    with playing.acting(looked.carla) as carla:
        assert len(list(children_waiting(carla))) == 2
        children_moves.agree_home(looked.child, kept=[0], by=carla)
    assert looked.again().state == ChildState.REUNIFIED
    step = ChildStep.objects.get(child=looked.child, after=ChildState.REUNIFIED)
    assert (step.proposed_by, step.by) == (looked.alma, looked.carla)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildStep.objects.filter(pk=step.pk).update(by=looked.alma)


def test_nobody_goes_home_to_who_must_not_learn_of_the_child(looked: Looked) -> None:
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["all"]})
    verified(looked)
    with playing.acting(looked.alma) as alma, pytest.raises(children_moves.NotReady) as refused:
        children_moves.propose_home(looked.child, kept=[0], by=alma)
    assert "must not learn of the child" in str(refused.value.sentence)
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["part"]})
    with playing.acting(looked.alma) as alma:
        children_moves.propose_home(looked.child, kept=[0], by=alma)


def test_every_arrow_asks_its_reason_and_is_written_down(looked: Looked) -> None:
    whys = {arrow.whys for arrow in ARROWS.values() if not (arrow.own or arrow.searches)}
    assert () not in whys
    with playing.acting(looked.carla) as carla:
        with pytest.raises(NoReason):
            children_moves.move(looked.child, to=ChildState.CARE, by=carla)
        children_moves.move(looked.child, to=ChildState.CARE, why="nobody", by=carla)
        with pytest.raises(NoSuchWay):
            children_moves.move(looked.child, to=ChildState.REUNIFIED, by=carla)
        children_moves.move(looked.child, to=ChildState.CLOSED, why="of_age", by=carla)
        with pytest.raises(children.ChildIsEnded):
            children_family.talk(looked.child, words="x", by=carla)
    assert [one.after for one in lookups.steps_of_child(looked.child)] == ["care", "closed"]


def test_a_hold_stops_the_search_and_a_ground_taken_back_ends_it(looked: Looked) -> None:
    ready(looked)
    with playing.acting(looked.alma) as alma:
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
        with pytest.raises(NotAllowed):
            children_moves.move(looked.child, to=ChildState.TRACING, by=alma)
    Child.objects.filter(pk=looked.child.pk).update(state=ChildState.TRACING)
    with playing.acting(looked.alma) as alma:
        said = protection.withdraw(looked.child.subject, purpose=Purpose.TRACE, by=alma)
    assert said == []
    assert looked.again().state == ChildState.REGISTERED
