"""A hold is found by those who decide it, and by who has to name somebody who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import worklist
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, open_box
from kintrace.protection import actions as protection
from kintrace.protection.lookups import holds_in_force, is_held, notice_given
from kintrace.protection.purposes import Channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

    SignIn = Callable[[Client, Member], Client]


@pytest.fixture
def scene(db: None) -> Scene:
    return build_scene("NM", carla=Role.CHILD_PROTECTION)


@pytest.fixture
def held(scene: Scene) -> Case:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        protection.put_on_hold(case.subject, reason="A worry.", by=scene.alma)
    return case


def told(member: Member) -> list[str]:
    with playing.acting(member):
        return [work.what for work in worklist.holds_waiting(member)]


def test_the_protection_team_finds_it_in_their_work_and_nobody_else_does(
    scene: Scene, held: Case
) -> None:
    said = ["1 hold waits for the protection team."]
    assert told(scene.others["carla"]) == told(scene.dora) == said
    assert told(scene.alma) == told(scene.omar) == []


def test_who_set_it_is_not_asked_to_lift_it(scene: Scene) -> None:
    with scene.acting(scene.dora):
        case = playing.open_a_case(SELAM, by=scene.alma)
        protection.put_on_hold(case.subject, reason="A worry.", by=scene.dora)
    assert told(scene.dora) == []
    assert told(scene.others["carla"]) == ["1 hold waits for the protection team."]


def test_who_manages_members_is_told_when_nobody_may_lift_it(scene: Scene, held: Case) -> None:
    admin = enlist(scene.society, Role.SOCIETY_ADMIN)
    with scene.acting(scene.alma):
        assert list(worklist.team_wanted(admin)) == []
        for one in (scene.dora, scene.others["carla"]):
            one.state = "left"
            one.save()
        [work] = worklist.team_wanted(admin)
    assert work.what.startswith("Something is on hold, and nobody here may lift it.")


def test_from_the_list_it_is_read_and_lifted_in_the_browser(
    scene: Scene, held: Case, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.dora)
    open_box(client, password=PASSWORD)
    page = client.get(reverse("protection:holds")).content.decode()
    with scene.acting(scene.dora):
        hold = holds_in_force(held.subject).get()
    assert reverse("protection:lift_hold", args=[hold.pk]) in page
    assert "A worry." not in page
    client.post(reverse("protection:lift_hold", args=[hold.pk]), {"reason": "It is safe."})
    assert "Nobody is on hold." in client.get(reverse("protection:holds")).content.decode()
    with scene.acting(scene.dora):
        assert not is_held(held.subject)


def test_the_hold_of_a_form_that_was_put_aside_stands_in_the_list(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        stranger = protection.new_subject()
        given = notice_given(case.subject)
        assert given is not None
        protection.give_notice(stranger, text=given.text, channel=Channel.PHONE, by=scene.alma)
        protection.put_on_hold(stranger, reason="A worry.", by=scene.alma)
    page = sign_in(client, scene.dora).get(reverse("protection:holds")).content.decode()
    assert "Somebody without a case" in page
