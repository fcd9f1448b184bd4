"""`manage.py load_people FILE`: rows of a file as searchable cards of a test society."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from kintrace.matching import loading
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

NEEDS_MORE = (
    "A parquet file needs the packages of the “linkage” extra (pip install “kintrace[linkage]”). "
    "A CSV file needs nothing more."
)


class Command(BaseCommand):
    help = "Lay the rows of a parquet or CSV file as searchable cards of a test society."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the columns are those of matching/README.md")
        parser.add_argument("--society", default=loading.PREFIX, metavar="CODE")

    def handle(self, **options: Any) -> None:
        try:
            society = loading.society_coded(options["society"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        laid = 0
        for laid in loading.load(rows_of(options["file"]), society=society):
            self.stdout.write(f"{laid:,} cards", ending="\r")
        self.stdout.write(f"{laid:,} cards of society {society.code}.")


def rows_of(file: Path) -> Iterator[Mapping[str, str]]:
    """The rows of a file, a part of it in memory at a time. Raises CommandError."""
    if not file.is_file():
        raise CommandError(f"There is no file {file}.")
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)
        return
    try:
        from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415 an extra, loaded on first use
    except ImportError:
        raise CommandError(NEEDS_MORE) from None
    try:
        batches = parquet.ParquetFile(file).iter_batches(batch_size=loading.AT_ONCE)
        for batch in batches:
            yield from batch.to_pylist()
    except ArrowInvalid:
        raise CommandError(f"{file} is neither a parquet file nor a .csv file.") from None
