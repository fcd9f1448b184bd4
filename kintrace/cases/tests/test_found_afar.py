"""Somebody is found for another society: it hears what they chose, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, worklist_found, worklist_transfers
from kintrace.cases.actions import opening
from kintrace.cases.actions.found import NotAsExpected, NotFoundYet, PassedOn
from kintrace.cases.actions.incoming import NotWhatTheyChose
from kintrace.cases.actions.opening import NotToldYet
from kintrace.cases.actions.outcomes import NotToBeToldSo
from kintrace.cases.actions.releasing import NotChosen, SecondMemberNeeded
from kintrace.cases.actions.verifying import NotProved
from kintrace.cases.card import Wish
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Choice, Located, Passage, Proof, Release, Whereabouts
from kintrace.cases.tests.meeting import PHONE, QUESTIONS, TOWN
from kintrace.cases.tests.opened import all_that_opens
from kintrace.demo.told import WAYS
from kintrace.protection.lookups import notice_given
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound


def test_who_was_found_for_another_society_is_informed_before_anything_is_kept(
    afar: FoundAfar,
) -> None:
    with afar.scene.acting(afar.scene.alma) as alba:
        for act in (afar.keep_where, afar.ask_found):
            with pytest.raises(NotFoundYet):
                act(by=alba)
        afar.locate(by=alba)
        given = notice_given(afar.subject)
        assert given is not None
        assert given.given_by == alba.pk
        assert afar.subject != afar.sought.subject


def test_no_row_says_which_search_of_another_society_found_somebody(afar: FoundAfar) -> None:
    afar.as_far_as_the_contact()
    incoming, transfer, case = afar.incoming, afar.transfer, afar.case
    known = {incoming.pk, transfer.pk, transfer.file, transfer.matter, case.pk, case.file}
    known |= {case.subject, transfer.subject}
    rows: list[object] = []
    for one in (afar.scene, afar.home):
        with reading_as(one.society.pk):
            models = (Located, Choice, Whereabouts, Release, Passage)
            rows += [row for model in models for row in model.objects.all()]
    for row in rows:
        plain = {value for name, value in vars(row).items() if name != "society_id"}
        assert not {one for one in plain if one.__hash__} & known, row


@pytest.mark.parametrize(
    ("wish", "may"),
    [
        (None, {"not_found", "dead", "cannot"}),
        (Wish.LATER, {"cannot"}),
        (Wish.NOTHING, {"not_found", "cannot"}),
        (Wish.ALIVE, {"located"}),
        (Wish.MESSAGE, {"located"}),
        (Wish.CONTACT, set()),  # first it is passed on
    ],
)
def test_no_result_says_what_the_person_did_not_choose(
    afar: FoundAfar, wish: Wish | None, may: set[str]
) -> None:
    if wish:
        afar.as_far_as_the_choice(wish)
    said = set()
    with afar.scene.acting(afar.scene.alma) as alba:
        for result in ("located", "not_found", "dead", "cannot"):
            with transaction.atomic():
                try:
                    afar.give_result(result, by=alba)
                    said.add(result)
                except NotWhatTheyChose:
                    pass
                transaction.set_rollback(True)
    assert said == may


def test_what_the_person_chose_travels_with_the_result_and_nothing_more_is_told(
    afar: FoundAfar,
) -> None:
    home, alma = afar.home, afar.home.alma
    afar.as_far_as_the_choice(Wish.ALIVE)
    with home.acting(alma), pytest.raises(NotAsExpected):  # nobody may try out what was found
        afar.told_at_home("alive", by=alma)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result(by=alba)
    with home.acting(alma):
        [said] = lookups.texts_of(afar.transfer.pk, "result")
        assert said.wish == "Alive, but no contact"
        for other in ("contact", "message", "say_nothing", "not_found"):
            with pytest.raises(NotAsExpected), transaction.atomic():
                afar.told_at_home(other, by=alma)
        afar.told_at_home("alive", by=alma)
        assert PHONE not in all_that_opens()


def test_no_red_cross_message_goes_to_who_was_found_there_and_did_not_choose_one(
    afar: FoundAfar,
) -> None:
    def refused() -> bool:
        with afar.home.acting(afar.home.alma):
            return lookups.refuses_messages(afar.transfer.subject)

    assert not refused()
    afar.as_far_as_the_choice(Wish.LATER)
    assert refused()
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.choose(Wish.MESSAGE, by=alba)
    assert not refused()


def test_a_mind_that_changed_after_the_result_counts_until_the_family_was_told(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_choice(Wish.MESSAGE)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result(by=alba)
        afar.take_back(by=alba)
    with afar.home.acting(afar.home.alma) as alma:
        with pytest.raises(NotAsExpected), transaction.atomic():
            afar.told_at_home("message", by=alma)
        afar.told_at_home("not_found", by=alma)


def test_questions_go_to_the_family_without_the_answers_and_only_for_who_wants_contact(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_choice(Wish.MESSAGE)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.ask_found(by=alba)
        with pytest.raises(NotChosen), transaction.atomic():
            afar.send_questions(by=alba)
        afar.choose(Wish.CONTACT, by=alba)
        afar.send_questions(by=alba)
        with pytest.raises(NotAsExpected):
            afar.ask_seeker(by=alba)  # the society that asked speaks with the family
    with afar.home.acting(afar.home.alma) as alma:
        assert set(lookups.asked_of_family(afar.transfer).values()) == set(QUESTIONS)
        read = all_that_opens()
        assert "A found word" not in read
        assert PHONE not in read
        afar.answer_at_home(by=alma)
        assert lookups.asked_of_family(afar.transfer) == {}
    with afar.scene.acting(afar.scene.alma):
        assert {one.seeker_says for one in Proof.objects.all()} == {"A word"}


def test_contact_goes_once_after_two_verdicts_and_a_second_member_and_both_chains_know(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_answers()
    with there.acting(there.omar) as orel:
        afar.compare(by=orel)
        afar.verify(by=orel)
    with there.acting(there.lena) as lena:
        afar.sign(by=lena)
        with pytest.raises(NotProved, match="society that asked"):
            afar.release(by=lena)
    with home.acting(home.alma) as alma, pytest.raises(NoRight):
        afar.vouch(by=alma)
    with home.acting(home.omar) as omar:
        afar.vouch("failed", by=omar)
    with there.acting(there.lena) as lena, pytest.raises(NotProved):
        afar.release(by=lena)
    with home.acting(home.omar) as omar:
        afar.vouch(by=omar)
    with there.acting(there.lena) as lena:
        afar.release(by=lena)
    with reading_as(home.society.pk):
        passage = Passage.objects.get()
    for one in (there, home):
        with reading_as(one.society.pk):
            done = {e.deed for e in audit.entries(one.society.pk) if e.about == passage.pk}
            assert Deed.RELEASED_CONTACT in done


def test_what_was_passed_to_another_society_cannot_be_called_back(afar: FoundAfar) -> None:
    afar.as_far_as_the_contact()
    with afar.scene.acting(afar.scene.lena) as lena:
        for again in (afar.release, afar.take_back, afar.keep_where):
            with pytest.raises(PassedOn):
                again(by=lena)


def test_nobody_leaves_a_second_member_out_where_somebody_may_be_a_child(afar: FoundAfar) -> None:
    afar.as_far_as_the_verdict()
    with afar.scene.acting(afar.scene.omar) as orel, pytest.raises(SecondMemberNeeded):
        afar.release(by=orel)


def test_only_the_society_that_asked_reads_what_was_passed_on_and_never_where_they_are(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_contact()
    with home.acting(home.alma):
        passed = lookups.passed_to_us(afar.transfer)
        assert passed is not None
        assert passed.ways == {"phone": PHONE}
        assert TOWN not in all_that_opens()
    with reading_as(home.society.pk):
        shut = lookups.passed_to_us(afar.transfer)
        assert shut is not None
        assert shut.ways is None, "it lies in the box"
    ways = [said for values in WAYS[0].values() for said in values if len(said) > 5]
    with there.acting(there.alma):
        read = all_that_opens()
        assert not [said for said in ways if said in read], "the family’s own ways stay at home"


def test_the_family_hears_of_contact_by_a_voice_and_the_case_ends_after_it(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_contact()
    with there.acting(there.alma) as alba:
        afar.give_result(by=alba)
    with home.acting(home.alma) as alma:
        with pytest.raises(NotToldYet):
            opening.close_case(afar.case, closing=Closing.TOLD, by=alma)
        with pytest.raises(NotToBeToldSo, match="never by letter"), transaction.atomic():
            afar.told_at_home("contact", "letter", by=alma)
        afar.told_at_home("contact", by=alma)
        opening.close_case(afar.case, closing=Closing.TOLD, by=alma)


def test_officers_of_both_societies_read_in_their_work_list_what_they_are_to_decide(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    ours = "The family answered what Society BG asked. Decide whether it is the family."
    afar.as_far_as_the_questions()
    assert read_in_work_lists(home, home.omar) == []
    with home.acting(home.alma) as alma:
        afar.answer_at_home(by=alma)
    assert read_in_work_lists(home, home.omar) == read_in_work_lists(home, home.lena) == [ours]
    assert ours not in read_in_work_lists(home, home.alma)
    with there.acting(there.omar) as orel:
        afar.compare(by=orel)
        afar.verify(by=orel)
    with there.acting(there.lena) as lena:
        afar.sign(by=lena)
    assert read_in_work_lists(there, there.omar) == []  # the other society has not decided
    with home.acting(home.lena) as lena:
        afar.vouch(by=lena)
    assert read_in_work_lists(home, home.omar) == []
    hand_on = "A second member agreed. Pass on how the found person is reached."
    assert read_in_work_lists(there, there.omar) == [hand_on]


def read_in_work_lists(scene: Scene, member: Member) -> list[str]:
    with scene.acting(member):
        sources = (worklist_found.found_waiting, worklist_transfers.transfers)
        return [one.what for source in sources for one in source(member)]
