"""A child that went home is asked how it is, as far as it agreed; its team alone knows of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import children_rules, lookups
from kintrace.cases.actions import children_after, children_moves
from kintrace.cases.children_states import ChildState, ChildWhy
from kintrace.cases.models import ChildPage
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.holders import Cover
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import BoxIsShut
from tests.test_childrens_way_home import TICKED, at_the_desk

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.children_ways import Looked
    from tests.town import Town

SENTENCE = "The book that you asked for is here."
AGREED = {"agreed": "spoken", "way": "message", "sentence": SENTENCE}
TODAY = timezone.localdate
ASK = "Ask how a child is that went home."


def brought_home(looked: Looked) -> None:
    looked.verify()
    with playing.acting(looked.alma) as alma:
        children_moves.propose_home(looked.child, **TICKED, by=alma)
    with playing.acting(looked.carla) as carla:
        children_moves.agree_home(looked.child, **TICKED, by=carla)


def in_days(number: int) -> date:
    return TODAY() + timedelta(days=number)


def planned(looked: Looked, *, seen: int = 0, **more: str) -> None:
    """By Alma; each day of `more` is one of the form."""
    answers = {name: [value] for name, value in (AGREED | more).items()}
    with playing.acting(looked.alma) as alma:
        children_after.keep_after(looked.again(), answers=answers, seen=seen, by=alma)


def page_of(looked: Looked) -> str:
    return reverse("cases:child_page", args=[looked.child.pk, children_rules.AFTER])


def shown(desk: Client, url: str) -> str:
    answer = desk.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_the_days_count_from_the_day_on_which_the_child_went_home(looked: Looked) -> None:
    brought_home(looked)
    assert looked.again().next_review == in_days(7)
    with playing.acting(looked.alma) as alma:
        assert lookups.days_at_home(looked.child) == [in_days(7), in_days(30), in_days(91)]
        assert [one.what for one in children_waiting(alma)] == [ASK]
        children_moves.review(looked.child, by=alma)
    assert looked.again().next_review == in_days(7), "looking once more puts no day off"


def test_the_team_is_offered_a_plan_and_writes_down_what_came_of_each_day(looked: Looked) -> None:
    brought_home(looked)
    desk, child = at_the_desk(looked.alma), reverse("cases:child", args=[looked.child.pk])
    assert "Plan when the child is asked how it is" in shown(desk, child)
    assert f'value="{in_days(30)}"' in shown(desk, page_of(looked))
    days = {"day_1": str(in_days(5)), "day_2": str(in_days(40)), "seen": "0"}
    early = desk.post(page_of(looked), AGREED | days | {"came_1": "done"})
    assert early.status_code == 422
    assert "This day has not come yet." in early.content.decode()
    assert SENTENCE in early.content.decode(), "nothing is lost"
    assert desk.post(page_of(looked), AGREED | days).status_code == 302
    assert looked.again().next_review == in_days(5)
    told = shown(desk, child)
    assert SENTENCE in told
    assert "Write down what came of a day" in told
    days |= {"day_1": str(TODAY()), "came_1": "missed", "words_1": "Nobody picked up.", "seen": "1"}
    assert desk.post(page_of(looked), AGREED | days).status_code == 302
    assert looked.again().next_review == in_days(40)
    assert "Nobody picked up." in shown(desk, child)
    days |= {"came_1": "declined", "seen": "2"}
    assert desk.post(page_of(looked), AGREED | days).status_code == 302
    assert looked.again().next_review == TODAY() + children_moves.REVIEW_EVERY


def test_looking_once_more_puts_off_no_day_that_was_planned_with_the_child(looked: Looked) -> None:
    brought_home(looked)
    planned(looked, day_1=str(in_days(-1)), day_2=str(in_days(20)))
    with playing.acting(looked.alma) as alma:
        children_moves.review(looked.again(), by=alma)
    assert looked.again().next_review == in_days(-1), "what came of it is not written down yet"
    planned(looked, seen=1, day_1=str(in_days(-1)), came_1="missed", day_2=str(in_days(20)))
    with playing.acting(looked.alma) as alma:
        children_moves.review(looked.again(), by=alma)
    assert looked.again().next_review == in_days(20)


def test_a_plan_needs_a_yes_a_sentence_and_a_day(looked: Looked) -> None:
    brought_home(looked)
    desk = at_the_desk(looked.alma)
    for lacking in (*AGREED, "day_1"):
        said = AGREED | {"day_1": str(in_days(5)), "seen": "0"} | {lacking: ""}
        assert desk.post(page_of(looked), said).status_code == 422, lacking
    assert not ChildPage.objects.filter(page=children_rules.AFTER).exists()


def test_nobody_outside_the_team_finds_the_plan_or_opens_a_word(town: Town, looked: Looked) -> None:
    brought_home(looked)
    planned(looked, day_1=str(in_days(7)))
    omar = town[Role.OFFICER]
    assert at_the_desk(omar).get(page_of(looked)).status_code == 404
    with playing.acting(omar):
        assert not list(children_waiting(omar))
        row = ChildPage.objects.get(page=children_rules.AFTER)
        with pytest.raises(BoxIsShut):
            row.told  # noqa: B018


def test_a_child_that_is_not_at_home_has_no_plan(looked: Looked) -> None:
    answer = at_the_desk(looked.alma).get(page_of(looked))
    assert answer.status_code == children_after.NotAtHome.status
    brought_home(looked)
    with playing.acting(looked.carla) as carla:
        children_moves.move(looked.again(), to=ChildState.CARE, why=ChildWhy.WENT_WRONG, by=carla)
    with pytest.raises(children_after.NotAtHome), transaction.atomic():
        planned(looked, day_1=str(in_days(7)))


def test_on_hold_nobody_begins_to_ask_and_what_came_of_it_is_kept(looked: Looked) -> None:
    brought_home(looked)
    with playing.acting(looked.alma) as alma:
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
    with pytest.raises(NotAllowed), transaction.atomic():
        planned(looked, day_1=str(in_days(7)))
    with playing.acting(looked.carla) as carla:
        [hold] = holds_in_force(looked.child.subject)
        protection.lift_hold(hold, because="Looked at.", by=carla)
    planned(looked, day_1=str(in_days(7)))
    with playing.acting(looked.alma) as alma:
        protection.put_on_hold(looked.child.subject, reason="A worry.", by=alma)
    planned(looked, seen=1, day_1=str(TODAY()), came_1="done", words_1="She sings.")


def test_of_two_who_write_the_second_sees_what_the_first_wrote(looked: Looked) -> None:
    brought_home(looked)
    planned(looked, day_1=str(in_days(7)))
    with pytest.raises(ChangedElsewhere), transaction.atomic():
        planned(looked, day_1=str(in_days(8)))


def test_the_child_reads_it_in_its_copy_and_each_line_is_weighed(looked: Looked) -> None:
    brought_home(looked)
    planned(looked, day_1=str(TODAY()), came_1="done", words_1="She sings again.")
    with playing.acting(looked.alma):
        lines = {one.value: one for one in holders.boxed(looked.child.subject)}
    for said in ("A written message", SENTENCE, "She sings again."):
        assert lines[said].cover is Cover.CAUTION
    assert any("We spoke with you" in one for one in lines)
