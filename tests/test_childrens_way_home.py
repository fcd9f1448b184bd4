"""The last step of a child: two bring it home, after all that was told, and say the same of it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry
from kintrace.cases import children_pages
from kintrace.cases.actions import children_family, children_moves
from kintrace.cases.children_states import ChildState
from kintrace.cases.forms_children_desk import HomeForm
from kintrace.cases.models import ChildStep
from kintrace.cases.tests.children_ways import IT_IS, MOTHER, SAFE, WITHHELD, Looked
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.seen import ChangedElsewhere
from kintrace.network.tests.cast import let_in, open_box
from kintrace.operations.replay import replay
from kintrace.protection import actions as protection
from kintrace.protection import jobs
from kintrace.protection.lookups import may
from kintrace.protection.purposes import BasisKind, How, Purpose

if TYPE_CHECKING:
    from kintrace.network.models import Member

# What the members tick and read, while the page “who must not learn what” was kept once.
TICKED: dict[str, Any] = {"asked": True, "kept": [0], "seen": 1}
CHANGES = {
    "assent": {"assent": ["yes"]},
    "safety": SAFE | {"fled": ["yes"]},
    "withhold": WITHHELD | {"what_1": ["Where I live."]},
}


def propose(looked: Looked, **said: int) -> None:
    with playing.acting(looked.alma) as alma:
        children_moves.propose_home(looked.child, **TICKED | said, by=alma)


def at_the_desk(member: Member) -> Client:
    return open_box(let_in(Client(), member), password=PASSWORD)


def test_two_bring_a_child_home_and_only_where_nobody_was_told_what_was_kept(
    looked: Looked,
) -> None:
    looked.verify()
    with playing.acting(looked.alma) as alma:
        with pytest.raises(children_moves.TellsTooMuch):
            children_moves.propose_home(looked.child, **TICKED | {"kept": []}, by=alma)
        with pytest.raises(children_moves.NotReady) as refused:
            children_moves.propose_home(looked.child, **TICKED | {"asked": False}, by=alma)
        assert "once more, alone" in str(refused.value.sentence)
        children_moves.propose_home(looked.child, **TICKED, by=alma)
        with pytest.raises(children_moves.NotReady):
            children_moves.agree_home(looked.child, **TICKED, by=alma)
    with playing.acting(looked.carla) as carla:
        assert len(list(children_waiting(carla))) == 2
        children_moves.agree_home(looked.child, **TICKED, by=carla)
        steps = children_pages.shown(looked.child, by=carla)["steps"]
        [said] = [both for _step, both in steps if both]
    assert said == [str(HomeForm.ASKED), "Was not told: Gebre Zerabruk"]
    assert looked.again().state == ChildState.REUNIFIED
    step = ChildStep.objects.get(child=looked.child, after=ChildState.REUNIFIED)
    assert (step.proposed_by, step.by) == (looked.alma, looked.carla)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildStep.objects.filter(pk=step.pk).update(by=looked.alma)


def test_a_side_that_was_asked_stands_and_both_stand_before_the_second_member(
    looked: Looked,
) -> None:
    looked.trace()
    with playing.acting(looked.alma) as alma:
        [claim] = looked.child.claims.all()
        with pytest.raises(children_family.NotApart):
            children_family.ask(claim, of_child=False, words="Another song.", by=alma)
        [before] = children_pages.shown(looked.child, by=alma)["claims"]
        assert before["sides"] == {}
        half = children_family.begin_claim(looked.child, **MOTHER, by=alma)
        children_family.ask(half, of_child=True, words="Half a song.", by=alma)
    judging = at_the_desk(looked.carla).get(reverse("cases:child_judge", args=[half.pk]))
    assert judging.status_code == children_family.NotAskedYet.status
    assert "Half a song." not in judging.content.decode()
    with playing.acting(looked.carla) as carla:
        children_family.judge(claim, judged=IT_IS, by=carla)
    page = reverse("cases:child_home", args=[looked.child.pk])
    said = at_the_desk(looked.alma).get(page).content.decode()
    for words in ("A song of a donkey.", "A donkey song.", "Both told of the song."):
        assert words in said
    assert "<bdi>Hewanit Zerabruk</bdi> goes to its family" in said


def test_whoever_proposed_looks_again_when_something_changes(looked: Looked) -> None:
    looked.verify()
    for page, answers in CHANGES.items():
        propose(looked)
        looked.keep(page, answers)
        assert looked.again().proposed_by is None, page
        looked.weigh("reunite")
    propose(looked, seen=2)
    looked.keep("wishes", {"live_with": ["With my mother."]})
    assert looked.again().proposed_by == looked.alma
    looked.weigh("wait")
    assert looked.again().proposed_by is None


def test_the_way_home_is_weighed_after_all_that_was_told_and_ticked_as_it_stands(
    looked: Looked,
) -> None:
    looked.verify()
    for page in ("safety", "withhold"):
        looked.keep(page, CHANGES[page])
        assert any("living there is good" in one for one in looked.lacks()), page
        looked.weigh("reunite")
    with pytest.raises(ChangedElsewhere), transaction.atomic():
        propose(looked)  # the page showed the first version, and now another is kept
    page = reverse("cases:child_home", args=[looked.child.pk])
    desk, ticked = at_the_desk(looked.alma), {"kept_0": "on", "asked": "on", "seen": "1"}
    answer = desk.post(page, ticked)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'name="seen" value="2"' in shown
    [kept] = re.findall(r'<input[^>]*name="kept_0"[^>]*>', shown)
    assert "checked" not in kept
    assert desk.post(page, ticked | {"seen": "2"}).status_code == 302
    assert looked.again().proposed_by == looked.alma
    looked.keep("assent", {"assent": ["no"]})
    no = ["The child has to say that we may search. Ask on the page about it."]
    assert looked.lacks() == no


def test_a_hold_takes_back_the_proposal_and_both_are_written_down(looked: Looked) -> None:
    looked.verify()
    propose(looked)
    with playing.acting(looked.alma) as alma:
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
        written = Entry.objects.filter(about=looked.child.pk, deed=Deed.STOPPED_TRACING_CHILD)
        assert [one.actor for one in written] == [alma.pk]
    assert looked.again().proposed_by is None
    assert looked.again().state == ChildState.VERIFIED


def test_a_backup_that_came_back_takes_back_the_proposal_and_the_search_stays(
    looked: Looked,
) -> None:
    """What the child said since is lost, and it may have been no."""
    looked.verify()
    propose(looked)
    replay(made=timezone.now())
    assert looked.again().proposed_by is None
    assert looked.again().state == ChildState.VERIFIED


@pytest.mark.parametrize("purpose", [Purpose.MESSAGE, Purpose.SHARE])
def test_what_was_agreed_to_for_a_time_takes_back_no_proposal_when_it_is_over(
    looked: Looked, purpose: Purpose
) -> None:
    looked.verify()
    today = timezone.localdate()
    with playing.acting(looked.alma) as alma:
        more: dict[str, Any] = {"kind": BasisKind.PUBLIC_INTEREST, "how": How.SPOKEN, "by": alma}
        more |= {"file": looked.child.file, "until": today}
        protection.record_basis(looked.child.subject, purpose=purpose, **more)
    propose(looked)
    with freeze_time(timezone.now() + timedelta(days=2)):
        jobs.expire.call()
        with playing.acting(looked.alma):
            assert not may(looked.child.subject, purpose)
    assert looked.again().proposed_by == looked.alma
