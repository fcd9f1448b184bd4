"""`python -m kintrace.names score` and `rank --gallery FILE --top K`: JSON lines in and out.

    score   {"a": "…", "b": "…"}      →  {"score": 0.98, "reasons": ["…"]}
    rank    {"id": "…", "name": "…"}  →  {"query": "…", "hits": [["id", 0.98], …]}

The gallery is a file of the same lines as `rank` reads. A line that is no such line is answered
with {"error": "…"}, and the next one is read.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from kintrace.names import likeness, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AT_ONCE = 500  # queries that are ranked together


class NotSuchALine(ValueError):
    """A line that cannot be read; the text says what is awaited."""


def main(arguments: list[str] | None = None) -> int:
    told = _options().parse_args(arguments)
    answers = _ranked(_people(told.gallery), told.top) if told.do == "rank" else _scored()
    for answer in answers:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kintrace.names",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    do = parser.add_subparsers(dest="do", required=True)
    do.add_parser("score", help="how alike two names are, and why")
    ranking = do.add_parser("rank", help="who of a gallery is likest")
    ranking.add_argument("--gallery", required=True, type=argparse.FileType(encoding="utf-8"))
    ranking.add_argument("--top", type=int, default=10)
    return parser


def _scored() -> Iterator[dict[str, Any]]:
    for line in filter(str.strip, sys.stdin):
        try:
            found = likeness(*_fields(line, "a", "b"))
        except NotSuchALine as refusal:
            yield {"error": str(refusal)}
        else:
            yield {"score": round(found.score, 4), "reasons": found.reasons}


def _people(gallery: Iterable[str]) -> list[tuple[str, str]]:
    """Who is in the gallery; a file with a line that cannot be read is not used at all."""
    people = []
    for number, line in enumerate(gallery, start=1):
        try:
            people += [_fields(line, "id", "name")] if line.strip() else []
        except NotSuchALine as refusal:
            sys.exit(f"Line {number} of the gallery cannot be read. {refusal}")
    return people


def _ranked(people: list[tuple[str, str]], top: int) -> Iterator[dict[str, Any]]:
    for some in _some(filter(str.strip, sys.stdin)):
        asked = [_person(line) for line in some]
        names = [one[1] for one in asked if one]
        hits = iter(rank(names, [name for _, name in people], top=top))
        for one in asked:
            yield _hits(one[0], people, next(hits)) if one else {"error": _AWAITED_OF_RANK}


_AWAITED = 'Each line is JSON with "{}" and "{}", both texts.'
_AWAITED_OF_RANK = _AWAITED.format("id", "name")


def _person(line: str) -> tuple[str, str] | None:
    try:
        return _fields(line, "id", "name")
    except NotSuchALine:
        return None


def _hits(
    query: str, people: list[tuple[str, str]], hits: list[tuple[int, float]]
) -> dict[str, Any]:
    return {"query": query, "hits": [[people[place][0], round(one, 4)] for place, one in hits]}


def _some(lines: Iterable[str]) -> Iterator[list[str]]:
    """What has come so far, a few at a time."""
    some: list[str] = []
    for line in lines:
        some.append(line)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _fields(line: str, one: str, other: str) -> tuple[str, str]:
    """Two texts of a line; a number is taken as its digits."""
    try:
        told = json.loads(line)
        first, second = told[one], told[other]
    except (ValueError, TypeError, KeyError) as trouble:
        raise NotSuchALine(_AWAITED.format(one, other)) from trouble
    if not isinstance(second, str) or not isinstance(first, str | int):
        raise NotSuchALine(_AWAITED.format(one, other))
    return str(first), second


if __name__ == "__main__":
    sys.exit(main())
