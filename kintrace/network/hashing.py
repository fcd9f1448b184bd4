"""Passwords are kept as Argon2id, by the library that seals everything else."""

import secrets
from base64 import b64decode
from threading import BoundedSemaphore
from typing import Any

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from django.conf import settings
from django.contrib.auth.hashers import BasePasswordHasher

from kintrace.vault import ciphers

_MEMORY_KIB = 64 * 1024
_PASSES = 3
_COST = f"argon2id$v=19$m={_MEMORY_KIB},t={_PASSES},p=1$"
# Each takes 64 MiB for a quarter of a second: a crowd at the door must not take all memory.
_at_once = BoundedSemaphore(2)
NEXT_TO_NOTHING = ciphers.Cost(64, 1)  # KiB and passes


class RealPeople(Exception):
    """Passwords that guard somebody must cost what they cost."""


def cost_little() -> None:
    """Let every password and code cost next to nothing in this process, until it ends.

    For invented people, whose passwords anybody may know. Raises RealPeople elsewhere.
    """
    global _MEMORY_KIB, _PASSES, _COST  # noqa: PLW0603 the whole process costs little, or none of it
    if not (settings.DEMO or settings.TESTING):
        raise RealPeople
    ciphers.PASSWORD_COST = ciphers.CODE_COST = NEXT_TO_NOTHING
    _MEMORY_KIB, _PASSES = NEXT_TO_NOTHING
    _COST = f"argon2id$v=19$m={_MEMORY_KIB},t={_PASSES},p=1$"


class Argon2(BasePasswordHasher):
    """Written as `argon2$argon2id$v=19$…`, so that Django's own Argon2 hasher can read it, too."""

    algorithm = "argon2"

    def salt(self) -> str:
        """16 random bytes, as text."""
        return secrets.token_hex(16)

    def encode(self, password: str, salt: str) -> str:
        """Hash a password."""
        with _at_once:
            kdf = Argon2id(
                salt=salt.encode(), length=32, iterations=_PASSES, lanes=1, memory_cost=_MEMORY_KIB
            )
            return self.algorithm + kdf.derive_phc_encoded(password.encode())

    def verify(self, password: str, encoded: str) -> bool:
        """Whether this is the password that was hashed."""
        with _at_once:
            try:
                Argon2id.verify_phc_encoded(password.encode(), encoded.removeprefix("argon2"))
            except InvalidKey:
                return False
        return True

    def decode(self, encoded: str) -> dict[str, Any]:
        """The parts of a hash."""
        algorithm, variety, version, cost, salt, digest = encoded.split("$")
        padded = salt + "=" * (-len(salt) % 4)
        return {
            "algorithm": algorithm,
            "variety": variety,
            "version": version,
            "cost": cost,
            "salt": b64decode(padded).decode("latin-1"),
            "hash": digest,
        }

    def safe_summary(self, encoded: str) -> dict[Any, Any]:
        """What may be shown of a hash: never the salt, never the digest."""
        parts = self.decode(encoded)
        return {"algorithm": parts["algorithm"], "cost": parts["cost"]}

    def must_update(self, encoded: str) -> bool:
        """Whether the hash was made at another cost than today's."""
        return not encoded.startswith(f"{self.algorithm}${_COST}")

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Nothing to even out: there has been one cost only."""
