"""A child writes a Red Cross Message: known to its team alone, checked by who protects children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404
from django.urls import reverse

from kintrace.cases import lookups
from kintrace.cases.actions import children_messages, children_moves
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.actions.children_moves import NotReady, TellsTooMuch
from kintrace.cases.children_states import ChildState, ChildWhy
from kintrace.cases.models import RedCrossPaper, RedCrossPart
from kintrace.cases.red_cross import State
from kintrace.cases.tests.children_ways import MOTHER, SAFE
from kintrace.cases.tests.red_cross_ways import (
    ADDRESSEE,
    NEWS,
    REPLY,
    delivered,
    everything_read,
    is_at,
)
from kintrace.cases.worklist_red_cross import red_cross_messages
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut
from tests.test_childrens_way_home import at_the_desk

if TYPE_CHECKING:
    from kintrace.cases.models import RedCrossMessage
    from kintrace.cases.tests.children_ways import Looked
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from tests.town import Town

CHILD: dict[str, Any] = {
    "name": "Hewanit Zerabruk",
    "language": "ti",
    "reply_to": "society",
    "shown": [],
}
TO_HER = ADDRESSEE | {"name": MOTHER["name"], "relation": "mother", "name_own": ""}
PARTS: dict[str, dict[str, Any]] = {"sender": CHILD, "addressee": TO_HER, "text": {"text": NEWS}}


def begun(looked: Looked) -> RedCrossMessage:
    with playing.acting(looked.alma) as alma:
        return children_messages.begin(looked.child, row=1, how="spoken", by=alma)


def keep(message: RedCrossMessage, kind: str, said: dict[str, Any], *, by: Member) -> None:
    actions.keep(message, kind=kind, said=said, seen=0, by=by)


def collected(looked: Looked) -> RedCrossMessage:
    message = begun(looked)
    with playing.acting(looked.alma) as alma:
        for kind, said in PARTS.items():
            keep(message, kind, said, by=alma)
        return actions.collect(message, by=alma)


def sent(looked: Looked, there: Scene) -> RedCrossMessage:
    message = collected(looked)
    with playing.acting(looked.carla) as carla:
        actions.check(message, by=carla)
        return actions.send(message, partner=there.society.pk, by=carla)


def at(looked: Looked, message: RedCrossMessage, state: State) -> bool:
    with playing.acting(looked.alma):
        return is_at(message, state)


@pytest.mark.database_bound
def test_it_goes_there_and_back_and_its_team_alone_knows_of_it(
    looked: Looked, there: Scene, town: Town
) -> None:
    message = sent(looked, there)
    assert NEWS in everything_read(there)
    delivered(there, message)
    with there.acting(there.alma) as alba:
        delivery.write_reply(lookups.red_cross_for(alba, message.pk), text=REPLY, by=alba)
    with playing.acting(looked.alma) as alma:
        assert [one.message.pk for one in lookups.red_cross_lines([message], by=alma)]
        assert lookups.names_on(message) == (CHILD["name"], MOTHER["name"])
        assert lookups.part_of(message, "reply")["text"] == REPLY
        assert lookups.replies_to_give(alma).filter(pk=message.pk).exists()
        delivery.give_reply(lookups.own_red_cross_for(alma, message.pk), by=alma)
    with playing.acting(town[Role.OFFICER]) as omar:
        assert not lookups.red_cross_of(omar).filter(pk=message.pk).exists()
        with pytest.raises(Http404):
            lookups.own_red_cross_for(omar, message.pk)
        assert RedCrossPaper.objects.get(message=message).names == {}
        for part in RedCrossPart.objects.filter(message=message, society_id=omar.society_id):
            with pytest.raises(BoxIsShut):
                assert part.said


def test_who_protects_children_checks_it_and_wrote_no_part_of_it(
    looked: Looked, there: Scene
) -> None:
    del there
    message = collected(looked)
    with playing.acting(looked.carla) as carla:
        assert [one.url for one in red_cross_messages(carla) if "which=check" in one.url]
    with playing.acting(looked.alma) as alma, pytest.raises(actions.NeedsAnother):
        actions.check(message, by=alma)
    own = begun(looked)
    with playing.acting(looked.carla) as carla:
        for kind, said in PARTS.items():
            keep(own, kind, said, by=carla)
        actions.collect(own, by=carla)
        with pytest.raises(actions.NeedsAnother):
            actions.check(own, by=carla)


def test_a_caseworker_of_the_team_does_not_check_it(looked: Looked, there: Scene) -> None:
    del there
    with playing.acting(looked.carla) as carla:
        own = children_messages.begin(looked.child, row=1, how="spoken", by=carla)
        for kind, said in PARTS.items():
            keep(own, kind, said, by=carla)
        actions.collect(own, by=carla)
    with playing.acting(looked.alma) as alma, pytest.raises(NoRight):
        actions.check(own, by=alma)


WHERE_IT_IS: dict[str, tuple[str, dict[str, Any]]] = {
    "an address": ("sender", CHILD | {"address": "Home 4"}),
    "a phone": ("sender", CHILD | {"phone": "+00 010 555 0101"}),
    "an answer that comes to the child": ("sender", CHILD | {"reply_to": "own"}),
    "who must not learn": ("addressee", TO_HER | {"name": "Gebre"}),
}


@pytest.mark.parametrize("what", WHERE_IT_IS)
def test_no_sheet_says(looked: Looked, there: Scene, what: str) -> None:
    del there
    kind, said = WHERE_IT_IS[what]
    message = begun(looked)
    with playing.acting(looked.alma) as alma, pytest.raises(TellsTooMuch):
        keep(message, kind, said, by=alma)


def test_it_waits_for_all_that_a_search_waits_for(looked: Looked) -> None:
    with pytest.raises(NotReady):
        begun(looked)


TAKES_BACK = {
    "assent": {"assent": ["no"]},
    "safety": SAFE | {"fled": ["yes"]},
    "withhold": {"relation_1": ["mother"], "extent_1": ["all"]},
}


@pytest.mark.parametrize("page", TAKES_BACK)
def test_what_the_child_tells_anew_calls_it_off(looked: Looked, there: Scene, page: str) -> None:
    message = sent(looked, there)
    looked.keep("withhold", {"who_1": ["Gebre Zerabruk"], "extent_1": ["part"]})
    assert at(looked, message, State.SENT)
    looked.keep(page, TAKES_BACK[page])
    assert at(looked, message, State.CANCELLED)
    assert NEWS not in everything_read(there)


def test_who_lost_its_copy_gets_none_of_the_answer(looked: Looked, there: Scene) -> None:
    message = sent(looked, there)
    delivered(there, message)
    looked.keep("safety", TAKES_BACK["safety"])
    with there.acting(there.alma) as alba:
        delivery.write_reply(lookups.red_cross_for(alba, message.pk), text=REPLY, by=alba)
    assert REPLY not in everything_read(there)
    with playing.acting(looked.alma):
        assert lookups.part_of(message, "reply")["text"] == REPLY


def test_it_is_called_off_when_nobody_searches_any_more_and_erased_with_the_child(
    looked: Looked, there: Scene
) -> None:
    message = sent(looked, there)
    with playing.acting(looked.alma) as alma:
        why = ChildWhy.NOT_GOOD
        children_moves.move(looked.again(), to=ChildState.REGISTERED, why=why, by=alma)
        assert is_at(message, State.CANCELLED)
        told = protection.erase(looked.child.subject, why=WhyErased.ASKED, by=alma)
        assert not [sentence for sentence in told if "Red Cross" in sentence]
        assert lookups.red_cross_about(message.subject) == []


def test_it_is_begun_and_checked_on_pages_that_nobody_else_finds(
    looked: Looked, there: Scene, town: Town
) -> None:
    del there
    alma, omar = at_the_desk(looked.alma), at_the_desk(town[Role.OFFICER])
    begin = reverse("cases:child_write", args=[looked.child.pk])
    assert omar.get(begin).status_code == 404
    assert f"Mother · {MOTHER['name']}" in alma.get(begin).content.decode()
    answer = alma.post(begin, {"to": "1", "how": "spoken", "heard": "on"})
    sender = answer.headers["Location"]
    assert CHILD["name"] in alma.get(sender).content.decode()
    refused = alma.post(
        sender, CHILD | {"reply_to": "own", "address": "Home", "shown": ["address"]}
    )
    assert "Where the child is does not stand on the sheet" in refused.content.decode()
    assert alma.post(sender, CHILD).status_code == 302
    message = collected(looked)
    page = reverse("cases:red_cross", args=[message.pk])
    assert reverse("cases:child", args=[looked.child.pk]) in alma.get(page).content.decode()
    assert omar.get(page).status_code == 404
    check = at_the_desk(looked.carla).get(reverse("cases:red_cross_check", args=[message.pk]))
    assert "Gebre Zerabruk" in check.content.decode()
    listed = reverse("cases:red_cross_list")
    assert page in alma.get(listed).content.decode()
    assert page not in omar.get(listed).content.decode()
    assert page in alma.get(reverse("cases:child", args=[looked.child.pk])).content.decode()
