"""The ledger of erasures: append-only, and every change to it is found."""

from uuid import uuid4

import pytest

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
