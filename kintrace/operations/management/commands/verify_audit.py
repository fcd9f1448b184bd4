"""`manage.py verify_audit`: walks every society's chain; non-zero on any doubt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from kintrace.audit import anchors, lookups
from kintrace.network import lookups as network
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kintrace.audit.anchors import Anchor
    from kintrace.network.models import Society

SHOWN = 20  # breaks of one chain; the first ones tell where to look


class Command(BaseCommand):
    help = "Verify the audit chains and what the signed anchors saw of them."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--society", metavar="CODE", help="one society; all without it")
        parser.add_argument(
            "--anchors",
            metavar="DIR",
            type=Path,
            help="a folder of anchors, best a copy from other hands; without it our own, if any",
        )

    def handle(self, **options: Any) -> None:
        signed = _anchors(options["anchors"])
        doubts = [
            doubt
            for society in _societies(options["society"])
            for doubt in self._of(society, signed)
        ]
        for doubt in doubts:
            self.stdout.write(doubt)
        if doubts:
            raise CommandError("The audit cannot be trusted: see above.")

    def _of(self, society: Society, signed: list[Anchor]) -> Iterator[str]:
        try:
            with reading_as(society.pk):
                head = lookups.head(society.pk)
            breaks = lookups.verify(society.pk, signed)
        except KeyNotAtHand:
            yield f"{society.code}: its key is not at hand, so nothing can be said."
            return
        if not breaks:
            self.stdout.write(f"{society.code}: {head.seq if head else 0} entries, whole.")
        yield from (f"{society.code}: entry {one.seq}: {one.harm}." for one in breaks[:SHOWN])


def _societies(code: str | None) -> list[Society]:
    if code is None:
        return network.every_society()
    try:
        return [network.society_coded(code)]
    except Http404:
        raise CommandError("There is no society with this code.") from None


def _anchors(place: Path | None) -> list[Anchor]:
    if place is None and not anchors.folder().is_dir():
        return []
    try:
        return anchors.read(place or anchors.folder())
    except anchors.AnchorDoubt as doubt:
        raise CommandError(str(doubt)) from doubt
