"""What stops contact on its way to another society, and what is left when the search ends."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import transfer_ends, transfer_sending
from kintrace.cases.card import Wish
from kintrace.cases.models import Located, Passage
from kintrace.cases.tests.conftest import build_scene
from kintrace.cases.tests.meeting import PHONE, QUESTIONS, TOWN
from kintrace.cases.tests.opened import all_that_opens
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.meeting_afar import FoundAfar

pytestmark = pytest.mark.database_bound


def hold_found(afar: FoundAfar) -> None:
    with afar.scene.acting(afar.scene.omar) as orel:
        protection.put_on_hold(afar.subject, reason="A worry.", by=orel)


def named_there(afar: FoundAfar) -> None:
    """The found person says that the society that asked must not learn."""
    with afar.scene.acting(afar.scene.omar) as orel:
        feared = NotWith(societies=frozenset({afar.home.society.pk}))
        protection.change_not_with(afar.subject, not_with=feared, by=orel)


def another_answer(afar: FoundAfar) -> None:
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.choose(Wish.MESSAGE, by=alba)


def withdrawn(afar: FoundAfar) -> None:
    with afar.scene.acting(afar.scene.omar) as orel:
        protection.withdraw(afar.subject, purpose=Purpose.CONTACT, by=orel)


def seeker_not_reached(afar: FoundAfar) -> None:
    with afar.home.acting(afar.home.omar) as omar:
        protection.withdraw(afar.case.subject, purpose=Purpose.CONTACT, by=omar)


def doubted_at_home(afar: FoundAfar) -> None:
    with afar.home.acting(afar.home.omar) as omar:
        afar.vouch("not_yet", by=omar)


def named_at_home(afar: FoundAfar) -> None:
    """Somebody is named who must not learn, after the second member signed."""
    with afar.home.acting(afar.home.omar) as omar:
        circle = NotWith(persons=("Her uncle",))
        protection.change_not_with(afar.case.subject, not_with=circle, by=omar)


def held_at_home(afar: FoundAfar) -> None:
    with afar.home.acting(afar.home.omar) as omar:
        protection.put_on_hold(afar.case.subject, reason="A worry.", by=omar)


STOPS: dict[str, Callable[[FoundAfar], None]] = {
    "a hold on who was found": hold_found,
    "the society that asked must not learn": named_there,
    "another answer": another_answer,
    "it is withdrawn": withdrawn,
    "who searches is not to be contacted": seeker_not_reached,
    "the other society is not sure any more": doubted_at_home,
    "somebody is named at home": named_at_home,
    "a hold on who searches": held_at_home,
}


def test_everything_is_asked_anew_at_both_societies_when_contact_is_passed_on(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_signature()
    for name, stop in STOPS.items():
        with transaction.atomic():
            stop(afar)
            with afar.scene.acting(afar.scene.lena) as lena, transaction.atomic():
                with pytest.raises((Refusal, Http404)):
                    afar.release(by=lena)
                transaction.set_rollback(True)
            with reading_as(afar.home.society.pk):
                assert not Passage.objects.filter(passed__isnull=False).exists(), name
            transaction.set_rollback(True)
    with afar.scene.acting(afar.scene.lena) as lena:
        afar.release(by=lena)


def test_a_hold_there_and_a_hold_here_are_refused_in_the_same_words(afar: FoundAfar) -> None:
    afar.as_far_as_the_verdict()
    hold_found(afar)
    looked_at = pytest.raises(NotAllowed, match="Somebody looks at this first")
    with afar.home.acting(afar.home.omar) as omar, looked_at:
        afar.vouch(by=omar)


@pytest.mark.parametrize("how", ["recalled", "held", "erased", "found person erased"])
def test_nothing_of_who_was_found_stays_anywhere_when_it_ends(afar: FoundAfar, how: str) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_contact()
    if how == "found person erased":
        with there.acting(there.dora) as dana:
            protection.erase(afar.subject, why=WhyErased.ASKED, by=dana)
    else:
        with home.acting(home.omar) as omar:
            if how == "recalled":
                transfer_sending.recall(afar.transfer, why="not_needed", by=omar)
            elif how == "held":
                protection.put_on_hold(afar.case.subject, reason="A worry.", by=omar)
            else:
                protection.erase(afar.case.subject, why=WhyErased.ASKED, by=omar)
    for one in (there, home):
        with one.acting(one.alma):
            read = all_that_opens()
            assert not [said for said in (PHONE, TOWN, *QUESTIONS) if said in read]
            assert not Passage.objects.exists()
            assert not Located.objects.exists()


def test_a_third_society_finds_no_page_of_it(afar: FoundAfar) -> None:
    afar.as_far_as_the_contact()
    third = build_scene("CH")
    with third.acting(third.omar) as one, pytest.raises(Http404):
        lookups.whom_for(one, afar.sought.pk)
    with afar.home.acting(afar.home.omar) as omar, pytest.raises(Http404):
        lookups.whom_for(omar, afar.sought.pk)  # nor does the one that asked


def test_what_a_backup_brings_back_of_it_leads_nowhere_and_goes_with_the_next_day(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_questions()
    home, today = afar.home.society.pk, timezone.localdate()
    with reading_as(home):
        Passage.objects.create(society_id=home, giver_id=afar.scene.society.pk, mark=uuid4())
        transfer_ends.expire(today, by=Machine(home))
        assert [one.mark for one in Passage.objects.all()] == [
            lookups.mark_in(afar.transfer, lookups.PASSAGE)
        ]
