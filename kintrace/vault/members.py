"""Opening a member's own keys: what the opening password or a recovery code unwraps."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize
from uuid import UUID, uuid5

from kintrace.vault import ciphers, codes, keyring, lookups
from kintrace.vault.reader import reading_as
from kintrace.vault.refusals import NoKeyYet, WrongOpeningPassword, WrongRecoveryCode

if TYPE_CHECKING:
    from kintrace.vault.models import MemberKey

PASSWORD, RECOVERY = "password", "recovery"
LONGEST_TYPED = 1000  # characters
RECOVERY_GROUPS = 6  # 24 letters, about 118 bits


class Halves(NamedTuple):
    """A member's private halves, lent for a moment."""

    box: bytearray
    signing: bytearray

    def __repr__(self) -> str:
        return "<halves>"


class Signer(NamedTuple):
    """An officer who signs: of this society, or borrowed from another."""

    member: UUID
    opening_password: str
    society: UUID | None = None

    def __repr__(self) -> str:
        return f"<signer {self.member}>"


def safe_of(society: UUID) -> UUID:
    """Name the holder that stands for the recovery code in the society's safe."""
    return uuid5(society, "safe")


def wrapping_key(secret: str, *, salt: bytes) -> bytearray:
    """Stretch an opening password or a recovery code; the caller wipes it."""
    # Two keyboards may write one letter in two ways. Of a text longer than anybody types this
    # would hold up the whole process for minutes: its time grows with the square of the length.
    one_way = normalize("NFKC", secret) if len(secret) <= LONGEST_TYPED else secret
    return ciphers.stretch_password(one_way, salt=salt)


def aad_of_halves(member: UUID, society: UUID, way: str) -> bytes:
    """Bind wrapped halves to their member and to the way they are opened."""
    return f"member|{member}|{society}|{way}".encode()


def shut(row: "MemberKey", sealed: bytes, *, way: str) -> bytes:
    """Lay the society's own key around wrapped halves.

    A stolen database is then no place to guess opening passwords in: that takes the root key, too.
    """
    with reading_as(row.society_id), keyring.borrowed(row.society_id, keyring.STAFF) as key:
        return ciphers.seal(key, sealed, aad=aad_of_halves(row.member_id, row.society_id, way))


@contextmanager
def unlocked(member: UUID, *, society: UUID, opening_password: str) -> Iterator[Halves]:
    """Lend a member's private halves; wiped on leaving. Raises WrongOpeningPassword, NoKeyYet."""
    row = member_key(member, society)
    try:
        both = _unwrapped(row, opening_password, way=PASSWORD)
    except ciphers.Altered:
        raise WrongOpeningPassword from None
    with _lent(both) as halves:
        yield halves


@contextmanager
def recovered(member: UUID, *, society: UUID, code: str) -> Iterator[Halves]:
    """Lend them to whoever has the recovery code. Raises WrongRecoveryCode, NoKeyYet."""
    row = member_key(member, society)
    try:
        both = _unwrapped(row, codes.normalise(code), way=RECOVERY)
    except ciphers.Altered:
        raise WrongRecoveryCode from None
    with _lent(both) as halves:
        yield halves


def member_key(member: UUID, society: UUID) -> "MemberKey":
    """Give a member's row. Raises NoKeyYet."""
    with reading_as(society):
        row = lookups.member_key(member, society)
    if row is None:
        raise NoKeyYet
    return row


def _unwrapped(row: "MemberKey", secret: str, *, way: str) -> bytearray:
    by_password = way == PASSWORD
    salt, sealed = (
        (row.salt, row.wrapped) if by_password else (row.recovery_salt, row.recovery_wrapped)
    )
    aad = aad_of_halves(row.member_id, row.society_id, way)
    unseal = partial(ciphers.unseal, sealed=bytes(sealed), aad=aad)
    with reading_as(row.society_id):
        wrapped = keyring.opened(row.society_id, keyring.STAFF, unseal)
    key = wrapping_key(secret, salt=bytes(salt))
    try:
        return ciphers.unwrap(key, wrapped, aad=aad)
    finally:
        ciphers.wipe(key)


@contextmanager
def _lent(both: bytearray) -> Iterator[Halves]:
    halves = Halves(both[: ciphers.PRIVATE], both[ciphers.PRIVATE :])
    ciphers.wipe(both)
    try:
        yield halves
    finally:
        for half in halves:
            ciphers.wipe(half)
