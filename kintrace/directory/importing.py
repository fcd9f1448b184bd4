"""A file of services, row by row: what comes of each, and why."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.directory.actions import imports
from kintrace.directory.hsds.incoming import Unusable
from kintrace.directory.hsds.reading import read
from kintrace.directory.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kintrace.network.models import Member

LARGEST = 50 * 1024 * 1024


class NoSuchFile(Exception):
    """What was given is no list of services."""


@dataclass(frozen=True)
class Row:
    """number: counted from one, as people count."""

    number: int
    name: str
    outcome: Outcome
    words: str = ""

    def __str__(self) -> str:
        said = f"{self.number}. {self.name}: {self.outcome.value}"
        return f"{said}. {self.words}" if self.words else said


def services_in(path: Path) -> list[Any]:
    """The services of a file: a list, or a page of an HSDS interface. Raises NoSuchFile."""
    if not path.is_file():
        raise NoSuchFile(f"There is no file {path}.")
    if path.stat().st_size > LARGEST:
        raise NoSuchFile("The file is larger than 50 MB. Split it.")
    try:
        found = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        raise NoSuchFile("The file is no JSON. Ask for it as HSDS 3.0 in JSON.") from None
    found = found.get("contents") if isinstance(found, dict) else found
    if not isinstance(found, list):
        raise NoSuchFile("The file holds no list of services, as HSDS 3.0 has it.")
    return found


def take(services: Sequence[Any], *, language: str, by: Member) -> Iterator[Row]:
    """Take over what can be; one bad row stops no other."""
    for number, given in enumerate(services, 1):
        name = str(given.get("name", "")) if isinstance(given, dict) else ""
        try:
            incoming = read(given, language=language)
            outcome = imports.take(incoming, by=by)
        except Unusable as wrong:
            yield Row(number, name, Outcome.BAD, str(wrong))
            continue
        left = ", ".join(incoming.left_out)
        yield Row(number, name, outcome, f"Not kept: {left}." if left else "")


def summed_up(rows: Sequence[Row]) -> str:
    """How many of each, in a line."""
    counted = Counter(row.outcome for row in rows)
    return "; ".join(f"{counted[one]} {one.value}" for one in Outcome if counted[one])
