"""The demo's people at the first society's desk: each comes as far as was planned, and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.replies import FIRST, VISITORS, Topic
from kintrace.demo import steps
from kintrace.demo.network import messages, people, settled, states
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from kintrace.network.access import Role
from kintrace.network.lookups import ceremony_was_held, desks, every_society, society_coded
from kintrace.network.words import SocietyKind
from kintrace.protection import lookups as protection
from kintrace.vault.reader import reading_as
from kintrace.visitors.lookups import networks
from kintrace.wall import lookups as wall
from kintrace.wall.models import Message, Notice

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot

RESTS_IN = {
    Fate.STOPPED: None,
    Fate.CLEARED: "cleared",
    Fate.APPROVED: "approved",
    Fate.LIVE: "live",
    Fate.MINOR: "live",
    Fate.HELD: "taken_down",
    Fate.MATCHED: "matched",
    Fate.EXPIRED: "expired",
    Fate.WITHDRAWN: "withdrawn",
    Fate.TAKEN_DOWN: "taken_down",
}


def somebody(house: House, fate: Fate) -> Lot:
    return next(lot for lot in people.at(house) if lot.fate is fate)


def come(lot: Lot) -> None:
    """All that this person does, as the worker has them do it."""
    for step in people.steps(lot.house):
        if step.key in {lot.case_key, lot.face_key}:
            steps.take(step)


def case_of(lot: Lot) -> Case:
    with seated(states.actor(lot, Role.CASEWORKER)) as by:
        return cases.case_for(by, UUID(steps.made()[lot.case_key]))


def notice_of(lot: Lot) -> Notice | None:
    with seated(states.actor(lot, Role.CASEWORKER)):
        return wall.notice_of(case_of(lot).subject)


def at_home(house: House) -> AbstractContextManager[object]:
    """As the society reads its own: where the database has walls, nobody else reads these rows."""
    return reading_as(society_coded(house.code).pk)


def test_every_publication_comes_as_far_as_it_was_meant_to(northmark: House) -> None:
    for fate in RESTS_IN:
        come(somebody(northmark, fate))
    found = {fate: notice_of(somebody(northmark, fate)) for fate in RESTS_IN}
    assert {fate: notice and notice.state for fate, notice in found.items()} == RESTS_IN
    # Consent and safety are asked before a photo is kept: nobody rests in a state before them.
    assert set(RESTS_IN.values()) - {None} == set(Notice.State.values) - {"proposed", "consented"}


def test_a_hold_is_in_force_where_it_was_meant_to_be(northmark: House) -> None:
    held = {}
    for fate in (Fate.HELD, Fate.STOPPED, Fate.MINOR):
        come(somebody(northmark, fate))
        case = case_of(somebody(northmark, fate))
        with reading_as(case.society_id):
            held[fate] = protection.is_held(case.subject)
    assert held == {Fate.HELD: True, Fate.STOPPED: True, Fate.MINOR: False}


def test_a_minor_hangs_for_three_months_at_most(northmark: House) -> None:
    come(somebody(northmark, Fate.MINOR))
    notice = notice_of(somebody(northmark, Fate.MINOR))
    assert notice
    assert (notice.live_until - timezone.localdate()).days <= 92


def test_a_draft_is_half_told_and_a_case_may_have_no_photo(northmark: House) -> None:
    come(somebody(northmark, Fate.DRAFT))
    come(somebody(northmark, Fate.OPENED))
    with seated(named("chidi")) as chidi:
        [draft] = cases.drafts_of(chidi)
        assert list(draft.told) == ["searcher"]
    with seated(named("alma")) as alma:
        [case] = cases.open_cases_of(alma)
        assert not case.has_photo


def test_a_face_that_looks_for_several_says_so(northmark: House) -> None:
    lot = next(one for one in people.at(northmark) if one.person.also and one.fate is Fate.LIVE)
    come(lot)
    with at_home(northmark):
        face = wall.face_showing(UUID(steps.made()[lot.face_key]))
    assert face.relations == [lot.person.seeks, *lot.person.also]


def test_a_step_that_died_half_way_is_taken_again_and_leaves_one_face(
    northmark: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = somebody(northmark, Fate.LIVE)
    with monkeypatch.context() as broken:
        broken.setattr("kintrace.cases.actions.faces.put_on_wall", _dies)
        with pytest.raises(KeyboardInterrupt):
            come(lot)
    assert lot.face_key not in steps.made()
    states.play(lot)
    states.play(lot)
    with at_home(northmark):
        assert Notice.objects.count() == len(wall.showing()) == 1


def _dies(*_args: object, **_named: object) -> None:
    raise KeyboardInterrupt


def test_a_society_that_stands_is_not_made_twice(northmark: House) -> None:
    make(northmark)
    [society] = every_society()
    assert len(desks(society.pk)) == len(northmark.desks)
    with reading_as(society.pk):
        texts = protection.every_text(society.pk)
    assert {text.state for text in texts} == {"approved"}
    assert len({(text.kind, text.language) for text in texts}) == len(texts)


def test_a_society_with_one_officer_holds_its_ceremony_with_one_of_the_office(db: None) -> None:
    [office] = [house for house in HOUSES if house.kind == SocietyKind.NETWORK_OFFICE]
    [alone] = [house for house in HOUSES if house.lent]
    make(office)
    make(alone)
    lot = somebody(alone, Fate.LIVE)
    come(lot)
    with at_home(alone):
        face = wall.face_showing(UUID(steps.made()[lot.face_key]))
    assert ceremony_was_held(face.society_id)
    assert messages.write(lot, messages.ANSWERED)  # sealed to a box that two officers signed


def test_messages_are_in_every_state_and_a_code_opens_an_answer(northmark: House) -> None:
    lot = somebody(northmark, Fate.LIVE)
    come(lot)
    codes = {letter.text: messages.write(lot, letter) for letter in messages.LETTERS}
    with at_home(northmark):
        states_there = set(Message.objects.values_list("state", flat=True))
        code = codes[messages.ANSWERED.text] or ""
        conversation = wall.conversation(code, messages.ANSWERED.word)
    assert states_there == set(Message.State.values)
    assert conversation
    assert [piece.text for piece in conversation.pieces if piece.text] == [messages.ANSWERED.answer]


def test_visitors_write_in_their_languages_and_one_of_everything_reaches_the_inbox(
    northmark: House,
) -> None:
    lot = somebody(northmark, Fate.LIVE)
    come(lot)
    for letter in messages.LETTERS:
        messages.write(lot, letter)
    with seated(named("alma")) as alma:
        found = [*wall.inbox(alma), *wall.inbox(alma, closed=True)]
        languages = {one.body.get("page_language") for one in found}
    assert languages >= {"en", "ar", "fa", "ti", "fr"}
    assert {one.kind for one in found} == {"message", "demand", "danger"}
    assert {one.channel for one in found} == {"wall", "phone"}
    # Whoever is in danger is hidden at once, by the press itself.
    with at_home(northmark):
        assert UUID(steps.made()[lot.face_key]) not in {face.pk for face in wall.showing()}


def test_a_society_has_sentences_that_another_officer_approved_a_shared_network_and_costs(
    northmark: House,
) -> None:
    for _ in range(2):
        for step in (*settled.steps(northmark), *settled.sharing(northmark)):
            step.do()
    with seated(named("adam")) as adam:
        sentences = cases.sentences_in_use(adam, "ar")
        assert {one.text for one in sentences} == {
            FIRST["ar"][topic] for topic in VISITORS - {Topic.OTHER}
        }
        [shared] = networks(adam)
        costs = wall.figures.costs_of(adam.society_id, [timezone.localdate().replace(day=1)])
        assert len(costs) == 1
    assert shared.addresses == str(settled.SHARED)


def test_a_message_is_written_once_however_often_its_step_is_taken(northmark: House) -> None:
    lot = somebody(northmark, Fate.LIVE)
    come(lot)
    for _ in range(2):
        messages.write(lot, messages.LETTERS[3])
    with at_home(northmark):
        assert [message.state for message in Message.objects.all()] == ["match"]
