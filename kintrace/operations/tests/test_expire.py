"""`manage.py expire`: every kind of the table really ends, on its day, and says so."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit import lookups as audit
from kintrace.cases.actions import opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Draft
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.demo import playing
from kintrace.letters import jobs as letter_jobs
from kintrace.network.tests.cast import found
from kintrace.operations import backup, ending
from kintrace.operations.tests import kinds
from kintrace.operations.tests.kinds import ENDS
from kintrace.operations.tests.kinds_beside import BEGIN
from kintrace.protection import retention
from kintrace.protection.retention import TABLE, Acts, Kind
from kintrace.vault import ledger
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Face, Message
from tests.turns import in_turns

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

Clock = FrozenDateTimeFactory


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> None:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"


@pytest.fixture
def clock() -> Any:
    with freeze_time(f"{BEGIN} 12:00") as clock:
        yield clock


@pytest.fixture
def scene(clock: Clock, transactional_db: None) -> Scene:
    return build_scene("NM")


def said(*options: str) -> str:
    output = StringIO()
    call_command("expire", *options, stdout=output)
    return output.getvalue()


def test_every_kind_that_ends_by_itself_is_tried_here() -> None:
    by_itself = {kind for kind, line in TABLE.items() if line.acts in {Acts.HOUSE, Acts.OFFICER}}
    # The audit never ends alone, and a contact safe belongs to no society: they have own tests.
    assert ENDS.keys() == by_itself - {Kind.AUDIT, Kind.CONTACT_SAFE}


def test_the_audit_ends_after_ten_years_and_what_follows_is_proved_as_before(
    scene: Scene, clock: Clock
) -> None:
    society, last = scene.society.pk, BEGIN + retention.default(Kind.AUDIT)
    with reading_as(society):
        old = len(audit.entries(society, limit=10_000))
    at_noon(clock, last)
    assert "audit " not in said()
    at_noon(clock, last + timedelta(days=1))
    assert f"audit {old}" in said("--dry-run")
    assert f"audit {old}" in said()
    assert said("--society", "nm") == "NM: nothing is over.\n"
    with reading_as(society):
        assert {one.at.date() for one in audit.entries(society)} == {last + timedelta(days=1)}
    assert audit.verify(society) == []


def at_noon(clock: Clock, day: date) -> None:
    clock.move_to(f"{day} 12:00")


@pytest.mark.parametrize("kind", in_turns(ENDS, turns=4))
def test_it_is_there_on_its_last_day_and_gone_on_the_next(
    kind: Kind, scene: Scene, clock: Clock
) -> None:
    lay, count = ENDS[kind]
    last = lay(scene)

    def left() -> int:
        with reading_as(scene.society.pk):
            return count()

    assert left() == 1
    at_noon(clock, last)
    assert f"{kind.value} " not in said()
    assert left() == 1
    at_noon(clock, last + timedelta(days=1))
    assert f"{kind.value} 1" in said("--society", "nm", "--dry-run")
    assert left() == 1  # a rehearsal changes nothing
    assert f"{kind.value} 1" in said("--society", "nm")
    assert left() == 0
    assert said("--society", "nm") == "NM: nothing is over.\n"


@pytest.mark.parametrize("states", [(), ("plausible",), ("demand",), ("threat",)])
def test_a_message_that_nobody_closed_is_never_erased(
    states: tuple[str, ...], scene: Scene, clock: Clock
) -> None:
    message = kinds.message(scene, *states)
    for days in (15, 91, 400, 4000):
        at_noon(clock, BEGIN + timedelta(days=days))
        said()
        with reading_as(scene.society.pk):
            assert Message.objects.filter(pk=message.pk).exists()


def test_of_a_rehearsal_nothing_is_left(scene: Scene, clock: Clock, tmp_path: Path) -> None:
    at_noon(clock, kinds.photo(scene) + timedelta(days=1))
    with scene.acting(scene.alma):
        playing.begin_a_draft(SELAM, by=scene.alma)
    at_noon(clock, BEGIN + timedelta(days=1000))
    before = _traces(scene, tmp_path)
    assert "photo 1" in said("--dry-run")
    assert _traces(scene, tmp_path) == before


def _traces(scene: Scene, folder: Path) -> tuple[object, ...]:
    with reading_as(scene.society.pk):
        rows = (Face.objects.count(), Draft.objects.count(), Slot.objects.count())
        chain = len(audit.entries(scene.society.pk))
    kept = sorted(str(file) for name in ("sealed", "faces") for file in (folder / name).rglob("*"))
    return rows, chain, kept, ledger.erased()


def test_an_erased_case_is_gone_from_rows_keys_and_disk_and_in_the_ledger(
    scene: Scene, clock: Clock, tmp_path: Path
) -> None:
    at_noon(clock, kinds.photo(scene) + timedelta(days=1))
    said()
    with scene.acting(scene.alma):
        case = Case.objects.get()
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
    at_noon(clock, BEGIN + timedelta(days=2000))
    said()
    with reading_as(scene.society.pk):
        assert not Case.objects.exists()
        assert not Slot.objects.filter(file=case.file).exists()
    assert case.file in ledger.erased()
    left = [file for file in (tmp_path / "sealed").rglob("*") if file.is_file()]
    assert left == []


def test_the_command_ends_badly_where_a_society_could_not_be_asked(
    scene: Scene, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found("BG")
    draft_ends = kinds.draft(scene)
    at_noon(clock, draft_ends + timedelta(days=1))
    own = letter_jobs.expire

    def broken(society: object) -> tuple[int, int]:
        if society != scene.society.pk:
            raise OSError("the disk does not answer")
        return own(scene.society.pk)

    monkeypatch.setattr(letter_jobs, "expire", broken)
    output = StringIO()
    with pytest.raises(CommandError, match="Not everything"):
        call_command("expire", stdout=output)
    assert "BG: could not be done." in output.getvalue()
    assert "NM: draft 1." in output.getvalue()


def test_the_command_ends_badly_when_something_over_its_time_stays(
    scene: Scene, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_noon(clock, kinds.draft(scene) + timedelta(days=1))
    monkeypatch.setattr(ending, "end", lambda *_args: Counter())
    monkeypatch.setattr(ending, "would_end", lambda *_args: Counter({Kind.DRAFT: 1}))
    with pytest.raises(CommandError, match="Not everything"):
        said()


def test_an_unknown_society_is_an_error(db: None) -> None:
    with pytest.raises(CommandError, match="no society"):
        said("--society", "XX")


def test_the_next_backup_deletes_those_that_are_too_old(tmp_path: Path) -> None:
    now = datetime(2026, 3, 31, 3, tzinfo=UTC)
    for day, part in ((28, "records"), (28, "slots"), (28, "media")):
        (tmp_path / f"kintrace-202602{day}T030000Z-{part}.age").touch()
    young = tmp_path / "kintrace-20260301T030000Z-slots.age"
    other = tmp_path / "kintrace-notes.txt"
    young.touch()
    other.touch()
    assert len(backup.forget_old(tmp_path, now=now)) == 3
    assert set(tmp_path.iterdir()) == {young, other}
