"""The ledger of erasures: append-only, and every change to it is found."""

from contextlib import AbstractContextManager
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


@pytest.mark.parametrize("harm", ["edit", "take out", "swap"])
def test_a_changed_ledger_is_found(harm: str) -> None:
    for _ in range(3):
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
