"""Keys: at hand where they belong, open to nobody else, in the safe; and nowhere else at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.audit import anchors
from kintrace.operations import rootkeys
from kintrace.operations.doctor import NotLooked, Trouble
from kintrace.vault import ledger, root
from kintrace.vault.roots import told

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPORT = "manage.py root_key export FILE --recipient age1… --number {version}"


def root_keys() -> Iterator[Trouble]:
    """Every version that a society needs is at hand and opens."""
    try:
        every = rootkeys.every()
    except told.RootsWrong as wrong:
        yield Trouble(str(wrong), "Mend that file; docs/keys.md shows one.")
        return
    for one in every:
        yield from _of_version(one)
    yield from _newest()


def _of_version(one: rootkeys.RootKey) -> Iterator[Trouble]:
    for need in one.needed_by:
        if need.trouble:
            yield Trouble(
                f"{need.code} does not open: {need.trouble}",
                f"Bring {str(one).replace('Root', 'root', 1)} back: manage.py root_key import FILE "
                "--identity FILE. docs/keys.md says what else to try.",
            )
    if one.provider == root.HOUSE and one.at_hand and one.exported is None:
        yield Trouble(
            f"{one} was never exported: if this machine is lost, so is what lies under it.",
            EXPORT.format(version=one.version),
        )


def _newest() -> Iterator[Trouble]:
    try:
        newest = root.newest()
        with root.lent(newest):
            pass
    except root.RootKeyMissing as reason:
        yield Trouble(str(reason), "manage.py root_key make, or import it from the safe.")


def places_of_keys() -> Iterator[Trouble]:
    """Modes of what lies in the folder of keys, and that no data and no backup is around it."""
    folder = Path(settings.ROOT_KEYS)
    if not folder.is_dir():
        yield Trouble(f"The folder of keys is missing: {folder}.", f"install -d -m 0700 {folder}")
        return
    if folder.stat().st_mode & 0o077:
        yield Trouble(f"Others may look into the folder of keys {folder}.", f"chmod 0700 {folder}")
    for file in sorted(folder.iterdir()):
        if file.suffix in {".key", ".vault", ".ledger"} and file.stat().st_mode & 0o077:
            yield Trouble(f"{file} can be read by others.", f"chmod 0400 {file}")
    for name in ("SAFE_FILES", "FACES", "STATIC_ROOT"):
        place = Path(getattr(settings, name)).resolve()
        if folder.resolve().is_relative_to(place):
            yield Trouble(
                f"The folder of keys lies in {place}, which is served or backed up.",
                "Move it, and name its new place in KINTRACE_ROOT_KEYS.",
            )


def erasures() -> Iterator[Trouble]:
    """The ledger of erasures is whole; every root key that proves it is there."""
    try:
        ledger.read()
    except (ledger.LedgerBroken, root.RootKeyMissing) as reason:
        yield Trouble(
            f"The ledger of erasures cannot be trusted: {reason}",
            f"Lay its newest copy into {ledger.where().parent} from beside the anchors.",
        )


def no_key_here() -> Iterator[Trouble]:
    """The public side and the matcher can read no root key, wherever they look."""
    files = [*Path(settings.ROOT_KEYS).glob("*.key"), anchors.key_file()]
    files += [Path(settings.ROOT_KEY_FILE)] if settings.ROOT_KEY_FILE else []
    for file in sorted(set(files)):
        if os.access(file, os.R_OK):
            yield Trouble(
                f"This side can read {file}: it must not.",
                f"chmod 0400 {file}, and let it belong to the user of the staff side.",
            )


def matching_pair() -> Iterator[Trouble]:
    """The private half lies with the matching worker alone."""
    private = Path(settings.MATCHING_KEY)
    if settings.SIDE == "matcher":
        if not private.is_file():
            yield Trouble(
                f"The private half of the matching pair is not at {private}.",
                "Lay it there with mode 0400: docs/runbook.md.",
            )
        elif private.stat().st_mode & 0o077:
            yield Trouble(f"{private} can be read by others.", f"chmod 0400 {private}")
    elif settings.SIDE == "staff" and os.access(private, os.R_OK):
        yield Trouble(
            "The staff side can read the private half of the matching pair.",
            f"Move {private} to the matching worker.",
        )
    if not Path(settings.MATCHING_PUBLIC).is_file():
        raise NotLooked("There is no matching pair: societies are not compared with each other.")
