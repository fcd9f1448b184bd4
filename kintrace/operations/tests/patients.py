"""What a doctor says, asked by one check after another."""

import subprocess
from typing import Any

import pytest

from kintrace.operations.doctor import Finding, State, findings
from kintrace.operations.doctor.table import CHECKS

BY_NAME = {check.name: check for check in CHECKS}


def machine_says(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, words, "")

    monkeypatch.setattr(subprocess, "run", run)


def found(name: str) -> list[Finding]:
    return findings(BY_NAME[name])


def trouble(name: str) -> Finding:
    """The one trouble of a check."""
    [one] = found(name)
    assert one.state is State.TROUBLE
    assert one.mend
    return one


def unknown(name: str) -> str:
    [one] = found(name)
    assert one.state is State.UNKNOWN
    return one.what


def well(name: str) -> bool:
    return [one.state for one in found(name)] == [State.WELL]
