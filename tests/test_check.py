"""`make test` ends with a line that counts every test and every broken check."""

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def check() -> dict[str, Any]:
    """The names of deploy/check.py."""
    return runpy.run_path(str(ROOT / "deploy" / "check.py"))


def outcome(check: dict[str, Any], words: str, *, content: bool) -> Any:
    """A check that ended with these words."""
    return check["Outcome"](check["Check"]("Some tests", ["true"]), content, words, 1.0)


def test_passed_failed_and_broken_tests_are_counted(check: dict[str, Any]) -> None:
    words = "....F\n3 failed, 40 passed, 2 skipped, 1 warning, 2 errors in 72.13s (0:01:12)\n"
    counts = outcome(check, words, content=False).counts()
    assert (counts["passed"], counts["failed"]) == (40, 5)


def test_only_the_last_line_of_a_run_counts(check: dict[str, Any]) -> None:
    words = "9 failed in 1.00s\n\n12 passed in 3.20s\n"
    assert outcome(check, words, content=True).counts() == {"passed": 12, "failed": 0}


def test_a_check_that_is_no_test_counts_as_one_failure(check: dict[str, Any]) -> None:
    assert outcome(check, "Found 14 errors.", content=False).counts()["failed"] == 1


def test_the_sum_is_the_last_line_and_names_what_failed(
    check: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    good = outcome(check, "12 passed in 3.20s", content=True)
    bad = outcome(check, "1 failed, 4 passed in 3.20s", content=False)
    assert check["sum_up"]([good], 70) == 0
    assert check["sum_up"]([good, bad], 70) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == ["Failed: Some tests.", "16 passed, 1 failed"]


def test_a_command_is_run_and_its_words_are_kept(check: dict[str, Any]) -> None:
    command = ["sh", "-c", "echo out; echo trouble >&2; exit 3"]
    done = check["run"](check["Check"]("Some command", command))
    assert (done.content, done.words) == (False, "out\ntrouble\n")


def test_what_a_check_compiles_is_kept_for_the_next(
    check: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    command = ["sh", "-c", 'echo "${PYTHONDONTWRITEBYTECODE-kept}"']
    assert check["run"](check["Check"]("Some command", command)).words == "kept\n"


def test_on_postgresql_those_files_are_collected_that_name_its_marks(check: dict[str, Any]) -> None:
    files = check["naming"]("database_bound", "slow_on_sqlite")
    assert "kintrace/operations/tests/test_steal.py" in files
    assert "kintrace/names/tests/test_parts.py" not in files
    assert files == sorted(set(files))
