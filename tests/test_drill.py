"""The drill of backups in its small form: what comes back, what does not, what is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.drill import course
from bench.drill.house import fill
from kintrace.operations.tests.nights import empty_database
from kintrace.vault import ciphers
from tests.turns import later

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

CASES, AUDITED, TOLD = 2000, 120, 20

pytestmark = [pytest.mark.database_bound, *later("test_drill", turns=3)]


def test_a_house_is_lost_and_brought_back_and_every_harm_is_noticed(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    settings.SAFE_FILES, settings.FACES = tmp_path / "sealed", tmp_path / "faces"
    settings.PINS, settings.DATA = tmp_path / "pins.json", tmp_path / "data"
    filled = fill(CASES, audited=AUDITED, told=TOLD)
    folder = tmp_path / "backups"
    lines = course.run(filled, folder, lambda: empty_database(tmp_path, settings))
    said = {what: measured for what, measured, _goal in lines}
    assert said["one flipped byte refused"] == "12 of 12"
    assert said["cases opened by chance say the same"] == "20 of 20"
    assert said["of 25 erased since, back"] == "0"
    assert said["audit: rows edited, deleted, cut or swapped and found"] == "100 of 100"
