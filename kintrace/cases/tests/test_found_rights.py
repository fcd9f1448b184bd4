"""Who was found has rights of their own; the one who searches learns nothing from theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kintrace.cases import lookups
from kintrace.cases.actions import opening
from kintrace.cases.card import Wish
from kintrace.cases.circumstances import Closing
from kintrace.cases.holder_found import OfFound
from kintrace.cases.models import Located, Outcome, Release, Whereabouts
from kintrace.cases.outcomes import Result
from kintrace.cases.tests.meeting import EMAIL, PHONE, Found
from kintrace.cases.tests.opened import all_that_opens
from kintrace.protection import actions as protection
from kintrace.protection import alone, holders
from kintrace.protection.lookups import is_erased
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.lookups import slots_of

if TYPE_CHECKING:
    from uuid import UUID


def erase(search: Found, subject: UUID) -> list[str]:
    with search.scene.acting(search.scene.dora) as dora:
        return protection.erase(subject, why=WhyErased.ASKED, by=dora)


def test_erasing_who_was_found_deletes_their_own_and_leaves_the_search(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.lena) as lena:
        search.release(by=lena)
        search.settle(Result.CONTACT, by=lena)
        subject, file = search.subject, Located.objects.get().file
        files = {file, Whereabouts.objects.get().file, Release.objects.get().file}
    done = erase(search, subject)
    assert any("what was passed on, is deleted" in said for said in done)
    with scene.acting(scene.lena):
        left = all_that_opens()
        assert not [
            word for word in (PHONE, EMAIL, "A found word", "A seeker word") if word in left
        ]
        assert not Located.objects.exists()
        assert not Outcome.objects.exists()
        assert not files & set(slots_of(scene.society.pk).values_list("file", flat=True))
        assert not is_erased(search.sought.subject)
        assert lookups.finding_of(search.sought).located is None


def test_with_who_searches_or_is_sought_goes_who_was_found(search: Found) -> None:
    search.as_far_as_the_choice()
    with search.scene.acting(search.scene.alma) as alma:
        search.settle(Result.CONTACT, by=alma)
        subject = search.subject
    for erased in (search.sought.subject, search.case.subject):
        with transaction.atomic():
            erase(search, erased)
            with search.scene.acting(search.scene.alma):
                assert is_erased(subject)
                assert not Located.objects.exists()
                assert not Outcome.objects.exists()
            transaction.set_rollback(True)


@pytest.mark.parametrize("found_first", [True, False])
def test_a_copy_for_who_searches_is_the_same_whether_or_not_anybody_was_found(
    search: Found, found_first: bool
) -> None:
    """Found by somebody who wants nothing said, or found by nobody: told, and copied, alike."""
    scene, result = search.scene, Result.SAY_NOTHING if found_first else Result.NOT_FOUND
    if found_first:
        search.as_far_as_the_choice(Wish.NOTHING)
    with scene.acting(scene.alma) as alma:
        search.settle(result, by=alma)
        search.tell(by=alma)
        copied = holders.copy(search.case.subject)
        boxed = holders.boxed(search.case.subject)
    names = [line.name for line in (*copied, *boxed)]
    assert names.count("What others may have told us about the search") == 1
    assert names.count("What we told you of the search") == 1
    assert not [name for name in names if "wanted passed on" in name or "answered when" in name]
    said = [line.value for line in copied if line.name == "What we told you of the search"]
    assert said[0].endswith("There is nothing that we may pass on to you.")


def test_a_copy_for_who_was_found_holds_their_own_words_and_not_the_others(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_verdict()
    with scene.acting(scene.alma):
        copied, boxed = holders.copy(search.subject), holders.boxed(search.subject)
        said = " ".join(line.value for line in (*copied, *boxed))
        assert PHONE in said
        assert "A found word" in said
        assert "Contact wanted" in said
        assert "A seeker word" not in said
        assert search.case.reference not in said


def test_withdrawing_by_right_deletes_the_ways_and_says_what_cannot_be_called_back(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.lena) as lena:
        search.release(by=lena)
        done = protection.withdraw(search.subject, purpose=Purpose.CONTACT, by=lena)
        assert done == [
            "Where the person is and how they are reached is deleted with its key.",
            "What was passed on before cannot be called back.",
        ]
        assert not Whereabouts.objects.exists()


def test_what_is_kept_of_who_was_found_ends_with_the_search_and_not_before(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_choice()
    with scene.acting(scene.alma) as alma:
        subject = search.subject
        assert OfFound().known([subject]) == {subject}
        assert alone.clock(subject) is None
        [clock] = OfFound().clocks(subject)
        assert clock.until == search.case.next_review
        case = opening.close_case(search.case, closing=Closing.SELF_SOLVED, by=alma)
        [clock] = OfFound().clocks(subject)
        assert clock.until == lookups.last_day_of(case)
        assert holders.label(subject) == search.case.reference
        assert str(search.sought.pk) in holders.page(subject)
