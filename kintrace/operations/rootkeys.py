"""Root keys as an administrator handles them: which there are, who needs them, and the safe.

No function gives a key away: what leaves is sealed to an age recipient whose identity lies in a
safe, and what is told are numbers, societies and days.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage
from django.conf import settings

from kintrace.audit import anchors
from kintrace.network.lookups import societies_in_care
from kintrace.vault import ciphers, keyring, root
from kintrace.vault import lookups as vault
from kintrace.vault.reader import KeyNotAtHand, reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Society

_KIND = "kintrace root key"


class NotDone(Exception):
    """Why nothing was done; the text says what to do."""


@dataclass(frozen=True)
class Need:
    """A society whose record key lies under a version. trouble: why it does not open, or ""."""

    code: str
    society: UUID
    trouble: str


@dataclass(frozen=True)
class RootKey:
    """A version: who keeps it, whether it is at hand, who needs it, when it went into the safe."""

    provider: str
    version: int
    at_hand: bool
    needed_by: tuple[Need, ...]
    exported: datetime | None

    def __str__(self) -> str:
        return (
            f"Root key {self.version} of {f'“{self.provider}”' if self.provider else 'the house'}"
        )


def every() -> list[RootKey]:
    """Every version that is at hand or needed. Raises RootKeyMissing when nobody can be asked."""
    needs = _needs()
    places = {(root.HOUSE, version) for version in root.versions()} | needs.keys()
    return [
        RootKey(
            provider,
            version,
            version in _at_hand(provider),
            tuple(needs.get((provider, version), ())),
            exported(version) if provider == root.HOUSE else None,
        )
        for provider, version in sorted(places)
    ]


def _at_hand(provider: str) -> set[int]:
    try:
        return set(root.versions(provider))
    except root.RootKeyMissing:
        return set()


def _needs() -> dict[tuple[str, int], list[Need]]:
    found: dict[tuple[str, int], list[Need]] = {}
    for society in societies_in_care():
        with reading_as(society.pk):
            for row in vault.record_keys(society.pk):
                try:
                    ciphers.wipe(keyring.unwrap(row))
                    trouble = ""
                except KeyNotAtHand as shut:
                    trouble = str(shut.__cause__) if shut.__cause__ else ""
                    trouble = trouble or "Its record key was altered, or the root key is another."
                need = Need(society.code, society.pk, trouble)
                found.setdefault((row.provider, row.root_version), []).append(need)
    return found


def make(society: Society | None = None) -> tuple[int, Path]:
    """Make the next version, of the house or of who keeps this society's. Raises NotDone."""
    provider = root.provider_of(society.pk) if society else root.HOUSE
    version = max(root.versions(provider), default=0) + 1
    try:
        return version, root.make(version, provider)
    except (root.RootKeyMissing, OSError) as reason:
        raise NotDone(str(reason)) from reason


def export(version: int, *, to: Path, recipient: str, now: datetime) -> None:
    """Seal a version of the house, and the key of the anchors, for the safe. Raises NotDone."""
    try:
        key = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise NotDone("The recipient is not a public age key (age1…).") from None
    pem = anchors.key_file().read_text() if anchors.key_file().exists() else ""
    try:
        with root.lent(version) as secret:
            told = {"kind": _KIND, "version": version, "key": secret.hex(), "anchor": pem}
            sealed = pyrage.encrypt(json.dumps(told).encode(), [key])
        _write(to, sealed)
    except (root.RootKeyMissing, OSError) as reason:
        raise NotDone(str(reason)) from None
    _mark(version).write_text(json.dumps({"at": now.isoformat(), "to": recipient}))


def exported(version: int) -> datetime | None:
    """When a version of the house last went into a safe, if it ever did."""
    try:
        return datetime.fromisoformat(json.loads(_mark(version).read_text())["at"])
    except (OSError, ValueError, KeyError):
        return None


def bring_back(file: Path, *, identity: Path, now: datetime) -> int:
    """Lay a version from the safe down again, mode 0400; gives its number. Raises NotDone."""
    told = _opened(file, identity)
    version, key = told["version"], bytearray.fromhex(told["key"])
    try:
        root.lay_down(version, key)
    except FileExistsError:
        _same(version, key)
    finally:
        ciphers.wipe(key)
    if told["anchor"] and not anchors.key_file().exists():
        _write(anchors.key_file(), told["anchor"].encode(), mode=0o400)
    if not _mark(version).exists():
        _mark(version).write_text(json.dumps({"at": now.isoformat(), "to": "came from the safe"}))
    return int(version)


def retire(version: int) -> None:
    """Take a version of the house away that nobody needs any more. Raises NotDone."""
    known = {one.version: one for one in every() if one.provider == root.HOUSE}
    if version not in known or not known[version].at_hand:
        raise NotDone(f"Root key {version} is not here.")
    if codes := [need.code for need in known[version].needed_by]:
        raise NotDone(f"{', '.join(codes)} still need it: run manage.py rotate_keys first.")
    if exported(version) is None:
        raise NotDone("Export it first: backups of the last 30 days open with this version alone.")
    try:
        root.retire(version)
    except (root.RootKeyMissing, OSError) as reason:
        raise NotDone(str(reason)) from None


def _opened(file: Path, identity: Path) -> dict[str, Any]:
    lines = [line for line in identity.read_text().splitlines() if line.startswith("AGE-SECRET-")]
    try:
        key = pyrage.x25519.Identity.from_str(lines[0].strip())
        told = json.loads(pyrage.decrypt(file.read_bytes(), [key]))
    except (IndexError, pyrage.IdentityError):
        raise NotDone(f"{identity.name} holds no age identity.") from None
    except (pyrage.DecryptError, ValueError):
        raise NotDone(
            f"{file.name} does not open: it is damaged, or this identity is another’s."
        ) from None
    if not isinstance(told, dict) or told.get("kind") != _KIND:
        raise NotDone(f"{file.name} is no root key.")
    return told


def _same(version: int, key: bytearray) -> None:
    """What is there already must be the same, and is never written over."""
    try:
        with root.lent(version) as here:
            if here == key:
                return
    except root.RootKeyMissing as reason:
        raise NotDone(str(reason)) from None
    raise NotDone(
        f"Another root key {version} is here already. Move it aside, and see which one "
        "manage.py root_key check calls the right one."
    )


def _mark(version: int) -> Path:
    return Path(settings.ROOT_KEYS) / f"root-{version}.exported"


def _write(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
