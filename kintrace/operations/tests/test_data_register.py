"""The register of data as a document is what the program says today."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kintrace.operations import data_register as register
from kintrace.protection.data_register import ENTRIES, tables


def test_the_register_in_the_documents_is_up_to_date() -> None:
    call_command("data_register", check=True)


def test_a_stale_register_is_told_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "register.md"
    monkeypatch.setattr(register, "where", lambda: place)
    with pytest.raises(CommandError, match="out of date"):
        call_command("data_register", check=True)
    call_command("data_register", verbosity=0)
    call_command("data_register", check=True)
    place.write_text(place.read_text() + "One more line.\n")
    with pytest.raises(CommandError, match="out of date"):
        call_command("data_register", check=True)


def test_a_table_that_nobody_declared_stops_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(ENTRIES, "cases.Case")
    with pytest.raises(CommandError, match=r"cases\.Case has no entry"):
        call_command("data_register", check=True)


def test_the_page_names_every_column_once() -> None:
    page = register.written()
    for table in tables():
        section = page.split(f"\n### {table.label}\n")[1].split("\n##")[0]
        named = [row.split("`")[1] for row in section.splitlines() if row.startswith("| `")]
        assert named == [line.column for line in table.lines]
        assert "|  |" not in section
