"""What was typed about a case that moved meanwhile is not lost; what can be mended is said there.

tests/access/test_refused.py asks it of every form, with a view that always refuses; here the real
actions refuse.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import lookups, steps
from kintrace.cases.actions import accepting, drafts, events, moves, opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.criteria import USUAL, Settled
from kintrace.cases.states import State, Why
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.test_events import boat
from kintrace.cases.tests.test_many_sought import whole_draft
from kintrace.cases.tests.test_states import handed_in, opened
from kintrace.cases.tests.test_transfer_pages import asked
from kintrace.demo import playing
from kintrace.network import kept
from kintrace.network.typed import BACK_TO_FORM
from kintrace.protection.actions import put_on_hold, withdraw
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kintrace.cases.models import Case, Draft
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

WORDS = "His cousin in Keren wrote on Sunday"
REGION = "North of Bihac"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
NOT_MET = "The request does not meet every criterion."
ALIKE = "Two persons of this request have the same names and the same birth."


@dataclass(frozen=True)
class Sent:
    """A form that somebody fills in while what it asks for stops being possible."""

    by: Member
    url: str
    typed: dict[str, str]
    gives: int = 409
    choices: dict[str, str] = field(default_factory=dict)


def accepted_by_another(scene: Scene) -> Sent:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        accepting.accept(case, by=scene.omar)
    url = reverse("cases:accept", args=[case.pk])
    return Sent(scene.alma, url, {"note": WORDS}, choices={"decision": "accept"})


def put_on_hold_meanwhile(scene: Scene) -> Sent:
    return _searched_for(scene, lambda case: put_on_hold(case.subject, reason="x", by=scene.alma))


def taken_back_meanwhile(scene: Scene) -> Sent:
    return _searched_for(
        scene, lambda case: withdraw(case.subject, purpose=Purpose.TRACE, by=scene.alma)
    )


def _searched_for(scene: Scene, meanwhile: Callable[[Case], object]) -> Sent:
    with scene.acting(scene.alma):
        case = opened(scene)
        meanwhile(case)
    url = reverse("cases:go", args=[case.pk, State.TRACING])
    return Sent(scene.alma, url, {"note": WORDS})


def opened_again_by_another(scene: Scene) -> Sent:
    case = _closed(scene)
    with scene.acting(scene.omar):
        accepting.reopen(case, fact="A letter came.", by=scene.omar)
    return Sent(scene.lena, reverse("cases:reopen", args=[case.pk]), {"fact": WORDS})


def closed_while_another_society_was_asked(scene: Scene) -> Sent:
    return _asking_another(scene, _closed(scene))


def resting_while_another_society_was_asked(scene: Scene) -> Sent:
    with scene.acting(scene.alma):
        case = opened(scene)
        moves.move(case, to=State.SUSPENDED, by=scene.alma, why=Why.WANTS_A_REST)
    return _asking_another(scene, case)


def _asking_another(scene: Scene, case: Case) -> Sent:
    typed = {"region": REGION, "question": WORDS}
    said = asked(case, build_scene("BG").society)
    choices = {name: one for name, one in said.items() if name not in typed}
    return Sent(scene.alma, reverse("cases:ask_society", args=[case.pk]), typed, choices=choices)


def joined_in_another_tab(scene: Scene) -> Sent:
    event = boat(scene)
    with scene.acting(scene.alma):
        case = opened(scene)
        events.join_case(event, case=case, why="He said so.", by=scene.alma)
    url = reverse("cases:join_event", args=[case.pk])
    return Sent(scene.alma, url, {"why": WORDS}, choices={"event": str(event.pk)})


def with_a_right_that_is_gone(scene: Scene) -> Sent:
    url = reverse("cases:reopen", args=[_closed(scene).pk])
    return Sent(scene.chidi, url, {"fact": WORDS}, gives=403)


def about_a_draft_that_was_thrown_away(scene: Scene) -> Sent:
    with scene.acting(scene.alma):
        draft = playing.begin_a_draft(SELAM, by=scene.alma)
        url = reverse("cases:step", args=[draft.pk, "story"])
        drafts.drop(draft, by=scene.alma)
    return Sent(scene.alma, url, {"story": WORDS}, gives=404)


def _closed(scene: Scene) -> Case:
    with scene.acting(scene.alma):
        return opening.close_case(opened(scene), closing=Closing.WITHDRAWN, by=scene.alma)


REFUSED = [
    accepted_by_another,
    put_on_hold_meanwhile,
    taken_back_meanwhile,
    opened_again_by_another,
    closed_while_another_society_was_asked,
    resting_while_another_society_was_asked,
    joined_in_another_tab,
    with_a_right_that_is_gone,
    about_a_draft_that_was_thrown_away,
]


@pytest.mark.parametrize("meanwhile", REFUSED, ids=lambda one: one.__name__)
def test_what_was_typed_is_there_after_the_refusal_and_in_its_form_again(
    meanwhile: Callable[[Scene], Sent], scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sent = meanwhile(scene)
    sign_in(client, sent.by)
    carried = {**sent.choices, **sent.typed, kept.FIELD: kept.owner_of_form(sent.by)}
    answer = client.post(sent.url, carried)
    assert answer.status_code == sent.gives
    page = answer.content.decode()
    assert [one for one in sent.typed.values() if one not in page] == []
    if sent.gives == 409:
        again = client.post(sent.url, offered(page))
        assert again.status_code == 200
        in_its_form(again.content.decode(), sent)


def offered(page: str) -> dict[str, str]:
    found = {name: html.unescape(value) for name, value in HIDDEN.findall(page)}
    assert BACK_TO_FORM in found
    return found


def in_its_form(page: str, sent: Sent) -> None:
    for one in sent.typed.values():
        assert f'value="{one}"' in page or f">\n{one}</textarea>" in page
    for one in sent.choices.values():
        assert re.search(rf'value="{one}"[^>]*( checked| selected|>)', page)


def test_a_criterion_that_is_not_met_is_asked_about_at_its_field(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.omar):
        narrow = Settled(USUAL.relations - {"brother"}, USUAL.reasons)
        accepting.settle(narrow, by=scene.omar)
    case = handed_in(scene)
    sign_in(client, scene.alma)
    url = reverse("cases:accept", args=[case.pk])
    for decision in ("accept", "take_up"):
        answer = client.post(url, {"decision": decision})
        assert answer.status_code == 422
        assert answer.context["form"].errors.keys() == {"note"}
        assert NOT_MET in answer.content.decode()
    assert client.post(url, {"decision": "accept", "note": WORDS}).status_code == 302


def test_who_is_sought_twice_is_said_where_it_is_looked_over_with_the_way_to_both_pages(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    draft = herself(scene)
    answer = sign_in(client, scene.alma).post(reverse("cases:submit", args=[draft.pk]))
    assert answer.status_code == 422
    note = answer.content.decode().partition('role="alert"')[2].partition("</ul>")[0]
    assert ALIKE in note
    for key in ("searcher", "sought"):
        assert f'href="{reverse("cases:step", args=[draft.pk, key])}"' in note
    with scene.acting(scene.alma):
        assert steps.answered(lookups.draft_for(scene.alma, draft.pk)), "nothing is lost"


def herself(scene: Scene) -> Draft:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        told = steps.answered(draft)["searcher"] | {"relation": ["brother"]}
        seen = steps.version(draft, steps.SOUGHT)
        drafts.keep(draft, step="sought", answers=told, seen=seen, by=scene.alma)
        return draft
