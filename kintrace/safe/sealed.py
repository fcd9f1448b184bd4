"""What every safe has in common, there or not: one length, and an answer where nothing lies."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from uuid import UUID

PLAIN = 4096  # bytes: some forty contacts and a sentence, filled up by the browser
SIZE = 12 + PLAIN + 16  # nonce, ciphertext, tag
TOKEN = 32


def made_up(number: UUID) -> bytes:
    """What a number without a safe is answered with: the same each time, and like a safe in all
    that can be seen of one. Made of SECRET_KEY, so that nobody outside can make it, too."""
    key = hashlib.sha256(b"contact safe|" + settings.SECRET_KEY.encode()).digest()
    return hashlib.shake_256(key + number.bytes).digest(SIZE)


def proof_of(token: bytes) -> bytes:
    """What is kept of the token that only who has the words can make: 32 bytes."""
    return hashlib.sha256(b"contact safe|" + token).digest()
