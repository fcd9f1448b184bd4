"""When a family came together the days of asking count from then, and no more from contact."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases import lookups, worklist_reunion
from kintrace.cases.contact_plan import Side
from kintrace.cases.models import ContactPlan
from kintrace.cases.reunion_words import Step
from kintrace.cases.tests import together
from kintrace.cases.tests.test_found_pages import read

if TYPE_CHECKING:
    from datetime import date

    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

SETTLED = (7, 30, 91)


@pytest.fixture
def coming(clock: FrozenDateTimeFactory, search: Found) -> Found:
    """In touch since today, and allowed to come together."""
    with freeze_time(timezone.now(), tick=True):  # each step a moment after the other
        search.as_far_as_the_signature()
        with search.scene.acting(search.scene.lena) as lena:
            search.release(by=lena)
            together.opened(search, by=lena)
            for to in (Step.DOSSIER, Step.LODGED, Step.GRANTED):
                together.gone(search, to, by=lena)
    return search


def arrive(search: Found, clock: FrozenDateTimeFactory, *, after: int, by: Member) -> date:
    """They come together some days later."""
    clock.tick(timedelta(days=after))
    together.gone(search, Step.TRAVELLED, by=by)
    return timezone.localdate()


def waiting(search: Found) -> list[date]:
    return [talk.day for plan in lookups.plans_of(search.now) for talk in plan.waiting]


def counted(start: date) -> list[date]:
    return [start + timedelta(days=number) for number in SETTLED]


def test_the_days_that_wait_are_counted_anew_when_a_family_comes_together(
    coming: Found, clock: FrozenDateTimeFactory
) -> None:
    with coming.scene.acting(coming.scene.alma) as alma:
        together.planned(coming, by=alma)
        assert waiting(coming) == counted(timezone.localdate())
        together.talked(coming, by=alma)
        day = arrive(coming, clock, after=20, by=alma)
        assert waiting(coming) == counted(day)
        [plan] = ContactPlan.objects.all()
        assert plan.talks.exclude(settled=None).count() == 1, "what was asked stands"


def test_a_day_that_was_due_before_and_not_asked_waits_still(
    coming: Found, clock: FrozenDateTimeFactory
) -> None:
    with coming.scene.acting(coming.scene.alma) as alma:
        together.planned(coming, by=alma)
        due = timezone.localdate() + timedelta(days=SETTLED[0])
        day = arrive(coming, clock, after=20, by=alma)
        assert waiting(coming) == [due, *counted(day)]


def test_a_plan_that_is_made_afterwards_counts_from_the_same_day(
    coming: Found, clock: FrozenDateTimeFactory
) -> None:
    with coming.scene.acting(coming.scene.alma) as alma:
        day = arrive(coming, clock, after=20, by=alma)
        clock.tick(timedelta(days=3))
        together.planned(coming, by=alma)
        assert waiting(coming) == counted(day)


def test_who_wanted_no_more_is_not_asked_again_for_it(
    coming: Found, clock: FrozenDateTimeFactory
) -> None:
    with coming.scene.acting(coming.scene.alma) as alma:
        together.planned(coming, by=alma)
        together.planned(coming, Side.SEEKER, by=alma)
        together.talked(coming, "declined", by=alma)
        day = arrive(coming, clock, after=20, by=alma)
        [other] = [plan for plan in lookups.plans_of(coming.now) if plan.row.ended is None]
        assert [talk.day for talk in other.waiting][-len(SETTLED) :] == counted(day)
        assert waiting(coming)[-len(SETTLED) :] == counted(day)
        assert sum(one.row.ended is not None for one in lookups.plans_of(coming.now)) == 1


def test_a_family_that_nobody_plans_to_ask_stands_in_the_work_list(
    coming: Found, clock: FrozenDateTimeFactory
) -> None:
    with coming.scene.acting(coming.scene.alma) as alma:
        day = arrive(coming, clock, after=20, by=alma)
        [line, _rest] = worklist_reunion.coming_together(alma)
        assert "together again" in line.what
        assert line.due == day
        assert line.url == reverse("cases:plan", args=[coming.sought.pk])
        together.planned(coming, by=alma)
        [_rest] = worklist_reunion.coming_together(alma)


def test_the_page_says_from_which_day_it_counts(
    coming: Found, clock: FrozenDateTimeFactory, client: Client, sign_in: SignIn
) -> None:
    page = reverse("cases:plan", args=[coming.sought.pk])
    sign_in(client, coming.scene.alma)
    assert "count from then" not in read(client.get(page))
    with coming.scene.acting(coming.scene.alma) as alma:
        together.gone(coming, Step.TRAVELLED, by=alma)
    assert "They came together on 1 March 2026" in read(client.get(page))
