"""`manage.py rotate_keys`: a new record key for each society; stop it and start it as you like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kintrace.operations import rotation
from kintrace.operations.chosen import societies
from kintrace.vault.reader import KeyNotAtHand
from kintrace.vault.root import RootKeyMissing

if TYPE_CHECKING:
    import argparse

    from kintrace.network.models import Society


class Command(BaseCommand):
    help = (
        "Give societies a new record key. The old one opens beside it until every process has "
        "forgotten it; then the worker, or this command, takes it away."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--society", metavar="CODE", help="one society; all without it")
        parser.add_argument("--root-only", action="store_true", help="only the newest root key")
        parser.add_argument("--dry-run", action="store_true", help="count, and change nothing")

    def handle(self, *, dry_run: bool, root_only: bool, **options: Any) -> None:
        doubts = 0
        for society in societies(options["society"]):
            doubts += self._turn(society, dry_run=dry_run, root_only=root_only)
        if doubts:
            raise CommandError("Not everything opens: see above.")

    def _turn(self, society: Society, *, dry_run: bool, root_only: bool) -> int:
        try:
            turn = rotation.count(society.pk) if dry_run else _rotate(society, root_only=root_only)
        except (KeyNotAtHand, RootKeyMissing) as reason:
            self.stdout.write(f"{society.code}: its key is not at hand. {reason}")
            return 1
        if turn is None:
            self.stdout.write(f"{society.code}: under the newest root key.")
            return 0
        verb = "to move" if dry_run else "moved"
        self.stdout.write(f"{society.code}: {turn.moved} values {verb}. {_rest(turn, dry_run)}")
        if turn.unreadable:
            self.stdout.write(f"{society.code}: {turn.unreadable} values open with no key.")
        return turn.unreadable


def _rotate(society: Society, *, root_only: bool) -> rotation.Turn | None:
    rotation.to_newest_root(society.pk)
    return None if root_only else rotation.rotate(society.pk)


def _rest(turn: rotation.Turn, dry_run: bool) -> str:  # noqa: FBT001 - what was asked
    if dry_run:
        return "Nothing was changed."
    if turn.until is None:
        return "The old key is forgotten."
    when = timezone.localtime(turn.until).strftime("%H:%M")
    return f"The old key opens beside the new one; the worker takes it away after {when}."
