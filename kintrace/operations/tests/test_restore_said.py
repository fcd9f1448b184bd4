"""What was said for people's safety after a backup is lost with a restore; nobody is forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases import lookups as cases
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.tests.cast import found
from kintrace.operations import jobs
from kintrace.operations.replay import replay
from kintrace.operations.tests.nights import a_scene, back_up_into, empty_database, restore
from kintrace.protection import actions as protection
from kintrace.protection import lookups
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Channel, Purpose
from kintrace.vault import ledger
from kintrace.vault.reader import BoxIsShut, reading_as

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case

pytestmark = pytest.mark.database_bound
LONG_BEFORE = timedelta(days=2)
REASON, TOLD = "A stranger asked twice.", {"names": "Luwam Habte", "by_whom": "her brother"}


@dataclass
class Night:
    """Whom the backup knows, and who said something since, by what it was."""

    scene: Scene
    folder: Path
    quiet: UUID  # of whom nothing was said since
    before: UUID  # of whom something was said long before
    later: UUID  # whom the backup does not know
    young: UUID  # a society that it does not know
    said: dict[str, UUID] = field(default_factory=dict)


@pytest.fixture
def night(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Night:
    scene = a_scene(settings, tmp_path, monkeypatch, carla=Role.CHILD_PROTECTION)
    with scene.acting(scene.alma) as alma:
        opened = [playing.open_a_case(SELAM, by=alma) for _ in range(5)]
        quiet, *others = opened
        hidden, before = _informed(quiet, scene), _informed(quiet, scene)
        sought = cases.sought_in(others.pop())[0].subject
    long_ago = datetime.now(UTC) - LONG_BEFORE
    ledger.note(ledger.Said("hold", scene.society.pk, before, long_ago))
    back_up_into(tmp_path)
    people = dict(zip(("hold", "withdrawn", "must_not_learn"), others, strict=True))
    said = {what: case.subject for what, case in people.items()}
    said |= {"do_not_find": hidden, "apart": sought}
    later = _all_is_said(scene, said, quiet)
    young = found("BG").pk
    ledger.note(ledger.Said("hold", young, uuid4(), datetime.now(UTC)))
    jobs.sign_heads()
    return Night(scene, tmp_path, quiet.subject, before, later, young, said)


def _all_is_said(scene: Scene, of: dict[str, UUID], quiet: Case) -> UUID:
    """What each of them says the morning after, and who comes for the first time."""
    feared = NotWith(countries=frozenset({"XB"}))
    with scene.acting(scene.alma) as alma:
        protection.put_on_hold(of["hold"], reason=REASON, by=alma)
        protection.withdraw(of["withdrawn"], purpose=Purpose.TRACE, by=alma)
        protection.change_not_with(of["must_not_learn"], not_with=feared, by=alma)
        protection.register_do_not_find(of["do_not_find"], told=TOLD, by=alma)
        later = _informed(quiet, scene)
        protection.register_do_not_find(later, told=TOLD, by=alma)
    with scene.acting(scene.others["carla"]) as carla:
        entry = lookups.entries_about(of["do_not_find"]).get()
        protection.keep_apart(entry, sought=of["apart"], by=carla)
    return later


def _informed(case: Case, scene: Scene) -> UUID:
    given = lookups.notice_given(case.subject)
    assert given is not None
    subject = protection.new_subject()
    protection.give_notice(subject, text=given.text, channel=Channel.PHONE, by=scene.alma)
    return subject


def test_of_whom_something_was_said_since_nothing_goes_on(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with reading_as(night.scene.society.pk):
            for subject in night.said.values():
                for purpose in Purpose:
                    answer = lookups.may(subject, purpose)
                    assert isinstance(answer, lookups.Denied)
                    assert answer.code == "held"
            assert lookups.may(night.quiet, Purpose.TRACE)
            assert not lookups.is_held(night.before)
        assert audit.verify(night.scene.society.pk) == []
    assert "5 people were put on hold" in capsys.readouterr().out


def test_the_protection_team_reads_why_and_nobody_else(night: Night, settings: Settings) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with night.scene.acting(night.scene.others["carla"]):
            reasons = {what: _why(subject) for what, subject in night.said.items()}
        assert all("A backup came back." in reason for reason in reasons.values())
        assert "Withdrawn by the person" in reasons["withdrawn"]
        assert "does not want to be found" in reasons["do_not_find"]
        assert "does not want to be found" in reasons["apart"]
        assert "must not learn" in reasons["must_not_learn"]
        assert REASON not in "".join(reasons.values())  # it is lost, and nobody makes it up
        for subject in night.said.values():
            with night.scene.acting(night.scene.alma), pytest.raises(BoxIsShut):
                _why(subject)


def _why(subject: UUID) -> str:
    return lookups.holds_in_force(subject).get().reason


def test_a_specialist_who_asked_again_lets_it_go_on(night: Night, settings: Settings) -> None:
    subject, carla = night.said["hold"], night.scene.others["carla"]
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        with night.scene.acting(carla):
            [hold] = lookups.holds_in_force(subject)
            protection.lift_hold(hold, because="He is safe, I asked him.", by=carla)
            assert lookups.may(subject, Purpose.TRACE)
            made = timezone.now() - timedelta(minutes=1)
        assert replay(made=made).held == 0  # the same again changes nothing
        with reading_as(night.scene.society.pk):
            assert lookups.may(subject, Purpose.TRACE)


def test_whom_the_backup_does_not_know_is_told_to_who_restores(
    night: Night, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(night.folder, settings) as address:
        restore(night.folder, address)
        told = capsys.readouterr().out
        assert "NM: people whom this backup does not know" in told
        assert "for their safety: 1 (do_not_find 1)." in told
        assert "write down again" in told
        assert f"{night.young}: people whom this backup does not know" in told
        assert f"Society {night.young} was founded after this backup" in told
        assert str(night.later) not in told
        with reading_as(night.scene.society.pk):
            assert not lookups.is_known(night.later)


def test_a_backup_that_does_not_say_when_it_was_made_is_not_restored(
    night: Night, settings: Settings
) -> None:
    for file in (night.folder / "backups").iterdir():
        file.rename(file.with_name(f"kintrace-yesterday-{file.name.rpartition('-')[2]}"))
    with (
        empty_database(night.folder, settings) as address,
        pytest.raises(CommandError, match="does not say when"),
    ):
        restore(night.folder, address)
