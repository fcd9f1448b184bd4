"""A family comes together: only when both want it, in confidence, and one arrow after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from kintrace.cases import lookups, worklist_reunion
from kintrace.cases.actions import reunion
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.in_touch import NotInTouchYet
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.actions.reunion import NoReunion, NotBothAgreed, NotConfidential
from kintrace.cases.models import Reunion, ReunionStep
from kintrace.cases.reunion import ARROWS, Agreed, Why
from kintrace.cases.reunion_words import Step
from kintrace.cases.tests import together
from kintrace.cases.tests.opened import all_that_opens
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.lookups import slots_of

if TYPE_CHECKING:
    from kintrace.cases.lookups import Dossier
    from kintrace.cases.tests.meeting import Found

TODAY = timezone.localdate


@pytest.fixture
def in_touch(search: Found) -> Found:
    """Contact was passed on, and the society named a place."""
    search.as_far_as_the_signature()
    with search.scene.acting(search.scene.lena) as lena:
        search.release(by=lena)
        together.place_named(by=lena)
    return search


def dossier_of(search: Found) -> Dossier:
    found = lookups.dossier_of(search.now)
    assert found is not None
    return found


def test_a_dossier_is_not_opened_before_contact(search: Found) -> None:
    search.as_far_as_the_verdict()
    with search.scene.acting(search.scene.lena) as lena, pytest.raises(NotInTouchYet):
        together.opened(search, by=lena)


def test_a_dossier_begins_with_both_yeses_a_quiet_place_and_a_look_at_safety(
    in_touch: Found,
) -> None:
    lena, today = in_touch.scene.lena, TODAY()
    with in_touch.scene.acting(lena):
        whole = together.beginning(by=lena)
        before = replace(whole, found=Agreed(today - timedelta(days=1), "spoken"))
        weighed = replace(whole, seeker=Agreed(today, "weighed"))
        at_a_service_point, not_looked = replace(whole, place=uuid4()), replace(whole, looked=" ")
        lacking: dict[type[Refusal], tuple[object, ...]] = {
            NotBothAgreed: (before, weighed),
            NotConfidential: (at_a_service_point,),
            NotAsExpected: (not_looked,),
        }
        for refusal, beginnings in lacking.items():
            for one in beginnings:
                with pytest.raises(refusal), transaction.atomic():
                    reunion.open_reunion(in_touch.sought, beginning=one, by=lena)  # type: ignore[arg-type]
        with pytest.raises(NoRight), transaction.atomic():
            reunion.open_reunion(in_touch.sought, beginning=whole, by=in_touch.scene.alma)
        assert not Reunion.objects.exists()
        reunion.open_reunion(in_touch.sought, beginning=whole, by=lena)
        assert dossier_of(in_touch).step is Step.ADVICE
        with pytest.raises(NotAsExpected), transaction.atomic():
            reunion.open_reunion(in_touch.sought, beginning=whole, by=lena)


def test_a_dossier_goes_along_its_arrows_and_no_other_way(in_touch: Found) -> None:
    """Refused, asked again, granted, arrived, helped, ended; and each reason where one is due."""
    way = [
        (Step.DOSSIER, ""),
        (Step.LODGED, ""),
        (Step.REFUSED, Why.NOT_PROVED),
        (Step.APPEAL, ""),
        (Step.GRANTED, ""),
        (Step.TRAVELLED, ""),
        (Step.SUPPORTED, ""),
        (Step.ENDED, Why.TOGETHER),
    ]
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
        for to, why in way:
            step = dossier_of(in_touch).step
            nowhere = next(one for one in Step if (step, one) not in ARROWS)
            with pytest.raises(NoSuchWay), transaction.atomic():
                together.gone(in_touch, nowhere, by=lena)
            with pytest.raises(NoReason), transaction.atomic():
                together.gone(in_touch, to, "" if why else Why.OTHER, by=lena)
            together.gone(in_touch, to, why, by=lena)
            assert dossier_of(in_touch).step is to
        with pytest.raises(NoReunion):
            together.gone(in_touch, Step.DOSSIER, by=lena)
        together.opened(in_touch, by=lena)  # both may want it again
        assert dossier_of(in_touch).step is Step.ADVICE


def test_no_plain_column_says_where_a_family_stands_or_whose_search_it_was(in_touch: Found) -> None:
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
        together.gone(in_touch, Step.DOSSIER, by=lena)
        case, sought = in_touch.case, in_touch.sought
        telling = {str(one) for one in (case.pk, case.subject, case.file, sought.pk, "dossier")}
        for row in (*Reunion.objects.values(), *ReunionStep.objects.values()):
            assert not telling & {str(value) for value in row.values()}


def test_what_runs_out_within_sixty_days_stands_in_the_work_list(in_touch: Found) -> None:
    alma, today = in_touch.scene.alma, TODAY()
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
    with in_touch.scene.acting(alma):
        together.listed(in_touch, today + timedelta(days=61), by=alma)
        together.listed(in_touch, today + timedelta(days=9), by=alma, held="missing")
        [only] = worklist_reunion.coming_together(alma)
        assert only.due == today + timedelta(days=60)
        together.listed(in_touch, today + timedelta(days=60), by=alma)
        first, _later = worklist_reunion.coming_together(alma)
        assert "runs out" in first.what
        assert first.due == today + timedelta(days=60)
        together.gone(in_touch, Step.ENDED, Why.OUT_OF_TOUCH, by=alma)
        assert not list(worklist_reunion.coming_together(alma))


def test_on_hold_nothing_is_done_and_what_an_office_decided_is_written_down(
    in_touch: Found,
) -> None:
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
        together.gone(in_touch, Step.DOSSIER, by=lena)
        protection.put_on_hold(in_touch.subject, reason="A worry.", by=lena)
        with pytest.raises(NotAllowed), transaction.atomic():
            together.gone(in_touch, Step.LODGED, by=lena)
        together.gone(in_touch, Step.ENDED, Why.SAFETY, by=lena)


@pytest.mark.parametrize("who", ["the one who searched", "the one who was found"])
def test_who_takes_contact_back_ends_the_dossier(in_touch: Found, who: str) -> None:
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
        seeker = who == "the one who searched"
        subject = in_touch.case.subject if seeker else in_touch.subject
        done = protection.withdraw(subject, purpose=Purpose.CONTACT, by=lena)
        assert any("come together is ended" in said for said in done)
        dossier = dossier_of(in_touch)
        assert dossier.step is Step.ENDED
        assert dossier.reunion.ended


def test_a_dossier_whose_ground_ran_out_says_so_and_not_that_somebody_took_it_back(
    in_touch: Found,
) -> None:
    with in_touch.scene.acting(in_touch.scene.lena) as lena:
        together.opened(in_touch, by=lena)
        protection.expire_bases(TODAY() + timedelta(days=9000), by=lena)
        assert dossier_of(in_touch).steps[-1].step["why"] == Why.RAN_OUT
        assert Why.RAN_OUT not in {why for arrow in ARROWS.values() for why in arrow.whys}


def test_each_of_the_two_reads_their_own_part_and_an_erasure_takes_all(in_touch: Found) -> None:
    scene = in_touch.scene
    with scene.acting(scene.lena) as lena:
        together.opened(in_touch, by=lena)
        together.listed(in_touch, None, by=lena)
        subject, file = in_touch.subject, Reunion.objects.get().file
        found, seeker = (
            {line.name for line in holders.copy(one)} for one in (subject, in_touch.case.subject)
        )
        both, own = "You said that you want to come together", "What an office asked for"
        assert both in found & seeker
        assert own in found - seeker
    with scene.acting(scene.dora) as dora:
        protection.erase(subject, why=WhyErased.ASKED, by=dora)
    with scene.acting(scene.lena):
        assert together.LOOKED not in all_that_opens()
        assert not Reunion.objects.exists()
        assert file not in slots_of(scene.society.pk).values_list("file", flat=True)
