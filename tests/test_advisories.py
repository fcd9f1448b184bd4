"""What is known against a package we pin is found without a network, and nothing is passed over."""

from __future__ import annotations

import runpy
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 12, 1, tzinfo=UTC)
RANGE = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0.1"}]}]
LISTED: dict[str, Any] = {"versions": ["1.9", "2.0"]}
LAST: dict[str, Any] = {
    "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.5"}, {"last_affected": "2.0"}]}]
}


@pytest.fixture
def tool() -> dict[str, Any]:
    """The names of deploy/advisories.py."""
    return runpy.run_path(str(ROOT / "deploy" / "advisories.py"))


def written(folder: Path, affected: dict[str, Any], **more: Any) -> None:
    """An advisory about “Some.Package”, in the form of the database."""
    said = {"id": "PYSEC-2026-1", "modified": "2026-11-20T10:00:00Z", **more}
    said.setdefault("published", "2026-11-19T10:00:00Z")
    said["affected"] = [{"package": {"ecosystem": "PyPI", "name": "Some.Package"}, **affected}]
    place = folder / "vulns" / "some-package" / f"{said['id']}.yaml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(yaml.safe_dump(said), encoding="utf-8")


def hits(tool: dict[str, Any], folder: Path, version: str) -> list[str]:
    """What is said about that version."""
    copy = tool["looked"](folder, {("some-package", version): "requirements.txt"})
    assert copy.broken == []
    assert copy.read == 1
    return [str(one) for one in sorted(copy.hits)]


def test_a_version_in_the_list_is_found_and_told_with_what_mends_it(
    tool: dict[str, Any], tmp_path: Path
) -> None:
    written(tmp_path, LISTED | {"ranges": RANGE})
    assert hits(tool, tmp_path, "2.0") == [
        "some-package 2.0: PYSEC-2026-1, fixed in 2.0.1, known since 19 November 2026 "
        "(requirements.txt)"
    ]


@pytest.mark.parametrize(
    ("affected", "version", "found"),
    [
        (LISTED, "2.0.0", True),  # 2.0 and 2.0.0 are one version
        (LISTED, "1.8", False),
        ({"versions": ["2.0-anything at all"]}, "2.0", False),
        ({"ranges": RANGE}, "0.0.1a1", True),
        ({"ranges": RANGE}, "2.0", True),
        ({"ranges": RANGE}, "2.0.1", False),
        ({"ranges": RANGE, "versions": ["1.9"]}, "2.0", True),  # a list that forgets one
        (LAST, "1.4", False),
        (LAST, "2.0", True),
        (LAST, "2.0.1", False),
        (LISTED | {"ranges": [{"type": "GIT", "events": [{"introduced": "a1b2"}]}]}, "2.1", False),
    ],
)
def test_a_version_is_affected_when_a_list_or_a_range_holds_it(
    tool: dict[str, Any], tmp_path: Path, affected: dict[str, Any], version: str, found: bool
) -> None:
    written(tmp_path, affected)
    assert bool(hits(tool, tmp_path, version)) is found


def test_each_of_several_stretches_of_one_range_ends_where_it_was_mended(
    tool: dict[str, Any], tmp_path: Path
) -> None:
    mended = ["5.0", "5.0.8", "4.2", "4.2.15"]
    kinds = ["introduced", "fixed"] * 2
    events = [{kind: version} for kind, version in zip(kinds, mended, strict=True)]
    written(tmp_path, {"ranges": [{"type": "ECOSYSTEM", "events": events}]})
    affected = [one for one in ("4.1", "4.2.14", "4.2.15", "5.0.7") if hits(tool, tmp_path, one)]
    assert affected == ["4.2.14", "5.0.7"]
    assert "fixed in 4.2.15" in hits(tool, tmp_path, "4.2.14")[0]


