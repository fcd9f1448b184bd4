"""What a tool finds and what of it is accepted: by file, test and reason, in accepted.toml alone.

No comment in the code lets a finding off. One that is accepted and does not occur any more is a
fault as well: a list of exceptions that nobody needs hides the next one.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = Path(__file__).resolve().parent / "accepted.toml"


@dataclass(frozen=True, order=True)
class Finding:
    """One line that a tool has something against."""

    tool: str
    file: str
    test: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.tool} {self.test}: {self.says}"


@dataclass(frozen=True)
class Accepted:
    """As many lines of a file as somebody looked at, and why they may stay."""

    tool: str
    file: str
    test: str
    reason: str
    times: int = 1


def accepted(tool: str) -> list[Accepted]:
    """What is accepted of what this tool finds."""
    listed: list[dict[str, Any]] = _told()["accepted"]
    return [Accepted(**one) for one in listed if one["tool"] == tool]


def passed_over() -> dict[str, str]:
    """Tests of bandit that are not asked at all, each with its reason."""
    tests: dict[str, str] = _told()["passed_over"]
    return tests


def _told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def judged(found: Iterable[Finding], listed: Iterable[Accepted]) -> tuple[list[str], list[str]]:
    """New findings, and entries of the list that are not met any more; both in words."""
    there, known = sorted(set(found)), list(listed)
    counted = Counter((one.file, one.test) for one in there)
    times = {(one.file, one.test): one.times for one in known}
    new = [str(one) for one in there if counted[one.file, one.test] > _times(times, one)]
    return new, [*_stale(known, counted)]


def _times(times: dict[tuple[str, str], int], one: Finding) -> int:
    return times.get((one.file, one.test), 0)


def _stale(known: list[Accepted], counted: Counter[tuple[str, str]]) -> Iterator[str]:
    for one in known:
        there = counted[one.file, one.test]
        if there < one.times:
            yield f"{one.file} {one.test}: accepted {one.times} times, found {there} times"
