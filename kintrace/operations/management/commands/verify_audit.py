"""`manage.py verify_audit`: walks every society's chain; non-zero on any doubt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from kintrace.audit import anchors, lookups
from kintrace.network import lookups as network
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kintrace.audit.anchors import Anchor

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
            for society, name in _societies(options["society"], signed).items()
            for doubt in self._of(society, name, signed)
        ]
        for doubt in doubts:
            self.stdout.write(doubt)
        if doubts:
            raise CommandError("The audit cannot be trusted: see above.")

    def _of(self, society: UUID, name: str, signed: list[Anchor]) -> Iterator[str]:
        try:
            with reading_as(society):
                head = lookups.head(society)
            breaks = lookups.verify(society, signed)
        except KeyNotAtHand:
            yield f"{name}: its key is not at hand, so nothing can be said."
            return
        if not breaks:
            self.stdout.write(f"{name}: {head.seq if head else 0} entries, whole.")
        yield from (f"{name}: entry {one.seq}: {one.harm}." for one in breaks[:SHOWN])


def _societies(code: str | None, signed: list[Anchor]) -> dict[UUID, str]:
    """The one of this code; or all there are, and those that the anchors alone remember."""
    if code is None:
        known = {society.pk: society.code for society in network.every_society()}
        return {UUID(anchor.society): anchor.society for anchor in signed} | known
    try:
        society = network.society_coded(code)
    except Http404:
        raise CommandError("There is no society with this code.") from None
    return {society.pk: society.code}


def _anchors(place: Path | None) -> list[Anchor]:
    if place is None and not anchors.folder().is_dir():
        return []
    try:
        return anchors.read(place or anchors.folder())
    except anchors.AnchorDoubt as doubt:
        raise CommandError(str(doubt)) from doubt
