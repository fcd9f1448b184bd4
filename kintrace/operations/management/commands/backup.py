"""`manage.py backup`: records, slots, media and manifest, each encrypted to an age recipient."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kintrace.operations import manifest
from kintrace.operations.backup import (
    BackupFailed,
    Recipients,
    back_up,
    forget_old,
    newest_sums,
    note_made,
)

if TYPE_CHECKING:
    import argparse


class Command(BaseCommand):
    help = "Write an encrypted backup. The age identity that opens it must not lie on this machine."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", help="or KINTRACE_BACKUP_TO")
        whose = "age1… for records, media and manifest (or KINTRACE_BACKUP_RECIPIENT)"
        parser.add_argument("--recipient", default=settings.BACKUP_RECIPIENT, help=whose)
        keys = "age1… for the key slots, another one (or KINTRACE_BACKUP_SLOT_RECIPIENT)"
        parser.add_argument("--slot-recipient", default=settings.BACKUP_SLOT_RECIPIENT, help=keys)
        same = "one identity opens both: in tests and drills"
        parser.add_argument("--same-recipient", action="store_true", help=same)
        verify = "make none; say whether the newest one lies there as it was written"
        parser.add_argument("--verify", action="store_true", help=verify)

    def handle(self, *, folder: Path | None, **options: Any) -> None:
        folder = folder or (Path(settings.BACKUP_TO) if settings.BACKUP_TO else None)
        if folder is None:
            raise CommandError("Say where to: manage.py backup FOLDER, or set KINTRACE_BACKUP_TO.")
        try:
            if options["verify"]:
                self._verify(folder)
            else:
                self._make(folder, _recipients(**options))
        except (BackupFailed, OSError, sqlite3.Error, psycopg.Error) as reason:
            raise CommandError(f"No backup was made: {reason}") from reason

    def _make(self, folder: Path, to: Recipients) -> None:
        now = timezone.now()
        for file in back_up(folder, to=to, now=now):
            self.stdout.write(f"{file.name} {file.stat().st_size} bytes")
        note_made(now)
        for file in forget_old(folder, now=now):
            self.stdout.write(f"{file.name} deleted, for it is too old")

    def _verify(self, folder: Path) -> None:
        listed = newest_sums(folder)
        if bad := manifest.damaged(listed):
            raise CommandError(f"Damaged or missing: {', '.join(bad)}. Make a new backup now.")
        self.stdout.write(f"{listed.name}: every file is as it was written.")


def _recipients(
    *, recipient: str, slot_recipient: str, same_recipient: bool, **_more: Any
) -> Recipients:
    """Raises BackupFailed when one identity would open records and keys, and nobody said so."""
    if not recipient:
        raise BackupFailed(
            "say for whom: --recipient age1…, or set KINTRACE_BACKUP_RECIPIENT. Make the pair on a "
            "machine that is not the server: age-keygen -o identity."
        )
    slots = slot_recipient or (recipient if same_recipient else "")
    if not slots:
        raise BackupFailed(
            "say for whom the keys are: --slot-recipient age1…, or set "
            "KINTRACE_BACKUP_SLOT_RECIPIENT. It is another one than that of the records, kept by "
            "other people: who has both, and a root key, reads everything."
        )
    if slots == recipient and not same_recipient:
        raise BackupFailed(
            "records and keys are for the same identity. Give the keys one of their own, or say "
            "--same-recipient if this is a drill."
        )
    return Recipients(recipient, slots)
