"""Somebody is written down to be seen again: informed first, as little as it takes, for a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.audit.lookups import done_by
from kintrace.protection import actions as protection
from kintrace.protection import holders, jobs, lookups, retention
from kintrace.protection.actions.notices import Words
from kintrace.protection.purposes import BasisKind, Purpose
from kintrace.protection.refusals import AlreadyErased, NoticeNotInForce
from kintrace.protection.retention import Kind
from kintrace.servicepoints import lookups as points
from kintrace.servicepoints.actions import Sent, following
from kintrace.servicepoints.actions.registering import NotEnoughTold, NotThatDay
from kintrace.servicepoints.actions.sent import ClockWrong, TooLate
from kintrace.servicepoints.models import Meeting, Registration
from kintrace.servicepoints.people_words import Came
from kintrace.servicepoints.telling import Again, Told
from kintrace.servicepoints.tests.people import MADE_TO, ROSE, Harbour, met
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

pytestmark = pytest.mark.database_bound
TODAY = timezone.localdate


# --- written down ---


def test_who_is_written_down_was_informed_and_said_yes(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        given = lookups.notice_given(one.subject)
        [basis] = lookups.bases_in_force(one.subject, Purpose.CONTACT)
        assert given is not None
        assert given.given_by == harbour.chidi.pk
        assert (basis.kind, basis.until) == (BasisKind.CONSENT, one.until)
        assert one.until == TODAY() + retention.default(Kind.REGISTRATION)
        assert points.told_by(one) == ROSE


def test_what_was_told_opens_with_the_file_of_this_one_person_alone(harbour: Harbour) -> None:
    with harbour.working():
        one, other = harbour.register(), harbour.register()
        assert one.file != other.file
        row = Registration.objects.get(pk=one.pk)
    with pytest.raises(KeyNotAtHand):
        _told = row.told


def test_sent_twice_it_is_written_down_once(harbour: Harbour) -> None:
    sent = Sent()
    with harbour.working():
        first = harbour.register(sent=sent)
        assert harbour.register(sent=sent) == first
        assert Registration.objects.count() == 1
        assert len(lookups.notices_given(first.subject)) == 1


def test_what_was_erased_does_not_come_back_when_a_tablet_sends_it_again(harbour: Harbour) -> None:
    sent = Sent()
    with harbour.working():
        following.end(harbour.register(sent=sent), by=harbour.chidi)
        with pytest.raises(AlreadyErased):
            harbour.register(sent=sent)
        assert not Registration.objects.exists()


def test_nobody_is_written_down_under_the_number_of_somebody_else(harbour: Harbour) -> None:
    """Whoever sends a record chooses its number: another person’s must not be erased by it."""
    with harbour.working():
        first = harbour.register()
        assert harbour.register(sent=Sent(first.subject)).subject != first.subject


def test_a_record_that_comes_later_has_the_day_on_which_it_was_typed(harbour: Harbour) -> None:
    yesterday = timezone.now() - timedelta(hours=30)
    with harbour.working():
        one = harbour.register(sent=Sent(at=yesterday))
        given = lookups.notice_given(one.subject)
        assert given is not None
        assert (one.made, given.at) == (yesterday, yesterday)


def test_a_notice_that_was_replaced_meanwhile_was_given_all_the_same(harbour: Harbour) -> None:
    before, omar, lena = timezone.now(), harbour.scene.omar, harbour.scene.lena
    with harbour.working():
        heard = harbour.heard()
        text = heard.text
        words = Words(text.title, (("lock", "Locked"),), text.short, text.full)
        newer = protection.draft_notice(
            harbour.scene.society, language=text.language, words=words, by=omar
        )
        protection.approve_notice(newer, by=lena)
        assert harbour.heard().text != text
        given: Any = {"text": text, "channel": heard.channel, "by": harbour.chidi}
        subject = protection.new_subject()
        protection.give_notice(subject, **given, at=before)
        with pytest.raises(NoticeNotInForce):
            protection.give_notice(protection.new_subject(), **given)


@pytest.mark.parametrize(("hours", "why"), [(-73, TooLate), (1, ClockWrong)])
def test_a_record_comes_within_three_days(
    hours: int, why: type[Exception], harbour: Harbour
) -> None:
    with harbour.working(), pytest.raises(why):
        harbour.register(sent=Sent(at=timezone.now() + timedelta(hours=hours)))


@pytest.mark.parametrize("missing", ["called", "sign", "needs"])
def test_nothing_is_written_down_without_what_it_takes(missing: str, harbour: Harbour) -> None:
    told = Told.of(ROSE.to_json() | {missing: () if missing == "needs" else " "})
    with harbour.working():
        with pytest.raises(NotEnoughTold):
            harbour.register(told)
        assert not Registration.objects.exists()


@pytest.mark.parametrize("days", [-1, 91])
def test_nobody_is_expected_on_a_day_that_cannot_be(days: int, harbour: Harbour) -> None:
    with harbour.working(), pytest.raises(NotThatDay):
        harbour.register(on=TODAY() + timedelta(days=days))


def test_who_may_not_work_at_a_point_writes_nobody_down(
    harbour: Harbour, elsewhere: Harbour
) -> None:
    with harbour.working(), pytest.raises(NoRight):
        harbour.register(by=harbour.scene.dora)
    with elsewhere.working(), pytest.raises(NoRight):
        harbour.register(heard=elsewhere.heard(), by=elsewhere.chidi)


# --- seen again ---


def test_the_list_of_a_point_has_who_is_expected_there(harbour: Harbour) -> None:
    with harbour.working():
        day = TODAY() + timedelta(days=3)
        today, later = harbour.register(), harbour.register(on=day)
        assert points.to_see(harbour.point, until=TODAY()) == [today]
        assert points.to_see(harbour.point, until=day) == [today, later]


def test_a_meeting_is_kept_without_words_and_names_the_next_day(harbour: Harbour) -> None:
    day = TODAY() + timedelta(days=2)
    with harbour.working():
        one = met(harbour.register(), harbour, again=Again(day), hour="10:00", place="Border post")
        [row] = one.meetings.all()
        assert (row.came, row.day, one.next_on) == (Came.SEEN, TODAY(), day)
        told = points.told_by(one)
        assert (told.hour, told.place, told.called) == ("10:00", "Border post", ROSE.called)


def test_a_meeting_sent_twice_is_kept_once(harbour: Harbour) -> None:
    sent = Sent()
    with harbour.working():
        one = harbour.register()
        met(one, harbour, sent=sent, came=Came.MISSED, again=Again(TODAY()))
        met(one, harbour, sent=sent, came=Came.MOVED)
        assert Meeting.objects.count() == 1
        assert points.registration_for(harbour.chidi, one.pk).next_on == TODAY()


def test_who_went_on_is_expected_nowhere(harbour: Harbour) -> None:
    with harbour.working():
        one = met(harbour.register(), harbour, came=Came.MOVED, again=Again(TODAY()))
        assert points.to_see(harbour.point, until=TODAY()) == []
        assert points.expected_nowhere(harbour.point) == [one]


# --- no more ---


def test_no_more_means_that_nothing_is_left(harbour: Harbour) -> None:
    with harbour.working():
        one = met(harbour.register(), harbour)
        said = following.end(one, by=harbour.chidi)
        assert "What was written down at a service point is deleted" in said[0]
        assert not Registration.objects.exists()
        assert not Meeting.objects.exists()
        assert not lookups.every_basis(one.subject).exists()
        assert lookups.is_erased(one.subject)


def test_a_withdrawal_ends_that_somebody_is_expected(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        protection.withdraw(one.subject, purpose=Purpose.CONTACT, by=harbour.chidi)
        assert points.to_see(harbour.point, until=TODAY()) == []


def test_on_hold_the_list_of_the_day_is_as_before(harbour: Harbour) -> None:
    with harbour.working():
        one = harbour.register()
        protection.put_on_hold(one.subject, reason="A worry.", by=harbour.scene.alma)
        assert points.to_see(harbour.point, until=TODAY()) == [one]


def test_after_ninety_days_it_is_deleted_with_its_key(
    clock: FrozenDateTimeFactory, harbour: Harbour
) -> None:
    with harbour.working():
        kept, held = harbour.register(), harbour.register(MADE_TO)
    clock.move_to(kept.until)
    jobs.expire.call()
    with harbour.working():
        assert Registration.objects.count() == 2
    clock.move_to(kept.until + timedelta(days=1))
    jobs.expire.call()
    with harbour.working():
        assert list(Registration.objects.all()) == [held]  # the team has not decided yet


# --- what the person is told, and what a copy tells ---


def test_a_copy_tells_what_was_written_down(harbour: Harbour) -> None:
    with harbour.working():
        one = met(harbour.register(), harbour, again=Again(TODAY()))
        told = {line.value for line in holders.copy(one.subject)}
        assert {ROSE.called, ROSE.sign, ROSE.words} <= told


def test_each_step_is_in_the_audit_and_none_says_who(harbour: Harbour) -> None:
    since = timezone.now()
    with harbour.working():
        following.end(met(harbour.register(), harbour), by=harbour.chidi)
        done = done_by(harbour.scene.society.pk, harbour.chidi.pk, since=since)
        deeds = [one.deed for one in done]
    assert {"gave_notice", "registered_at_point", "met_at_point", "erased"} <= set(deeds)
