"""What is said for a person's safety is noted outside the database, by id and code alone."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.network.tests.cast import work_off
from kintrace.protection import actions, lookups
from kintrace.protection.actions.bases import object_to_bases
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import BasisKind, Cause, Purpose
from kintrace.protection.tests.given import Team, agrees, cleared, informed, sought_by
from kintrace.vault import ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from uuid import UUID

    Capture = Callable[..., AbstractContextManager[object]]

TOLD = {"names": "Selam Tesfay", "born": "20", "origin": "Keren", "by_whom": "her uncle"}
REASON = "Her uncle waits at the gate."
FEARED = NotWith(countries=frozenset({"XB"}), persons=("her uncle Dawit",))
ONE_LINE = re.compile(
    r"\d+ ([a-z_]+ [0-9a-f-]{36} )?[0-9a-f-]{36} \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 [0-9a-f]{64}"
)


def codes_of(*subjects: UUID) -> list[str]:
    return [said.code for said in ledger.read().said if said.subject in subjects]


def searched(team: Team, **more: object) -> UUID:
    """Somebody who agreed to the wall, and for whom we search on our own ground."""
    subject = cleared(team)
    more = {"purpose": Purpose.TRACE, "kind": BasisKind.PUBLIC_INTEREST, "scope": ()} | more
    agrees(team, subject, **more)
    return subject


def _hold(team: Team, subject: UUID) -> None:
    actions.put_on_hold(subject, reason=REASON, by=team.alma)


def _withdraw(team: Team, subject: UUID) -> None:
    actions.withdraw(subject, purpose=Purpose.PUBLISH, by=team.alma)


def _object(team: Team, subject: UUID) -> None:
    object_to_bases(subject, by=team.alma)


def _shorten(team: Team, subject: UUID) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    actions.shorten(subject, purpose=Purpose.PUBLISH, until=tomorrow, by=team.alma)


def _register(team: Team, subject: UUID) -> None:
    actions.register_do_not_find(subject, told=TOLD, by=team.alma)


def _fear(team: Team, subject: UUID) -> None:
    actions.change_not_with(subject, not_with=FEARED, by=team.alma)


def _fear_with_a_basis(team: Team, subject: UUID) -> None:
    agrees(team, subject, purpose=Purpose.CONTACT, scope=(), not_with=FEARED)


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (_hold, "hold"),
        (_withdraw, "withdrawn"),
        (_object, "withdrawn"),
        (_shorten, "withdrawn"),
        (_register, "do_not_find"),
        (_fear, "must_not_learn"),
        (_fear_with_a_basis, "must_not_learn"),
    ],
)
def test_each_is_noted_once_and_not_a_word_of_it(
    act: Callable[[Team, UUID], None],
    code: str,
    sealed_team: Team,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    with sealed_team.reading():
        subject = searched(sealed_team)
        with django_capture_on_commit_callbacks(execute=True):
            act(sealed_team, subject)
    work_off()
    assert codes_of(subject) == [code]
    [said] = [one for one in ledger.read().said if one.subject == subject]
    assert said.society == sealed_team.society.pk
    assert abs(said.at - timezone.now()) < timedelta(minutes=1)
    assert all(ONE_LINE.fullmatch(line) for line in ledger.where().read_text().splitlines())


def test_a_search_that_is_stopped_in_silence_is_noted_of_who_is_sought(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading(sealed_team.carla):
        sought, hidden = sought_by(sealed_team, cleared(sealed_team)), informed(sealed_team)
        actions.register_do_not_find(hidden, told=TOLD, by=sealed_team.alma)
        entry = lookups.entries_about(hidden).get()
        with django_capture_on_commit_callbacks(execute=True):
            actions.keep_apart(entry, sought=sought, by=sealed_team.carla)
    assert codes_of(sought) == ["do_not_find"]


def test_what_lets_go_or_says_nothing_new_is_not_noted(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading(), django_capture_on_commit_callbacks(execute=True):
        subject = informed(sealed_team)
        # With somebody's first basis all is lost that it would keep from anybody.
        agrees(sealed_team, subject, not_with=FEARED)
        agrees(sealed_team, subject, purpose=Purpose.CONTACT, scope=(), not_with=FEARED)
        actions.change_not_with(subject, not_with=NotWith(), by=sealed_team.alma)
    assert codes_of(subject) == []


def test_what_was_taken_back_with_its_transaction_is_not_noted(
    sealed_team: Team, django_capture_on_commit_callbacks: Capture
) -> None:
    with sealed_team.reading(), django_capture_on_commit_callbacks(execute=True):
        subject = cleared(sealed_team)
        with suppress(OSError), transaction.atomic():
            _hold(sealed_team, subject)
            raise OSError
    work_off()
    assert codes_of(subject) == []


def test_the_job_notes_what_a_dead_process_or_a_full_disk_left_out(
    sealed_team: Team,
    django_capture_on_commit_callbacks: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(said: ledger.Said) -> None:
        raise OSError("no space left")

    with sealed_team.reading():
        died, refused = cleared(sealed_team), cleared(sealed_team)
        _hold(sealed_team, died)  # nothing that should follow its commit happens
        with monkeypatch.context() as disk:
            disk.setattr(ledger, "note", full)
            with django_capture_on_commit_callbacks(execute=True):
                _hold(sealed_team, refused)
        assert lookups.is_held(refused)
    assert codes_of(died, refused) == []
    work_off()
    assert sorted(codes_of(died, refused)) == ["hold", "hold"]


def test_where_nothing_can_be_sealed_a_restore_ends_every_basis_instead(team: Team) -> None:
    """Before the key ceremony, or with the pins lost."""
    with team.reading():
        subject = informed(team)
        agrees(team, subject)
        agrees(team, subject, purpose=Purpose.TRACE, scope=())
        by, now = Machine(team.society.pk), timezone.now()
        assert actions.hold_after_restore(subject, causes=[Cause.WITHDRAWN], latest=now, by=by)
        for purpose in Purpose:
            assert not lookups.may(subject, purpose)
        assert not lookups.is_held(subject)
        assert all(basis.withdrawn_at for basis in lookups.every_basis(subject))
