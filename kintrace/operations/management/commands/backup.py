"""`manage.py backup`: records, slots and media, each encrypted to an age recipient."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kintrace.operations.backup import BackupFailed, Recipients, back_up, forget_old

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Write an encrypted backup. The age identity that opens it must not lie on this machine."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--recipient", required=True, help="age1… for records and media")
        parser.add_argument("--slot-recipient", help="age1… for the key slots; better another one")

    def handle(self, *, folder: Path, recipient: str, **options: Any) -> None:
        now = timezone.now()
        slots = options["slot_recipient"] or recipient
        try:
            files = back_up(folder, to=Recipients(recipient, slots), now=now)
        except (BackupFailed, OSError, sqlite3.Error) as reason:
            raise CommandError(f"No backup was made: {reason}") from reason
        for file in files:
            self.stdout.write(f"{file.name} {file.stat().st_size} bytes")
        for file in forget_old(folder, now=now):
            self.stdout.write(f"{file.name} deleted, for it is too old")
