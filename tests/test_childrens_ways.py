"""Every step of a child without its parents waits for what is best for the child, and for two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kintrace.audit.lookups import entries
from kintrace.cases import children_pages, children_rules, lookups
from kintrace.cases.actions import children, children_family, children_moves
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.children_states import ARROWS, ChildState
from kintrace.cases.models import Child, ChildClaim
from kintrace.cases.tests.children_ways import IT_IS, MOTHER, SAFE, Looked
from kintrace.demo import playing
from kintrace.network.tests.cast import let_in
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight


def test_searching_waits_for_assent_safety_two_talks_and_what_is_best(looked: Looked) -> None:
    with playing.acting(looked.alma):
        assert len(children_rules.missing(looked.child, ChildState.TRACING)) == 2
    looked.ready()
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
    looked.trace()
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


@pytest.mark.parametrize("name", ["wishes", "match", "able"])
def test_a_child_goes_to_nobody_against_a_no_that_was_written_down(
    looked: Looked, name: str
) -> None:
    looked.trace()
    claim = looked.claim(MOTHER)
    with playing.acting(looked.carla) as carla, pytest.raises(children_family.DoesNotFit):
        children_family.judge(claim, judged=replace(IT_IS, **{name: "no"}), by=carla)
    assert looked.again().state == ChildState.TRACING


def test_what_is_not_clear_about_a_family_is_said_in_words(looked: Looked) -> None:
    looked.trace()
    claim, unclear = looked.claim(MOTHER), replace(IT_IS, knows="no", match="partly")
    with playing.acting(looked.carla) as carla:
        with pytest.raises(children_family.DoesNotFit), transaction.atomic():
            children_family.judge(claim, judged=replace(unclear, words=" "), by=carla)
        children_family.judge(claim, judged=unclear, by=carla)
    assert looked.again().state == ChildState.VERIFIED


def test_nobody_asks_judges_or_brings_home_to_who_must_not_learn(looked: Looked) -> None:
    """One word of the name is enough, however it is written; and the relation, where it stands."""
    looked.keep("withhold", {"who_1": ["LÉTEBRHAN"], "extent_1": ["all"]})
    looked.trace()
    with playing.acting(looked.alma) as alma:
        other = children_family.begin_claim(looked.child, **MOTHER, by=alma)
        with pytest.raises(children_moves.TellsTooMuch):
            children_family.ask(other, of_child=False, words="A song.", by=alma)
    claim = looked.child.claims.get(child_by=looked.carla)
    with playing.acting(looked.carla) as carla, pytest.raises(children_moves.NotReady) as refused:
        children_family.judge(claim, judged=IT_IS, by=carla)
    assert str(refused.value.sentence) == str(children_rules.MUST_NOT_LEARN)
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["part"]})
    with playing.acting(looked.carla) as carla:
        children_family.judge(claim, judged=IT_IS, by=carla)
    assert str(children_rules.MUST_NOT_LEARN) not in looked.lacks()
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["all"]})
    assert str(children_rules.MUST_NOT_LEARN) in looked.lacks()


def test_where_the_child_says_no_the_way_back_is_free(looked: Looked) -> None:
    looked.verify()
    looked.keep("assent", {"assent": ["no"]})
    with playing.acting(looked.alma) as alma:
        with pytest.raises(children_moves.NotReady):
            children_moves.move(looked.child, to=ChildState.TRACING, why="failed", by=alma)
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
        children_moves.move(looked.child, to=ChildState.REGISTERED, why="child_no", by=alma)
    assert looked.again().state == ChildState.REGISTERED


def test_a_no_or_a_worry_after_the_search_began_stops_the_judgement(looked: Looked) -> None:
    looked.trace()
    [claim] = looked.child.claims.all()
    for page, answers in (("assent", {"assent": ["later"]}), ("safety", SAFE | {"fled": ["yes"]})):
        looked.keep(page, answers)
        with playing.acting(looked.carla) as carla, pytest.raises(children_moves.NotReady):
            children_family.judge(claim, judged=IT_IS, by=carla)
        looked.keep("assent", {"assent": ["yes"]})
    looked.weigh("trace")
    with playing.acting(looked.carla) as carla:
        children_family.judge(claim, judged=IT_IS, by=carla)
    assert looked.again().state == ChildState.VERIFIED


def test_the_newest_family_counts_beside_a_failure_after_it(looked: Looked) -> None:
    looked.verify()
    no = children_family.Judged("no", "no", "no", "no", "failed", "not_them", "")
    claim = looked.claim(MOTHER | {"name": "Abrehet", "relation": "aunt"})
    with playing.acting(looked.carla) as carla:
        children_family.judge(claim, judged=no, by=carla)
        found = children_rules.accepted(looked.child)
        assert found is not None
        assert found.claimant["name"] == MOTHER["name"]


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
    looked.ready()
    with playing.acting(looked.alma) as alma:
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
        with pytest.raises(NotAllowed):
            children_moves.move(looked.child, to=ChildState.TRACING, by=alma)
    Child.objects.filter(pk=looked.child.pk).update(state=ChildState.TRACING)
    with playing.acting(looked.alma) as alma:
        said = protection.withdraw(looked.child.subject, purpose=Purpose.TRACE, by=alma)
    assert said == []
    assert looked.again().state == ChildState.REGISTERED
    [last] = lookups.steps_of_child(looked.child)
    assert (last.why, last.by) == ("ground_over", None)


def test_the_team_finds_its_child_in_the_work_list_of_the_society_too(looked: Looked) -> None:
    desk = let_in(Client(), looked.alma)
    for asked in ("", "?whose=society"):
        assert str(looked.child.pk) in desk.get(f"/desk/{asked}").content.decode()


def test_a_child_goes_nowhere_without_a_right_a_reason_and_an_entry(
    looked: Looked, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked.ready()
    monkeypatch.setattr(children_rules, "missing", lambda _child, _to: [])
    for before, after in ARROWS:
        row = Child.objects.filter(pk=looked.child.pk)
        row.update(state=before, closed=None, proposed_by=None)
        _goes(looked.again(), after, looked)


def _goes(child: Child, after: ChildState, looked: Looked) -> None:
    arrow = ARROWS[ChildState(child.state), after]
    assert bool(arrow.whys) != bool(arrow.itself), "either somebody chooses, or it lies in the step"
    why = arrow.whys[0].value if arrow.whys else ""
    with playing.acting(looked.carla) as carla:
        for other in {"", "no reason of ours"} - {why}:
            with pytest.raises(NoReason):
                children_moves.step(child, to=after, by=carla, why=other)
        children_moves.step(child, to=after, by=carla, why=why, first=looked.alma)
        taken, newest = lookups.steps_of_child(child)[-1], entries(carla.society_id)[0]
    assert taken.reason
    assert (newest.deed, newest.about, newest.actor) == (arrow.deed, child.pk, carla.pk)
