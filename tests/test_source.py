"""What holds for every file of the house."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path
    for folder in ("kintrace", "deploy", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
OTHER_LOCKS = ("deploy/uv.txt", "bench/names-rivals.txt", "bench/attack/tools.txt")
LOCKS = [*ROOT.glob("requirements*.txt"), *(ROOT / name for name in OTHER_LOCKS)]
LONGEST_FILE = 300
LONGEST_FUNCTION = 30
SAYS_NOTHING = {"utils", "helpers", "common", "core", "base", "services", "signals", "misc"}


def long_functions(path: Path) -> Iterator[str]:
    """The functions of a file that are too long, their docstrings not counted."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        told = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
        docstring = (told.end_lineno or 0) - told.lineno + 1 if told else 0
        lines = (node.end_lineno or 0) - node.lineno + 1 - docstring
        if lines > LONGEST_FUNCTION:
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines"


def git(*arguments: str) -> list[str]:
    """What git says, line by line; the test is passed over where there is no repository."""
    if not shutil.which("git"):
        pytest.skip("no git here")
    command = ["git", "-C", str(ROOT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git work tree")
    return done.stdout.splitlines()


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in SOURCES
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    ]
    assert long == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert [line for path in SOURCES for line in long_functions(path)] == []


def test_no_comment_of_a_template_is_shown_to_the_reader() -> None:
    """`{# … #}` ends with its line; one that goes on stands on the page."""
    assert not [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "kintrace").rglob("*.html"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if line.count("{#") != line.count("#}")
    ]


def test_every_module_is_named_for_what_it_does() -> None:
    assert [str(path) for path in SOURCES if {path.stem, path.parent.name} & SAYS_NOTHING] == []


def test_every_folder_says_what_it_is() -> None:
    folders = [path.parent for path in (ROOT / "kintrace").glob("*/__init__.py")]
    assert [folder.name for folder in folders if not (folder / "README.md").exists()] == []


def test_nothing_that_git_ignores_is_committed() -> None:
    assert git("ls-files", "--cached", "--ignored", "--exclude-standard") == []


def test_no_lock_file_that_names_a_registry_is_committed() -> None:
    assert git("ls-files", "*uv.lock", "*pylock*.toml", "*package-lock.json") == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_requirements_name_no_registry_and_pin_every_hash(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert re.findall(r"(?m)^-.*", text) == []  # no option of pip: no index, no place to look
    pinned = re.findall(r"(?m)^\w\S*==\S.*\\\n\s+--hash=sha256:", text)
    assert len(pinned) == len(re.findall(r"(?m)^\w", text)) > 0
