"""The demo's key is its own, and what it seals costs little from its first day or never."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kintrace.demo import key
from kintrace.network.hashing import NEXT_TO_NOTHING

if TYPE_CHECKING:
    import pytest
    from pytest_django import Settings

ROOT = Path(__file__).resolve().parents[3]
COSTS = """
import django
django.setup()
from kintrace.vault import ciphers
print(*ciphers.PASSWORD_COST)
"""
BEGIN = """
import django
django.setup()
from kintrace.demo.key import require_own
require_own()
"""


def told(words: str, data: Path) -> str:
    """What a process of the demo answers."""
    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_DEMO": "1",
        "KINTRACE_TESTING": "",
        "KINTRACE_HOSTS": "localhost",
        "KINTRACE_DATA": str(data),
    }
    command = [sys.executable, "-c", words]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_every_process_of_a_demo_that_began_so_derives_cheaply(tmp_path: Path) -> None:
    assert told(COSTS, tmp_path) == "65536 3"
    told(BEGIN, tmp_path)
    assert told(COSTS, tmp_path) == "{} {}".format(*NEXT_TO_NOTHING)


def test_a_demo_has_a_matching_pair_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    told(BEGIN, tmp_path)
    public = (tmp_path / "matching.pub").read_bytes()
    told(BEGIN, tmp_path)
    assert (tmp_path / "matching.pub").read_bytes() == public
    assert (tmp_path / "matching.key").stat().st_mode & 0o777 == 0o400


def test_a_demo_from_before_goes_on_at_what_its_keys_cost(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ROOT_KEYS = tmp_path
    monkeypatch.setattr("kintrace.vault.root.versions", lambda: [1])
    (tmp_path / key.OLDER_MARK).touch()
    key.require_own()
    assert not key.is_ours()
