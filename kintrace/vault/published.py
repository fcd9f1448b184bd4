"""Root keys that everybody knows: those of the networks that releases are tested with.

They lie in deploy/releases/ for anybody to read. Whoever ran an installation with one of them would
have locked it with a key that hangs beside the door.
"""

from __future__ import annotations

from hashlib import sha256

from django.conf import settings

# SHA-256 of each; the test of upgrades says which are missing.
KNOWN_TO_ALL: frozenset[str] = frozenset(
    {
        "083549052fea472d6bedccb32a66f61d75e7399ab59fb170dd286966f1c54a3d",
        "ad224bb7990d57c554fdac4c13f8adb0c692e7a6ffcbdbc485e3659a823ed3aa",
    }
)


def is_published(key: bytes | bytearray) -> bool:
    """Whether this root key may lock nothing; the tests alone use it."""
    return not settings.TESTING and sha256(key).hexdigest() in KNOWN_TO_ALL
