"""After contact each of the two is asked how they are: as far as they agreed, and no further."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups, worklist_plan
from kintrace.cases.actions import plans
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.in_touch import NotInTouchYet
from kintrace.cases.contact_plan import Side, days_after
from kintrace.cases.models import ContactPlan, PlannedTalk
from kintrace.cases.plan_words import Way
from kintrace.cases.tests import together
from kintrace.cases.tests.test_found_pages import read
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.tests.cast import SignIn


@pytest.fixture
def in_touch(search: Found) -> Found:
    """Contact was passed on."""
    search.as_far_as_the_signature()
    with search.scene.acting(search.scene.lena) as lena:
        search.release(by=lena)
    return search


def test_days_that_are_over_are_left_out_and_one_is_always_left() -> None:
    today = timezone.localdate()
    start = today - timedelta(days=10)
    assert days_after(start, (7, 30), today=today) == [start + timedelta(days=30)]
    assert days_after(start, (7,), today=today) == [today + timedelta(days=7)]


def test_nobody_is_asked_before_contact_and_nobody_has_two_plans(search: Found) -> None:
    search.as_far_as_the_signature()
    with search.scene.acting(search.scene.lena) as lena:
        with pytest.raises(NotInTouchYet), transaction.atomic():
            together.planned(search, by=lena)
        search.release(by=lena)
        together.planned(search, by=lena)
        with pytest.raises(NotAsExpected), transaction.atomic():
            together.planned(search, by=lena)
        together.planned(search, Side.SEEKER, by=lena)  # the other one has one of their own


def test_a_planned_day_stands_in_the_work_list_until_the_last_one_ends_the_plan(
    in_touch: Found,
) -> None:
    alma, today = in_touch.scene.alma, timezone.localdate()
    with in_touch.scene.acting(alma):
        together.planned(in_touch, by=alma)
        for number in (7, 30, 91):
            [line] = worklist_plan.to_ask_after_contact(alma)
            assert line.due == today + timedelta(days=number)
            together.talked(in_touch, by=alma)
        assert not list(worklist_plan.to_ask_after_contact(alma))
        assert ContactPlan.objects.get().ended


def test_nobody_is_asked_in_a_way_that_they_did_not_agree_to(in_touch: Found) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, way=Way.MESSAGE, by=alma)
        for wrong in ({"way": "call"}, {}):
            with pytest.raises(NotAsExpected), transaction.atomic():
                together.talked(in_touch, "done", by=alma, **wrong)
        together.talked(in_touch, "done", way="sentence", by=alma)


def test_who_wants_no_more_is_asked_no_more(in_touch: Found) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, by=alma)
        together.talked(in_touch, "declined", note="Enough.", by=alma)
        [told] = PlannedTalk.objects.all()
        assert told.came == {"outcome": "declined", "way": ""}
        assert ContactPlan.objects.get().ended
        assert not list(worklist_plan.to_ask_after_contact(alma))


@pytest.mark.parametrize("side", Side)
def test_a_worry_holds_the_one_who_told_it(in_touch: Found, side: Side) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, side, by=alma)
        together.talked(in_touch, by=alma, worry="She is locked in.")
        found, seeker = in_touch.subject, in_touch.case.subject
        held = {found: side is Side.FOUND, seeker: side is Side.SEEKER}
        assert {one: bool(holds_in_force(one)) for one in (found, seeker)} == held


def test_who_takes_contact_back_is_asked_no_more_and_reads_only_their_own(in_touch: Found) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, Side.FOUND, by=alma)
        together.planned(in_touch, Side.SEEKER, by=alma)
        found, seeker = in_touch.subject, in_touch.case.subject
        boxed = [one.value for one in holders.boxed(found)]
        assert boxed.count(together.SENTENCE) == 1
        protection.withdraw(seeker, purpose=Purpose.CONTACT, by=alma)
        ended = {one.side: one.row.ended is not None for one in lookups.plans_of(in_touch.now)}
        assert ended == {Side.FOUND: False, Side.SEEKER: True}


@pytest.mark.parametrize("side", Side)
def test_a_plan_waits_for_the_protection_team_while_either_of_the_two_is_on_hold(
    in_touch: Found, side: Side
) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, by=alma)
        late = timezone.localdate() + timedelta(days=91 + 90 + 1)
        subject = in_touch.subject if side is Side.FOUND else in_touch.case.subject
        protection.put_on_hold(subject, reason="A worry.", by=alma)
        assert plans.expire(late, by=alma) == 0
        assert ContactPlan.objects.exists()


def test_a_plan_that_ended_before_anybody_was_asked_goes_by_the_day_of_its_end(
    in_touch: Found,
) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma:
        together.planned(in_touch, by=alma)
        protection.withdraw(in_touch.subject, purpose=Purpose.CONTACT, by=alma)
        [plan] = ContactPlan.objects.all()
        today = timezone.localdate()
        assert lookups.last_day_in(plan) == today
        assert plans.expire(today + timedelta(days=90), by=alma) == 0
        assert plans.expire(today + timedelta(days=91), by=alma) == 1


def test_what_a_society_weighed_is_no_word_of_the_person(in_touch: Found) -> None:
    with in_touch.scene.acting(in_touch.scene.alma) as alma, pytest.raises(NotAsExpected):
        together.planned(in_touch, by=alma, how="weighed")


def talk_page(search: Found) -> str:
    """Of the next planned day."""
    day = PlannedTalk.objects.filter(settled=None).first()
    assert day is not None
    return f"{reverse('cases:plan_talk', args=[search.sought.pk])}?day={day.pk}"


def test_the_page_of_a_day_asks_nobody_to_call_somebody_on_hold(
    in_touch: Found, client: Client, sign_in: SignIn
) -> None:
    scene = in_touch.scene
    with scene.acting(scene.alma) as alma:
        together.planned(in_touch, by=alma)
        url = talk_page(in_touch)
        sign_in(client, alma)
        assert "How are they?" in read(client.get(url))
        together.talked(in_touch, by=alma, worry="She is locked in.")
        following = talk_page(in_touch)
    answer = client.get(following)
    assert answer.status_code == 409
    assert "Somebody looks at this first" in read(answer)
    said = {"outcome": "missed", "side": "found", "worry": "She is hurt."}
    assert client.post(following, said).status_code == 302  # more may be told
    with scene.acting(scene.alma):
        assert holds_in_force(in_touch.subject).count() == 2


@pytest.mark.parametrize("side", Side)
def test_a_worry_told_of_a_day_that_waits_no_more_holds_all_the_same(
    in_touch: Found, client: Client, sign_in: SignIn, side: Side
) -> None:
    scene = in_touch.scene
    with scene.acting(scene.alma) as alma:
        together.planned(in_touch, side, by=alma)
        url = talk_page(in_touch)
        subject = in_touch.subject if side is Side.FOUND else in_touch.case.subject
        protection.withdraw(subject, purpose=Purpose.CONTACT, by=alma)
        assert not PlannedTalk.objects.exists()
    sign_in(client, scene.alma)
    said = {"outcome": "done", "way": "message", "side": side.value, "worry": "She is locked in."}
    assert "The worry is kept" in read(client.post(url, said, follow=True))
    assert "Nothing was kept" in read(client.post(url, said | {"worry": ""}, follow=True))
    with scene.acting(scene.alma):
        assert holds_in_force(subject).count() == 1
