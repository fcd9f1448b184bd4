"""The ciphers of the house, and nothing else: no Django, no database, no file.

Every sealed value starts with one byte that names the scheme, so that a later
scheme can stand beside this one. Secrets are bytearrays and are wiped by whom
they were given to.
"""

import ctypes
import hmac
import secrets
from threading import BoundedSemaphore
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

Secret = bytes | bytearray
SCHEME = b"\x01"
KEY = 32  # bytes of every symmetric key
NONCE = 12
TAG = 16
STEP = 32  # a sealed value tells its length in steps of this many bytes only
PRIVATE = 96  # ML-KEM-768 seed (64) and X25519 key (32)
PUBLIC = 1216  # ML-KEM-768 (1184) and X25519 (32)
SIGNING = 32
SALT = 16

_HYBRID = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_CLASSIC = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_BROWSER = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


class Cost(NamedTuple):
    """What one guess costs: KiB of memory and passes over it."""

    memory: int
    passes: int


PASSWORD_COST = Cost(64 * 1024, 3)  # about a quarter of a second
CODE_COST = Cost(19 * 1024, 2)
# Each derivation takes its memory for a moment; more than two at once would let a
# crowd at the door exhaust the machine.
_AT_THE_DOOR = BoundedSemaphore(2)
_AT_THE_ANSWERS = BoundedSemaphore(2)


class Altered(Exception):
    """The key does not fit, or the sealed value was changed or moved."""


class Pair(NamedTuple):
    """A private half (to be wiped by its holder) and its public half."""

    private: bytearray
    public: bytes

    def __repr__(self) -> str:
        return "<pair>"


def wipe(secret: Secret) -> None:
    """Overwrite a secret in place.

    HPKE hands out `bytes`, which Python cannot clear; CPython keeps their content
    behind a header of known size, and such a value has no other holder here.
    """
    if isinstance(secret, bytearray):
        secret[:] = bytes(len(secret))
    elif len(secret) > 1:
        ctypes.memset(id(secret) + bytes.__basicsize__ - 1, 0, len(secret))


def new_key() -> bytearray:
    """Give 32 random bytes."""
    return _moved(secrets.token_bytes(KEY))


def _moved(secret: bytes) -> bytearray:
    moved = bytearray(secret)
    wipe(secret)
    return moved


def pad(plaintext: bytes) -> bytes:
    """Fill up to the next multiple of 32 bytes; at least one byte is added."""
    return plaintext + b"\x80" + bytes(-(len(plaintext) + 1) % STEP)


def unpad(padded: bytes) -> bytes:
    """Take the filling off again. Raises Altered when there is none."""
    text, mark, _ = padded.rpartition(b"\x80")
    if not mark or len(padded) % STEP:
        raise Altered
    return text


def seal(key: Secret, plaintext: Secret, *, aad: bytes) -> bytes:
    """AES-256-GCM: scheme byte, nonce, ciphertext and tag (29 bytes more than went in)."""
    nonce = secrets.token_bytes(NONCE)
    return SCHEME + nonce + AESGCM(key).encrypt(nonce, plaintext, SCHEME + aad)


def unseal(key: Secret, sealed: bytes, *, aad: bytes) -> bytes:
    """Undo `seal`. Raises Altered when key, place or content do not fit."""
    if sealed[:1] != SCHEME:
        raise Altered
    try:
        return AESGCM(key).decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], SCHEME + aad)
    except (InvalidTag, ValueError):
        raise Altered from None


def unwrap(key: Secret, sealed: bytes, *, aad: bytes) -> bytearray:
    """Undo `seal` for a secret: into a bytearray that its holder can wipe. Raises Altered."""
    return Unwrapper(key).unwrap(sealed, aad=aad)


class Unwrapper:
    """`unwrap` for many secrets under one key, which is made ready once."""

    def __init__(self, key: Secret) -> None:
        self._cipher = AESGCM(key)

    def unwrap(self, sealed: bytes, *, aad: bytes) -> bytearray:
        """Give one of them. Raises Altered."""
        if sealed[:1] != SCHEME or len(sealed) < 1 + NONCE + TAG:
            raise Altered
        secret = bytearray(len(sealed) - 1 - NONCE - TAG)
        try:
            nonce, body = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
            self._cipher.decrypt_into(nonce, body, SCHEME + aad, secret)
        except (InvalidTag, ValueError):
            wipe(secret)
            raise Altered from None
        return secret


def derive(key: Secret, purpose: str, *, length: int = KEY) -> bytearray:
    """HKDF-SHA256: a key of its own for each purpose."""
    derived = bytearray(length)
    HKDF(hashes.SHA256(), length, None, purpose.encode()).derive_into(key, derived)
    return derived


