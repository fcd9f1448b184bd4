"""The doctor looks at stores in buckets as it looks at folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kintrace.operations.doctor import State, findings
from kintrace.operations.doctor.table import CHECKS

if TYPE_CHECKING:
    from pytest_django import Settings

    from kintrace.operations.doctor import Finding
    from tests.lame_store import Lameness


@pytest.fixture(autouse=True)
def places(settings: Settings, tmp_path: Path) -> None:
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.DATA = tmp_path


def found(name: str) -> list[Finding]:
    (check,) = (check for check in CHECKS if check.name == name)
    return findings(check)


def test_a_store_that_keeps_nothing_is_said_with_what_mends_it(lame: Lameness) -> None:
    assert [one.state for one in found("stores")] == [State.WELL]
    lame.fails = frozenset({"PUT"})
    [first, second] = found("stores")
    assert (first.state, second.state) == (State.TROUBLE, State.TROUBLE)
    assert "docs/storage.md" in first.mend


def test_of_folders_only_those_are_looked_at_that_are_used(
    lame: Lameness, settings: Settings, tmp_path: Path
) -> None:
    settings.SAFE_FILES = tmp_path / "not" / "there"
    assert [one.state for one in found("storage")] == [State.WELL]
    assert [one.state for one in found("pictures")] == [State.WELL]
    assert lame.asked == []


def test_sealed_files_that_others_may_enter_are_said(settings: Settings) -> None:
    Path(settings.SAFE_FILES).mkdir(mode=0o755)
    [one] = found("stores")
    assert one.mend == f"chmod 700 {settings.SAFE_FILES}"


def test_a_copy_made_by_hand_is_counted_and_not_named(settings: Settings) -> None:
    assert [one.state for one in found("stores")] == [State.WELL]
    Path(settings.SAFE_FILES, "Amina Haddad (copy).jpg").write_bytes(b"x")
    [one] = found("stores")
    assert one.what == "In the store of sealed lie files that Kintrace did not write: 1."
    assert "outlives an erasure" in one.mend
    assert "Amina" not in one.what + one.mend
