"""What seal.js does on a tablet, once more in Python: for tests without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import ec

from kintrace.vault import ciphers
from kintrace.vault.actions import label_of_record

if TYPE_CHECKING:
    from uuid import UUID

_SUITE = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def sealed_on_device(public: bytes, plaintext: bytes, *, society: UUID, record: UUID) -> bytes:
    """Seal as a tablet does, in a size that does not tell one kind of record from another."""
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    info = ciphers.SCHEME + label_of_record(society, record).encode()
    return ciphers.SCHEME + _SUITE.encrypt(ciphers.pad(plaintext), receiver, info=info)
