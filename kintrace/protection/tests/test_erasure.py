from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

import pytest

from kintrace.network.models import Society
from kintrace.people import lookups as people
from kintrace.people.actions import write_down
from kintrace.people.told import Part, Told
from kintrace.protection import actions, jobs, lookups
from kintrace.protection.models import Basis, Hold, NoticeGiven, RiskAnswers
from kintrace.protection.purposes import BasisKind, Channel, How, Purpose, WhyErased
from kintrace.protection.refusals import AlreadyErased, NothingToDo
from kintrace.protection.tests.given import CALM, Team, a_text, agrees, cleared, informed
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.vault import ledger, safe_files
from kintrace.vault.actions import open_file
from kintrace.vault.lookups import slots
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

ASKED = WhyErased.ASKED
TOLD = Told(names=((Part("given", "Yonas"),),))


Capture = Callable[..., AbstractContextManager[object]]


def written(team: Team, subject: UUID, file: UUID) -> None:
    write_down(subject, told=TOLD, file=file, society=team.society.pk, by=team.alma)


def erase(team: Team, subject: UUID, capture: Capture) -> list[str]:
    with capture(execute=True):
        return actions.erase(subject, why=ASKED, by=team.dora)


def noted(subject: UUID) -> list[tuple[str, UUID]]:
    """What the ledger says of a subject."""
    return [(one.code, one.society) for one in ledger.read().said if one.subject == subject]


def test_everything_about_a_person_goes_and_its_keys_with_it(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        file = open_file(sealed_team.society.pk)
        written(sealed_team, subject, file)
        safe_files.keep(b"a photo", file=file, name="original")
        bases = set(lookups.every_basis(subject).values_list("file", flat=True))
        done = erase(sealed_team, subject, django_capture_on_commit_callbacks)
        assert len(done) == 2
        for model in (NoticeGiven, Basis, RiskAnswers, Hold):
            assert not model.objects.filter(subject=subject).exists()
        assert people.people_of([subject]) == {}
        assert not slots(sealed_team.society.pk, {file, *bases}).exists()
        with pytest.raises((KeyNotAtHand, FileNotFoundError)):
            safe_files.fetch(file=file, name="original")
    assert {file, *bases} <= ledger.erased()
    assert noted(subject) == [("erased", sealed_team.society.pk)]


def test_an_erased_person_is_erased_once_and_nothing_may_be_done_any_more(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        erase(sealed_team, subject, django_capture_on_commit_callbacks)
        for purpose in Purpose:
            answer = lookups.may(subject, purpose)
            assert isinstance(answer, lookups.Denied)
            assert answer.code == "erased"
        with pytest.raises(NothingToDo):
            actions.erase(subject, why=ASKED, by=sealed_team.dora)


def test_a_file_that_others_are_still_in_keeps_its_key(
    team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with team.reading():
        first, second = informed(team), informed(team)
        file = open_file(team.society.pk)
        written(team, first, file)
        written(team, second, file)
        erase(team, first, django_capture_on_commit_callbacks)
        assert people.person_of(second).told == TOLD
        assert file not in ledger.erased()
        erase(team, second, django_capture_on_commit_callbacks)
    assert file in ledger.erased()


def test_who_belongs_to_the_matter_goes_along_each_once(
    team: Team, onlooker: Onlooker, django_capture_on_commit_callbacks: Capture
) -> None:
    with team.reading():
        enquirer, sought = informed(team), actions.new_subject()
        file = open_file(team.society.pk)
        written(team, enquirer, file)
        write_down(
            sought, told=TOLD, file=file, society=team.society.pk, informed=enquirer, by=team.alma
        )
        actions.record_basis(
            sought,
            purpose=Purpose.TRACE,
            kind=BasisKind.VITAL_INTEREST,
            how=How.WEIGHED,
            file=file,
            by=team.alma,
        )
        onlooker.along = {enquirer: frozenset({sought}), sought: frozenset({enquirer})}
        erase(team, enquirer, django_capture_on_commit_callbacks)
        assert onlooker.erased == [enquirer, sought]
        assert lookups.is_erased(sought)
        assert not Basis.objects.filter(file=file).exists()
    assert file in ledger.erased()


def test_who_was_erased_alone_before_stands_in_nobodys_way(
    team: Team, onlooker: Onlooker, django_capture_on_commit_callbacks: Capture
) -> None:
    with team.reading():
        enquirer, sought = informed(team), informed(team)
        onlooker.along = {enquirer: frozenset({sought})}
        erase(team, sought, django_capture_on_commit_callbacks)
        erase(team, enquirer, django_capture_on_commit_callbacks)
        assert lookups.is_erased(enquirer)
        assert lookups.is_erased(sought)


@pytest.mark.parametrize("state", ["active", "left"])
def test_the_job_repeats_until_no_slot_is_left(team: Team, state: str) -> None:
    with team.reading():
        subject = informed(team)
        file = open_file(team.society.pk)
        written(team, subject, file)
        # The process dies right after the commit: nothing of what should follow happens.
        actions.erase(subject, why=ASKED, by=team.dora)
        assert file not in ledger.erased()
        assert [one.subject for one in lookups.open_erasures()] == [subject]
    Society.objects.update(state=state)  # a person's right does not end when a society leaves
    assert noted(subject) == []
    for _ in range(2):
        jobs.finish_erasures.call()
    assert file in ledger.erased()
    assert noted(subject) == [("erased", team.society.pk)]
    with team.reading():
        assert lookups.open_erasures() == []
        assert not slots(reader_in_force().society, [file]).exists()


def test_the_ledger_names_a_file_once_however_often_the_job_runs(
    team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with team.reading():
        subject = informed(team)
        file = open_file(team.society.pk)
        written(team, subject, file)
        erase(team, subject, django_capture_on_commit_callbacks)
    for _ in range(2):
        jobs.note_in_ledger([file])
        jobs.finish_erasures.call()
    assert ledger.where().read_text().count(str(file)) == 1


def test_erasing_leaves_the_other_people_alone(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading():
        gone, stays = cleared(sealed_team), cleared(sealed_team)
        agrees(sealed_team, stays, purpose=Purpose.CONTACT)
        erase(sealed_team, gone, django_capture_on_commit_callbacks)
        assert lookups.may(stays, Purpose.PUBLISH)
        assert lookups.may(stays, Purpose.CONTACT)


def test_nothing_is_written_of_an_erased_person_that_no_erasure_would_find(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    team = sealed_team
    with team.reading():
        subject, text = cleared(team), a_text(team)
        erase(team, subject, django_capture_on_commit_callbacks)
        writes: tuple[Callable[[], object], ...] = (
            lambda: actions.give_notice(
                subject, text=text, channel=Channel.READ_ALOUD, by=team.alma
            ),
            lambda: actions.put_on_hold(subject, reason="A name.", by=team.alma),
            lambda: actions.answer_risk(subject, answers=CALM, by=team.alma),
            lambda: agrees(team, subject, purpose=Purpose.TRACE, kind=BasisKind.VITAL_INTEREST),
        )
        for write in writes:
            with pytest.raises(AlreadyErased):
                write()
        for model in (NoticeGiven, Basis, RiskAnswers, Hold):
            assert not model.objects.filter(subject=subject).exists()
