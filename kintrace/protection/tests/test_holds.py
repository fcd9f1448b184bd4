import pytest
from django.db import IntegrityError, connection, transaction

from kintrace.network.access import BOXES, Role
from kintrace.network.tests.cast import enlist
from kintrace.protection import actions, lookups, risk
from kintrace.protection.models import Hold, RiskAnswers
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.refusals import (
    InformationNotGiven,
    NeedsSecondEye,
    NothingToDo,
    RiskNotAnswered,
)
from kintrace.protection.tests.given import CALM, Team, a_team, cleared, informed
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut

WORRY = CALM | {"sent": risk.Answer.YES.value}
SECRET = "her brother waits at the door"


def test_calm_answers_hold_nothing(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.answer_risk(subject, answers=CALM, by=sealed_team.alma)
        assert not lookups.is_held(subject)


def test_any_concern_is_a_hold_by_itself(sealed_team: Team) -> None:
    with sealed_team.reading():
        for code in CALM:
            for answer in (risk.Answer.YES, risk.Answer.UNSURE):
                subject = informed(sealed_team)
                answers = CALM | {code: answer.value}
                actions.answer_risk(subject, answers=answers, by=sealed_team.alma)
                assert lookups.is_held(subject)


def test_a_hold_stops_every_purpose_and_what_stands_elsewhere(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        done = actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        assert done == ["The onlooker stopped."]
        assert onlooker.stopped == [(subject, Cause.HOLD, frozenset(Purpose))]
        for purpose in Purpose:
            answer = lookups.may(subject, purpose)
            assert isinstance(answer, lookups.Denied)
            assert answer.code == "held"
        assert lookups.held([subject]) == {subject}


def test_reasons_are_read_with_the_protection_box_open_and_not_otherwise(
    sealed_team: Team,
) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.answer_risk(subject, answers=WORRY, note=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(BoxIsShut):
            _ = hold.reason
        with pytest.raises(BoxIsShut):
            _ = RiskAnswers.objects.get(subject=subject).answers
    # The caseworker's own boxes hold the inbox, not the protection box.
    with sealed_team.reading(opened_by=sealed_team.alma), pytest.raises(BoxIsShut):
        _ = lookups.hold(hold.pk).reason
    with sealed_team.reading(opened_by=sealed_team.carla):
        assert SECRET in lookups.hold(hold.pk).reason
        assert RiskAnswers.objects.get(subject=subject).answers["answers"] == WORRY


@pytest.mark.database_bound
def test_a_reason_is_nowhere_in_the_table(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.answer_risk(subject, answers=WORRY, note=SECRET, by=sealed_team.alma)
        with connection.cursor() as cursor:
            cursor.execute("SELECT reason FROM protection_hold")
            (reason,) = cursor.fetchone()
            cursor.execute("SELECT answers FROM protection_riskanswers")
            (answers,) = cursor.fetchone()
    assert SECRET.encode() not in bytes(reason) + bytes(answers)
    assert b"sent" not in bytes(answers)


def test_another_member_lifts_a_hold_and_never_who_set_it(sealed_team: Team) -> None:
    with sealed_team.reading(opened_by=sealed_team.carla):
        subject = cleared(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.carla)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(NeedsSecondEye):
            actions.lift_hold(hold, because="It is safe.", by=sealed_team.carla)
    with sealed_team.reading(opened_by=sealed_team.dora):
        actions.lift_hold(hold, because="It is safe.", by=sealed_team.dora)
        assert lookups.may(subject, Purpose.PUBLISH)


@pytest.mark.parametrize("role", [role for role in Role if role not in BOXES["protection"]])
def test_who_does_not_hold_the_protection_box_lifts_nothing(role: Role, sealed_team: Team) -> None:
    other = enlist(sealed_team.society, role)
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(NoRight):
            actions.lift_hold(hold, because="It is safe.", by=other)


def test_nobody_lifts_what_they_cannot_read(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(BoxIsShut):
            actions.lift_hold(hold, because="It is safe.", by=sealed_team.carla)
        assert lookups.is_held(subject)


def test_a_box_that_somebody_else_opened_lifts_nothing(sealed_team: Team) -> None:
    with sealed_team.reading(opened_by=sealed_team.carla):
        subject = informed(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(BoxIsShut):
            actions.lift_hold(hold, because="It is safe.", by=sealed_team.dora)
        assert lookups.is_held(subject)


def test_work_goes_on_only_when_the_last_hold_is_lifted(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading(opened_by=sealed_team.carla):
        subject = cleared(sealed_team)
        for _ in range(2):
            actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        first, second = lookups.holds_in_force(subject)
        assert actions.lift_hold(first, because="Safe.", by=sealed_team.carla) == []
        assert lookups.is_held(subject)
        assert onlooker.resumed == []
        done = actions.lift_hold(second, because="Safe.", by=sealed_team.carla)
        assert done == ["The onlooker goes on."]
        assert onlooker.resumed == [subject]


def test_a_hold_is_lifted_once_and_with_a_reason(sealed_team: Team) -> None:
    with sealed_team.reading(opened_by=sealed_team.carla):
        subject = informed(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
        with pytest.raises(NothingToDo):
            actions.lift_hold(hold, because=" ", by=sealed_team.carla)
        actions.lift_hold(hold, because="Safe.", by=sealed_team.carla)
        with pytest.raises(NothingToDo):
            actions.lift_hold(hold, because="Safe.", by=sealed_team.carla)


def test_every_question_is_answered_and_no_other(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        missing = {code: answer for code, answer in CALM.items() if code != "debt"}
        for wrong in (missing, {}, CALM | {"papers": "no"}, CALM | {"debt": "perhaps"}):
            with pytest.raises(RiskNotAnswered):
                actions.answer_risk(subject, answers=wrong, by=sealed_team.alma)
        assert not RiskAnswers.objects.exists()


def test_risk_is_not_asked_before_the_notice(sealed_team: Team) -> None:
    with sealed_team.reading(), pytest.raises(InformationNotGiven):
        actions.answer_risk(actions.new_subject(), answers=CALM, by=sealed_team.alma)


def test_a_hold_cannot_be_seen_from_another_society(sealed_team: Team) -> None:
    other = a_team("BG")
    with sealed_team.reading():
        subject = cleared(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
    with other.reading():
        assert not lookups.is_held(subject)
        known, unknown = lookups.may(subject, Purpose.TRACE), lookups.may(hold.pk, Purpose.TRACE)
        assert known == unknown


@pytest.mark.database_bound
def test_the_database_refuses_a_hold_lifted_by_who_set_it(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.put_on_hold(subject, reason=SECRET, by=sealed_team.alma)
        hold = Hold.objects.get(subject=subject)
        hold.lifted_at, hold.lifted_by = hold.since, hold.set_by
        with pytest.raises(IntegrityError), transaction.atomic():
            hold.save()


def test_no_question_asks_for_legal_status_papers_or_the_way_travelled() -> None:
    words = " ".join(str(question.words).lower() for question in risk.QUESTIONS)
    for asked in ("visa", "passport", "asylum", "permit", "legal", "route", "border", "religion"):
        assert asked not in words


def test_beside_a_concern_and_none_the_same_stands_outside_the_seal(sealed_team: Team) -> None:
    with sealed_team.reading():
        for answers in (CALM, WORRY):
            actions.answer_risk(informed(sealed_team), answers=answers, by=sealed_team.alma)
        calm, worried = RiskAnswers.objects.order_by("at")
        differing = {
            field.name
            for field in RiskAnswers._meta.concrete_fields
            if field.name != "answers"
            and getattr(calm, field.attname) != getattr(worried, field.attname)
        }
    assert differing == {"id", "subject", "at"}
