"""A person sought is held beside the register of who does not want to be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import lookups, worklist
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network import kept
from kintrace.network.access import Role
from kintrace.network.tests.cast import open_box
from kintrace.protection import actions as protection
from kintrace.protection.lookups import entries, may, notice_given
from kintrace.protection.purposes import Channel, Purpose, WhyErased

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

    SignIn = Callable[[Client, Member], Client]

# What differs in every page: a token, and whose form it is, signed with the second.
CHANCE = re.compile(rf'name="(csrfmiddlewaretoken|{kept.FIELD})" value="[^"]+"')
TOLD = {"names": "Luwam Habte", "born": "19", "origin": "Keren", "by_whom": "a brother"}


@pytest.fixture
def scene(db: None) -> Scene:
    return build_scene("NM", carla=Role.CHILD_PROTECTION)


@pytest.fixture
def carla(scene: Scene) -> Member:
    return scene.others["carla"]


def searched(scene: Scene) -> Case:
    """A case, and somebody who does not want to be found."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        given = notice_given(case.subject)
        assert given is not None
        hidden = protection.new_subject()
        protection.give_notice(hidden, text=given.text, channel=Channel.PHONE, by=scene.alma)
        protection.register_do_not_find(hidden, told=TOLD, by=scene.alma)
    return case


def test_the_protection_team_finds_the_searches_to_compare_on_its_list(
    scene: Scene, carla: Member
) -> None:
    case = searched(scene)
    with scene.acting(carla):
        [line] = worklist.cases_to_compare(carla)
        assert str(case.pk) in line.url
    with scene.acting(scene.alma):
        assert not list(worklist.cases_to_compare(scene.alma))


def test_an_entry_without_words_is_compared_with_nobody_and_the_page_says_so(
    scene: Scene, carla: Member, client: Client, sign_in: SignIn
) -> None:
    case = searched(scene)
    with scene.acting(carla):
        hidden = entries().get().subject
        assert "stands in the register" in _before_erasing(hidden, scene, client, sign_in)
        protection.erase(hidden, why=WhyErased.ASKED, by=scene.dora)
        assert not list(worklist.cases_to_compare(carla))
    sign_in(client, carla)
    open_box(client, password=PASSWORD)
    page = client.get(reverse("cases:compare", args=[case.pk])).content.decode()
    assert "Some entries have no words any more" in page
    with scene.acting(carla):
        assert "stands in the register" not in _before_erasing(case.subject, scene, client, sign_in)


def _before_erasing(subject: UUID, scene: Scene, client: Client, sign_in: SignIn) -> str:
    sign_in(client, scene.dora)
    return client.get(reverse("protection:erase", args=[subject])).content.decode()


def test_a_search_is_stopped_on_the_page_and_the_case_looks_as_before(
    scene: Scene, carla: Member, client: Client, sign_in: SignIn
) -> None:
    case = searched(scene)
    case_url = reverse("cases:case", args=[case.pk])
    sign_in(client, scene.alma)
    before = CHANCE.sub("", client.get(case_url).content.decode())
    with scene.acting(carla):
        sought = lookups.sought_in(case)[0].subject
        assert may(sought, Purpose.TRACE)
        entry = entries().get()
    sign_in(client, carla)
    open_box(client, password=PASSWORD)
    page = client.get(reverse("cases:compare", args=[case.pk])).content.decode()
    assert "Luwam Habte" in page
    url = reverse("cases:compare", args=[case.pk])
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {f"is_{sought.hex}": str(entry.pk)}).status_code == 302
    with scene.acting(carla):
        assert not may(sought, Purpose.TRACE)
        assert not list(worklist.cases_to_compare(carla))
    sign_in(client, scene.alma)
    assert CHANCE.sub("", client.get(case_url).content.decode()) == before


def test_who_is_none_of_them_is_searched_for_as_before(
    scene: Scene, carla: Member, client: Client, sign_in: SignIn
) -> None:
    case = searched(scene)
    with scene.acting(carla):
        sought = lookups.sought_in(case)[0].subject
    sign_in(client, carla)
    open_box(client, password=PASSWORD)
    client.post(reverse("cases:compare", args=[case.pk]), {f"is_{sought.hex}": "nobody"})
    with scene.acting(carla):
        assert may(sought, Purpose.TRACE)
        assert not list(worklist.cases_to_compare(carla))
