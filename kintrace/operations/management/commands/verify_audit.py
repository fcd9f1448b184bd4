"""`manage.py verify_audit`: walks every society's chain; non-zero on any doubt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from kintrace.audit import anchors, lookups
from kintrace.audit.deeds import Deed
from kintrace.network import lookups as network
from kintrace.operations.chosen import societies
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
            if told := _why_it_is_gone(society, signed):
                self.stdout.write(f"{name}: {told}")
            else:
                yield f"{name}: its key is not at hand, so nothing can be said."
            return
        if lost := anchors.lost_with_a_restore(society, signed):
            self.stdout.write(_lost(name, lost))
        if not breaks:
            self.stdout.write(f"{name}: {head.seq if head else 0} entries, whole.")
        yield from (f"{name}: entry {one.seq}: {one.harm}." for one in breaks[:SHOWN])


def _lost(name: str, anchors: list[Anchor]) -> str:
    first, last = (edge(one.at for one in anchors)[:16] for edge in (min, max))
    return (
        f"{name}: a backup was restored. Signed heads of entries that were lost with the "
        f"database: {len(anchors)}, from {first} to {last}."
    )


def _societies(code: str | None, signed: list[Anchor]) -> dict[UUID, str]:
    """The one of this code; or all there are, and those that the anchors alone remember."""
    named = {society.pk: society.code for society in societies(code)}
    if code is not None:
        return named
    young = [anchor for anchor in signed if not lookups.has_ended(anchor)]
    return {UUID(anchor.society): anchor.society for anchor in young} | named


def _why_it_is_gone(society: UUID, signed: list[Anchor]) -> str:
    """Why a society has no key here and nobody need doubt; "" when nothing says so."""
    if _was_forgotten(society):
        return "left the network, and its keys were forgotten."
    lost = [] if network.is_known(society) else anchors.founded_and_lost(society, signed)
    if not lost:
        return ""
    last = max(one.at for one in lost)[:16]
    return (
        f"was founded after the backup that was restored, and is lost with all it had. Its last "
        f"head was signed on {last}."
    )


def _was_forgotten(society: UUID) -> bool:
    """Whether its keys are gone, and the chain of another society says that it left."""
    in_care = [one.pk for one in network.societies_in_care()]
    return society not in in_care and any(_saw_it_leave(one, society) for one in in_care)


def _saw_it_leave(witness: UUID, society: UUID) -> bool:
    with reading_as(witness):
        return bool(lookups.times_done(Deed.LEFT_NETWORK, society=witness, about=society))


def _anchors(place: Path | None) -> list[Anchor]:
    if place is None and not anchors.folder().is_dir():
        return []
    try:
        return anchors.read(place or anchors.folder())
    except anchors.AnchorDoubt as doubt:
        raise CommandError(str(doubt)) from doubt
