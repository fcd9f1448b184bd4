"""A search handed to another society: it sees what was chosen, while it may, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases import lookups, transfer_pages
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import incoming_desk, transfer_sending, transfers
from kintrace.cases.actions.transfers import CannotBeAsked, NotSo
from kintrace.cases.models import Case, Incoming, Transfer, TransferCard, TransferText
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene, selams_case
from kintrace.cases.tests.handing import (
    ALL,
    FOUND,
    QUESTION,
    REGION,
    accepted,
    as_told,
    everything_read_by,
    prepared,
    sent,
    slots_of,
    with_incoming,
)
from kintrace.cases.transfers import Stand
from kintrace.demo import playing
from kintrace.demo.told import STORIES, WAYS
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    from uuid import UUID


@pytest.fixture
def there(scene: Scene) -> Scene:
    """The society that is asked."""
    del scene
    return build_scene("BG")


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


@pytest.mark.database_bound
def test_before_it_accepts_a_society_sees_a_card_that_names_nobody(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma, parts=ALL)
    read = everything_read_by(there)
    assert REGION in read
    assert "brother" in read
    for told in ("Yonas", "Selam", "Tesfay", "Keren", QUESTION, STORIES[0], case.reference):
        assert told not in read
    with pytest.raises(KeyNotAtHand):
        as_told(there.alma, transfer)
    assert slots_of(there.society.pk, transfer.file) == 0


@pytest.mark.database_bound
def test_who_accepts_reads_what_was_chosen_and_the_case_stays_shut(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma, parts=["names", "news", "searcher", "story"])
    accepted(there.alma)
    read = everything_read_by(there)
    for told in ("Yonas", "Selam", QUESTION, STORIES[0]):
        assert told in read
    for kept in ("Tesfay", "Gebre"):  # nobody chose the father, nor all names of who searches
        assert kept not in read
    assert slots_of(there.society.pk, case.file) == 0
    with reading_as(there.society.pk):
        assert not Case.objects.filter(pk=case.pk, society=there.society).exists()


def test_what_else_may_help_is_sent_sealed_with_its_questions(
    scene: Scene, there: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"ways": WAYS[0], "story": {}, "more": {"mother": ["Almaz"], "work": [""]}}
    monkeypatch.setattr(playing, "_boxed", lambda _person: told)
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        transfer = sent(case, there.society, by=scene.alma, parts=["names", "more"])
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        [said] = transfer_pages.received(incoming, by=there.alma)["boxed"]
        assert said["rows"] == [("Mother’s name", "Almaz")]
    with reading_as(there.society.pk):
        assert [one.told for one in lookups.texts_of(transfer.pk)] == [None]


@pytest.mark.database_bound
def test_no_column_of_a_transfer_ever_holds_how_the_enquirer_is_reached(
    scene: Scene, there: Scene, case: Case
) -> None:
    ways = [said for values in WAYS[0].values() for said in values]
    assert any(len(said) > 5 for said in ways)
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma, parts=ALL)
    accepted(there.alma)
    for one in (scene, there):
        read = everything_read_by(one)
        assert STORIES[0] in read, "the boxes are open"
        assert [said for said in ways if len(said) > 5 and said in read] == []
    assert not any("way" in part or "phone" in part or "mail" in part for part in ALL)


def test_who_must_not_learn_cannot_be_asked_and_the_refusal_says_so(
    scene: Scene, there: Scene, case: Case
) -> None:
    feared = NotWith(societies=frozenset({there.society.pk}))
    with scene.acting(scene.alma):
        protection.change_not_with(case.subject, not_with=feared, by=scene.alma)
        with pytest.raises(CannotBeAsked, match="must not learn"):
            prepared(case, there.society, by=scene.alma)


@pytest.mark.parametrize("change", ["held", "feared", "withdrawn"])
def test_the_one_question_is_asked_when_it_is_sent(
    scene: Scene, there: Scene, case: Case, change: str
) -> None:
    with scene.acting(scene.alma):
        transfer = prepared(case, there.society, by=scene.alma)
        if change == "held":
            protection.put_on_hold(transfer.subject, reason="A call.", by=scene.omar)
        elif change == "feared":
            feared = NotWith(societies=frozenset({there.society.pk}))
            protection.change_not_with(case.subject, not_with=feared, by=scene.alma)
        else:
            protection.withdraw(case.subject, purpose=Purpose.TRACE, by=scene.alma)
        with pytest.raises((NotAllowed, CannotBeAsked)), transaction.atomic():
            transfer_sending.send(transfer, by=scene.alma)
    with reading_as(there.society.pk):
        assert not Incoming.objects.exists()


@pytest.mark.database_bound
def test_the_one_question_is_asked_again_when_it_is_accepted(
    scene: Scene, there: Scene, case: Case
) -> None:
    """Nobody had the time to stop it: the ground ran out an hour ago."""
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
        yesterday = timezone.localdate() - timedelta(days=1)
        bases_in_force(case.subject, Purpose.SHARE).update(until=yesterday)
    with with_incoming(there.alma) as incoming:
        with pytest.raises(NotAllowed), transaction.atomic():
            answering.accept(incoming, by=there.alma)
        with pytest.raises(Http404):
            lookups.received(incoming)
    assert slots_of(there.society.pk, transfer.file) == 0


def test_nothing_is_sent_without_a_ground_and_without_parts(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = prepared(case, there.society, by=scene.alma)
        Transfer.objects.filter(pk=transfer.pk).update(state=Stand.DRAFTED)
        with pytest.raises(NotSo), transaction.atomic():
            transfer_sending.send(transfer, by=scene.alma)
        transfers.check_ground(transfer, ground=None, by=scene.alma)
        transfers.choose_parts(transfer, parts=[], by=scene.alma)
        with pytest.raises(NotSo):
            transfer_sending.send(transfer, by=scene.alma)


@pytest.mark.database_bound
def test_questions_go_to_both_boxes_and_give_the_other_the_turn(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    accepted(there.alma)
    asked, answered = "Which of the two ports?", "The one in the north."
    for one, words in ((there, asked), (scene, answered)):
        with one.acting(one.alma):
            sender = scene.society.pk
            answering.say(transfer.pk, sender=sender, words=words, by=one.alma)
        with reading_as(scene.society.pk):
            turn = Transfer.objects.get(pk=transfer.pk).turn_id
            assert turn == ({scene.society.pk, there.society.pk} - {one.society.pk}).pop()
    for one in (scene, there):
        with one.acting(one.alma):
            talk = lookups.texts_of(transfer.pk, "message")
            assert [said.words for said in talk] == [asked, answered]
        with reading_as(one.society.pk):
            assert [said.words for said in lookups.texts_of(transfer.pk, "message")] == [None, None]


@pytest.mark.database_bound
def test_what_was_tried_is_for_the_own_society_alone(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    accepted(there.alma)
    with with_incoming(there.alma) as incoming:
        answering.write_note(incoming, words="The cousin lives in Mill Street.", by=there.alma)
        [note] = lookups.texts_of(transfer.pk, "note")
        assert note.words == "The cousin lives in Mill Street."
    assert "Mill Street" not in everything_read_by(scene)


@pytest.mark.database_bound
def test_both_chains_hold_what_was_done_and_a_third_society_sees_nothing(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        answering.return_result(incoming, outcome=FOUND, by=there.alma)
    wanted = {"sent_transfer", "accepted_transfer", "returned_result"}
    for one in (scene, there):
        with reading_as(one.society.pk):
            done = {e.deed for e in audit.entries(one.society.pk) if e.about == transfer.pk}
            assert wanted <= done
    outsider = build_scene("CH")
    with outsider.acting(outsider.alma), pytest.raises(Http404):
        lookups.transfer_for(outsider.alma, transfer.pk)
    with outsider.acting(outsider.alma), pytest.raises(Http404):
        lookups.incoming_for(outsider.alma, incoming.pk)


@pytest.mark.usefixtures("postgres")
@pytest.mark.database_bound
def test_row_security_shows_each_society_its_own_part(
    scene: Scene, there: Scene, case: Case
) -> None:
    def rows(society: UUID) -> list[int]:
        with reading_as(society):
            models = (Transfer, TransferCard, TransferText, Incoming)
            return [model.objects.count() for model in models]

    third = build_scene("CH")
    with scene.acting(scene.alma):
        transfer = prepared(case, there.society, by=scene.alma, parts=ALL)
    assert rows(there.society.pk) == [0, 0, 0, 0]
    with scene.acting(scene.alma):
        transfer_sending.send(transfer, by=scene.alma)
    # The story for the other box is still the sender's to keep.
    assert rows(scene.society.pk) == [1, 1, 2, 0]
    assert rows(there.society.pk) == [1, 1, 0, 1]
    accepted(there.alma)
    assert rows(there.society.pk) == [1, 1, 1, 1]
    assert rows(third.society.pk) == [0, 0, 0, 0]
    with scene.acting(scene.alma):
        transfer_sending.recall(transfer, why="mistake", by=scene.alma)
    assert rows(there.society.pk) == [0, 0, 0, 1]


def test_a_search_is_not_sent_round_in_a_circle(scene: Scene, there: Scene, case: Case) -> None:
    third = build_scene("CH")
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
        sent(case, third.society, by=scene.alma)
        with pytest.raises(CannotBeAsked, match="already"):
            prepared(case, there.society, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        own = playing.open_a_case(SELAM, by=there.alma)
        incoming_desk.link(incoming, case=own, by=there.alma)
        with pytest.raises(CannotBeAsked, match="Do not send it back"):
            prepared(own, scene.society, by=there.alma)
        with pytest.raises(CannotBeAsked, match="the same search already"):
            prepared(own, third.society, by=there.alma)


def test_an_access_copy_says_whom_we_told_and_which_parts(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma, parts=["names", "news"])
        lines = [(one.name, one.value) for one in holders.copy(case.subject)]
    assert ("What it was told", "Last news: when, where and how") in lines
    assert any(name == "Told to another society" and "Society BG" in said for name, said in lines)