def test_what_nobody_has_mended_yet_is_said_so(tool: dict[str, Any], tmp_path: Path) -> None:
    written(tmp_path, {"ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]})
    assert "fixed in no version yet" in hits(tool, tmp_path, "2.0")[0]


def test_an_advisory_that_was_taken_back_says_nothing(tool: dict[str, Any], tmp_path: Path) -> None:
    written(tmp_path, LISTED, withdrawn="2026-11-21T10:00:00Z")
    assert hits(tool, tmp_path, "2.0") == []


@pytest.mark.parametrize("text", ["{", "words", "id: PYSEC-2026-2", "", "\x00"])
def test_a_file_that_cannot_be_read_is_named(
    tool: dict[str, Any], tmp_path: Path, text: str
) -> None:
    written(tmp_path, LISTED)
    (tmp_path / "vulns" / "some-package" / "PYSEC-2026-2.yaml").write_text(text)
    copy = tool["looked"](tmp_path, {})
    assert [line.split()[0] for line in copy.broken] == ["PYSEC-2026-2.yaml"]


@pytest.mark.parametrize(
    "affected",
    [{}, {"ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "not a version"}]}]}],
)
def test_an_advisory_about_us_that_cannot_be_judged_is_named(
    tool: dict[str, Any], tmp_path: Path, affected: dict[str, Any]
) -> None:
    written(tmp_path, affected)
    copy = tool["looked"](tmp_path, {("some-package", "2.0"): "requirements.txt"})
    assert len(copy.broken) == 1


def test_a_copy_that_is_too_old_is_refused_and_so_is_an_empty_one(
    tool: dict[str, Any], tmp_path: Path
) -> None:
    assert "no advisory in it" in next(tool["too_old"](tool["looked"](tmp_path, {}), NOW))
    written(tmp_path, LISTED)
    copy = tool["looked"](tmp_path, {})
    assert list(tool["too_old"](copy, NOW)) == []
    [said] = tool["too_old"](copy, NOW + timedelta(days=31))
    assert "is 41 days old, 30 are allowed" in said


def test_every_lock_file_of_ours_is_asked_about(tool: dict[str, Any]) -> None:
    locks = tool["locked"](ROOT)
    names = {lock.name for lock in locks}
    assert {path.name for path in ROOT.glob("requirements*.txt")} <= names
    assert {"uv.txt", "tools.txt"} <= names
    pins = tool["pinned"](locks)
    for name in ("django", "cryptography", "psycopg", "semgrep"):
        assert any(package == name for package, _version in pins)
    lines = sum(lock.read_text().count("==") for lock in locks)
    assert sum(len(names.split(", ")) for names in pins.values()) <= lines


def test_lock_files_that_nobody_renewed_for_a_month_are_named(
    tool: dict[str, Any], tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("django==5.2.19 \\\n")
    assert "nobody can say" in next(tool["lock_ages"]([lock], NOW))
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "."]):
        subprocess.run([*git, *words], check=True)
    dates = {"GIT_COMMITTER_DATE": "2026-11-01T00:00:00+00:00", "HOME": str(tmp_path)}
    subprocess.run([*git, "commit", "--quiet", "-m", "locks"], check=True, env=dates)
    assert list(tool["lock_ages"]([lock], NOW)) == []
    [said] = tool["lock_ages"]([lock], NOW + timedelta(days=1))
    assert said.startswith("requirements.txt is 31 days old, 30 are allowed")


def test_the_command_ends_badly_when_anything_is_known(
    tool: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {
        "package": {"name": "django"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}],
    }
    written(tmp_path, LISTED)
    place = tmp_path / "vulns" / "django" / "PYSEC-2026-3.yaml"
    place.parent.mkdir()
    whole = {"id": "PYSEC-2026-3", "modified": "2026-11-20T10:00:00Z", "affected": [said]}
    place.write_text(yaml.safe_dump(whole))
    assert tool["main"]([str(tmp_path)]) == 1
    assert "PYSEC-2026-3, fixed in no version yet" in capsys.readouterr().out
    assert tool["main"]([]) == 2