def mac(key: Secret, message: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    return hmac.digest(key, message, "sha256")


# --- passwords and codes ---


def stretch_password(password: str, *, salt: bytes) -> bytearray:
    """Argon2id, 64 MiB, three passes, two at a time: 32 bytes."""
    with _AT_THE_DOOR:
        return _argon2id(password, salt=salt, cost=PASSWORD_COST)


def stretch_code(code: str, *, salt: bytes) -> bytearray:
    """Argon2id, 19 MiB, two passes, two at a time, for a random code and a word: 32 bytes."""
    with _AT_THE_ANSWERS:
        return _argon2id(code, salt=salt, cost=CODE_COST)


def _argon2id(secret: str, *, salt: bytes, cost: Cost) -> bytearray:
    stretched = bytearray(KEY)
    kdf = Argon2id(salt=salt, length=KEY, iterations=cost.passes, lanes=1, memory_cost=cost.memory)
    kdf.derive_into(secret.encode(), stretched)
    return stretched


# --- boxes: X25519 joined with ML-KEM-768, so that what is sealed today stays sealed ---


def new_box_pair() -> Pair:
    """Make a hybrid pair: private 96 bytes, public 1216 bytes."""
    lattice, curve = mlkem.MLKEM768PrivateKey.generate(), x25519.X25519PrivateKey.generate()
    seed, scalar = _moved(lattice.private_bytes_raw()), _moved(curve.private_bytes_raw())
    private = bytearray(PRIVATE)
    private[:64], private[64:] = seed, scalar
    wipe(seed)
    wipe(scalar)
    public = lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()
    return Pair(private, public)


def public_half(private: Secret) -> bytes:
    """Give the public half that belongs to a box's private half."""
    with memoryview(private) as view:
        lattice = mlkem.MLKEM768PrivateKey.from_seed_bytes(view[:64])
        curve = x25519.X25519PrivateKey.from_private_bytes(view[64:])
    return lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def seal_to(public: bytes, plaintext: Secret, *, info: bytes) -> bytes:
    """HPKE to a hybrid public half; `info` binds the place and must be the same on opening."""
    lattice = mlkem.MLKEM768PublicKey.from_public_bytes(public[:-32])
    curve = x25519.X25519PublicKey.from_public_bytes(public[-32:])
    receiver = hpke.MLKEM768X25519PublicKey(lattice, curve)
    return SCHEME + _HYBRID.encrypt(plaintext, receiver, info=SCHEME + info)


def open_with(private: Secret, sealed: bytes, *, info: bytes) -> bytes:
    """Undo `seal_to`. Raises Altered."""
    if sealed[:1] != SCHEME:
        raise Altered
    with memoryview(private) as view:
        lattice = mlkem.MLKEM768PrivateKey.from_seed_bytes(view[:64])
        curve = x25519.X25519PrivateKey.from_private_bytes(view[64:])
        key = hpke.MLKEM768X25519PrivateKey(lattice, curve)
    try:
        return _HYBRID.decrypt(sealed[1:], key, info=SCHEME + info)
    except (InvalidTag, ValueError):
        raise Altered from None


# --- answers to visitors: X25519 alone, from a seed that code and word give ---


def answer_pair(seed: Secret) -> Pair:
    """Make the X25519 pair of a 32-byte seed: private 32 bytes, public 32 bytes."""
    public = x25519.X25519PrivateKey.from_private_bytes(seed).public_key()
    return Pair(bytearray(seed), public.public_bytes_raw())


def seal_to_answer(public: bytes, plaintext: bytes, *, info: bytes) -> bytes:
    """HPKE X25519 to a visitor's public half."""
    receiver = x25519.X25519PublicKey.from_public_bytes(public)
    return SCHEME + _CLASSIC.encrypt(plaintext, receiver, info=SCHEME + info)


def open_answer(private: Secret, sealed: bytes, *, info: bytes) -> bytes:
    """Undo `seal_to_answer`. Raises Altered."""
    key = x25519.X25519PrivateKey.from_private_bytes(private)
    try:
        return _CLASSIC.decrypt(sealed[1:], key, info=sealed[:1] + info)
    except (InvalidTag, ValueError):
        raise Altered from None


# --- devices: P-256, the one curve that the WebCrypto of every telephone knows ---


def new_device_pair() -> Pair:
    """Make a P-256 pair: private 32 bytes, public 65 bytes (the point, uncompressed)."""
    key = ec.generate_private_key(ec.SECP256R1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return Pair(bytearray(key.private_numbers().private_value.to_bytes(KEY, "big")), point)


def open_from_device(private: Secret, sealed: bytes, *, info: bytes) -> bytes:
    """Open what a browser sealed (servicepoints' seal.js is its other half). Raises Altered."""
    if sealed[:1] != SCHEME:
        raise Altered
    key = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    try:
        return _BROWSER.decrypt(sealed[1:], key, info=SCHEME + info)
    except (InvalidTag, ValueError):
        raise Altered from None


# --- signatures ---


def new_signing_pair() -> Pair:
    """Make an Ed25519 pair: private 32 bytes, public 32 bytes."""
    key = ed25519.Ed25519PrivateKey.generate()
    return Pair(_moved(key.private_bytes_raw()), key.public_key().public_bytes_raw())


def sign(private: Secret, statement: bytes) -> bytes:
    """Ed25519, 64 bytes."""
    return ed25519.Ed25519PrivateKey.from_private_bytes(private).sign(statement)


def is_signed(public: bytes, signature: bytes, statement: bytes) -> bool:
    """Say whether this key signed this statement."""
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(public).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True
