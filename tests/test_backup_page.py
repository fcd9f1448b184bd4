"""docs/backup.md says what the commands take, and of each whether it is drilled."""

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import load_command_class

from kintrace.operations import archive

PAGE = Path(__file__).resolve().parents[1] / "docs" / "backup.md"
FENCE = re.compile(r"((?:(?!```).)*?)^ *```(\w+)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def fences() -> list[tuple[str, str, str]]:
    """What stands before a fence since the one before it, its kind, and what is in it."""
    return [match.groups() for match in FENCE.finditer(PAGE.read_text())]  # type: ignore[misc]


def commands() -> Iterator[list[str]]:
    """Our own commands in the fences, in words."""
    for _before, _kind, inside in fences():
        for line in inside.replace("\\\n", " ").splitlines():
            words = shlex.split(line.partition("= '")[2].rstrip("'") or line, comments=True)
            ours = [place for place, word in enumerate(words) if word in {"manage.py", "-m"}]
            if ours:
                yield words[ours[0] :]


def parser_of(words: list[str]) -> tuple[ArgumentParser, list[str]]:
    if words[0] == "manage.py":
        command = load_command_class("kintrace.operations", words[1])
        return command.create_parser("manage.py", words[1]), words[2:]
    assert words[1] == "kintrace.operations.archive"
    return archive._parser(), words[2:]  # noqa: SLF001 - what it takes is what it promises


def test_every_fence_says_whether_it_is_drilled() -> None:
    said = [before for before, _kind, _inside in fences()]
    assert len(said) >= 11
    marked = re.compile(r"\*\((drilled|not run here)")
    first = next(place for place, before in enumerate(said) if marked.search(before))
    assert first == 0
    unmarked = [inside for before, _kind, inside in fences() if not marked.search(before)]
    allowed = ("manage.py backup --verify", "manage.py restore /copy")  # their paragraph says it
    assert [one for one in unmarked if not one.strip().startswith(allowed)] == []


@pytest.mark.parametrize("words", list(commands()), ids=lambda words: " ".join(words)[:60])
def test_every_command_of_the_page_is_one_that_we_take(words: list[str]) -> None:
    parser, said = parser_of(words)
    parser.parse_args(said)


def test_the_page_names_every_command_of_the_archive() -> None:
    named = {words[2] for words in commands() if words[0] == "-m"}
    assert named == {"keep", "base", "unpack"}  # prune is part of base, fetch is written by unpack
