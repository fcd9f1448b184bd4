"""After contact between two societies each asks its own side, and keeps its plan from the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, worklist_plan
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.in_touch import NotInTouchYet
from kintrace.cases.contact_plan import Side
from kintrace.cases.lookups import Afar
from kintrace.cases.models import ContactPlan, PlannedTalk
from kintrace.cases.tests import together
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar

pytestmark = pytest.mark.database_bound


def test_who_found_somebody_asks_them_after_contact_and_never_the_family(afar: FoundAfar) -> None:
    afar.as_far_as_the_signature()
    with afar.scene.acting(afar.scene.lena) as lena, transaction.atomic():
        with pytest.raises(NotInTouchYet):
            together.planned(afar, Side.FOUND, by=lena)
        transaction.set_rollback(True)
    with afar.scene.acting(afar.scene.lena) as lena:
        afar.release(by=lena)
    with afar.scene.acting(afar.scene.alma) as alba:
        with pytest.raises(NotAsExpected, match="your own side"), transaction.atomic():
            together.planned(afar, Side.SEEKER, by=alba)
        together.planned(afar, Side.FOUND, by=alba)
        [line] = worklist_plan.to_ask_after_contact(alba)
        assert line.url == reverse("cases:plan", args=[afar.sought.pk])
        assert line.due == timezone.localdate() + timedelta(days=7)
        together.talked(afar, "done", way="sentence", by=alba)
        [told] = PlannedTalk.objects.exclude(settled=None)
        assert told.came == {"outcome": "done", "way": "sentence"}


def test_the_society_that_asked_asks_its_enquirer_once_they_heard_and_nobody_else(
    passed: FoundAfar,
) -> None:
    home = passed.home
    with home.acting(home.alma) as alma:
        search = passed.at_home
        with pytest.raises(NotInTouchYet), transaction.atomic():
            together.planned(search, Side.SEEKER, by=alma)  # it would tell them
        passed.told_at_home("contact", by=alma)
        with pytest.raises(NotAsExpected, match="your own side"), transaction.atomic():
            together.planned(search, Side.FOUND, by=alma)
        together.planned(search, Side.SEEKER, by=alma)
        [line] = worklist_plan.to_ask_after_contact(alma)
        assert line.reference == passed.case.reference
        for _number in range(3):
            together.talked(search, by=alma)
        assert not list(worklist_plan.to_ask_after_contact(alma))
        assert ContactPlan.objects.get().ended


@pytest.mark.parametrize("result", ["message", "say_nothing"])
def test_nobody_is_asked_who_heard_of_no_contact(passed: FoundAfar, result: str) -> None:
    with passed.home.acting(passed.home.alma) as alma:
        search = passed.at_home
        with transaction.atomic():
            passed.told_at_home("contact", by=alma)
            row = search.now.outcome
            assert row is not None
            row.outcome = result
            row.save(update_fields=["outcome"])
            with pytest.raises(NotInTouchYet):
                together.planned(search, Side.SEEKER, by=alma)
            transaction.set_rollback(True)


def test_nothing_is_planned_with_who_was_found_for_a_child(
    passed: FoundAfar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Afar, "is_for_a_child", True)
    with passed.scene.acting(passed.scene.alma) as alba, pytest.raises(NotInTouchYet):
        together.planned(passed, Side.FOUND, by=alba)


def test_no_row_and_no_entry_says_in_which_search_an_enquirer_is_asked(
    passed: FoundAfar, asked_at_home: Found
) -> None:
    home, case = passed.home.society.pk, asked_at_home.case
    sought = asked_at_home.sought
    known = {case.pk, case.file, case.subject, sought.pk, sought.subject}
    known |= {passed.transfer.pk, passed.transfer.file, passed.transfer.subject}
    with reading_as(home):
        rows = [*ContactPlan.objects.all(), *PlannedTalk.objects.all()]
        entries = audit.entries(home, limit=1000)
    about = {one.about for one in entries if one.deed == Deed.PLANNED_CONTACT}
    assert about
    assert not about & known
    for row in rows:
        plain = {value for name, value in vars(row).items() if name != "society_id"}
        assert not {one for one in plain if one.__hash__} & known, row


def test_a_plan_stands_beside_who_was_found_or_under_a_mark(asked_at_home: Found) -> None:
    with asked_at_home.scene.acting(asked_at_home.scene.alma):
        row = ContactPlan.objects.filter(pk=ContactPlan.objects.get().pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(mark=None)


def test_neither_society_reads_what_the_other_one_asked(
    passed: FoundAfar, asked_at_home: Found
) -> None:
    with passed.scene.acting(passed.scene.alma) as alba:
        together.planned(passed, Side.FOUND, by=alba)
    with passed.home.acting(passed.home.alma):
        assert [one.side for one in lookups.plans_of(asked_at_home.now)] == [Side.SEEKER]
    with passed.scene.acting(passed.scene.alma):
        assert [one.side for one in lookups.plans_of(passed.now)] == [Side.FOUND]
