"""A letter arrives once, and what it said is gone afterwards."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from kintrace.letters import jobs
from kintrace.letters.actions import send
from kintrace.letters.models import Outgoing
from kintrace.letters.tests.post_office import PostOffice
from kintrace.operations import logs
from kintrace.vault import ledger
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.work.urgency import PRESSING, SOON

ADDRESS = "samira.canaryson@example.org"
LINK = "https://desk.example.org/reset/canary-token/"
State = Outgoing.State


def put(society: UUID, kind: str = "reset", language: str = "en") -> UUID:
    with reading_as(society):
        return send(kind, to=ADDRESS, language=language, facts={"link": LINK}, society=society)


def deliver(letter: UUID, society: UUID) -> None:
    """As a worker does it, who took the job that waits."""
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL)
    jobs.deliver.call(str(letter), str(society))


def row(letter: UUID, society: UUID) -> Outgoing:
    with reading_as(society):
        return Outgoing.objects.get(pk=letter)


def parts(letter: EmailMessage) -> dict[str, str]:
    return {part.get_content_type(): part.get_content() for part in letter.iter_parts()}


def waiting_jobs() -> list[DBTaskResult[..., object]]:
    return list(DBTaskResult.objects.order_by("enqueued_at"))


def test_a_letter_arrives_in_the_language_of_its_reader(society: UUID, office: PostOffice) -> None:
    deliver(put(society, language="ar"), society)
    [letter] = office.letters
    assert office.recipients == [ADDRESS]
    assert letter["Content-Language"] == "ar"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert LINK in parts(letter)["text/plain"]
    assert 'dir="rtl"' in parts(letter)["text/html"]


@pytest.mark.parametrize("language", ["tlh", "ti", "fr-FR"])
def test_a_letter_is_never_written_in_a_language_the_desk_does_not_speak(
    language: str, society: UUID, office: PostOffice
) -> None:
    deliver(put(society, language=language), society)
    assert office.letters[0]["Content-Language"] == "en"


@pytest.mark.database_bound
def test_what_a_letter_said_is_gone_once_it_is_sent(society: UUID, office: PostOffice) -> None:
    letter = put(society)
    file = row(letter, society).file
    deliver(letter, society)
    sent = row(letter, society)
    assert (sent.state, sent.to, sent.facts) == (State.SENT, None, None)
    with reading_as(society) as reader, pytest.raises(KeyNotAtHand):
        reader.file_key(file)
    assert file in ledger.erased()


@pytest.mark.database_bound
def test_a_job_that_runs_again_sends_nothing_twice(society: UUID, office: PostOffice) -> None:
    letter = put(society)
    for _ in range(3):
        deliver(letter, society)
    assert len(office.letters) == 1


def test_a_letter_being_sent_is_left_to_who_sends_it(society: UUID, office: PostOffice) -> None:
    letter = put(society)
    with reading_as(society):
        held = timezone.now() + timedelta(minutes=5)
        Outgoing.objects.filter(pk=letter).update(claimed_until=held)
    deliver(letter, society)
    assert office.letters == []
    assert waiting_jobs()[-1].run_after == held


def test_a_server_that_cannot_just_now_is_asked_again_later(
    society: UUID, office: PostOffice
) -> None:
    letter = put(society)
    office.says = "451 later please"
    pauses = []
    for _ in range(9):
        deliver(letter, society)
        pauses.append((waiting_jobs()[-1].run_after - timezone.now()).total_seconds())
    assert pauses == pytest.approx([30, 60, 120, 240, 480, 960, 1920, 3600, 3600], abs=3)
    office.says = "250 welcome"
    deliver(letter, society)
    assert row(letter, society).state == State.SENT


def test_a_job_that_ran_twice_leaves_one_that_tries_again(
    society: UUID, office: PostOffice
) -> None:
    """Its worker died after it put the letter off; each of two would put it off for ever."""
    letter = put(society)
    office.says = "451 later please"
    deliver(letter, society)
    jobs.deliver.call(str(letter), str(society))
    ready = [job for job in waiting_jobs() if job.status == TaskResultStatus.READY]
    assert len(ready) == 1


@pytest.mark.parametrize(("kind", "goes"), [("reset", PRESSING), ("second-eye-waits", SOON)])
def test_a_letter_somebody_waits_for_goes_first(kind: str, goes: int, society: UUID) -> None:
    facts = {"link": LINK} if kind == "reset" else {}
    with reading_as(society):
        send(kind, to=ADDRESS, language="en", facts=facts, society=society)
    assert [job.priority for job in waiting_jobs()] == [goes]


def test_a_server_that_is_not_there_is_asked_again_later(society: UUID, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False
    letter = put(society)
    deliver(letter, society)
    assert row(letter, society).state == State.WAITING
    assert len(waiting_jobs()) == 2


def test_an_address_that_is_refused_for_good_is_forgotten(
    society: UUID, office: PostOffice
) -> None:
    office.says = "550 no such person"
    letter = put(society)
    deliver(letter, society)
    refused = row(letter, society)
    assert (refused.state, refused.to) == (State.REFUSED, None)
    assert len(waiting_jobs()) == 1


def test_a_letter_that_never_leaves_is_erased_after_seven_days(society: UUID) -> None:
    letter = put(society)
    with reading_as(society):
        old = timezone.now() - timedelta(days=7, minutes=1)
        Outgoing.objects.filter(pk=letter).update(made_at=old)
    jobs.expire(society)
    assert (row(letter, society).state, row(letter, society).to) == (State.EXPIRED, None)


def test_a_letter_whose_process_died_before_the_ledger_is_noted_later(
    society: UUID, office: PostOffice
) -> None:
    letter = put(society)
    file = row(letter, society).file
    deliver(letter, society)
    waits = put(society)
    ledger.where().unlink()
    for _ in range(2):
        jobs.expire(society)
    assert file in ledger.erased()
    assert row(waits, society).file not in ledger.erased()
    assert ledger.where().read_text().count(str(file)) == 1


def test_that_a_letter_was_sent_is_forgotten_after_thirty_days(
    society: UUID, office: PostOffice
) -> None:
    letter = put(society)
    deliver(letter, society)
    jobs.expire(society)
    with reading_as(society):
        assert Outgoing.objects.filter(pk=letter).exists()
        old = timezone.now() - timedelta(days=30, minutes=1)
        Outgoing.objects.update(ended_at=old)
    jobs.expire(society)
    with reading_as(society):
        assert not Outgoing.objects.exists()


def test_the_job_holds_ids_only_and_no_log_line_holds_the_letter(
    society: UUID, office: PostOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure({})
    office.says = f"451 who is {ADDRESS}"
    letter = put(society)
    deliver(letter, society)
    office.says = "250 welcome"
    deliver(letter, society)
    said = capsys.readouterr()
    assert "letter.put_off" in said.err
    assert "letter.sent" in said.err
    for job in waiting_jobs():
        assert job.args_kwargs == {"args": [str(letter), str(society)], "kwargs": {}}
    for marker in ("canary", "samira", "example.org"):
        assert marker not in (said.err + said.out).lower()


def test_letters_can_be_laid_into_a_folder(
    society: UUID, settings: Settings, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    deliver(put(society, kind="message-waits"), society)
    [file] = tmp_path.iterdir()
    assert "multipart/alternative" in file.read_text()


def test_a_claim_made_by_a_clock_that_stood_ahead_keeps_no_letter_back(
    society: UUID, office: PostOffice
) -> None:
    letter = put(society)
    with reading_as(society):
        Outgoing.objects.update(claimed_until=timezone.now() + timedelta(days=1))
    deliver(letter, society)
    assert len(office.letters) == 1
    assert row(letter, society).state == State.SENT
