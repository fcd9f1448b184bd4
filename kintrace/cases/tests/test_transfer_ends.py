"""However a transfer ends, nothing of it opens at the other society any more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.http import Http404
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups, transfer_pages, worklist_transfers
from kintrace.cases.actions import enquiries, transfer_ends, transfer_sending
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions.opening import close_case
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Enquiry, Incoming, Transfer, TransferText
from kintrace.cases.tests.bringing import a_place, ask_about
from kintrace.cases.tests.conftest import Scene, build_scene, selams_case
from kintrace.cases.tests.handing import (
    ALL,
    FOUND,
    accepted,
    everything_read_by,
    prepared,
    sent,
    slots_of,
    with_incoming,
)
from kintrace.cases.tests.ways import day
from kintrace.cases.transfers import Stand, Text
from kintrace.network.tests.cast import work_off
from kintrace.protection import actions as protection
from kintrace.protection.actions.leaving import end_membership
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault import ledger
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from freezegun.api import FrozenDateTimeFactory
    from pytest_django import DjangoCaptureOnCommitCallbacks


@pytest.fixture
def there(scene: Scene) -> Scene:
    """The society that is asked."""
    del scene
    return build_scene("BG")


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


ENDINGS = ("recalled", "held", "withdrawn", "feared", "erased", "sought erased", "declined", "left")


@pytest.mark.database_bound
@pytest.mark.parametrize("ending", ENDINGS)
def test_however_it_ends_nothing_opens_there_any_more(
    scene: Scene,
    there: Scene,
    case: Case,
    ending: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma, parts=ALL)
        card = transfer.card.file
    incoming = accepted(there.alma)
    asked = worked_on(incoming, there)
    assert slots_of(there.society.pk, transfer.file, card, asked) == 3
    with django_capture_on_commit_callbacks(execute=True):
        end(ending, transfer, incoming, scene, there)
    with django_capture_on_commit_callbacks(execute=True):
        work_off()
    assert slots_of(there.society.pk, transfer.file, card, asked) == 0
    assert slots_of(scene.society.pk, transfer.file, card) == 0
    assert {transfer.file, card, asked} <= ledger.erased()
    assert everything_read_by(there) == ""
    with reading_as(there.society.pk):
        assert not Transfer.objects.filter(receiver=there.society).exists()
        assert not TransferText.objects.filter(holder=there.society).exists()
        assert not Enquiry.objects.exists()
        known = Incoming.objects.get(pk=incoming.pk)
        assert known.ended
        with pytest.raises(Http404):
            lookups.received(known)


def worked_on(incoming: Incoming, there: Scene) -> UUID:
    """A question, a note, and a hospital that answered: the file in which the last lies."""
    with there.acting(there.omar) as omar:
        place = a_place(by=omar, country="BG")
    with there.acting(there.alma) as alma:
        sender = incoming.sender_id
        answering.say(incoming.transfer, sender=sender, words="Which port?", by=alma)
        answering.write_note(incoming, words="Asked at the port.", by=alma)
        asked = ask_about(lookups.afar_for(alma, incoming.pk), place, by=alma)
        today, said = timezone.localdate(), "In ward 9."
        return enquiries.note_answer(asked, day=today, result="known", said=said, by=alma).file


def end(ending: str, transfer: Transfer, incoming: Incoming, scene: Scene, there: Scene) -> None:
    subject = transfer.searcher
    if ending == "declined":
        with there.acting(there.alma):
            answering.decline(incoming, why="full", by=there.alma)
        return
    if ending == "left":
        end_membership(there.society, by=scene.omar)
        return
    with scene.acting(scene.alma):
        if ending == "recalled":
            transfer_sending.recall(transfer, why="mistake", by=scene.alma)
        elif ending == "held":
            protection.put_on_hold(transfer.subject, reason="A call.", by=scene.alma)
        elif ending == "withdrawn":
            protection.withdraw(subject, purpose=Purpose.SHARE, by=scene.alma)
        elif ending == "feared":
            feared = NotWith(countries=frozenset({there.society.country}))
            protection.change_not_with(subject, not_with=feared, by=scene.alma)
        else:
            whom = subject if ending == "erased" else transfer.subject
            protection.erase(whom, why=WhyErased.ASKED, by=scene.dora)


def test_what_is_taken_back_for_a_hold_reads_like_any_other_end(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
        protection.put_on_hold(case.subject, reason="A call.", by=scene.omar)
        held = Transfer.objects.get(pk=transfer.pk)
        assert (held.state, held.turn_id) == (Stand.RECALLED, None)
    with with_incoming(there.alma) as incoming:
        assert incoming.state == Stand.RECALLED
        with pytest.raises(Http404):
            answering.accept(incoming, by=there.alma)


@pytest.mark.database_bound
def test_the_result_comes_back_and_the_copy_is_deleted_after_thirty_days(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        answering.return_result(incoming, outcome=FOUND, by=there.alma)
    with scene.acting(scene.alma):
        row = lookups.transfer_for(scene.alma, transfer.pk)
        assert (row.state, row.turn_id) == ("returned", scene.society.pk)
        [said] = lookups.texts_of(row.pk, Text.RESULT)
        assert said.result == "There is nothing that we may pass on"
        assert [one.words for one in lookups.texts_of(row.pk, "result")] == [FOUND.words]
        expire(scene, days=30)
        assert slots_of(there.society.pk, transfer.file) == 1
        expire(scene, days=31)
        row = lookups.transfer_for(scene.alma, transfer.pk)
        assert (row.state, row.told, row.turn_id) == ("deleted", None, scene.society.pk)
        assert [one.words for one in lookups.texts_of(row.pk, "result")] == [FOUND.words]
    assert slots_of(there.society.pk, transfer.file) == 0
    assert everything_read_by(there) == ""


def expire(scene: Scene, *, days: int) -> int:
    with reading_as(scene.society.pk):
        day = timezone.localdate() + timedelta(days=days)
        return transfer_ends.expire(day, by=Machine(scene.society.pk))


def test_nobody_answers_in_time_and_it_is_over_on_both_sides(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    assert expire(scene, days=14) == 0
    assert expire(scene, days=15) == 1
    with reading_as(scene.society.pk):
        row = Transfer.objects.get(pk=transfer.pk)
        assert (row.state, row.turn_id) == ("expired", scene.society.pk)
    with reading_as(there.society.pk):
        assert Incoming.objects.get().state == "expired"
    assert expire(there, days=29) == 0
    assert expire(there, days=32) == 1, "that somebody asked is forgotten in the end"


@pytest.mark.database_bound
def test_a_search_that_was_accepted_ends_a_year_after_the_last_word_of_who_asked(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma, parts=ALL)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
    assert expire(scene, days=365) == 0
    clock.tick(timedelta(days=300))
    with there.acting(there.alma):  # what they write prolongs nothing
        home = scene.society.pk
        answering.say(transfer.pk, sender=home, words="We are at it.", by=there.alma)
    assert last_day(scene) == day(365)
    with scene.acting(scene.alma):
        answering.say(transfer.pk, sender=home, words="Please go on.", by=scene.alma)
    assert last_day(scene) == day(300 + 365)
    assert expire(scene, days=365) == 0
    assert everything_read_by(there)
    assert expire(scene, days=366) == 1
    assert everything_read_by(there) == ""
    with scene.acting(scene.alma):
        row = lookups.transfer_for(scene.alma, transfer.pk)
        assert (row.state, row.told, row.turn_id) == ("expired", None, home)
        assert transfer_pages.says(row).startswith("The search there ended with its last day.")
        told = [one.what for one in transfer_pages.happened(case, scene.alma)]
        assert told[-1] == "The search at Society BG ended with its last day."
        [line] = worklist_transfers.transfers(scene.alma)
        assert line.what.startswith("The search at Society BG ended with its last day.")
        assert sent(case, there.society, by=scene.alma).is_out, "it can be sent anew"


def last_day(scene: Scene) -> date:
    with reading_as(scene.society.pk):
        return Transfer.objects.get().last_day


def test_a_closed_case_takes_its_transfers_back(scene: Scene, there: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
        close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
    assert slots_of(there.society.pk, transfer.card.file) == 0


@pytest.mark.database_bound
def test_what_a_backup_brings_back_is_ended_by_the_missing_key(
    scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
        protection.erase_keys([transfer.file])  # as the ledger does after a restore
    assert expire(scene, days=0) == 1
    assert everything_read_by(there) == ""


def test_what_was_never_sent_is_thrown_away(scene: Scene, there: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        transfer = prepared(case, there.society, by=scene.alma)
        transfer_sending.recall(transfer, why="mistake", by=scene.alma)
        assert not Transfer.objects.exists()
    assert slots_of(scene.society.pk, transfer.file) == 0
