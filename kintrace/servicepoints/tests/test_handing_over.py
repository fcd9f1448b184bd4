"""A person carries what was told to the next point: sealed to their code and word, used once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.audit.lookups import done_by
from kintrace.protection import actions as protection
from kintrace.protection import jobs, lookups, retention
from kintrace.protection.purposes import How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.retention import Kind
from kintrace.servicepoints import lookups as points
from kintrace.servicepoints.actions import following, handing_over
from kintrace.servicepoints.actions.handing_over import (
    MOST_OPENED,
    TRIES,
    NothingCarried,
    TooManyTries,
)
from kintrace.servicepoints.models import HandOver, Registration
from kintrace.servicepoints.telling import Again
from kintrace.servicepoints.tests.people import BROTHERS, ROSE, Harbour
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

pytestmark = pytest.mark.database_bound
WORD = "almond tree"


def given(harbour: Harbour, registration: Registration | None = None, **more: Any) -> str:
    """A code for Rose, whom Chidi wrote down."""
    registration = registration or harbour.register()
    said: dict[str, Any] = {"word": WORD, "how": How.SPOKEN, "by": harbour.chidi}
    return handing_over.hand_over(registration, **said | more)


def opened(harbour: Harbour, code: str, word: str = WORD) -> object:
    found = handing_over.open_carried(code, word, by=harbour.chidi)
    return found and found.told


def taken_on(harbour: Harbour, code: str, word: str = WORD) -> Registration:
    return handing_over.take_on(
        harbour.point,
        code=code,
        word=word,
        heard=harbour.heard(),
        how=How.SPOKEN,
        again=Again(),
        by=harbour.chidi,
    )


def test_code_and_word_open_it_at_a_point_of_another_society(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    with harbour.working():
        code = given(harbour)
    with elsewhere.working():
        assert opened(elsewhere, code.lower().replace("-", " "), "Almond  Tree") == ROSE


def test_what_is_kept_of_it_names_nobody_and_no_place(harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
        [row] = HandOver.objects.values()
        kept = repr({**row, "sealed": bytes(row["sealed"]), "lookup": bytes(row["lookup"])})
        assert set(row) == {"id", "lookup", "sealed", "opened", "until"}
        for said in (code, code.replace("-", ""), WORD, ROSE.called, ROSE.sign):
            assert said not in kept
        assert row["until"] == timezone.localdate() + retention.default(Kind.HAND_OVER)


def test_a_code_or_a_word_alone_opens_nothing(harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
        assert opened(harbour, code, "olive") is None
        assert opened(harbour, "ABCD-EFGH-JKLM") is None
        assert opened(harbour, code) == ROSE


def test_taken_on_it_is_a_registration_there_and_the_code_is_used_up(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    with harbour.working():
        code = given(harbour)
    with elsewhere.working():
        one = taken_on(elsewhere, code)
        assert points.told_by(one) == ROSE
        assert one.society_id == elsewhere.scene.society.pk
        assert lookups.notice_given(one.subject) is not None
        assert lookups.bases_in_force(one.subject, Purpose.CONTACT).exists()
        assert opened(elsewhere, code) is None
        with pytest.raises(NothingCarried):
            taken_on(elsewhere, code)
        assert Registration.objects.filter(society_id=one.society_id).count() == 1


def test_opening_alone_keeps_nothing_and_leaves_the_code_with_the_person(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    with harbour.working():
        code = given(harbour)
    with elsewhere.working():
        assert opened(elsewhere, code) == ROSE
        assert not Registration.objects.filter(society_id=elsewhere.scene.society.pk).exists()
        assert opened(elsewhere, code) == ROSE


def test_after_some_openings_it_opens_nothing_any_more(harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
        assert [bool(opened(harbour, code)) for _each in range(MOST_OPENED + 1)] == [
            *([True] * MOST_OPENED),
            False,
        ]


def test_a_new_code_takes_the_place_of_the_old(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        first, second = given(harbour, one), given(harbour, one)
        assert opened(harbour, first) is None
        assert opened(harbour, second) == ROSE
        assert HandOver.objects.count() == 1


def test_no_more_ends_what_is_carried(harbour: Harbour, elsewhere: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        code = given(harbour, one)
        following.end(one, by=harbour.chidi)
    with elsewhere.working():
        assert opened(elsewhere, code) is None
        assert not HandOver.objects.exists()


@pytest.mark.parametrize("purpose", [Purpose.REFER, Purpose.CONTACT])
def test_what_was_agreed_to_and_taken_back_is_not_carried(
    purpose: Purpose, harbour: Harbour
) -> None:
    with harbour.working():
        one = harbour.register()
        code = given(harbour, one)
        protection.withdraw(one.subject, purpose=purpose, by=harbour.chidi)
        assert opened(harbour, code) is None


def test_on_hold_nothing_is_carried_and_nothing_is_given(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        code = given(harbour, one)
        protection.put_on_hold(one.subject, reason="A man asks for her.", by=harbour.scene.alma)
        assert opened(harbour, code) is None
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            given(harbour, one)


def test_what_is_guarded_is_handed_over_by_who_reads_it_and_read_there_by_their_like(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    with harbour.working():
        one = harbour.register(BROTHERS)
        with pytest.raises(NoRight):
            given(harbour, one)
    with harbour.scene.acting(harbour.carla) as carla:
        code = given(harbour, points.guarded_for(carla, one.pk), by=carla)
    with elsewhere.working():
        there = taken_on(elsewhere, code)
        assert there.is_guarded
        with pytest.raises(BoxIsShut):
            points.told_by(points.registration_for(elsewhere.chidi, there.pk))
    with elsewhere.scene.acting(elsewhere.carla) as carla:
        assert points.told_by(points.guarded_for(carla, there.pk)) == BROTHERS


def test_who_types_many_codes_waits(clock: FrozenDateTimeFactory, harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
        for _each in range(TRIES):
            assert opened(harbour, "ABCD-EFGH-JKLM") is None
        with pytest.raises(TooManyTries):
            opened(harbour, code)
        clock.tick(timedelta(hours=1, minutes=1))
        assert opened(harbour, code) == ROSE


def test_each_try_is_in_the_audit_of_the_society_that_tried(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    since = timezone.now()
    with harbour.working():
        code = given(harbour)
    with elsewhere.working():
        opened(elsewhere, code, "olive")
        taken_on(elsewhere, code)
        done = done_by(elsewhere.scene.society.pk, elsewhere.chidi.pk, since=since)
        deeds = [one.deed for one in done]
    assert deeds.count("tried_hand_over") == 2
    assert deeds.count("opened_hand_over") == 1
    assert "took_on_hand_over" in deeds


def test_after_thirty_days_it_is_deleted(clock: FrozenDateTimeFactory, harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
    clock.tick(timedelta(days=31))
    with harbour.working():
        assert opened(harbour, code) is None
    jobs.expire.call()
    assert not HandOver.objects.exists()


def test_who_follows_nobody_up_opens_nothing(harbour: Harbour) -> None:
    with harbour.working():
        code = given(harbour)
        with pytest.raises(NoRight):
            handing_over.open_carried(code, WORD, by=harbour.scene.dora)
