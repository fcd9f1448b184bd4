"""The rules by which our code is read are whole, and every exception to them has its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.attack import accepting, examples, tools
from bench.attack.accepting import Accepted, Finding

ROOT = Path(__file__).resolve().parents[1]
LISTED = [*accepting.accepted("bandit"), *accepting.accepted("semgrep")]
SHOUTS = Finding("bandit", "kintrace/one.py", "B608", 3, "SQL from strings")


def test_every_rule_states_a_promise_in_a_sentence() -> None:
    for name, rule in examples.rules().items():
        assert re.fullmatch(r"[a-z][a-z-]+", name)
        assert rule["message"].endswith("."), name
        assert rule["severity"] == "ERROR", name
        assert len(rule["languages"]) == 1, name


def test_every_rule_has_a_bad_example_and_a_good_line_beside_it() -> None:
    assert examples.examples().keys() == examples.rules().keys()
    for name, file in examples.examples().items():
        marked = examples.marked(file)
        assert marked, name
        assert len(file.read_text(encoding="utf-8").splitlines()) > len(marked), name


def test_no_other_tool_takes_a_bad_example_for_code(tmp_path: Path) -> None:
    assert {file.suffix for file in examples.BAD.iterdir()} == {".txt"}
    examples.laid(tmp_path)
    assert {file.suffix for file in (tmp_path / examples.PLACE).iterdir()} == {
        ".py",
        ".html",
        ".js",
    }


def test_a_rule_that_misses_its_example_or_finds_a_good_line_is_named() -> None:
    name, file = next(iter(examples.examples().items()))
    place = str(examples.PLACE / file.stem)
    found = [Finding("semgrep", place, name, line, "") for line in examples.marked(file)]
    assert not [said for said in examples.misread(found) if f" {name} " in said]
    assert [said for said in examples.misread(found[1:]) if f" {name} does not find" in said]
    good = Finding("semgrep", place, name, 1, "")
    assert [said for said in examples.misread([*found, good]) if f" {name} finds" in said]


@pytest.mark.parametrize("one", LISTED, ids=lambda one: f"{one.test} {one.file}")
def test_what_is_accepted_stands_in_a_file_of_ours_and_says_why(one: Accepted) -> None:
    assert (ROOT / one.file).is_file()
    assert one.file.startswith("kintrace/")
    assert one.reason.endswith(".")
    assert one.times > 0
    assert one.tool == "bandit" or one.test in {*examples.rules(), "PartialParsing"}


def test_nothing_is_accepted_twice_or_for_a_tool_that_nobody_runs() -> None:
    assert len({(one.tool, one.file, one.test) for one in LISTED}) == len(LISTED)
    written = accepting.FILE.read_text(encoding="utf-8").count("[[accepted]]")
    assert written == len(LISTED)
    assert all(reason.endswith(".") for reason in accepting.passed_over().values())


def test_one_more_than_was_accepted_is_new_and_one_less_is_a_fault_too() -> None:
    known = [Accepted("bandit", SHOUTS.file, SHOUTS.test, "Our own words.")]
    again = Finding("bandit", SHOUTS.file, SHOUTS.test, 9, "SQL from strings")
    assert accepting.judged([SHOUTS, SHOUTS], known) == ([], [])
    new, gone = accepting.judged([SHOUTS, again], known)
    assert (len(new), gone) == (2, [])
    new, gone = accepting.judged([], known)
    assert new == []
    assert gone == ["kintrace/one.py B608: accepted 1 times, found 0 times"]


def test_no_tool_sees_the_settings_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    told = tools.surroundings()
    assert not {"DJANGO_SETTINGS_MODULE", "PYTHONPATH"} & told.keys()
    assert told["PATH"].startswith(str(tools.VENV))
