"""The figures of reliability are written where they are looked for; none of another run is lost."""

from pathlib import Path

import pytest

from bench import reliability


def test_a_section_takes_the_place_of_its_own_earlier_run_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reliability, "FILE", tmp_path / "RELIABILITY.md")
    reliability.write("Faults", [("mail down", "0 lost", "0 lost")])
    reliability.write("Drill", [("restored", "4 min", "≤ 30 min")])
    reliability.write("Faults", [("mail down", "1 lost", "0 lost")])
    text = reliability.FILE.read_text(encoding="utf-8")
    assert text.startswith("# Reliability\n")
    assert text.count("## Faults") == 1
    assert "| mail down | 1 lost | 0 lost |" in text
    assert "| restored | 4 min | ≤ 30 min |" in text
