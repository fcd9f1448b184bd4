"""`manage.py search`: who may be the person described on stdin, with reasons."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.audit.actions import write_reads
from kintrace.matching import loading, lookups
from kintrace.network.access import Right, has
from kintrace.network.lookups import member_named
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from kintrace.network.models import Member


class Command(BaseCommand):
    help = (
        "Read descriptions, one JSON object a line, and write the likeliest cards of the member’s "
        "society, each with its score in bits and reasons. Audited as that member’s searches."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--as", dest="member", metavar="MEMBER", help="sign-in name; else of the test society"
        )
        parser.add_argument("--limit", type=int, default=10)

    def handle(self, **options: Any) -> None:
        member = _member(options["member"])
        for description in _descriptions():
            with reading_as(member.society_id, member=member.pk):
                hits = lookups.search(description, by=member, limit=options["limit"])
                write_reads()
            self.stdout.write(json.dumps(_line(hits), ensure_ascii=False))


def _member(sign_in: str | None) -> Member:
    if sign_in is None:
        return loading.searcher_of(loading.society_coded())
    member = member_named(sign_in)
    if member is None or not has(member, Right.SEARCH_CARDS):
        raise CommandError(f"{sign_in} is no member who may search.")
    return member


def _descriptions() -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise CommandError(f"Line {number} is no JSON object with a description.")
        yield said


def _line(hits: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "record": record,
            "score": score,
            "reasons": [[one.code, round(one.bits, 1), one.sentence] for one in reasons],
        }
        for record, score, reasons in hits
    ]
