"""The runbook's page: every command is run by the drill or says why not, and what it names exists.

tests/drills/test_runbook.py runs them.
"""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.fences import Fence, fences

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "runbook.md"
TEXT = PAGE.read_text("utf-8")
ALL = fences(PAGE)


def _name(fence: Fence) -> str:
    return f"{fence.heading[:20]} {fence.text[:30]!r}"


@pytest.mark.parametrize("fence", ALL, ids=_name)
def test_a_block_of_commands_is_run_or_says_why_not(fence: Fence) -> None:
    assert fence.runs or len(fence.why_not.split()) > 4, fence.marked


def test_a_block_without_a_mark_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("## 1. One\n```sh\nrm -rf /\n```\n\n```sh not run here: \nls\n```\n")
    assert [(one.heading, one.runs, one.why_not) for one in fences(page)] == [
        ("1. One", False, ""),
        ("1. One", False, ""),
    ]


def test_every_fence_of_the_page_is_read() -> None:
    assert len(ALL) == len(re.findall(r"(?m)^```", TEXT)) / 2 > 20
    assert sum(fence.runs for fence in ALL) >= 14


def test_every_command_of_the_program_that_is_named_exists() -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", TEXT))
    assert named - set(get_commands()) == set()
    assert {"migrate", "collectstatic", "found", "pin"} <= named


def test_every_unit_and_file_that_is_named_exists() -> None:
    units = set(re.findall(r"kintrace-(?:public|staff|worker|matcher|backup|owner)\b", TEXT))
    there = {file.stem for file in (ROOT / "deploy" / "systemd").glob("*.s*")}
    assert there == units
    for path in set(re.findall(r"(?<![\w/])((?:deploy|tests)/[\w./-]+\.(?:py|sh|sql|conf))", TEXT)):
        assert (ROOT / path).exists() or path == "tests/test_upgrade.py", path


def test_every_alert_has_its_row() -> None:
    rules = ROOT / "deploy" / "alerts.yml"
    named = set(re.findall(r"(?m)^ *- alert: (\w+)", rules.read_text() if rules.exists() else ""))
    rows = re.findall(r"(?m)^\| ((?:[A-Z]\w+(?:, )?)+) \|", TEXT.partition("## 16.")[2])
    told = {name for row in rows for name in row.split(", ")}
    assert named - told == set()
    assert {"NotReady", "WorkerGone", "NoBackup"} <= told


def test_every_page_that_is_linked_exists() -> None:
    linked = set(re.findall(r"\]\(([\w./-]+)(?:#[\w-]+)?\)", TEXT))
    assert {page for page in linked if not (PAGE.parent / page).exists()} == set()


def test_every_setting_of_the_samples_is_told_to_the_side_that_reads_it() -> None:
    samples = {file.stem: file.read_text() for file in (ROOT / "deploy" / "env").iterdir()}
    units = {file.stem: file.read_text() for file in (ROOT / "deploy" / "systemd").iterdir()}
    for name, unit in units.items():
        for told in re.findall(r"EnvironmentFile=/etc/kintrace/(\w+)\.env", unit):
            assert told in samples, (name, told)
    for side in ("kintrace", "public", "matcher"):
        assert "ROOT_KEYS" not in samples[side]
        assert "SAFE_FILES" not in samples[side]
