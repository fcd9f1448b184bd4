"""`manage.py export_labels`: what people said of pairs, to set the weights by; of nobody."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from kintrace.matching import figures, lookups
from kintrace.matching.scoring import Code
from kintrace.network.lookups import society_coded
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.matching.bands import Band
    from kintrace.matching.lookups import Judged

COLUMNS = ("month", "band", "verdict", "across", "weight", *(code.value for code in Code))


class Command(BaseCommand):
    help = (
        "Write the judged pairs of one society as CSV: month, band, verdict, weight and the bits "
        "of each reason. No id, no name, no day, in no order that tells when they were judged."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--society", metavar="CODE", required=True)

    def handle(self, **options: Any) -> None:
        try:
            society = society_coded(options["society"]).pk
        except Http404:
            raise CommandError(f"There is no society {options['society']}.") from None
        lines = csv.writer(self.stdout, lineterminator="\n")
        lines.writerow(COLUMNS)
        lines.writerows(sorted(_rows(society)))


def _rows(society: UUID) -> Iterator[list[str]]:
    with reading_as(society):
        judged = list(lookups.judged_pairs(society))
        for one, band in zip(judged, figures.bands_of(judged), strict=True):
            yield _row(one, band)


def _row(one: Judged, band: Band) -> list[str]:
    bits = {code: f"{weight:.1f}" for code, weight in one.reasons}
    told = [f"{figures.month_of(one):%Y-%m}", band.value, one.verdict.value]
    told += ["yes" if one.across else "no", f"{one.weight:.1f}"]
    return [*told, *(bits.get(code.value, "") for code in Code)]
