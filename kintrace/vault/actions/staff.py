"""What is sealed for a society's staff outside of model fields, and keys lent to others."""

from functools import partial
from uuid import UUID

from kintrace.vault import ciphers, keyring
from kintrace.vault.reader import KeyNotAtHand, reader_in_force, reader_of


def staff_seal(text: str, *, label: str) -> bytes:
    """Seal a text (a TOTP secret) under the record key of the reader in force.

    label: what it is and to which row it belongs; the same on opening. Raises KeyNotAtHand.
    """
    society = reader_in_force().society
    with keyring.borrowed(society, keyring.STAFF) as key:
        return ciphers.seal(key, ciphers.pad(text.encode()), aad=_aad(society, label))


def staff_open(sealed: bytes, *, label: str) -> str:
    """Undo `staff_seal`. Raises KeyNotAtHand."""
    society = reader_in_force().society
    unseal = partial(ciphers.unseal, sealed=sealed, aad=_aad(society, label))
    try:
        return ciphers.unpad(keyring.opened(society, keyring.STAFF, unseal)).decode()
    except ciphers.Altered:
        raise KeyNotAtHand(f"a value sealed for society {society} does not open") from None


def tag_key(society: UUID) -> bytearray:
    """Give a copy of the key of blind tags; wipe it with `ciphers.wipe`. Raises KeyNotAtHand."""
    return keyring.copy(reader_of(society).society, keyring.TAGS)


def audit_key(society: UUID) -> bytearray:
    """Give a copy of the audit chain's key; wipe it with `ciphers.wipe`. Raises KeyNotAtHand."""
    return keyring.copy(reader_of(society).society, keyring.AUDIT)


def _aad(society: UUID, label: str) -> bytes:
    return f"staff|{society}|{label}".encode()
