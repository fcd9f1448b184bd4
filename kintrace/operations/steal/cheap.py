"""Passwords and codes that cost next to nothing, in a house that is thrown away."""

from __future__ import annotations

from kintrace.network import hashing
from kintrace.vault import ciphers

COST = ciphers.Cost(64, 1)  # KiB and passes


def derive_cheaply() -> None:
    """For this process, until it ends. Where a derived key lies does not hang on what it cost."""
    ciphers.PASSWORD_COST = ciphers.CODE_COST = COST
    hashing._MEMORY_KIB, hashing._PASSES = COST  # noqa: SLF001 the hasher's own numbers
    hashing._COST = f"argon2id$v=19$m={COST.memory},t={COST.passes},p=1$"  # noqa: SLF001
