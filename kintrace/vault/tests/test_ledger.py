"""The ledger of erasures: append-only, and every change to it is found."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from kintrace.vault import ledger, root


def test_the_ledger_remembers_what_was_erased() -> None:
    assert ledger.erased() == set()
    files = {uuid4() for _ in range(5)}
    for file in files:
        ledger.append(file)
    root.make(2)
    ledger.append(last := uuid4())
    assert ledger.erased() == files | {last}


def test_the_ledger_remembers_what_was_said_of_a_subject_between_the_files() -> None:
    at = datetime(2026, 3, 1, 12, 0, 7, tzinfo=UTC)
    said = [ledger.Said(code, uuid4(), uuid4(), at) for code in ("hold", "do_not_find")]
    ledger.note(said[0])
    ledger.append(file := uuid4())
    ledger.note(said[1])
    assert ledger.read() == ledger.Whole(frozenset({file}), tuple(said))


@pytest.mark.parametrize("code", ["", "Selam Tesfay", "a reason", "x" * 17])
def test_nothing_but_a_code_goes_into_the_ledger(code: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        ledger.note(ledger.Said(code, uuid4(), uuid4(), datetime.now(UTC)))
    assert not ledger.where().exists()


@pytest.mark.parametrize("harm", ["edit", "take out", "swap"])
def test_a_changed_ledger_is_found(harm: str) -> None:
    ledger.append(uuid4())
    ledger.note(ledger.Said("hold", uuid4(), uuid4(), datetime.now(UTC)))
    ledger.append(uuid4())
    lines = ledger.where().read_text().splitlines(keepends=True)
    harmed = {
        "edit": [lines[0].replace("1 ", "1  ", 1), *lines[1:]],
        "take out": [lines[0], lines[2]],
        "swap": [lines[1], lines[0], lines[2]],
    }[harm]
    ledger.where().write_text("".join(harmed))
    with pytest.raises(ledger.LedgerBroken):
        ledger.erased()


def test_a_line_torn_by_a_crash_does_not_stop_the_next() -> None:
    ledger.append(first := uuid4())
    with ledger.where().open("a") as file:
        file.write(f"1 {uuid4()} 2026-0")
    ledger.append(second := uuid4())
    assert ledger.erased() == {first, second}


def test_a_line_torn_by_a_crash_does_not_stop_reading_either() -> None:
    ledger.append(first := uuid4())
    with ledger.where().open("a") as file:
        file.write(f"1 {uuid4()} 2026-0")
    assert ledger.erased() == {first}


def test_the_ledger_has_a_place_when_the_root_key_is_one_file_elsewhere(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ROOT_KEY_FILE = str(root.versions()[1])
    settings.ROOT_KEYS = tmp_path / "not made yet"
    ledger.append(file := uuid4())
    assert ledger.erased() == {file}


def test_a_long_ledger_is_read_with_one_look_at_the_root_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {uuid4() for _ in range(20)}
    for file in files:
        ledger.append(file)
    looks: list[int] = []
    real = root.derived

    def counted(version: int, purpose: str) -> AbstractContextManager[bytearray]:
        looks.append(version)
        return real(version, purpose)

    monkeypatch.setattr(root, "derived", counted)
    assert ledger.erased() == files
    assert looks == [1]


def test_a_line_that_is_no_line_of_ours_is_found() -> None:
    ledger.append(uuid4())
    with ledger.where().open("a") as file:
        file.write("nothing of ours\n")
    with pytest.raises(ledger.LedgerBroken):
        ledger.erased()
