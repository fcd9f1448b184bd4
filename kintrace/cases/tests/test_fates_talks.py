"""Talks with a family: planned, done, and begun anew where what was told is not so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import fates, opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.outcomes import Result
from kintrace.cases.tests.bringing import allege, as_sure_as, establish, fate, is_planned
from kintrace.cases.tests.test_found_pages import page
from kintrace.cases.worklist_fates import talks_waiting

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn


def waits(search: Found, member: Member) -> list[str]:
    with search.scene.acting(member):
        return [one.what for one in talks_waiting(member)]


def test_talks_stand_in_the_work_list_until_the_last_and_no_line_says_why(search: Found) -> None:
    scene, today = search.scene, timezone.localdate()
    with scene.acting(scene.alma) as alma:
        allege(search, by=alma)
    second = ["Look at what was written down in this search as the second member."]
    assert waits(search, scene.omar) == second == waits(search, scene.lena)
    assert waits(search, alma) == []
    with scene.acting(scene.omar) as omar:
        establish(search, "confirmed", by=omar)
    assert waits(search, alma) == ["Prepare a talk with this family."]
    assert waits(search, omar) == []
    with scene.acting(alma):
        is_planned(search, by=alma)
    assert waits(search, alma) == ["A talk with this family is planned."]
    again = ["It is time to speak with this family again."]
    with scene.acting(alma):
        search.settle(Result.DEAD, by=alma)
        search.tell("in_person", by=alma)
        opening.close_case(search.case, closing=Closing.TOLD, by=alma)
    assert waits(search, alma) == again
    with scene.acting(alma):
        next_ = today + timedelta(days=20)
        fates.follow_up(search.sought, day=today, after="Tired.", again=next_, by=alma)
        [line] = talks_waiting(alma)
        assert (line.what, line.due) == (again[0], next_)
        fates.follow_up(search.sought, day=today, after="Better.", by=alma)
        telling = fate(search).telling
        assert telling is not None
        assert lookups.read_after(telling) == "Tired.\n\nBetter."
    assert waits(search, alma) == []


def told_what_is_not_so(search: Found) -> None:
    scene = search.scene
    as_sure_as(search, "confirmed")
    with scene.acting(scene.alma) as alma:
        is_planned(search, by=alma)
        search.settle(Result.DEAD, by=alma)
        search.tell("in_person", by=alma)
        fates.follow_up(search.sought, day=timezone.localdate(), after="Tired.", by=alma)
    with scene.acting(scene.omar) as omar:
        establish(search, "not_so", by=omar)


def test_a_family_that_was_told_what_is_not_so_is_not_forgotten_until_it_is_spoken_with(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene, today = search.scene, timezone.localdate()
    told_what_is_not_so(search)
    again = ["It is time to speak with this family again."]
    assert waits(search, scene.alma) == again
    as_sure_as(search, "not_so")  # somebody says it once more, and it is not so either
    with scene.acting(scene.alma) as alma:
        [line] = talks_waiting(alma)
        assert (line.what, line.due) == (again[0], today)
        allege(search, by=alma)
    assert waits(search, alma) == again
    sign_in(client, alma)
    assert "Speak with them now" in page(client, search, "fate")[1]
    with scene.acting(alma):
        fates.follow_up(search.sought, day=today, after="They know.", by=alma)
    assert waits(search, alma) == []
    second = ["Look at what was written down in this search as the second member."]
    assert waits(search, scene.omar) == second
    assert "Speak with them now" not in page(client, search, "fate")[1]


def test_who_is_spoken_with_again_is_put_right_with_the_talk_that_said_so(search: Found) -> None:
    scene, today = search.scene, timezone.localdate()
    told_what_is_not_so(search)
    with scene.acting(scene.alma) as alma:
        later = today + timedelta(days=20)
        fates.follow_up(search.sought, day=today, after="They know.", again=later, by=alma)
        [line] = talks_waiting(alma)
        assert line.due == later
