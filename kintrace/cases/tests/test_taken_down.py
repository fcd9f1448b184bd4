"""Who wrote a request down stops it for the person at once, and reads nothing of the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import lookups
from kintrace.cases.actions import opening
from kintrace.cases.circumstances import Closing
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection.lookups import bases_in_force, is_held, may
from kintrace.protection.lookups.rights import requests_about
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

FRESH = re.compile(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"')
ACTS = ("taken_down_hold", "taken_down_take_back", "taken_down_ask")


@pytest.fixture
def case(scene: Scene) -> Case:
    """Chidi, a volunteer, wrote it down and handed it in."""
    with scene.acting(scene.chidi) as chidi:
        return playing.open_a_case(PEOPLE[1], by=chidi)


@pytest.fixture
def chidi(scene: Scene, case: Case, client: Client, sign_in: SignIn) -> Client:
    return sign_in(client, scene.chidi)


def url(name: str, *ids: object) -> str:
    return reverse(f"cases:{name}", args=ids)


def test_a_volunteer_puts_on_hold_what_they_wrote_down_and_sees_no_change(
    scene: Scene, case: Case, chidi: Client
) -> None:
    listed = url("taken_down")
    assert listed in chidi.get(url("desk")).content.decode()
    shown = chidi.get(listed).content.decode()
    assert case.reference in shown
    assert PEOPLE[1].given not in shown
    half = chidi.post(url("taken_down_hold", case.pk), {"reason": ""})
    assert half.status_code == 422
    done = chidi.post(url("taken_down_hold", case.pk), {"reason": "A man waits outside."})
    assert done.headers["Location"] == listed
    with scene.acting(scene.dora):
        assert is_held(case.subject)
        assert not may(case.subject, Purpose.TRACE)
    assert "The protection team hears of it now." in chidi.get(listed).content.decode()
    assert FRESH.sub("", chidi.get(listed).content.decode()) == FRESH.sub("", shown)


def test_a_volunteer_takes_back_for_the_person_and_writes_down_what_they_ask_by_right(
    scene: Scene, case: Case, chidi: Client
) -> None:
    back = chidi.post(url("taken_down_take_back", case.pk), {"purpose": Purpose.TRACE.value})
    assert back.status_code == 302
    asks = {"kind": "access", "came": "desk", "received": "2026-01-05"}
    assert chidi.post(url("taken_down_ask", case.pk), asks | {"received": "x"}).status_code == 422
    assert chidi.post(url("taken_down_ask", case.pk), asks).status_code == 302
    with scene.acting(scene.dora) as dora:
        assert not bases_in_force(case.subject, Purpose.TRACE).exists()
        assert len(requests_about(dora, case.subject)) == 1


def test_a_worry_about_a_draft_is_a_hold_before_it_is_handed_in(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.chidi) as by:
        draft = playing.begin_a_draft(PEOPLE[1], by=by)
    chidi, hold = sign_in(client, scene.chidi), url("draft_hold", draft.pk)
    assert hold in chidi.get(url("check", draft.pk)).content.decode()
    done = chidi.post(hold, {"reason": "She looks at the door."})
    assert done.headers["Location"] == url("check", draft.pk)
    with scene.acting(scene.dora):
        assert is_held(draft.subject)


def test_whom_others_wrote_down_a_volunteer_neither_informs_nor_asks_about_safety_nor_hides(
    scene: Scene, case: Case, chidi: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.chidi) as by:
        draft = playing.begin_a_draft(PEOPLE[3], by=by)
    with scene.acting(scene.alma) as alma:
        hers = playing.open_a_case(PEOPLE[2], by=alma)
        begun = playing.begin_a_draft(PEOPLE[4], by=alma)
    whose = {draft.subject: 200, case.subject: 200, hers.subject: 404, begun.subject: 404}
    pages = ("give_notice", "answer_risk", "do_not_find")
    urls = {
        reverse(f"protection:{page}", args=[subject]): code
        for subject, code in whose.items()
        for page in pages
    }
    assert {one: chidi.get(one).status_code for one in urls} == urls
    with scene.acting(scene.alma) as alma:
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=alma)
    ended = [reverse(f"protection:{page}", args=[case.subject]) for page in pages]
    assert [chidi.get(one).status_code for one in ended] == [404, 404, 404]
    colleague = sign_in(type(chidi)(), scene.omar)
    assert {colleague.get(one).status_code for one in urls} == {200}


def test_what_others_wrote_down_and_what_has_ended_is_not_there(
    scene: Scene, case: Case, chidi: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma) as alma:
        hers = playing.open_a_case(PEOPLE[2], by=alma)
    for act in ACTS:
        assert chidi.get(url(act, hers.pk)).status_code == 404
        assert chidi.get(url(act, case.pk)).status_code == 200
    assert hers.reference not in chidi.get(url("taken_down")).content.decode()
    with scene.acting(scene.alma) as alma:
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=alma)
    assert chidi.get(url("taken_down_hold", case.pk)).status_code == 404
    other = sign_in(type(chidi)(), enlist(scene.society, Role.VOLUNTEER))
    assert other.get(url("taken_down_hold", case.pk)).status_code == 404
    with scene.acting(scene.chidi) as by:
        assert not lookups.taken_down_by(by).exists()
