"""A child's search goes to another society by two, and nothing of the child goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kintrace.cases import lookups, transfer_parts
from kintrace.cases.actions import children_moves, children_transfers
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions.children_family import NotApart
from kintrace.cases.actions.children_moves import NotReady, TellsTooMuch
from kintrace.cases.actions.transfers import CannotBeAsked
from kintrace.cases.children_states import ChildState, ChildWhy
from kintrace.cases.models import Transfer, TransferText
from kintrace.cases.tests.children_sent_ways import (
    OF_THE_CHILD,
    of_the_child,
    prepared,
    sent,
    stand,
)
from kintrace.cases.tests.children_ways import MOTHER, SAFE
from kintrace.cases.tests.conftest import build_scene
from kintrace.cases.tests.handing import (
    FOUND,
    accepted,
    everything_read_by,
    slots_of,
    with_incoming,
)
from kintrace.cases.transfers import Stand, Text
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.seen import ChangedElsewhere
from kintrace.network.words import SocietyKind
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import bases_in_force, every_basis
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.reader import BoxIsShut

if TYPE_CHECKING:
    from kintrace.cases.tests.children_ways import Looked
    from kintrace.cases.tests.conftest import Scene
    from tests.town import Town


@pytest.mark.database_bound
def test_the_other_society_sees_that_a_child_searches_and_nothing_of_it(
    looked: Looked, there: Scene
) -> None:
    transfer = sent(looked, there.society)
    with with_incoming(there.alma) as incoming:
        shown = lookups.received(incoming)
        card = dict(transfer_parts.card_rows(shown.card.told))
        assert card["Who searches"] == "A child. Neither its name nor its place is told"
        assert card["Who is sought, to the person who searches"] == "Mother"
        assert lookups.copy_of(shown) is None
    before = everything_read_by(there)
    assert MOTHER["name"] not in before
    accepted(there.alma)
    with with_incoming(there.alma) as incoming:
        copy = lookups.copy_of(lookups.received(incoming))
        assert copy is not None
        assert copy.parts["names"] == [["unknown", MOTHER["name"]]]
        assert dict(copy.rows) == {"address": "A well", "reached": "+00 010 555 0177"}
        assert lookups.called_here(lookups.afar_for(there.alma, incoming.pk)) == MOTHER["name"]
    read = everything_read_by(there)
    assert MOTHER["name"] in read
    assert not [word for word in OF_THE_CHILD if word in read]
    assert transfer.pk in [one.pk for one in of_the_child(looked)]


def test_one_of_the_team_prepares_it_and_an_officer_who_did_not_sends_it(
    looked: Looked, there: Scene
) -> None:
    transfer = prepared(looked, there.society)
    with playing.acting(looked.alma) as alma, pytest.raises(NoRight):
        children_transfers.send(transfer, by=alma)
    own = prepared(looked, build_scene("IT").society, by=looked.carla)
    with playing.acting(looked.carla) as carla:
        with pytest.raises(NotApart):
            children_transfers.send(own, by=carla)
        done = children_transfers.send(lookups.transfer_for(carla, transfer.pk), by=carla)
    assert (done.checked_by, done.sent_by) == (looked.alma, looked.carla)
    with pytest.raises(IntegrityError), transaction.atomic():
        Transfer.objects.filter(pk=done.pk).update(sent_by=looked.alma)


REFUSED: dict[str, tuple[dict[str, Any], type[Refusal]]] = {
    "the child said no": ({"agreed": "no"}, NotReady),
    "it is old enough to be asked": ({"agreed": "young"}, NotReady),
    "nobody said who was not told": ({"kept": []}, TellsTooMuch),
    "another page was read": ({"seen": 0}, ChangedElsewhere),
    "its name stands in the question": ({"question": "Who knows HEWANÍT?"}, TellsTooMuch),
}


@pytest.mark.parametrize("why", REFUSED)
def test_it_is_not_prepared_while(looked: Looked, there: Scene, why: str) -> None:
    said, refusal = REFUSED[why]
    with pytest.raises(refusal):
        prepared(looked, there.society, **said)


def test_it_is_neither_prepared_nor_sent_when_something_was_told_since(
    looked: Looked, there: Scene
) -> None:
    transfer = prepared(looked, there.society)
    looked.keep("withhold", {"who_1": ["Gebre Zerabruk"], "extent_1": ["part"], "what_1": ["X"]})
    with playing.acting(looked.carla) as carla:
        with pytest.raises(NotReady):
            children_transfers.send(lookups.transfer_for(carla, transfer.pk), by=carla)
        protection.change_not_with(
            looked.child.subject, not_with=NotWith(countries=frozenset({"BG"})), by=carla
        )
    with pytest.raises(CannotBeAsked):
        prepared(looked, there.society, seen=2)
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["all"]})
    assert not of_the_child(looked), "what was prepared about her is thrown away"
    with pytest.raises(TellsTooMuch):
        prepared(looked, build_scene("IT").society, seen=3)


TAKES_BACK = {
    "assent": {"assent": ["later"]},
    "safety": SAFE | {"fled": ["yes"]},
    "withhold": {"who_1": ["letebrhan"], "extent_1": ["all"]},
}


@pytest.mark.parametrize("page", TAKES_BACK)
def test_what_the_child_tells_anew_takes_it_back(looked: Looked, there: Scene, page: str) -> None:
    transfer = sent(looked, there.society)
    accepted(there.alma)
    looked.keep("wishes", {"live_with": ["With my mother."]})
    assert stand(transfer) == Stand.ACCEPTED
    looked.keep(page, TAKES_BACK[page])
    assert stand(transfer) == Stand.RECALLED
    assert slots_of(there.society.pk, transfer.file) == 0
    assert MOTHER["name"] not in everything_read_by(there)


def test_it_ends_when_nobody_searches_here_any_more(looked: Looked, there: Scene) -> None:
    transfer = sent(looked, there.society)
    with playing.acting(looked.alma) as alma:
        why = ChildWhy.NOT_GOOD
        children_moves.move(looked.again(), to=ChildState.REGISTERED, why=why, by=alma)
    assert stand(transfer) == Stand.RECALLED


@pytest.mark.database_bound
def test_the_result_lies_in_the_box_of_the_team_and_nobody_else_of_the_society_sees_any_of_it(
    looked: Looked, there: Scene, town: Town
) -> None:
    transfer = sent(looked, there.society)
    accepted(there.alma)
    with with_incoming(there.alma) as incoming:
        answering.say(transfer.pk, sender=transfer.society_id, words="How old?", by=there.alma)
        answering.return_result(incoming, outcome=FOUND, by=there.alma)
    with playing.acting(looked.alma) as alma:
        said = [one.words for one in lookups.texts_of(transfer.pk, Text.MESSAGE, Text.RESULT)]
        assert said == ["How old?", FOUND.words]
        assert transfer.pk not in [one.pk for one in lookups.transfers_out(alma)]
        assert lookups.transfer_for(alma, transfer.pk).state == Stand.RETURNED
    with playing.acting(town[Role.OFFICER]) as omar:
        for row in TransferText.objects.filter(transfer=transfer.pk, holder=omar.society_id):
            assert row.box == looked.child.team.box
            with pytest.raises(BoxIsShut):
                assert row.said
        with pytest.raises(Http404):
            lookups.transfer_for(omar, transfer.pk)


def test_of_somebody_detained_a_delegation_alone_is_asked(looked: Looked, there: Scene) -> None:
    looked.keep("parted", {"cause": ["detention"]})
    with pytest.raises(CannotBeAsked, match="may harm the person"):
        prepared(looked, there.society)
    assert of_the_child(looked) == []
    there.society.kind = SocietyKind.DELEGATION
    there.society.save(update_fields=["kind"])
    assert stand(sent(looked, there.society)) == Stand.SENT


def test_a_hold_takes_it_back_without_a_word_of_it(looked: Looked, there: Scene) -> None:
    transfer = sent(looked, there.society)
    with playing.acting(looked.alma) as alma:
        told = protection.put_on_hold(looked.child.subject, reason="A man asks.", by=alma)
    assert not [sentence for sentence in told if "societ" in sentence]
    assert stand(transfer) == Stand.RECALLED


def test_of_a_child_that_does_not_want_to_be_found_nothing_is_even_prepared(
    looked: Looked, there: Scene
) -> None:
    with playing.acting(looked.alma) as alma:
        told = {"names": "It", "by_whom": "Its uncle"}
        protection.register_do_not_find(looked.child.subject, told=told, by=alma)
    with pytest.raises(NotAllowed, match="Somebody looks at this first"):
        prepared(looked, there.society)
    assert of_the_child(looked) == []


def test_erased_it_is_gone_there_and_here_with_the_ground_of_who_is_sought(
    looked: Looked, there: Scene
) -> None:
    transfer = sent(looked, there.society)
    accepted(there.alma)
    with playing.acting(looked.carla) as carla:
        assert bases_in_force(transfer.subject, Purpose.SHARE).exists()
        protection.erase(looked.child.subject, why=WhyErased.ASKED, by=carla)
        assert not every_basis(transfer.subject).exists()
        assert not Transfer.objects.filter(pk=transfer.pk).exists()
        assert not TransferText.objects.filter(transfer=transfer.pk).exists()
    assert slots_of(there.society.pk, transfer.file) == 0
    assert slots_of(transfer.society_id, transfer.file) == 0
