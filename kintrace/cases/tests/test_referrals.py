"""A person is passed on to who helps only as they want it, and somebody asks what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from kintrace.cases import lookups, worklist_referral
from kintrace.cases.actions import referrals
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.opening import CaseIsClosed, NotAcceptedYet
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.models import Referral
from kintrace.cases.referral import CameOfIt
from kintrace.cases.referral_words import Standing
from kintrace.cases.states import State
from kintrace.cases.tests import together
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found

CENTRE = "The advice centre"


def person_in(case: Case) -> Referred:
    return Referred(case.subject, case.file)


def test_each_referral_records_the_yes_that_was_given_for_it(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma) as alma:
        for number in (1, 2):
            together.referred(person_in(selams), by=alma)
            assert bases_in_force(selams.subject, Purpose.REFER).count() == number
        assert not bases_in_force(selams.subject, Purpose.SHARE).exists()  # no other society


def test_nothing_is_left_of_a_referral_that_a_hold_stops(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma) as alma:
        protection.put_on_hold(selams.subject, reason="A worry.", by=alma)
        with pytest.raises(NotAllowed), transaction.atomic():
            together.referred(person_in(selams), by=alma)
        assert not Referral.objects.exists()
        assert not bases_in_force(selams.subject, Purpose.REFER).exists()


def test_a_referral_goes_along_its_way_and_the_work_list_asks_until_it_ends(
    scene: Scene, selams: Case
) -> None:
    today = timezone.localdate()
    with scene.acting(scene.alma) as alma:
        row = together.referred(person_in(selams), by=alma)
        later = CameOfIt(Standing.ACCEPTED, "On Monday.", today + timedelta(days=3))
        skipped, no_day = CameOfIt(Standing.DONE), replace(later, ask_on=None)
        for wrong in (skipped, no_day):
            with pytest.raises(NotAsExpected), transaction.atomic():
                referrals.go_on(row, came=wrong, by=alma)
        referrals.go_on(row, came=later, by=alma)
        [line] = worklist_referral.referrals_to_follow(alma)
        assert line.due == today + timedelta(days=3)
        referrals.go_on(row, came=CameOfIt(Standing.DONE), by=alma)
        assert not list(worklist_referral.referrals_to_follow(alma))
        row.refresh_from_db()
        assert lookups.read_result(row) == "On Monday."
        with pytest.raises(NotAsExpected):
            referrals.go_on(row, came=later, by=alma)


def test_who_takes_it_back_is_passed_on_no_more(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma) as alma:
        together.referred(person_in(selams), by=alma)
        done = protection.withdraw(selams.subject, purpose=Purpose.REFER, by=alma)
        assert any("cannot be called back" in said for said in done)
        assert Referral.objects.get().standing == Standing.TOOK_BACK


def test_a_consent_that_ran_out_ends_a_referral_as_what_it_is(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma) as alma:
        together.referred(person_in(selams), by=alma)
        protection.expire_bases(timezone.localdate() + timedelta(days=366), by=alma)
        assert Referral.objects.get().standing == Standing.RAN_OUT


def test_nobody_is_passed_on_from_a_request_that_was_not_accepted_or_a_closed_case(
    scene: Scene, selams: Case
) -> None:
    states = {State.SUBMITTED: NotAcceptedYet, State.CLOSED: CaseIsClosed}
    with scene.acting(scene.alma) as alma:
        for state, refusal in states.items():
            selams.closed = timezone.now() if state is State.CLOSED else None
            selams.state = state
            selams.save(update_fields=["state", "closed"])
            with pytest.raises(refusal):
                together.referred(person_in(selams), by=alma)


def test_a_found_persons_referral_is_theirs_and_tells_of_no_search(search: Found) -> None:
    search.as_far_as_the_choice()
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        located = search.now.located
        assert located is not None
        row = together.referred(Referred(located.subject, located.file), by=alma)
        plain = {str(value) for value in Referral.objects.values().get().values()}
        case, sought = search.case, search.sought
        assert not plain & {str(one) for one in (case.pk, case.subject, case.file, sought.pk)}
        whose = lookups.whose_referral(row)
        assert whose is not None
        assert whose.found == sought
        assert not lookups.referrals_of(case.subject)
        told = " ".join(line.value for line in holders.copy(located.subject))
        assert CENTRE in told
    with scene.acting(scene.dora) as dora:
        protection.erase(located.subject, why=WhyErased.ASKED, by=dora)
        assert not Referral.objects.exists()
