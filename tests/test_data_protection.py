"""What the pages about data protection name is there: every file, every test, every link."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "data-protection"
PAGES = sorted(FOLDER.glob("*.md"))
NAMED = re.compile(r"`([^`\s]+)`")
LINK = re.compile(r"\]\(([^)#]+)\)")
FEWEST = {"code-of-conduct.md": 45, "dpia.md": 45, "transfers.md": 6}


@cache
def defined_in(path: str) -> frozenset[str]:
    """The tests that a file defines."""
    tree = ast.parse((ROOT / path).read_text())
    return frozenset(
        one.name
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    )


def named_on(page: str) -> list[tuple[str, str]]:
    """Pairs of file and test: a test belongs to the file that was named last before it."""
    pairs, file = [], ""
    for name in NAMED.findall(page):
        if name.endswith(".py"):
            file = name
        elif name.startswith("test_"):
            pairs.append((file, name))
    return pairs


def missing(page: str) -> list[str]:
    """What a page names and is not there."""
    paths = {name for name in NAMED.findall(page) if name.startswith(("kintrace/", "tests/"))}
    gone = [path for path in sorted(paths) if not (ROOT / path).exists()]
    known = [(file, test) for file, test in named_on(page) if (ROOT / file).is_file()]
    lost = [f"{file}: {test}" for file, test in named_on(page) if (file, test) not in known]
    return gone + lost + [f"{file}: {test}" for file, test in known if test not in defined_in(file)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_test_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text()
    assert missing(text) == []
    assert [link for link in LINK.findall(text) if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize("name", sorted(FEWEST))
def test_a_page_names_the_tests_that_hold_what_it_promises(name: str) -> None:
    assert len(named_on((FOLDER / name).read_text())) >= FEWEST[name]


def test_every_principle_is_held_by_a_test() -> None:
    rows = (FOLDER / "code-of-conduct.md").read_text().splitlines()
    said = [row for row in rows if row.startswith("| ") and "|---" not in row]
    held = [row for row in said if "`test_" in row]
    assert len(held) > 25
    assert [row for row in said if row not in held and "| test |" not in row] == []


def test_a_test_that_is_not_there_is_found() -> None:
    page = "| a | `tests/test_source.py`: `test_every_folder_says_what_it_is`, `test_nothing` |"
    assert missing(page) == ["tests/test_source.py: test_nothing"]
    assert missing("`tests/test_gone.py`: `test_a`") == [
        "tests/test_gone.py",
        "tests/test_gone.py: test_a",
    ]
    assert missing("`test_without_a_file`") == [": test_without_a_file"]
