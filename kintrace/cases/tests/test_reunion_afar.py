"""A family comes together of whom another society found somebody: the one that asked leads it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, worklist_reunion
from kintrace.cases.actions import transfer_sending
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.in_touch import NotInTouchYet
from kintrace.cases.actions.reunion import NotBothAgreed
from kintrace.cases.contact_plan import Side
from kintrace.cases.models import Reunion, ReunionSheet, ReunionStep
from kintrace.cases.reunion import TOLD_THERE, Agreed, Why
from kintrace.cases.reunion_words import Step
from kintrace.cases.tests import together
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import looked_at
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.lookups import Dossier
    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound
TODAY = timezone.localdate


def dossier_of(search: Found) -> Dossier:
    found = lookups.dossier_of(search.now)
    assert found is not None
    return found


def test_the_society_that_asked_opens_a_dossier_once_its_family_heard(passed: FoundAfar) -> None:
    home = passed.home
    with home.acting(home.lena) as lena:
        search = passed.at_home
        with pytest.raises(NotInTouchYet), transaction.atomic():
            together.opened(search, by=lena)  # it would tell them
        passed.told_at_home("contact", by=lena)
        together.opened(search, by=lena)
        dossier = dossier_of(search)
        assert dossier.step is Step.ADVICE
        assert dossier.reunion.said_yes["found"]["how"] == TOLD_THERE
        assert dossier.reunion.said_yes["seeker"]["how"] == "spoken"
        with pytest.raises(NotAsExpected, match="already"), transaction.atomic():
            together.opened(search, by=lena)
    with home.acting(home.alma) as alma:
        [line] = worklist_reunion.coming_together(alma)
        assert line.reference == passed.case.reference
        assert line.url == reverse("cases:reunion", args=[search.sought.pk])


def test_the_yes_that_the_other_society_told_is_of_a_day_after_contact(passed: FoundAfar) -> None:
    home = passed.home
    with home.acting(home.lena) as lena:
        passed.told_at_home("contact", by=lena)
        together.place_named(by=lena)
        before = Agreed(TODAY() - timedelta(days=1), TOLD_THERE)
        with pytest.raises(NotBothAgreed), transaction.atomic():
            together.opened(passed.at_home, by=lena, found=before)


def test_each_step_that_helps_needs_the_own_word_of_who_was_found(led_at_home: Found) -> None:
    today = TODAY()
    with led_at_home.scene.acting(led_at_home.scene.alma) as alma:
        for heard in (None, today - timedelta(days=31), today + timedelta(days=1)):
            with pytest.raises(NotAsExpected), transaction.atomic():
                together.gone(led_at_home, Step.DOSSIER, by=alma, heard=heard)
        together.gone(led_at_home, Step.DOSSIER, by=alma, heard=today)
        assert dossier_of(led_at_home).steps[-1].step["heard"] == today.isoformat()
        together.gone(led_at_home, Step.LODGED, by=alma, heard=today)
        together.gone(led_at_home, Step.REFUSED, Why.LATE, by=alma)  # what an office decided
        together.gone(led_at_home, Step.ENDED, Why.TOOK_BACK, by=alma)
        assert dossier_of(led_at_home).reunion.ended


def hold(there: FoundAfar, by: Member) -> None:
    protection.put_on_hold(there.subject, reason="A call.", by=by)


def withdraw(there: FoundAfar, by: Member) -> None:
    protection.withdraw(there.subject, purpose=Purpose.CONTACT, by=by)


def fear(there: FoundAfar, by: Member) -> None:
    feared = NotWith(societies=frozenset({there.home.society.pk}))
    protection.change_not_with(there.subject, not_with=feared, by=by)


@pytest.mark.parametrize("happens", [hold, withdraw, fear])
def test_what_the_other_society_knows_stops_each_step_in_the_words_of_a_hold(
    passed: FoundAfar, led_at_home: Found, happens: object
) -> None:
    with passed.scene.acting(passed.scene.omar) as orel:
        assert callable(happens)
        happens(passed, orel)
    with led_at_home.scene.acting(led_at_home.scene.lena) as lena:
        with pytest.raises(NotAllowed) as refused, transaction.atomic():
            together.gone(led_at_home, Step.DOSSIER, by=lena, heard=TODAY())
        assert str(refused.value.sentence) == str(looked_at())
        assert dossier_of(led_at_home).step is Step.ADVICE
        together.gone(led_at_home, Step.ENDED, Why.SAFETY, by=lena)
        with pytest.raises(NotAllowed), transaction.atomic():
            together.opened(led_at_home, by=lena)


def test_no_row_and_no_entry_says_in_which_search_a_family_comes_together(
    passed: FoundAfar, led_at_home: Found
) -> None:
    with led_at_home.scene.acting(led_at_home.scene.alma) as alma:
        together.listed(led_at_home, None, by=alma)
        together.gone(led_at_home, Step.DOSSIER, by=alma, heard=TODAY())
    case, sought, transfer = passed.case, led_at_home.sought, passed.transfer
    known = {case.pk, case.file, case.subject, sought.pk, sought.subject}
    known |= {transfer.pk, transfer.file, transfer.subject}
    home = passed.home.society.pk
    with reading_as(home):
        rows = [*Reunion.objects.all(), *ReunionStep.objects.all(), *ReunionSheet.objects.all()]
        entries = audit.entries(home, limit=1000)
    deeds = {Deed.OPENED_REUNION, Deed.MOVED_REUNION, Deed.KEPT_SHEET}
    about = {one.about for one in entries if one.deed in deeds}
    assert about == {row.pk for row in rows if isinstance(row, Reunion)}
    for row in rows:
        plain = {value for name, value in vars(row).items() if name != "society_id"}
        assert not {one for one in plain if one.__hash__} & known, row


def test_a_dossier_stands_beside_who_was_found_or_under_a_mark(led_at_home: Found) -> None:
    with led_at_home.scene.acting(led_at_home.scene.alma):
        row = Reunion.objects.filter(pk=Reunion.objects.get().pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(mark=None)


def test_when_the_search_there_is_over_the_dossier_goes_on_and_another_may_follow(
    passed: FoundAfar, led_at_home: Found
) -> None:
    home = led_at_home.scene
    with home.acting(home.omar) as omar:
        transfer_sending.recall(passed.transfer, why="not_needed", by=omar)
    with home.acting(home.lena) as lena:
        assert not lookups.was_passed_over(led_at_home.sought)
        together.gone(led_at_home, Step.DOSSIER, by=lena, heard=TODAY())
        together.gone(led_at_home, Step.ENDED, Why.OUT_OF_TOUCH, by=lena)
        together.opened(led_at_home, by=lena)
        assert dossier_of(led_at_home).step is Step.ADVICE


def test_days_of_the_plan_at_home_count_from_the_day_they_came_together(
    led_at_home: Found,
) -> None:
    with led_at_home.scene.acting(led_at_home.scene.lena) as lena:
        together.planned(led_at_home, Side.SEEKER, by=lena)
        together.talked(led_at_home, by=lena)
        for step in (Step.DOSSIER, Step.LODGED, Step.GRANTED, Step.TRAVELLED):
            together.gone(led_at_home, step, by=lena, heard=TODAY())
        assert lookups.together_since(led_at_home.now) == TODAY()
        [plan] = lookups.plans_of(led_at_home.now)
        assert len(plan.waiting) == 3
