"""Who may recognise the person in a public photo: asked, sealed, and a hold when it is a danger."""

import pytest

from kintrace.protection import actions, lookups
from kintrace.protection.models import RiskAnswers
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import RiskNotAnswered
from kintrace.protection.standing import standing
from kintrace.protection.tests.given import Team, consented, informed

WHO = "My cousin's husband, in the harbour."


def test_a_plain_no_is_kept_and_stops_nothing(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.ask_who_recognises(subject, who=WHO, danger="no", by=sealed_team.alma)
        assert lookups.who_recognises(subject) is not None
        assert not lookups.is_held(subject)


@pytest.mark.parametrize("danger", ["yes", "unsure"])
def test_any_danger_is_a_hold_that_another_lifts(sealed_team: Team, danger: str) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
        actions.ask_who_recognises(subject, who=WHO, danger=danger, by=sealed_team.alma)
        answer = lookups.may(subject, Purpose.PUBLISH)
        assert not answer
    with sealed_team.reading(opened_by=sealed_team.carla):
        [hold] = lookups.holds_in_force(subject)
        assert WHO in hold.reason


@pytest.mark.parametrize(("who", "danger"), [("", "no"), ("  ", "no"), (WHO, ""), (WHO, "maybe")])
def test_half_an_answer_is_none(sealed_team: Team, who: str, danger: str) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        with pytest.raises(RiskNotAnswered):
            actions.ask_who_recognises(subject, who=who, danger=danger, by=sealed_team.alma)
        assert lookups.who_recognises(subject) is None


def test_it_does_not_count_as_the_risk_questions(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
        actions.ask_who_recognises(subject, who=WHO, danger="no", by=sealed_team.alma)
        assert lookups.risk_answers(subject) is None
        assert not lookups.may(subject, Purpose.PUBLISH)


@pytest.mark.database_bound
def test_only_the_protection_team_reads_it(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.ask_who_recognises(subject, who=WHO, danger="no", by=sealed_team.alma)
        assert WHO.encode() not in bytes(RiskAnswers.objects.get().answers_sealed)  # type: ignore[attr-defined]
    with sealed_team.reading(opened_by=sealed_team.alma):
        assert standing(subject).recognised_by == ""
    with sealed_team.reading(opened_by=sealed_team.carla):
        assert standing(subject).recognised_by == WHO
