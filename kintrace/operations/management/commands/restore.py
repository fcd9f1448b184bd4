"""`manage.py restore`: a backup into an empty database, and every erasure since done again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pyrage
from django.core.management.base import BaseCommand, CommandError

from kintrace.audit import anchors
from kintrace.audit import lookups as audit
from kintrace.audit.jobs import sign_restored_heads
from kintrace.network.lookups import is_known, societies_in_care, without_administrator
from kintrace.operations import restore
from kintrace.operations.replay import replay
from kintrace.operations.said_since import in_words
from kintrace.vault.ledger import LedgerBroken

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from kintrace.operations.replay import Replayed


class Command(BaseCommand):
    help = (
        "Bring the newest backup of a folder back into an empty database; stop the service first."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--identity", type=Path, required=True, help="a file with AGE-SECRET-…")
        parser.add_argument("--slot-identity", type=Path, help="of the key slots, if another")
        parser.add_argument("--anchors", type=Path, help="the newest anchors; ours without it")
        owner = "PostgreSQL: “host=… user=… dbname=…” of who owns the tables"
        parser.add_argument("--owner", default="", help=owner)

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            known = restore.require_ledger(options["anchors"] or anchors.folder())
            backup = restore.newest(folder)
            made = backup.made
            restore.load(backup, _identities(options), owner=options["owner"])
            sign_restored_heads(one.pk for one in societies_in_care())
            done = replay(made=made)
        except (restore.NotRestored, LedgerBroken, OSError) as reason:
            raise CommandError(f"Not restored: {reason}") from reason
        self.stdout.write(f"{backup.records.name}: restored.")
        self.stdout.write(
            "Every photo was taken off the wall: who took a consent back, went into danger or was "
            "put on hold since the backup is not known here. Put up again what may hang."
        )
        self.stdout.write(f"{known} erasures known; {done.back} rows and persons erased again.")
        self._tell_of_the_lost(done, made)
        signed = anchors.read(anchors.folder())
        for lost in sorted({one.society for one in signed if not is_known(UUID(one.society))}):
            self.stdout.write(
                f"Society {lost} was founded after this backup and is lost with all it had. Found "
                "it again, and hold its key ceremony again. Its members write down anew what "
                "they were told."
            )
        broken = [one.code for one in societies_in_care() if audit.verify(one.pk, signed)]
        if broken:
            raise CommandError(f"The audit of {', '.join(broken)} is not whole: run verify_audit.")

    def _tell_of_the_lost(self, done: Replayed, made: datetime) -> None:
        """Of whom something was said since the backup, that nobody knows any more."""
        moment = f"{made:%Y-%m-%d %H:%M} UTC"
        self.stdout.write(
            f"{done.held} people were put on hold: after {moment} something was said for their "
            "safety, and it is lost. Of which kind it was, the protection team reads in each hold."
        )
        self.stdout.write(
            f"{done.out} members were shut out: after {moment} they left, got a role or box less, "
            "or lost a phone. Invite again whoever works here. Who lost a right is a volunteer "
            "now; give back what they may have. No letter sent before lets anybody in: invite anew "
            "who has not joined yet."
        )
        for alone in without_administrator():
            self.stdout.write(
                f"{alone.code}: nobody is left who lets members in. The network’s office names "
                "an administrator."
            )
        for society, unknown in sorted(done.unknown.items()):
            self.stdout.write(
                f"{society}: people whom this backup does not know, and of whom something was said "
                f"for their safety: {len(unknown)} ({in_words(unknown)}). Tell the society’s "
                f"data-protection officer. Its members write down again what they were told after "
                f"{moment}, before anybody is searched for, shown or answered."
            )


def _identities(options: dict[str, Any]) -> restore.Identities:
    records = _identity(options["identity"])
    slots = options["slot_identity"]
    return restore.Identities(records, _identity(slots) if slots else records)


def _identity(file: Path) -> pyrage.x25519.Identity:
    lines = [line for line in file.read_text().splitlines() if line.startswith("AGE-SECRET-KEY-")]
    try:
        return pyrage.x25519.Identity.from_str(lines[0])
    except (IndexError, pyrage.IdentityError) as reason:
        raise restore.NotRestored(f"{file.name} holds no age identity.") from reason
