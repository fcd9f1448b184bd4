"""Root keys that everybody knows: those of the networks that releases are tested with.

They lie in deploy/releases/ for anybody to read. Whoever ran an installation with one of them would
have locked it with a key that hangs beside the door.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# SHA-256 of each; the test of upgrades says which are missing.
KNOWN_TO_ALL: frozenset[str] = frozenset(
    {
        "083549052fea472d6bedccb32a66f61d75e7399ab59fb170dd286966f1c54a3d",
        "ad224bb7990d57c554fdac4c13f8adb0c692e7a6ffcbdbc485e3659a823ed3aa",
    }
)


def refuse() -> None:
    """Asked when the staff side starts. Raises ImproperlyConfigured."""
    if settings.TESTING or not settings.HAS_STAFF:
        return
    for file in _files():
        with suppress(OSError):  # what this process cannot read it does not lock with
            if _digest(file.read_bytes()) in KNOWN_TO_ALL:
                raise ImproperlyConfigured(
                    f"The root key {file} is published with Kintrace, for its tests. Whatever it "
                    "locks is open: make one of your own (docs/runbook.md)."
                )


def _files() -> list[Path]:
    alone = settings.ROOT_KEY_FILE
    return [Path(alone)] if alone else sorted(Path(settings.ROOT_KEYS).glob("root-*.key"))


def _digest(held: bytes) -> str:
    """As the key itself, or written in hexadecimal."""
    try:
        return sha256(bytes.fromhex(held.decode("ascii"))).hexdigest()
    except ValueError:
        return sha256(held).hexdigest()
