from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit.models import Head
from kintrace.protection import actions, jobs, lookups
from kintrace.protection.circles import NotWith
from kintrace.protection.models import Basis
from kintrace.protection.purposes import BasisKind, Cause, How, Purpose, Scope
from kintrace.protection.refusals import BasisNotSound, InformationNotGiven, NotAllowed, NothingToDo
from kintrace.protection.tests.given import (
    CALM,
    Team,
    a_team,
    agrees,
    cleared,
    consented,
    informed,
    sought_by,
)
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.vault.actions import open_file


def why_not(subject: Any, purpose: Purpose, **asked: Any) -> str:
    answer = lookups.may(subject, purpose, **asked)
    return "" if isinstance(answer, lookups.Allowed) else answer.code


def test_nothing_may_be_done_without_a_basis(team: Team) -> None:
    with team.reading():
        subject = informed(team)
        assert {why_not(subject, purpose) for purpose in Purpose} == {"no-basis"}


def test_a_basis_carries_its_own_purpose_and_no_other(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.answer_risk(subject, answers=CALM, by=sealed_team.alma)
        searching = {"purpose": Purpose.TRACE, "kind": BasisKind.PUBLIC_INTEREST, "until": None}
        agrees(sealed_team, subject, **searching)
        assert lookups.may(subject, Purpose.TRACE)
        assert not lookups.may(subject, Purpose.CONTACT)
        assert not lookups.may(subject, Purpose.PUBLISH)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_nothing_is_done_before_the_risk_questions_are_answered(
    sealed_team: Team, purpose: Purpose
) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        agrees(sealed_team, subject, purpose=purpose)
        assert why_not(subject, purpose) == "no-risk-answers"
        actions.answer_risk(subject, answers=CALM, by=sealed_team.alma)
        assert lookups.may(subject, purpose)


def test_publishing_asks_for_consent_scope_an_end_and_the_risk_answers(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
        assert why_not(subject, Purpose.PUBLISH) == "no-risk-answers"
        actions.answer_risk(subject, answers=CALM, by=sealed_team.alma)
        assert lookups.may(subject, Purpose.PUBLISH)
        assert lookups.may(subject, Purpose.PUBLISH, scope=Scope.WALL)
        assert why_not(subject, Purpose.PUBLISH, scope=Scope.POSTERS) == "scope"


@pytest.mark.parametrize(
    "terms",
    [
        {"kind": BasisKind.PUBLIC_INTEREST},
        {"scope": []},
        {"until": None},
        {"until": timezone.localdate() + timedelta(days=400)},
        {"until": timezone.localdate() - timedelta(days=1)},
        {"how": How.WEIGHED},
    ],
)
def test_an_unsound_agreement_to_publish_is_refused(team: Team, terms: dict[str, Any]) -> None:
    with team.reading(), pytest.raises(BasisNotSound):
        consented(team, **terms)


def test_consent_before_the_notice_is_refused(team: Team) -> None:
    with team.reading(), pytest.raises(InformationNotGiven):
        agrees(team, actions.new_subject())


def test_the_sought_person_is_as_safe_as_who_told_of_them(sealed_team: Team) -> None:
    with sealed_team.reading():
        seeker = informed(sealed_team)
        searching = {"purpose": Purpose.TRACE, "kind": BasisKind.PUBLIC_INTEREST, "until": None}
        sought = sought_by(sealed_team, seeker)
        assert why_not(sought, Purpose.TRACE) == "no-basis", "who seeks has none"
        agrees(sealed_team, seeker, **searching)
        assert why_not(sought, Purpose.TRACE) == "no-risk-answers"
        actions.answer_risk(seeker, answers=CALM, by=sealed_team.alma)
        assert lookups.may(sought, Purpose.TRACE)
        actions.put_on_hold(seeker, reason="A worry.", by=sealed_team.alma)
        assert why_not(sought, Purpose.TRACE) == "held"
        hold = lookups.holds_in_force(seeker).get()
    with sealed_team.reading(opened_by=sealed_team.carla):
        actions.lift_hold(hold, because="It is safe.", by=sealed_team.carla)
        assert lookups.may(sought, Purpose.TRACE)
        actions.withdraw(seeker, purpose=Purpose.TRACE, by=sealed_team.alma)
        assert why_not(sought, Purpose.TRACE) == "withdrawn"


def test_who_must_not_learn_of_who_seeks_learns_nothing_of_the_sought(sealed_team: Team) -> None:
    bulgaria = a_team("BG").society
    with sealed_team.reading():
        seeker = informed(sealed_team)
        feared = NotWith(societies=frozenset({bulgaria.pk}))
        agrees(sealed_team, seeker, purpose=Purpose.SHARE, not_with=feared)
        assert lookups.not_with(sought_by(sealed_team, seeker)) == feared


def test_nobody_agrees_for_another(team: Team) -> None:
    with team.reading():
        seeker = informed(team)
        terms: dict[str, Any] = {
            "told_by": seeker,
            "file": open_file(team.society.pk),
            "by": team.alma,
        }
        with pytest.raises(BasisNotSound):
            actions.weigh_basis(
                actions.new_subject(), purpose=Purpose.TRACE, kind=BasisKind.CONSENT, **terms
            )
        with pytest.raises(BasisNotSound):
            actions.weigh_basis(
                actions.new_subject(),
                purpose=Purpose.PUBLISH,
                kind=BasisKind.VITAL_INTEREST,
                **terms,
            )


def test_with_the_search_everything_that_rests_on_it_is_taken_back(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        agrees(sealed_team, subject, purpose=Purpose.TRACE, kind=BasisKind.PUBLIC_INTEREST)
        agrees(sealed_team, subject, purpose=Purpose.CONTACT)
        actions.withdraw(subject, purpose=Purpose.TRACE, by=sealed_team.alma)
        gone = frozenset({Purpose.TRACE, Purpose.PUBLISH, Purpose.SHARE, Purpose.COMPARE})
        assert onlooker.stopped == [(subject, Cause.WITHDRAWN, gone)]
        assert why_not(subject, Purpose.PUBLISH) == "withdrawn"
        assert lookups.may(subject, Purpose.CONTACT), "the person may still be told the result"


def test_consent_ends_with_its_last_day(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        last = lookups.every_basis(subject).get().until
        assert last is not None
        with freeze_time(last):
            assert lookups.may(subject, Purpose.PUBLISH)
        with freeze_time(last + timedelta(days=1)):
            assert why_not(subject, Purpose.PUBLISH) == "over"


def test_what_is_taken_back_stops_at_once_and_says_what_stopped(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        done = actions.withdraw(subject, purpose=Purpose.PUBLISH, by=sealed_team.alma)
        assert done == ["The onlooker stopped."]
        assert onlooker.stopped == [(subject, Cause.WITHDRAWN, frozenset({Purpose.PUBLISH}))]
        assert why_not(subject, Purpose.PUBLISH) == "withdrawn"
        with pytest.raises(NothingToDo):
            actions.withdraw(subject, purpose=Purpose.PUBLISH, by=sealed_team.alma)


def test_who_took_back_may_agree_again(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        actions.withdraw(subject, purpose=Purpose.PUBLISH, by=sealed_team.alma)
        agrees(sealed_team, subject)
        assert lookups.may(subject, Purpose.PUBLISH)


def test_who_must_not_learn_does_not_whatever_the_basis(sealed_team: Team) -> None:
    bulgaria, austria = a_team("BG").society, sealed_team.society
    terms = {"purpose": Purpose.SHARE, "kind": BasisKind.CONSENT}
    with sealed_team.reading():
        subject = cleared(sealed_team)
        agrees(sealed_team, subject, **terms)
        assert lookups.may(subject, Purpose.SHARE, with_=bulgaria.pk)
        agrees(sealed_team, subject, **terms, not_with=NotWith(countries=frozenset({"bg"})))
        assert why_not(subject, Purpose.SHARE, with_=bulgaria.pk) == "must-not-learn"
        assert lookups.may(subject, Purpose.SHARE, with_=austria.pk)


def test_a_later_basis_does_not_let_slip_who_must_not_learn(team: Team) -> None:
    bulgaria = a_team("BG").society
    named = NotWith(societies=frozenset({bulgaria.pk}), persons=("my uncle",))
    with team.reading():
        subject = consented(team, not_with=named)
        agrees(team, subject, purpose=Purpose.SHARE)
        actions.withdraw(subject, purpose=Purpose.PUBLISH, by=team.alma)
        assert lookups.not_with(subject) == named
        actions.change_not_with(subject, not_with=NotWith(), by=team.alma)
        assert not lookups.not_with(subject)


def test_who_must_not_learn_is_read_by_no_other_society(team: Team) -> None:
    other = a_team("BG")
    with team.reading():
        subject = consented(team, not_with=NotWith(persons=("my uncle",)))
    with other.reading():
        assert not lookups.not_with(subject)
        assert why_not(subject, Purpose.PUBLISH) == "no-basis"


def test_require_raises_the_sentence(team: Team) -> None:
    with team.reading(), pytest.raises(NotAllowed) as refused:
        lookups.require(informed(team), Purpose.PUBLISH)
    assert refused.value.code == "no-basis"
    assert refused.value.sentence.endswith(".")


def test_when_the_time_is_over_what_stands_elsewhere_is_stopped_once(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        last = lookups.every_basis(subject).get().until
    assert last is not None
    jobs.expire.call(last.isoformat())
    assert onlooker.stopped == []
    for _ in range(2):
        jobs.expire.call((last + timedelta(days=1)).isoformat())
    assert onlooker.stopped == [(subject, Cause.EXPIRED, frozenset({Purpose.PUBLISH}))]


def test_a_society_whose_audit_is_broken_keeps_no_other_societys_faces_up(
    team: Team, onlooker: Onlooker
) -> None:
    other = a_team("BG")
    subjects = []
    for one in (team, other):
        with one.reading():
            subjects.append(consented(one))
    with team.reading():
        Head.objects.filter(society=team.society.pk).update(seal=bytes(32))
    with pytest.raises(ExceptionGroup):
        jobs.expire.call((timezone.localdate() + timedelta(days=40)).isoformat())
    assert [subject for subject, *_ in onlooker.stopped] == subjects
    with other.reading():
        assert not lookups.bases_over(timezone.localdate() + timedelta(days=40)).exists()


def test_nothing_stops_when_the_person_agreed_again_in_time(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        agrees(sealed_team, subject, until=timezone.localdate() + timedelta(days=300))
    jobs.expire.call((timezone.localdate() + timedelta(days=40)).isoformat())
    assert onlooker.stopped == []


@pytest.mark.database_bound
def test_the_database_publishes_on_informed_consent_alone(team: Team) -> None:
    with team.reading():
        subject = consented(team)
        basis = lookups.every_basis(subject).get()
        for wrong in (
            {"kind": BasisKind.PUBLIC_INTEREST.value},
            {"until": None},
            {"notice": None},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Basis.objects.filter(pk=basis.pk).update(**wrong)


@pytest.mark.database_bound
def test_a_society_sees_only_its_own_bases_notices_and_holds(team: Team, postgres: None) -> None:
    other = a_team("BG")
    with team.reading():
        subject = consented(team)
    with other.reading():
        assert not Basis.objects.filter(subject=subject).exists()
        planted = Basis(file=open_file(other.society.pk), society_id=team.society.pk)
        planted.subject, planted.purpose, planted.kind = subject, "trace", "public_interest"
        planted.how, planted.given_by, planted.not_with = "spoken", other.alma.pk, {}
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            planted.save(force_insert=True)
