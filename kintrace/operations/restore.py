"""Bringing a backup back, without bringing back anybody who was erased since.

A backup is older than some erasures. The ledger beside the root key knows them all, so nothing is
restored before it is certain that the ledger is whole and not older than its newest copy beside
the audit anchors; and nobody is served before every erasure in it was done again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from kintrace.operations import loading, manifest, media, restoring
from kintrace.operations.backup import PARTS, STAMP
from kintrace.operations.opening import Collected, NotRestored, Nowhere, opened, pour
from kintrace.vault import ledger
from kintrace.vault.stores import StoreAway

if TYPE_CHECKING:
    from pathlib import Path

    from kintrace.operations.manifest import Manifest
    from kintrace.operations.opening import Identities


@dataclass(frozen=True)
class Backup:
    """The four files of one moment."""

    records: Path
    slots: Path
    media: Path
    manifest: Path

    @property
    def made(self) -> datetime:
        """When it was begun, by its name. Raises NotRestored."""
        try:
            stamp = self.records.name.split("-")[1]
            return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except (ValueError, IndexError):
            raise NotRestored(
                f"{self.records.name} does not say when it was made: give it its name again."
            ) from None

    def part(self, name: str) -> Path:
        """The file of a part."""
        file: Path = getattr(self, name)
        return file


def newest(folder: Path) -> Backup:
    """The newest whole backup in a folder. Raises NotRestored."""
    stamps = sorted({file.name.rpartition("-")[0] for file in folder.glob("kintrace-*.age")})
    for stamp in reversed(stamps):
        files = [folder / f"{stamp}-{part}.age" for part in PARTS]
        if all(file.is_file() for file in files):
            return Backup(*files)
    raise NotRestored(f"There is no whole backup ({', '.join(PARTS)}) in {folder}.")


def require_ledger(anchors: Path) -> int:
    """How many erasures the ledger here knows. Raises NotRestored when its copy knows more.

    LedgerBroken when a line of it does not hold.
    """
    copy = anchors / ledger.where().name
    if not copy.is_file():
        raise NotRestored(f"There is no copy of the ledger of erasures in {anchors}.")
    here = ledger.where().read_bytes() if ledger.where().exists() else b""
    if not here.startswith(copy.read_bytes().rpartition(b"\n")[0]):
        raise NotRestored(
            "The ledger of erasures beside the root key is older than its copy beside the anchors. "
            "Put the newer one in its place: else people who were erased would come back."
        )
    return len(ledger.erased())


def told_by(backup: Backup, identities: Identities) -> Manifest:
    """What a backup says it holds. Raises NotRestored."""
    said = Collected()
    pour(backup.manifest, identities.of("manifest"), said)
    try:
        return manifest.read(bytes(said))
    except ValueError as reason:
        raise NotRestored(f"{backup.manifest.name} is not the manifest of a backup.") from reason


def require_whole(backup: Backup, identities: Identities) -> Manifest:
    """Read every file of a backup through, before anything is touched. Raises NotRestored."""
    told = told_by(backup, identities)
    if set(told.files) != {backup.part(part).name for part in PARTS if part != "manifest"}:
        raise NotRestored(f"{backup.manifest.name} belongs to other files than lie beside it.")
    for part in ("records", "slots", "media"):
        file = backup.part(part)
        pour(file, identities.of(part), Nowhere())
        if manifest.on_disk(file) != told.files[file.name]:
            raise NotRestored(f"{file.name} is not the file that this backup was made with.")
    return told


def require_young_ledger(told: Manifest) -> None:
    """Raises NotRestored when the ledger here is shorter than at the time of the backup."""
    if ledger.length() < told.erasures:
        raise NotRestored(
            "The ledger of erasures beside the root key is older than this backup. "
            "Put the newest one in its place: else people who were erased would come back."
        )


def load(backup: Backup, identities: Identities, *, owner: str = "") -> None:
    """Fill the empty database and the folders of pictures. `owner`: a role's database address.

    Raises NotRestored; a database that holds something is never written over. Whether or not it
    ended well, the database stays shut until `restoring.open_again`.
    """
    try:
        restoring.begin(owner)
    except restoring.NotShut as reason:
        raise NotRestored(str(reason)) from reason
    with restoring.behind():
        loading.load(backup.records, backup.slots, identities, owner=owner)
    bring_media(backup, identities)


def bring_media(backup: Backup, identities: Identities) -> None:
    """Lay pictures and sealed files back where they lay. Raises NotRestored."""
    with opened(backup.media, identities.of("media")) as packed:
        _unpack(packed)


# --- pictures ---


def _unpack(packed: IO[bytes]) -> None:
    """Back into the stores, wherever these lie now."""
    try:
        media.unpack(packed)
    except media.Elsewhere:
        raise NotRestored("A picture in the backup names a folder outside its own.") from None
    except StoreAway:
        raise NotRestored(
            "The store of pictures does not answer or has no room: run manage.py doctor, then "
            "restore once more into an empty database."
        ) from None
