"""Each requirement of OWASP ASVS 5.0.0, levels 1 and 2, has one whole answer in docs/asvs.toml."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = dict[str, Any]
ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "docs" / "asvs.toml"
NUMBERS = ROOT / "docs" / "asvs_ids.txt"
PUBLISHED = {1: 70, 2: 183, 3: 92}  # by level, as OWASP counts them
OURS = (1, 2)  # the third level is no promise of ours
# What an entry says beside its level, by whether it is held.
ASKED = {
    "yes": {"how", "shown"},
    "partly": {"how", "shown", "open"},
    "no": {"open"},
    "not ours": {"why"},
}
COMMANDS = re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"))


def numbers() -> dict[str, int]:
    """Every number of the standard with its level."""
    lines = [line.split() for line in NUMBERS.read_text("utf-8").splitlines()]
    return {number: int(level) for number, level in lines}


@cache
def defined_in(path: str) -> frozenset[str]:
    """The tests that a file defines; none where there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text("utf-8"))
    named = (one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))
    return frozenset(name for name in named if name.startswith("test_"))


def is_there(shown: str) -> bool:
    """Whether a test, as path::function, or a command of the Makefile is there."""
    path, _, function = shown.partition("::")
    if function:
        return path.startswith(("kintrace/", "tests/")) and function in defined_in(path)
    return shown.startswith("make ") and shown.removeprefix("make ") in COMMANDS


def faults(entries: dict[str, Entry], ids: dict[str, int]) -> list[str]:
    """What is wrong with the answers to these numbers of our levels, in a sentence each."""
    wanted = [number for number, level in ids.items() if level in OURS]
    wrong = [f"{number} has no answer" for number in wanted if number not in entries]
    wrong += [f"{number} is no number of ours" for number in entries if number not in wanted]
    if not wrong and list(entries) != wanted:
        wrong.append("the answers stand in another order")
    for number, entry in entries.items():
        wrong += [f"{number}: {fault}" for fault in _faults_of(entry, ids.get(number))]
    return wrong


def _faults_of(entry: Entry, level: int | None) -> Iterator[str]:
    if level is not None and entry.get("level") != level:
        yield "another level"
    asked = ASKED.get(str(entry.get("holds")))
    if asked is None:
        yield "whether it is held is not said"
        return
    said = entry.keys() - {"level", "holds"}
    if said != asked:
        yield f"{sorted(said ^ asked)} missing or too much"
    yield from (f"“{name}” is no sentence" for name in said - {"shown"} if not _speaks(entry[name]))
    if "shown" in said:
        yield from _faults_of_proof(entry["shown"])


def _speaks(text: object) -> bool:
    return isinstance(text, str) and len(text) > 5 and text.endswith(".") and "\n" not in text


def _faults_of_proof(shown: object) -> Iterator[str]:
    proofs = shown if isinstance(shown, list) else []
    if not proofs or len(set(proofs)) != len(proofs):
        yield "nothing shows it, or something twice"
    yield from (f"{one} is not there" for one in proofs if not is_there(one))


def test_the_list_of_numbers_is_the_published_one() -> None:
    ids = numbers()
    assert len(NUMBERS.read_text("utf-8").splitlines()) == len(ids) == sum(PUBLISHED.values())
    assert Counter(ids.values()) == PUBLISHED
    assert all(re.fullmatch(r"V(?:[1-9]|1[0-7])(?:\.[1-9]\d?){2}", number) for number in ids)


def test_every_requirement_of_the_first_two_levels_has_one_whole_answer() -> None:
    entries: dict[str, Entry] = tomllib.loads(ANSWERS.read_text("utf-8"))
    assert faults(entries, numbers()) == []


# --- the test itself can fail ---

IDS = {"V1.1.1": 2, "V1.1.2": 3, "V1.2.1": 1}
PROOF = "tests/test_asvs.py::test_the_list_of_numbers_is_the_published_one"
HELD: Entry = {"holds": "yes", "how": "By a test.", "shown": [PROOF, "make test"]}
WHOLE: dict[str, Entry] = {
    "V1.1.1": {"level": 2, **HELD},
    "V1.2.1": {"level": 1, "holds": "not ours", "why": "No such thing."},
}


def test_whole_answers_have_no_fault() -> None:
    assert faults(WHOLE, IDS) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"level": 1}, "another level"),
        ({"holds": "mostly"}, "whether it is held is not said"),
        ({"holds": "partly"}, "['open'] missing or too much"),
        ({"open": "Nothing is."}, "['open'] missing or too much"),
        ({"how": "perhaps"}, "“how” is no sentence"),
        ({"shown": []}, "nothing shows it, or something twice"),
        ({"shown": ["make test", "make test"]}, "nothing shows it, or something twice"),
        ({"shown": ["make gold"]}, "make gold is not there"),
        ({"shown": ["tests/test_asvs.py::test_gone"]}, "tests/test_asvs.py::test_gone is not"),
        ({"shown": ["tests/gone.py::test_a"]}, "tests/gone.py::test_a is not there"),
    ],
)
def test_an_answer_that_is_not_whole_is_found(change: Entry, said: str) -> None:
    [fault] = faults(WHOLE | {"V1.1.1": WHOLE["V1.1.1"] | change}, IDS)
    assert fault.startswith(f"V1.1.1: {said}")


def test_a_number_left_out_added_moved_or_said_twice_is_found() -> None:
    first, last = WHOLE.items()
    assert faults(dict([first]), IDS) == ["V1.2.1 has no answer"]
    assert faults(WHOLE | {"V1.1.2": {"level": 3, **HELD}}, IDS) == ["V1.1.2 is no number of ours"]
    assert faults(dict([last, first]), IDS) == ["the answers stand in another order"]
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads('["V1.1.1"]\n["V1.1.1"]\n')
