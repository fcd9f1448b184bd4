"""`manage.py restore`: a backup into an empty database, and every erasure since done again."""

from __future__ import annotations

import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime

from kintrace.audit import anchors
from kintrace.operations import bringing, restore
from kintrace.operations.checking import check
from kintrace.operations.opening import Identities, NotRestored, identity_in
from kintrace.operations.said_since import in_words
from kintrace.vault.ledger import LedgerBroken

if TYPE_CHECKING:
    import argparse

    from kintrace.operations.bringing import Brought


class Command(BaseCommand):
    help = (
        "Bring the newest backup of a folder back into an empty database; stop the service first. "
        "If it is broken off, run it again: nobody is served before it ended well."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", help="where the backups lie")
        parser.add_argument("--identity", type=Path, help="a file with AGE-SECRET-…")
        parser.add_argument("--slot-identity", type=Path, help="of the key slots, if another")
        parser.add_argument("--anchors", type=Path, help="the newest anchors; ours without it")
        owner = "PostgreSQL: “host=… user=… dbname=…” of who owns the database"
        parser.add_argument("--owner", default="", help=owner)
        look = "touch no database: read the newest backup through and say whether it is whole"
        parser.add_argument("--check", action="store_true", help=look)
        moment = "PostgreSQL was brought to this moment (with its zone): do what was said since"
        parser.add_argument("--recovered", metavar="MOMENT", type=_moment, help=moment)

    def handle(self, *, folder: Path | None, **options: Any) -> None:
        try:
            if options["check"]:
                self._check(_needed(folder), _identities(options))
                return
            brought, name = _bring(folder, options)
        except (NotRestored, LedgerBroken, OSError, tarfile.TarError) as reason:
            raise CommandError(f"Not restored: {reason}") from reason
        self.stdout.write(f"{name}: restored.")
        self._tell(brought)

    def _check(self, folder: Path, identities: Identities) -> None:
        told, pictures = check(restore.newest(folder), identities)
        self.stdout.write(
            f"The backup of {told.made} is whole: {sum(told.rows.values())} rows of "
            f"{len(told.rows)} tables, {pictures} files, {told.erasures} lines of the ledger then."
        )

    def _tell(self, brought: Brought) -> None:
        self.stdout.write(
            "Every photo was taken off the wall: who took a consent back, went into danger or was "
            "put on hold since the backup is not known here. Put up again what may hang."
        )
        self.stdout.write(
            f"{brought.known} erasures known; {brought.done.back} rows and persons erased again."
        )
        self._tell_of_the_lost(brought)
        for lost in brought.lost:
            self.stdout.write(
                f"Society {lost} was founded after this backup and is lost with all it had. Found "
                "it again, and hold its key ceremony again. Its members write down anew what "
                "they were told."
            )
        if brought.broken:
            codes = ", ".join(brought.broken)
            raise CommandError(f"The audit of {codes} is not whole: run verify_audit.")

    def _tell_of_the_lost(self, brought: Brought) -> None:
        """Of whom something was said since the backup, that nobody knows any more."""
        done, moment = brought.done, f"{brought.made.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
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
        for alone in brought.alone:
            self.stdout.write(
                f"{alone}: nobody is left who lets members in. The network’s office names "
                "an administrator."
            )
        for society, unknown in sorted(done.unknown.items()):
            self.stdout.write(
                f"{society}: people whom this backup does not know, and of whom something was said "
                f"for their safety: {len(unknown)} ({in_words(unknown)}). Tell the society’s "
                f"data-protection officer. Its members write down again what they were told after "
                f"{moment}, before anybody is searched for, shown or answered."
            )


def _bring(folder: Path | None, options: dict[str, Any]) -> tuple[Brought, str]:
    where = {"signed": options["anchors"] or anchors.folder(), "owner": options["owner"]}
    moment: datetime | None = options["recovered"]
    if moment is None:
        backups, identities = _needed(folder), _identities(options)
        brought = bringing.from_backup(backups, identities, **where)
        return brought, restore.newest(backups).records.name
    if settings.ON_SQLITE:
        raise NotRestored("SQLite knows no moments: give the folder of the backups instead.")
    media = (restore.newest(folder), _identities(options)) if folder else None
    return bringing.to_a_moment(moment, media=media, **where), moment.isoformat()


def _needed(folder: Path | None) -> Path:
    if folder is None:
        raise NotRestored("Say where the backups lie: manage.py restore FOLDER --identity FILE.")
    return folder


def _identities(options: dict[str, Any]) -> Identities:
    if options["identity"] is None:
        raise NotRestored("Say what opens the backup: --identity FILE, brought from its safe.")
    records = identity_in(options["identity"])
    slots = options["slot_identity"]
    return Identities(records, identity_in(slots) if slots else records)


def _moment(said: str) -> datetime:
    moment = parse_datetime(said)
    if moment is None or moment.tzinfo is None:
        raise ValueError(said)
    return moment
