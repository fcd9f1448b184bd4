"""The second eye of a person who may be a child: two sign, neither took the photo, three months."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as
from kintrace.wall import actions
from kintrace.wall.actions.publication import NotReady, SecondEyeNeeded
from kintrace.wall.actions.second_eye import ChildProtectionNeeded, ReasonNeeded
from kintrace.wall.models import Notice
from kintrace.wall.terms import A_CHILDS_FACE_HANGS, Known, Terms
from kintrace.wall.tests import cast

State = Notice.State
House = tuple[Society, Member, Member]
WHY = "Her aunt is all she has."


@pytest.fixture
def taker(with_boxes: House) -> Member:
    return enlist(with_boxes[0], Role.CASEWORKER)


def proposed_child(by: Member, taker: Member | None, terms: Terms = Terms.BEST_INTEREST) -> Notice:
    known = Known(terms, taker.pk if taker else None)
    return cast.proposed(cast.somebody(by), by, known=known, age_band="15")


def test_a_child_without_a_guardian_is_shown_when_two_have_signed(
    with_boxes: House, taker: Member
) -> None:
    society, alma, boris = with_boxes
    proposer = enlist(society, Role.OFFICER)
    with reading_as(society.pk):
        notice = proposed_child(proposer, taker)
        assert notice.live_until == timezone.localdate() + A_CHILDS_FACE_HANGS
        notice = actions.approve(notice, by=alma, because=WHY)
        assert notice.state == State.CLEARED
        with pytest.raises(NotReady):
            actions.publish(notice, by=alma)
        notice = actions.approve(notice, by=boris, because=WHY)
        assert notice.state == State.APPROVED
        actions.publish(notice, by=boris)
        deeds = [one.deed for one in audit.entries(society.pk) if one.about == notice.pk]
    assert {"signed_for_child", "approved_face", "put_on_wall"} <= set(deeds)


def test_one_member_does_not_sign_twice(with_boxes: House, taker: Member) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = actions.approve(proposed_child(boris, taker), by=alma, because=WHY)
        with pytest.raises(SecondEyeNeeded):
            actions.approve(notice, by=alma, because=WHY)


@pytest.mark.parametrize("place", ["first", "second"])
def test_neither_of_the_two_took_the_photo_or_proposed_it(with_boxes: House, place: str) -> None:
    society, alma, _boris = with_boxes
    third, proposer = enlist(society, Role.OFFICER), enlist(society, Role.OFFICER)
    with reading_as(society.pk):
        notice = proposed_child(proposer, third)
        if place == "second":
            notice = actions.approve(notice, by=alma, because=WHY)
        for not_they in (third, proposer):
            with pytest.raises(SecondEyeNeeded):
                actions.approve(notice, by=not_they, because=WHY)


def test_who_took_the_photo_has_to_be_known(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk), pytest.raises(SecondEyeNeeded):
        actions.approve(proposed_child(boris, None), by=alma, because=WHY)


def test_nobody_signs_without_a_reason(with_boxes: House, taker: Member) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk), pytest.raises(ReasonNeeded):
        actions.approve(proposed_child(boris, taker), by=alma, because="  ")


def test_one_of_the_two_is_of_child_protection_where_the_society_has_somebody(
    with_boxes: House, taker: Member
) -> None:
    society, alma, boris = with_boxes
    carla = enlist(society, Role.CHILD_PROTECTION)
    proposer = enlist(society, Role.OFFICER)
    with reading_as(society.pk):
        notice = actions.approve(proposed_child(proposer, taker), by=alma, because=WHY)
        with pytest.raises(ChildProtectionNeeded):
            actions.approve(notice, by=boris, because=WHY)
        assert actions.approve(notice, by=carla, because=WHY).state == State.APPROVED


def test_a_guardians_child_needs_one_second_eye_and_hangs_three_months(
    with_boxes: House, taker: Member
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = proposed_child(boris, taker, Terms.GUARDIAN)
        assert notice.live_until == timezone.localdate() + A_CHILDS_FACE_HANGS
        assert actions.approve(notice, by=alma).state == State.APPROVED


def test_whose_birth_nobody_told_is_not_approved_before_the_age_was_judged(
    with_boxes: House, taker: Member
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = proposed_child(boris, taker, Terms.UNSAID)
        with pytest.raises(NotReady):
            actions.approve(notice, by=alma)
        with pytest.raises(SecondEyeNeeded):
            actions.judge_age(notice, terms=Terms.ADULT, by=boris)
        notice = actions.judge_age(notice, terms=Terms.BEST_INTEREST, by=alma)
        assert notice.live_until == timezone.localdate() + A_CHILDS_FACE_HANGS
        assert actions.approve(notice, by=alma, because=WHY).state == State.CLEARED


@pytest.mark.database_bound
@pytest.mark.parametrize(
    "change",
    [
        {"state": State.APPROVED, "approved_by": "boris"},  # nobody signed before
        {"signed_by": "taker"},
        {"signed_by": "proposer"},
        {"signed_by": "alma", "approved_by": "alma", "state": State.APPROVED},
        {"signed_by": "alma", "approved_by": "taker", "state": State.APPROVED},
        {"live_until": A_CHILDS_FACE_HANGS + timedelta(days=1)},
        {"terms": Terms.UNSAID, "approved_by": "boris", "state": State.APPROVED},
    ],
    ids=" ".join,
)
def test_the_database_too_keeps_the_rules_for_a_child(
    with_boxes: House, taker: Member, change: dict[str, Any]
) -> None:
    society, alma, boris = with_boxes
    proposer = enlist(society, Role.OFFICER)
    people = {"alma": alma, "boris": boris, "taker": taker, "proposer": proposer}
    with reading_as(society.pk):
        notice = proposed_child(proposer, taker)
        values = {name: people.get(value, value) for name, value in change.items()}
        if "live_until" in values:
            values["live_until"] = notice.agreed + values["live_until"]
        rows = Notice.objects.filter(pk=notice.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**values)
        # And what they allow goes through: the refusals above are not for another reason.
        assert rows.update(signed_by=alma, approved_by=boris, state=State.APPROVED) == 1


def test_who_may_not_approve_photos_does_not_sign(with_boxes: House, taker: Member) -> None:
    society, _alma, boris = with_boxes
    caseworker = enlist(society, Role.CASEWORKER)
    with reading_as(society.pk), pytest.raises(NoRight):
        actions.approve(proposed_child(boris, taker), by=caseworker, because=WHY)


def test_reasons_are_for_the_protection_team_alone(with_boxes: House, taker: Member) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = actions.approve(proposed_child(boris, taker), by=alma, because=WHY)
        kept = Notice.objects.get(pk=notice.pk)
        assert WHY.encode() not in bytes(kept.signed_because_sealed)  # type: ignore[attr-defined]
