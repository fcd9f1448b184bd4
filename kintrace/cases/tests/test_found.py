"""Somebody was found: nothing of them leaves this house without them, and two members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.choices import Asked, choose
from kintrace.cases.actions.found import NotAsExpected, NotFoundYet, PassedOn
from kintrace.cases.actions.releasing import NotChosen, SecondMemberNeeded, release
from kintrace.cases.actions.verifying import AnotherDecides, NotProved, add_rung, decide
from kintrace.cases.card import Wish
from kintrace.cases.finding import Compared, Proof, Rung, is_enough
from kintrace.cases.models import Choice, Located, Release, Whereabouts
from kintrace.cases.tests.meeting import PHONE, TOWN, WHERE, Found, grown_up
from kintrace.cases.tests.opened import all_that_opens
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import holds_in_force, notice_given
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import KeyNotAtHand
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from collections.abc import Callable


OF_FOUND = {Deed.FOUND_PERSON, Deed.ASKED_CHOICE, Deed.KEPT_WHEREABOUTS, Deed.JUDGED_FOUND}


def test_who_was_found_is_informed_before_anything_of_them_is_kept(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        for act in (search.keep_where, search.ask_found):
            with pytest.raises(NotFoundYet):
                act(by=alma)
        search.locate(by=alma)
        given = notice_given(search.subject)
        assert given is not None
        assert given.given_by == alma.pk
        assert search.subject != search.sought.subject
        with pytest.raises(NotAsExpected):
            search.locate(by=alma)


def test_no_row_says_which_search_found_somebody(search: Found) -> None:
    """What a thief has: every plain column, and no key."""
    search.as_far_as_the_signature()
    case, sought = search.case, search.sought
    known = {case.pk, case.file, case.subject, sought.pk, sought.subject}
    for row in (*Located.objects.all(), *Choice.objects.all(), *Whereabouts.objects.all()):
        plain = {getattr(row, one.attname) for one in row._meta.fields if one.name != "society"}
        assert not plain & known, row
    with search.scene.acting(search.scene.alma):
        assert mark_of(sought.pk, file=case.file, purpose="found") == Located.objects.get().mark
        entries = audit.entries_after(case.society_id, 0, limit=500)
        told = {one.about for one in entries if one.deed in OF_FOUND}
        assert told
        assert not told & known


def test_every_answer_stays_and_the_newest_counts(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_choice(Wish.LATER)
    with scene.acting(scene.alma) as alma:
        search.choose(Wish.CONTACT, by=alma)
        search.choose(Wish.MESSAGE, by=alma)
        said = [one.wish["wish"] for one in search.now.choices]
        assert said == [Wish.LATER, Wish.CONTACT, Wish.MESSAGE]
        assert search.now.wish == Wish.MESSAGE
        assert lookups.may_be_written_to(search.sought)
        newer = Asked(Wish.CONTACT, "spoken", "en", read="another version")
        with pytest.raises(NotAsExpected, match="words of the card changed"):
            choose(search.sought, asked=newer, by=alma)


def test_who_does_not_want_to_be_reached_is_not_kept_with_their_whereabouts(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_choice()
    with scene.acting(scene.alma) as alma:
        assert PHONE in all_that_opens()
        file = Whereabouts.objects.get().file
        search.choose(Wish.ALIVE, by=alma)
        assert not Whereabouts.objects.exists()
        assert PHONE not in all_that_opens()
        with pytest.raises(KeyNotAtHand):
            mark_of(search.sought.pk, file=file, purpose="found")
        assert not lookups.may_be_written_to(search.sought)
        with pytest.raises(NotAsExpected):
            search.keep_where(by=alma)


def test_contact_is_released_once_after_choice_verification_and_a_second_member(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_verdict()
    with scene.acting(scene.omar) as omar:
        with pytest.raises(SecondMemberNeeded):  # nobody told how old he is
            search.release(by=omar)
        with pytest.raises(AnotherDecides):
            search.sign(by=omar)
    with scene.acting(scene.lena) as lena:
        search.sign(by=lena)
        with pytest.raises(NotAsExpected, match="never by letter"):
            search.release(by=lena, told="letter")
        search.release(by=lena)
        row = search.now.release
        assert row is not None
        assert row.passed == {"phone": PHONE}
        assert row.file != search.case.file
        assert (row.chosen_by, row.verified_by, row.signed_by) == (scene.alma, scene.omar, lena)
        for again in (search.release, search.take_back, search.keep_where):
            with pytest.raises(PassedOn):
                again(by=lena)


def test_of_grown_ups_without_a_worry_two_decide_and_any_worry_asks_for_a_third(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_verdict()
    with scene.acting(scene.omar) as omar:
        grown_up(search.sought.subject, by=omar)
        assert not search.now.is_careful
        with transaction.atomic():
            search.release(by=omar)
            transaction.set_rollback(True)
        protection.put_on_hold(search.case.subject, reason="A worry.", by=omar)
    with scene.acting(scene.dora) as dora:
        [one] = holds_in_force(search.case.subject)
        protection.lift_hold(one, because="It is over.", by=dora)
    with scene.acting(scene.omar) as omar, pytest.raises(SecondMemberNeeded):
        search.release(by=omar)


def test_a_caseworker_neither_verifies_nor_releases(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.alma) as alma:
        for act in (search.verify, search.sign, search.release, search.compare):
            with pytest.raises(NoRight):
                act(by=alma)


def held(who: str) -> Callable[[Found], None]:
    def hold(search: Found) -> None:
        subject = {
            "found": search.subject,
            "sought": search.sought.subject,
            "seeker": search.case.subject,
        }[who]
        protection.put_on_hold(subject, reason="A worry.", by=search.scene.omar)

    return hold


def must_not_learn(search: Found) -> None:
    society = frozenset({search.scene.society.pk})
    circle = NotWith(societies=society)
    protection.change_not_with(search.subject, not_with=circle, by=search.scene.omar)


def named(search: Found) -> None:
    """Somebody is named who must not learn, after the second member signed."""
    circle = NotWith(persons=("Her uncle",))
    protection.change_not_with(search.subject, not_with=circle, by=search.scene.omar)


def hides(search: Found) -> None:
    told = {"names": "He", "by_whom": "Her uncle"}
    protection.register_do_not_find(search.subject, told=told, by=search.scene.omar)


def withdrawn(search: Found) -> None:
    protection.withdraw(search.subject, purpose=Purpose.CONTACT, by=search.scene.omar)


def seeker_left(search: Found) -> None:
    protection.withdraw(search.case.subject, purpose=Purpose.CONTACT, by=search.scene.omar)


NOT_NOW = (NotAllowed, NotChosen, NotProved, SecondMemberNeeded)
STOPS: dict[str, Callable[[Found], object]] = {
    "a hold on who was found": held("found"),
    "a hold on who is sought": held("sought"),
    "a hold on who searches": held("seeker"),
    "the society must not learn": must_not_learn,
    "somebody is named who must not learn": named,
    "they do not want to be found": hides,
    "it is withdrawn by right": withdrawn,
    "the card is taken back": lambda search: search.take_back(by=search.scene.omar),
    "another answer": lambda search: search.choose(Wish.MESSAGE, by=search.scene.omar),
    "who searches is not to be contacted": seeker_left,
    "an answer does not fit": lambda search: search.compare("different", by=search.scene.omar),
}


def test_everything_is_asked_anew_at_the_moment_of_release(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    for name, stop in STOPS.items():
        with transaction.atomic():
            with scene.acting(scene.omar):
                stop(search)
            with scene.acting(scene.lena) as lena:
                with pytest.raises(NOT_NOW):
                    search.release(by=lena)
                assert not Release.objects.exists(), name
            transaction.set_rollback(True)
    with scene.acting(scene.lena) as lena:
        search.release(by=lena)


def test_three_facts_or_two_with_another_proof_are_enough_and_no_sum_of_doubts() -> None:
    def facts(count: int, *, apart: bool = True, compared: str = Compared.SAME) -> list[Proof]:
        return [Proof(Rung.FACT, compared, apart)] * count

    witness = [Proof(Rung.WITNESS, Compared.SAME)]
    assert is_enough(facts(3), careful=False)
    assert is_enough(facts(2) + witness, careful=True)
    assert not is_enough(facts(2), careful=False)
    assert not is_enough(witness * 5, careful=False)
    assert not is_enough(facts(9, compared=Compared.UNSURE) + witness, careful=False)
    assert is_enough(facts(3, apart=False), careful=False)
    assert not is_enough(facts(3, apart=False), careful=True)


def test_a_failed_verification_has_a_reason_and_a_childs_photo_is_shown_to_nobody(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_choice()
    with scene.acting(scene.omar) as omar:
        with pytest.raises(NotProved, match="not enough"):
            search.verify(by=omar)
        with pytest.raises(NotProved, match="Say why"):
            decide(search.sought, verdict="failed", by=omar)
        decide(search.sought, verdict="failed", because="facts_differ", by=omar)
        with pytest.raises(NotAsExpected, match="adults only"):
            add_rung(search.sought, rung="line_up", note="-", compared="same", by=omar)


def test_what_is_passed_on_is_never_where_they_are(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.lena) as lena:
        release(search.sought, ways=WHERE.keys(), told="in_person", by=lena)
        assert TOWN not in str(Release.objects.get().passed)
