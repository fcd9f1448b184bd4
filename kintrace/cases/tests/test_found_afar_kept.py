"""What the found person wants is asked at every step between two societies, and who is told no
hears no reason; nothing of it shows to who does not work on the search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import accepting, opening
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions.found import NotAsExpected, PassedOn
from kintrace.cases.actions.incoming import NotWhatTheyChose
from kintrace.cases.actions.opening import NotToldYet
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.card import Wish
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Judgement, Passage, TransferText
from kintrace.cases.tests.test_found_afar_ends import (
    another_answer,
    hold_found,
    named_at_home,
    named_there,
    withdrawn,
)
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.tests.cast import SignIn


def test_nothing_is_said_of_somebody_on_hold_or_to_a_society_that_must_not_learn(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_choice(Wish.ALIVE)
    with transaction.atomic():
        hold_found(afar)
        with afar.scene.acting(afar.scene.alma) as alba, pytest.raises(NotAllowed, match="first"):
            afar.give_result(by=alba)
        transaction.set_rollback(True)
    named_there(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        with pytest.raises(NotWhatTheyChose), transaction.atomic():
            afar.give_result(by=alba)
        afar.give_result("not_found", by=alba)


def test_who_named_the_society_after_the_result_is_not_told_of_by_it(afar: FoundAfar) -> None:
    afar.as_far_as_the_choice(Wish.MESSAGE)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result(by=alba)
    named_there(afar)
    with afar.home.acting(afar.home.alma) as alma:
        assert lookups.refuses_messages(afar.transfer.subject)
        with pytest.raises(NotAsExpected), transaction.atomic():
            afar.told_at_home("message", by=alma)


@pytest.mark.parametrize("stop", [another_answer, withdrawn, named_there])
def test_the_family_is_asked_no_more_once_the_person_wants_it_no_more(
    afar: FoundAfar, stop: Callable[[FoundAfar], None]
) -> None:
    afar.as_far_as_the_questions()
    stop(afar)
    with afar.home.acting(afar.home.alma) as alma:
        assert lookups.asked_of_family(afar.transfer) == {}
        assert not Passage.objects.exists()
        with pytest.raises(NotAsExpected, match="asked nothing"):
            afar.answer_at_home(by=alma)


def test_why_the_person_wants_it_no_more_is_not_told_to_the_society_that_asked(
    afar: FoundAfar, monkeypatch: pytest.MonkeyPatch
) -> None:
    afar.as_far_as_the_questions()
    # As if the answer came while the page of the other society stood open.
    monkeypatch.setattr("kintrace.cases.holder_found.forget_questions", lambda _sought: None)
    withdrawn(afar)
    looked_at = pytest.raises(NotAllowed, match="Somebody looks at this first")
    with afar.home.acting(afar.home.omar) as omar, looked_at:
        afar.vouch(by=omar)


def test_whom_the_other_side_fears_is_written_into_no_file_here(afar: FoundAfar) -> None:
    named_at_home(afar)
    afar.as_far_as_the_signature()
    with afar.scene.acting(afar.scene.lena) as lena:
        judged = json.dumps([one.judged for one in Judgement.objects.all()])
        assert "uncle" not in judged
        afar.release(by=lena)  # nothing changed since it was signed


def test_a_new_worry_on_the_other_side_makes_a_signature_void(afar: FoundAfar) -> None:
    afar.as_far_as_the_signature()
    named_at_home(afar)
    with afar.scene.acting(afar.scene.lena):
        assert afar.now.seconded is not None
        assert afar.now.signature is None


def test_from_outside_what_goes_over_is_a_message_like_any_other(afar: FoundAfar) -> None:
    afar.as_far_as_the_contact()
    for one in (afar.scene, afar.home):
        with reading_as(one.society.pk):
            entries = audit.entries(one.society.pk, limit=1000)
            wrote = [e for e in entries if e.deed == Deed.WROTE_IN_TRANSFER]
            about = {e.about for e in entries if e.deed in {Deed.KEPT_PROOF, Deed.JUDGED_FOUND}}
            said = TransferText.objects.filter(society=one.society, kind="message").count()
        assert len(wrote) == said > 0
        assert afar.transfer.pk not in about


def test_after_contact_nothing_more_is_answered_and_the_request_is_not_declined(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_contact()
    with afar.home.acting(afar.home.omar) as omar, pytest.raises(PassedOn):
        afar.vouch("failed", by=omar)
    with afar.scene.acting(afar.scene.alma) as alba, pytest.raises(NotSo, match="Give the result"):
        answering.decline(afar.incoming, why="full", by=alba)


def test_who_does_not_work_on_the_search_sees_neither_questions_nor_ways(
    afar: FoundAfar, sign_in: SignIn
) -> None:
    page = f"/desk/other/asked/{afar.transfer.pk}/"
    alma = open_box(sign_in(Client(), afar.home.alma), password=PASSWORD)
    afar.as_far_as_the_questions()
    assert "Is it the family?" in alma.get(page).content.decode()
    assert alma.get(f"{page}family/").status_code == 200
    with afar.home.acting(afar.home.omar) as omar:
        accepting.give(afar.case, to=omar, by=omar)
    assert "Is it the family?" not in alma.get(page).content.decode()
    assert alma.get(f"{page}family/").status_code == 403


def test_a_case_does_not_end_as_in_touch_before_the_family_heard_of_everybody(
    afar: FoundAfar,
) -> None:
    with afar.home.acting(afar.home.alma) as alma:
        with pytest.raises(NotToldYet), transaction.atomic():
            opening.close_case(afar.case, closing=Closing.FOUND, by=alma)
        afar.told_at_home("not_found", by=alma)
        opening.close_case(afar.case, closing=Closing.FOUND, by=alma)
